"""The form of the language model: what `redleaf model set` and `redleaf model key` ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from redleaf.errors import ConfigError, RedleafError
from redleaf.languagemodel import Address, ModelSettings
from redleaf.languagemodel.keys import Key
from redleaf.languagemodel.settings import LONGEST_WAIT_SECONDS, MOST_CANDIDATES


class ModelForm(forms.Form):
    """`chosen` has the settings of a valid form, without what is said of a key."""

    address = forms.CharField(
        label=gettext_lazy("Where it listens"),
        help_text=gettext_lazy("as in http://127.0.0.1:8080/v1"),
    )
    model = forms.CharField(
        label=gettext_lazy("Its name"), help_text=gettext_lazy("as its server calls it")
    )
    key = forms.CharField(
        label=gettext_lazy("Key"),
        help_text=gettext_lazy("goes into the keyring of this machine and is shown nowhere"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    without_key = forms.BooleanField(
        label=gettext_lazy("Take the key out of the keyring"), required=False
    )
    candidates = forms.CharField(label=gettext_lazy("Notes to ask for"))
    timeout_seconds = forms.CharField(label=gettext_lazy("Seconds to wait"))
    sends_history = forms.BooleanField(
        label=gettext_lazy("The last notes to others go along, so that new ones differ"),
        required=False,
    )
    may_be_unencrypted = forms.BooleanField(
        label=gettext_lazy("It may be reached without encryption"),
        help_text=gettext_lazy("only in a network of your own"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, mend in (
            ("address", _("Say where the model listens.")),
            ("model", _("Say what its server calls it.")),
        ):
            self.fields[name].error_messages["required"] = mend
        for name, most in (
            ("candidates", MOST_CANDIDATES), ("timeout_seconds", LONGEST_WAIT_SECONDS),
        ):  # fmt: skip
            told = _("Write a whole number from 1 to %(most)s.") % {"most": most}
            self.fields[name] = _whole_number(self.fields[name].label, most, told)
        if settings.TEAM:
            self.fields["is_for_all"] = forms.BooleanField(
                label=_("Everybody with an account may ask it"),
                help_text=_("otherwise only who keeps this desk"),
                required=False,
            )

    def clean_address(self) -> Address:
        try:
            return Address.read(self.cleaned_data["address"])
        except ConfigError as error:
            raise forms.ValidationError(_sentence(error.what)) from error

    def clean_key(self) -> str:
        text = str(self.cleaned_data["key"]).strip()
        try:
            Key(text)
        except RedleafError as error:
            raise forms.ValidationError(str(error)) from error
        return text

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        address = said.get("address")
        if address and not (
            address.is_encrypted or address.is_this_machine or said["may_be_unencrypted"]
        ):
            self.add_error("address", _(
                "This address is not encrypted: the facts and the key could be read on the way. "
                "Use https, or say below that it may be so."
            ))  # fmt: skip
        if not self.errors:
            self._choose()
        return said

    def _choose(self) -> None:
        said = self.cleaned_data
        names = ("candidates", "timeout_seconds", "sends_history", "may_be_unencrypted")
        try:
            self.chosen = ModelSettings(
                said["address"], said["model"].strip(), **{name: said[name] for name in names}
            )
        except ConfigError as error:
            self.add_error("model", _sentence(error.what))


def _whole_number(label: Any, most: int, told: str) -> forms.IntegerField:
    field = forms.IntegerField(
        label=label,
        min_value=1,
        max_value=most,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), told),
    )
    # With the type "number" a browser sends nothing of what it cannot read, and no error is told.
    field.widget = forms.TextInput(attrs={"inputmode": "numeric"})
    return field


def _sentence(what: str) -> str:
    # What begins with a part of an address stays as it was typed.
    return what if "://" in what.split()[0] else what[:1].upper() + what[1:]
