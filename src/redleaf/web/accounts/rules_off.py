"""Rules that a user switched off: no page of the desk asks them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from redleaf.errors import UnknownName
from redleaf.judging import Settings
from redleaf.rules.catalogue import rule_named
from redleaf.web.accounts.models import User

_OFF = "off"


def rules_off(user: User) -> list[str]:
    """Names of those the user switched off, by today's names; one that is gone is left out."""
    return list(dict.fromkeys(filter(None, map(_name_today, user.rules_off))))


def switch_off(user: User, names: Iterable[str]) -> None:
    """Switch off exactly these rules; all others are on."""
    user.rules_off = sorted(names)
    user.save(update_fields=["rules_off"])


def rules_of(user: User) -> Settings:
    """What the checker is told, so that the user's rules alone speak."""
    return _without(tuple(rules_off(user)))


# The rules that are left are laid out anew for each of these; most people ask for the same again.
@lru_cache(maxsize=256)
def _without(names: tuple[str, ...]) -> Settings:
    return Settings(levels=dict.fromkeys(names, _OFF))


def _name_today(name: str) -> str:
    try:
        return rule_named(name).name
    except UnknownName:
        return ""
