"""Preferences: what a user set on the pages of the settings, as plain data of an export, and back.

Which language model may write is none of them: it belongs to the machine, and a file that comes
from elsewhere must open no way out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import UsedNetwork


@dataclass(frozen=True, slots=True)
class Preference:
    """A field of the user. `plain` gives what an export says of it; `read` the value of that.

    `read` raises ValueError, TypeError or KeyError for anything else.
    """

    name: str
    plain: Callable[[Any], Any]
    read: Callable[[Any], Any]

    def usual(self) -> Any:
        """What stands in the field until the user changes it."""
        return getattr(User(), self.name)


def preferences_of(user: User) -> dict[str, Any]:
    """What the user set; what is as usual is left out."""
    return {
        each.name: each.plain(value)
        for each in _PREFERENCES
        if (value := getattr(user, each.name)) != each.usual()
    }


def take_preferences(user: User, said: Mapping[str, Any]) -> None:
    """Keep what an export says, where the user has set nothing yet.

    Raises ValueError, TypeError or KeyError for what no export says; nothing is kept then.
    """
    taken = {
        each.name: each.read(said[each.name])
        for each in _PREFERENCES
        if each.name in said and getattr(user, each.name) == each.usual()
    }
    for name, value in taken.items():
        setattr(user, name, value)
    user.save(update_fields=list(taken))


def _plain_networks(rows: Any) -> list[dict[str, Any]]:
    used = (UsedNetwork(*row)._asdict() for row in rows)
    return [{name: value for name, value in each.items() if value is not None} for each in used]


def _read_networks(said: Any) -> list[list[Any]]:
    return [[_text(each["name"]), _count(each.get("notes_a_month"))] for each in said]


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said


def _texts(said: Any) -> list[str]:
    return [_text(each) for each in said]


def _count(said: Any) -> int | None:
    if said is not None and (type(said) is not int or said < 0):
        raise ValueError
    return said


def _flag(said: Any) -> bool:
    if not isinstance(said, bool):
        raise TypeError
    return said


def _one_of(choices: Iterable[str]) -> Callable[[Any], Any]:
    known = frozenset(choices)

    def read(said: Any) -> str:
        if said not in known:
            raise ValueError
        return str(said)

    return read


def _words(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said


def _as_it_is(value: Any) -> Any:
    return value


_PREFERENCES = (
    Preference("networks", _plain_networks, _read_networks),
    Preference("language", _as_it_is, _one_of(code for code, _ in settings.LANGUAGES)),
    Preference("theme", _as_it_is, _one_of(User.Theme.values)),
    Preference("letters_are_keys", _as_it_is, _flag),
    Preference("rules_off", _as_it_is, _texts),
    Preference("policy", _as_it_is, _one_of(User.Policy.values)),
    Preference("policy_settings", _as_it_is, _words),
)
