"""The form of a mail account: where it lies, and what lets its user in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from redleaf.web.mailboxes.client import read_address, shown_address
from redleaf.web.mailboxes.faults import MailServerError
from redleaf.web.mailboxes.models import Account
from redleaf.web.mailboxes.tokens import host_of, is_token

_KINDS = {
    "password": "password", "token": "token", "refresh_token": "refresh",
    "client_secret": "client",
}  # fmt: skip
_TOKENS = ("token", "refresh_token", "client_secret")
_HIDDEN = {"autocomplete": "new-password"}


class AccountForm(forms.Form):
    """`kept` is the account that stands, with the secrets that the keyring has of it.

    `account` of a valid form is what to keep, and `texts` are its secrets, by the keyring's kinds.
    `renews_kept` is whether its tokens are renewed as those of the account that stands.
    """

    address = forms.CharField(
        label=gettext_lazy("Its server"),
        help_text=gettext_lazy("as in imap.example.org"),
        max_length=300,
    )
    user_name = forms.CharField(
        label=gettext_lazy("Your name there"),
        help_text=gettext_lazy("often your e-mail address"),
        max_length=200,
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        help_text=gettext_lazy("better one made for Redleaf alone; it goes into the keyring"),
        required=False,
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs=_HIDDEN),
    )
    token = forms.CharField(
        label=gettext_lazy("Access token"),
        required=False,
        widget=forms.PasswordInput(attrs=_HIDDEN),
    )
    refresh_token = forms.CharField(
        label=gettext_lazy("Refresh token"),
        required=False,
        widget=forms.PasswordInput(attrs=_HIDDEN),
    )
    token_address = forms.CharField(
        label=gettext_lazy("Where it is renewed"),
        help_text=gettext_lazy("as in https://login.example.org/token"),
        required=False,
        max_length=500,
    )
    client_id = forms.CharField(label=gettext_lazy("Client id"), required=False, max_length=300)
    client_secret = forms.CharField(
        label=gettext_lazy("Client secret"),
        help_text=gettext_lazy("where it has one"),
        required=False,
        widget=forms.PasswordInput(attrs=_HIDDEN),
    )
    may_be_unencrypted = forms.BooleanField(
        label=gettext_lazy("It may be reached without encryption"),
        help_text=gettext_lazy("only in a network of your own"),
        required=False,
    )

    def __init__(
        self, *args: Any, kept: Account | None, secrets: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._kept, self._secrets = kept, secrets
        self.texts: Mapping[str, str] = {}
        self.renews_kept = False
        self.fields["address"].error_messages["required"] = _("Say where your mail lies.")
        self.fields["user_name"].error_messages["required"] = _("Say who you are there.")
        if settings.TEAM:
            del self.fields["may_be_unencrypted"]

    @property
    def has_tokens(self) -> bool:
        """Whether the part with the tokens stands open."""
        is_kept = self._kept is not None and self._kept.uses_token
        names = (*_TOKENS, "token_address", "client_id")
        return is_kept or any(self[name].errors or self.data.get(name) for name in names)

    def take_renewed(self, token: str, refresh: str) -> None:
        """A trial renewed the token: what is kept then is the new one."""
        self.texts = {**self.texts, "token": token, **({"refresh": refresh} if refresh else {})}

    def clean_address(self) -> str:
        try:
            read_address(self.cleaned_data["address"])
        except MailServerError as error:
            raise forms.ValidationError(str(error)) from error
        return shown_address(self.cleaned_data["address"])

    def clean_user_name(self) -> str:
        name = str(self.cleaned_data["user_name"])
        if not name.isprintable():
            raise forms.ValidationError(_("This has signs that a name does not have."))
        return name

    def clean_token_address(self) -> str:
        address = str(self.cleaned_data["token_address"])
        try:
            if address:
                host_of(address)
        except MailServerError as error:
            raise forms.ValidationError(str(error)) from error
        return address

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        for name in _TOKENS:
            said[name] = str(said.get(name, "")).strip()
            if said[name] and not is_token(said[name]):
                self.add_error(name, _("This has signs that a token does not have."))
        if not all(sign.isprintable() for sign in said.get("password", "")):
            self.add_error("password", _("This has signs that a password does not have."))
        if not self.errors:
            self._choose(said)
        return said

    def _choose(self, said: dict[str, Any]) -> None:
        account = self._kept or Account()
        is_same = (account.address, account.user_name) == (said["address"], said["user_name"])
        texts = {kind: said[name] for name, kind in _KINDS.items() if said[name]}
        kept = dict(self._secrets)
        renewal = (said["token_address"], said["client_id"])
        if account.uses_token and renewal != (account.token_address, account.client_id):
            # What renews a token goes to the address, and is for the client, it was given for.
            kept = {kind: text for kind, text in kept.items() if kind not in ("refresh", "client")}
        uses_token = bool(texts.keys() - {"password"})
        if uses_token and "password" in texts:
            self.add_error("password", _("Give a password or a token, not both."))
        elif not texts and self._kept is not None and is_same:
            uses_token, texts = account.uses_token, kept
        elif not texts and self._kept is not None:
            told = _("Write it once more: it is for one account on one server alone.")
            self.add_error("password", told)
        elif not texts:
            self.add_error("password", _("Write your password there, or give a token below."))
        elif uses_token and is_same and account.uses_token:
            texts = {**kept, **texts}
        self._check_renewal(said, texts)
        if self.errors:
            return
        kept_refresh = self._secrets.get("refresh")
        is_kept = is_same and kept.get("refresh") and texts.get("refresh") == kept_refresh
        self.renews_kept = bool(is_kept and uses_token)
        account.address, account.user_name = said["address"], said["user_name"]
        account.uses_token = uses_token
        account.token_address = said["token_address"] if uses_token else ""
        account.client_id = said["client_id"] if uses_token else ""
        account.may_be_unencrypted = said.get("may_be_unencrypted", False)
        self.account, self.texts = account, texts

    def _check_renewal(self, said: Mapping[str, Any], texts: Mapping[str, str]) -> None:
        """A refresh token is of use with its address and client, and they with it."""
        if "refresh" in texts or said["token_address"]:
            if "refresh" not in texts:
                self.add_error("refresh_token", _("Without a refresh token none is renewed."))
            if not said["token_address"]:
                self.add_error("token_address", _("Say where the token is renewed."))
            if not said["client_id"]:
                self.add_error("client_id", _("Say for whom it is renewed."))
