"""What a password has to hold, in words for the page, as a rule for the server.

Eight characters with a number and letters of both cases are asked for; ASVS 5.0 (6.2.5) says to ask
for no such mixture. It is the one known exception, and docs/accounts.md says how a host ends it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError

_LONG = 15
_CONTEXT = ("redleaf",)
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of the list below the field; `name` is what the script knows it by."""

    name: str
    words: str
    missing: str
    is_met: Callable[[str], bool]


def _has(category: str) -> Callable[[str], bool]:
    return lambda password: any(unicodedata.category(sign) == category for sign in password)


_MIXED = (
    Condition("length-8", "8 characters", "8 characters", lambda password: len(password) >= 8),
    Condition("number", "1 number", "a number", _has("Nd")),
    Condition("upper", "1 upper case letter", "an upper case letter", _has("Lu")),
    Condition("lower", "1 lower case letter", "a lower case letter", _has("Ll")),
)
_LONG_ALONE = (
    Condition(
        f"length-{_LONG}",
        f"{_LONG} characters",
        f"{_LONG} characters",
        lambda password: len(password) >= _LONG,
    ),
)


def conditions() -> tuple[Condition, ...]:
    """The conditions of this server, in the order of the page."""
    return _LONG_ALONE if settings.PASSWORDS == "long" else _MIXED


class Conditions:
    """Refuses a password that lacks what is asked for, and says what it lacks."""

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002
        missing = [each.missing for each in conditions() if not each.is_met(password)]
        if missing:
            raise ValidationError(
                f"The password still needs {_listed(missing)}.", code="conditions"
            )

    def get_help_text(self) -> str:
        return f"It needs {_listed([each.missing for each in conditions()])}."


class NotCommon(CommonPasswordValidator):
    """Refuses what stands on the list of common passwords."""

    def get_error_message(self) -> str:
        return "Many people use this password, so it is among the first to be tried. Take another."


class NotAboutOneself(UserAttributeSimilarityValidator):
    """Refuses one's own name or address, and the name of this program, dressed up."""

    def validate(self, password: str, user: Any = None) -> None:
        lowered = password.casefold()
        names = [user.first_name, user.last_name, user.email.partition("@")[0]] if user else []
        known = (*(each.casefold() for each in names if len(each) >= _SHORTEST_NAME), *_CONTEXT)
        # A long password may hold a name: what is left has to stand by itself.
        if any(each in lowered and len(lowered) - len(each) < 8 for each in known):
            raise ValidationError(self.get_error_message(), code="password_too_similar")
        super().validate(password, user)

    def get_error_message(self) -> str:
        return "This is close to your name, your address or “redleaf”. Take something else."


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
