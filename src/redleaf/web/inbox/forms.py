"""What the inbox asks for: a decision with its words, and an invitation as text or as a mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.triage.known import DECISIONS
from redleaf.web.desk.forms import LONGEST_TEXT, NetworkForm
from redleaf.web.inbox.services.bringing import is_pasted_mail
from redleaf.web.inbox.services.choosing import LONGEST_ANSWER

WAITS = ((1, _("a day")), (7, _("a week")), (30, _("a month")))
_LARGEST = 25_000_000


class DecisionForm(forms.Form):
    """`days` are for "wait" alone; `reply` is the answer as the user copied it."""

    decision = forms.ChoiceField(choices=[(each, each) for each in DECISIONS])
    days = forms.TypedChoiceField(choices=WAITS, coerce=int, required=False)
    reply = forms.CharField(required=False, max_length=LONGEST_ANSWER)


class PasteForm(NetworkForm):
    """An invitation that the user pastes, with who wrote it; or the mail that told of it."""

    text = forms.CharField(required=False, max_length=LONGEST_TEXT)
    name = forms.CharField(required=False, max_length=200)
    headline = forms.CharField(required=False, max_length=300)
    link = forms.CharField(required=False, max_length=500)
    mail = forms.FileField(required=False, max_length=255)

    def clean_mail(self) -> UploadedFile[bytes] | None:
        mail: UploadedFile[bytes] | None = self.cleaned_data["mail"]
        if mail and (mail.size or 0) > _LARGEST:
            raise forms.ValidationError(
                gettext("This is larger than 25 MB; the page Import reads whole mailboxes.")
            )
        return mail

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        is_told = said.get("mail") or said.get("name") or said.get("link")
        if not self.errors and not is_told and not is_pasted_mail(said.get("text", "")):
            self.add_error("name", gettext("Say who wrote it, or choose a mail."))
        return said
