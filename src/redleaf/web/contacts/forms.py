"""The form that edits who somebody is."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from redleaf.web.contacts.services.editing import Edited

REGISTERS = [
    ("", _("Not said")),
    ("close", _("Close: as among friends")),
    ("peer", _("Equals: as among colleagues")),
    ("formal", _("Formal: with some distance")),
]
LANGUAGES = [
    ("", _("Not said")),
    ("en", _("English")),
    ("de", _("German")),
    ("es", _("Spanish")),
    ("fr", _("French")),
]
_SHORT, _LONG = 300, 10_000


class EditForm(forms.Form):
    """A field of `Edited` each."""

    name = forms.CharField(max_length=_SHORT, required=False)
    title = forms.CharField(max_length=_SHORT, required=False)
    organisation = forms.CharField(max_length=_SHORT, required=False)
    register = forms.ChoiceField(choices=REGISTERS, required=False)
    language = forms.CharField(max_length=35, required=False)
    introduced_by = forms.CharField(max_length=_SHORT, required=False)
    tags = forms.CharField(max_length=_LONG, required=False)
    links = forms.CharField(max_length=_LONG, required=False)

    @property
    def edited(self) -> Edited:
        return Edited(**self.cleaned_data)
