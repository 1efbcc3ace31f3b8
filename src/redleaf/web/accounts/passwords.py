"""What a password has to hold, in words for the page, as a rule for the server.

Eight characters with a number and letters of both cases are asked for; ASVS 5.0 (6.2.5) says to ask
for no such mixture. It is the one known exception, and docs/accounts.md says how a host ends it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.web.saying import listed

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_LONG = 15
_CONTEXT = ("redleaf",)
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of the list below the field; `name` is what the script knows it by."""

    name: str
    words: StrOrPromise
    missing: StrOrPromise
    is_met: Callable[[str], bool]


def _has(category: str) -> Callable[[str], bool]:
    return lambda password: any(unicodedata.category(sign) == category for sign in password)


_MIXED = (
    Condition(
        "length-8", _("8 characters"), _("8 characters"), lambda password: len(password) >= 8
    ),
    Condition("number", _("1 number"), _("a number"), _has("Nd")),
    Condition("upper", _("1 upper case letter"), _("an upper case letter"), _has("Lu")),
    Condition("lower", _("1 lower case letter"), _("a lower case letter"), _has("Ll")),
)
_LONG_ALONE = (
    Condition(
        f"length-{_LONG}",
        _("15 characters"),
        _("15 characters"),
        lambda password: len(password) >= _LONG,
    ),
)


def conditions() -> tuple[Condition, ...]:
    """The conditions of this server, in the order of the page."""
    return _LONG_ALONE if settings.PASSWORDS == "long" else _MIXED


class Conditions:
    """Refuses a password that lacks what is asked for, and says what it lacks."""

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002
        missing = [str(each.missing) for each in conditions() if not each.is_met(password)]
        if missing:
            raise ValidationError(
                gettext("The password still needs %(missing)s.") % {"missing": listed(missing)},
                code="conditions",
            )

    def get_help_text(self) -> str:
        missing = listed([str(each.missing) for each in conditions()])
        return gettext("It needs %(missing)s.") % {"missing": missing}


class NotCommon(CommonPasswordValidator):
    """Refuses what stands on the list of common passwords."""

    def get_error_message(self) -> str:
        return gettext(
            "Many people use this password, so it is among the first to be tried. Take another."
        )


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
        return gettext(
            "This is close to your name, your address or “redleaf”. Take something else."
        )
