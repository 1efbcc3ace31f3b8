"""The upload of a file with people in it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class FileForm(forms.Form):
    """One file. What is in it is looked at later, behind the guard."""

    export = forms.FileField(
        error_messages={
            "required": _("Choose a file with people in it."),
            "empty": _("This file is empty. Choose another."),
        }
    )
