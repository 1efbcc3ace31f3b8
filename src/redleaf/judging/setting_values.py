"""Values of settings: read from a parsed TOML table, refused with the key they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from redleaf.errors import ConfigError
from redleaf.rules.catalogue import listed_rules


def table_of(data: object, place: str) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise ConfigError("this must be a table.", place=place)
    return data


def only_known(data: Mapping[str, object], known: Iterable[str], place: str) -> None:
    """Refuse a key that is not known, with the nearest."""
    for key in data:
        if key not in known:
            raise ConfigError("there is no such setting." + hint(key, known), place=at(place, key))


def choice_of(value: object, known: Iterable[str], place: str) -> str:
    if not isinstance(value, str) or value not in known:
        raise ConfigError(
            f"{value!r} is not one of {', '.join(known)}." + hint(str(value), known), place=place
        )
    return value


def known_rule(name: str, place: str) -> str:
    """The rule's name of today, also for a name that it had before."""
    for rule in listed_rules():
        if name == rule.name or name in rule.aliases:
            return rule.name
    names = [rule.name for rule in listed_rules()]
    raise ConfigError("there is no such rule." + hint(name, names), place=place)


def text_of(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise ConfigError("this must be a text in quotes.", place=place)
    return value


def texts_of(value: object, what: str, place: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ConfigError(f"this must be a list of {what} in quotes.", place=place)
    return value


def hint(name: str, known: Iterable[str]) -> str:
    import difflib  # here alone: most settings have no slip, and it is slow to load

    near = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]}?" if near else ""


def at(place: str, key: str | int) -> str:
    return f"{place}.{key}" if place else str(key)
