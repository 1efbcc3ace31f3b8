"""The upload of an export."""

from __future__ import annotations

import zipfile

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class ExportForm(forms.Form):
    """One zip file. What is in it is looked at later, behind the guard."""

    export = forms.FileField(
        error_messages={
            "required": _("Choose the zip file that LinkedIn sent you."),
            "empty": _("This file is empty. Download it from LinkedIn once more."),
        }
    )

    def clean_export(self) -> UploadedFile[bytes]:
        export: UploadedFile[bytes] = self.cleaned_data["export"]
        if not zipfile.is_zipfile(export):
            raise forms.ValidationError(
                gettext(
                    "This is not a zip file. "
                    "Choose the file as LinkedIn sent it, without unpacking."
                )
            )
        export.seek(0)
        return export
