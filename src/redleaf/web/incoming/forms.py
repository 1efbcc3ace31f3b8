"""The upload of a file with people in it."""

from __future__ import annotations

from django import forms


class FileForm(forms.Form):
    """One file. What is in it is looked at later, behind the guard."""

    export = forms.FileField(
        error_messages={
            "required": "Choose a file with people in it.",
            "empty": "This file is empty. Choose another.",
        }
    )
