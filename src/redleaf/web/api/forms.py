"""What the page Programs asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.models import User
from redleaf.web.api.models import Program
from redleaf.web.door.forms import LineField

_LONGEST_NAME = 80


class ProgramForm(forms.Form):
    """A new program: what it is called, and what it may do."""

    name = LineField(
        label=_("Its name"),
        help_text=_("“the scanner at the fair”"),
        mend=_("Give it a name, so that you know its key among others."),
        most=_LONGEST_NAME,
    )
    may_bring = forms.BooleanField(label=_("It may bring invitations"), required=False)
    may_read = forms.BooleanField(
        label=_("It may read the inbox"),
        help_text=_("who asked, what they wrote, what Redleaf makes of it"),
        required=False,
    )

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._owner = owner

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if Program.objects.filter(owner=self._owner, name=name).exists():
            raise forms.ValidationError(
                gettext("There is a program of that name. Choose another, or take its key away.")
            )
        return name
