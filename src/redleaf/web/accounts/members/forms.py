"""What the pages of the accounts ask for, with words of our own for what is wrong."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.models import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_LONGEST_NAME = 150
_UNSEEN = _("There is a sign in it that cannot be seen. Type the name anew.")


class NameField(forms.CharField):
    """A name as it is written; only what no name holds is refused."""

    def __init__(self, label: StrOrPromise, mend: StrOrPromise, autocomplete: str) -> None:
        super().__init__(
            label=label,
            max_length=_LONGEST_NAME,
            error_messages={
                "required": mend,
                "max_length": _("This is longer than %(limit_value)d characters."),
            },
            widget=forms.TextInput(attrs={"autocomplete": autocomplete}),
        )

    def clean(self, value: Any) -> str:
        name = " ".join(str(super().clean(value)).split())
        if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co") and sign not in "\u200c\u200d"
               for sign in name):  # fmt: skip
            raise ValidationError(_UNSEEN)
        return name


class AddressField(allauth.EmailField):  # type: ignore[misc]
    """An e-mail address; what is wrong with one is said by the part that looks unfinished."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["label"] = _("E-mail")
        super().__init__(*args, **kwargs)
        self.error_messages["required"] = _("Write your e-mail address.")

    def clean(self, value: Any) -> str:
        text = str(value or "").strip()
        try:
            return str(super().clean(text))
        except ValidationError as error:
            if not text:
                raise
            raise ValidationError(_unfinished(text), code="invalid") from error


def _password(label: StrOrPromise, mend: StrOrPromise, *, is_new: bool = False) -> forms.CharField:
    autocomplete = "new-password" if is_new else "current-password"
    kind = allauth.SetPasswordField if is_new else allauth.PasswordField
    field: forms.CharField = kind(label=label, autocomplete=autocomplete, help_text="")
    field.error_messages["required"] = mend
    return field


class JoinForm(allauth.SignupForm):  # type: ignore[misc]
    """First and last name, address, password, and a field that people leave empty."""

    first_name = NameField(_("First name"), _("Write your first name."), "given-name")
    last_name = NameField(_("Last name"), _("Write your last name."), "family-name")
    email = AddressField()

    field_order = ("first_name", "last_name", "email", "password1")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")
        password = self.fields["password1"]
        password.help_text = ""
        password.error_messages["required"] = _("Choose a password.")

    def validate_unique_email(self, value: str) -> str:
        try:
            return str(super().validate_unique_email(value))
        except ValidationError:
            # Without letters to confirm with: the answer is the same as for a free address.
            self.account_already_exists = True
            return value

    def try_save(self, request: HttpRequest) -> Any:
        if self.is_for_nothing:
            # A new account's password is hashed; without this the answer would come much sooner.
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    @property
    def is_for_nothing(self) -> bool:
        """Whether no account is made: there is one, or a field was filled that people leave."""
        return bool(self.account_already_exists or self.cleaned_data["website"])

    def clean(self) -> dict[str, Any]:
        # What a password is compared with; allauth knows of the address alone.
        named = {name: self.cleaned_data.get(name, "") for name in ("first_name", "last_name")}
        cleaned: dict[str, Any] = super().clean()
        password = cleaned.get("password1")
        if password and any(named.values()) and "password1" not in self.errors:
            self._compare_with_names(password, named)
        return cleaned

    def _compare_with_names(self, password: str, named: dict[str, str]) -> None:
        try:
            get_adapter().clean_password(password, user=User(**named))
        except ValidationError as error:
            self.add_error("password1", error)


class LogInForm(allauth.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField()
        # The browser's own list of names and passwords is filled in by it.
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].help_text = ""
        self.fields["password"].error_messages["required"] = _("Write your password.")


class ForgottenForm(allauth.ResetPasswordForm):  # type: ignore[misc]
    email = AddressField()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        if not self.users:
            _take_as_long_as_a_link(self.cleaned_data["email"])
        return str(super().save(request, **kwargs))


class NewPasswordForm(allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    """Once is enough: it can be shown, and a letter brings another."""

    password1 = _password(_("New password"), _("Choose a password."), is_new=True)
    password2 = None


class ChangePasswordForm(allauth.ChangePasswordForm):  # type: ignore[misc]
    oldpassword = _password(_("Your password of now"), _("Write your password of now."))
    password1 = _password(_("New password"), _("Choose a password."), is_new=True)
    password2 = None


class ChangeAddressForm(allauth.AddEmailForm):  # type: ignore[misc]
    email = AddressField()


class AgainForm(allauth.ReauthenticateForm):  # type: ignore[misc]
    password = _password(_("Your password"), _("Write your password."))


def _take_as_long_as_a_link(email: str) -> None:
    """What is done for a known address alone, done for nobody: the answer would come sooner."""
    addresses = EmailAddress.objects.filter(user_id=0)
    addresses.filter(email=email).first()
    list(addresses.values_list("email", flat=True))
    PasswordResetTokenGenerator().make_token(User(pk=0, email=email))


def _unfinished(text: str) -> str:
    before, at, after = text.partition("@")
    if not at:
        return gettext("There is no @ in it: an address looks like ana@harbour.example.")
    if not before:
        return gettext("The part before @ is missing.")
    if not after or "." not in after.strip("."):
        return gettext("The part after @ looks unfinished.")
    return gettext("This does not look like an address. Look for a space, or a sign too many.")
