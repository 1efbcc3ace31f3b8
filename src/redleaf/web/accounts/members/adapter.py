"""Where allauth asks the project: who may join, how letters leave, how secrets lie."""

from __future__ import annotations

import base64
import logging
import os
import smtplib
from contextlib import suppress
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.models import User
from redleaf.web.teams.services import may_join, welcome

_NONCE_BYTES = 12
_log = logging.getLogger("redleaf.accounts")

MISMATCH = _("The address and the password do not belong together.")
TOO_MANY = _("Too many attempts for now. Wait a few minutes, then try again.")


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The accounts of a team's server; the e-mail address is the username."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": MISMATCH,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "account_inactive": _("This account is closed."),
        "enter_current_password": _("This is not your password of now."),
        "incorrect_password": _("This is not your password."),
        "incorrect_code": _("This code does not fit. A new one comes every 30 seconds."),
        "duplicate_email": _("This is your address already."),
        "same_as_current": _("This is your address already."),
        "max_email_addresses": _(
            "One change at a time: confirm or give up the other address first."
        ),
        "invalid_or_expired_key": _("This link is over, or was used before."),
        "invalid_password_reset": _("This link is over, or was used before."),
        "email_taken": _("This address cannot be used."),
    }  # fmt: skip

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return may_join(request)

    def populate_username(self, request: HttpRequest, user: User) -> None:  # noqa: ARG002
        user.username = user.email

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.set_password(form.cleaned_data["password1"])
        user.first_name = form.cleaned_data["first_name"]
        user.last_name = form.cleaned_data["last_name"]
        user.email = form.cleaned_data["email"]
        self.populate_username(request, user)
        if commit:
            user.save()
            welcome(user, request)
        return user

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        # The change stands, whether the letter about it goes out or not.
        with suppress(ImmediateHttpResponse):
            super().send_notification_mail(*args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        if not settings.EMAIL_HOST:
            return
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException) as error:
            # Neither address nor text: a log is read by others than the letter.
            _log.error("A letter could not be handed over: %s", type(error).__name__)
            answer = render(self.request, "accounts/no_letter.html", status=503)
            raise ImmediateHttpResponse(answer) from error


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of the second step encrypted; the key lies outside of the database."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": Adapter.error_messages["incorrect_code"],
        "unverified_email": _("Confirm your address first; then a second step can be set up."),
    }

    def encrypt(self, text: str) -> str:
        nonce = os.urandom(_NONCE_BYTES)
        return base64.b64encode(nonce + _cipher().encrypt(nonce, text.encode(), None)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        whole = base64.b64decode(encrypted_text)
        nonce, kept = whole[:_NONCE_BYTES], whole[_NONCE_BYTES:]
        return _cipher().decrypt(nonce, kept, None).decode()


def _cipher() -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"redleaf second step")
    return AESGCM(derive.derive(settings.SECRET_KEY.encode()))
