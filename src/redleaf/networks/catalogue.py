"""The catalogue: one TOML file per network in data/, and one per program in data/programs/.

tools/compile_networks.py checks these files and writes them as JSON, which alone is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from redleaf.errors import FileError, UnknownName
from redleaf.networks.compiled import table_of
from redleaf.networks.records import STATES, Fact, Link, Network

# What a fact may be about, and the type of its value.
ABOUT: Mapping[str, type] = {
    "attach": bool,  # an invitation can carry a note
    "limit": int,  # longest text in code points; `kind` says of what
    "notes-a-month": int,
    "unlimited-notes": bool,
    "messages-a-month": int,  # to people who are not contacts yet
    "change": str,  # where a person changes the default text
    "instead": str,  # the next best way when no note can be sent
    "know": str,  # anything else worth knowing
}
_REGISTERS = ("close", "peer", "formal")


def network(name: str) -> Network:
    """The network of that name or alias; `linkedin-premium` is LinkedIn for a Premium account.

    Case, blanks and underscores do not matter. Raises UnknownName, with the nearest known name.
    """
    wanted = _key(name)
    names = _names()
    if wanted not in names:
        raise UnknownName("network", name, sorted(names))
    found, tier = names[wanted]
    known = _networks()[found]
    return known.at(tier) if tier else known


def networks() -> tuple[Network, ...]:
    """Every network, by title."""
    return tuple(sorted(_networks().values(), key=lambda each: each.title.casefold()))


@cache
def _networks() -> dict[str, Network]:
    return {name: read_network(name, table) for name, table in table_of("catalogue").items()}


@cache
def _names() -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    for known in _networks().values():
        for name in (known.name, known.title, *known.aliases):
            names[_key(name)] = (known.name, "")
        for tier in known.tiers:
            names[f"{_key(known.name)}-{_key(tier)}"] = (known.name, tier)
    return names


def _key(name: str) -> str:
    return re.sub(r"[\s_]+", "-", name.strip().casefold())


# Reading one file's table, with every mistake named. Used by the compiler and on the compiled data.


def read_network(name: str, table: Mapping[str, Any]) -> Network:
    """A network from its table. Raises FileError that names the file and the key."""
    where = f"{name}.toml"
    _only(
        table,
        where,
        {"title", "register"},
        {"aliases", "usual_tier", "tiers", "facts", "links", "texts"},
    )
    tiers = dict(table.get("tiers", {}))
    usual = table.get("usual_tier", "")
    if tiers and usual not in tiers:
        raise FileError("usual_tier must be one of the tiers", place=where)
    if table["register"] not in _REGISTERS:
        raise FileError(f"register must be one of {', '.join(_REGISTERS)}", place=where)
    return Network(
        name=name,
        title=table["title"],
        aliases=tuple(table.get("aliases", ())),
        register=table["register"],
        tiers=tiers,
        tier=usual,
        facts=tuple(
            _read_fact(fact, f"{where}, fact {number}", tiers)
            for number, fact in enumerate(table.get("facts", ()), 1)
        ),
        link_templates=tuple(
            _read_link(link, f"{where}, link {number}")
            for number, link in enumerate(table.get("links", ()), 1)
        ),
    )


def _read_fact(fact: Mapping[str, Any], where: str, tiers: Mapping[str, str]) -> Fact:
    _only(fact, where, {"about", "value", "source", "day", "state"}, {"tier", "kind", "remark"})
    about, value = fact["about"], fact["value"]
    if about not in ABOUT:
        raise FileError(f"about must be one of {', '.join(ABOUT)}, not {about!r}", place=where)
    if type(value) is not ABOUT[about]:
        raise FileError(f"the value of {about} must be {ABOUT[about].__name__}", place=where)
    if fact.get("tier", "") not in ("", *tiers):
        raise FileError(f"there is no tier {fact['tier']!r} in this file", place=where)
    if (about == "limit") != bool(fact.get("kind")):
        raise FileError("a limit, and nothing else, says its kind", place=where)
    _check_source(fact, where)
    return Fact(**fact)


def _read_link(link: Mapping[str, Any], where: str) -> Link:
    _only(link, where, {"name", "title", "url", "source", "day", "state"}, set())
    if not link["url"].startswith(("https://", "mailto:")):
        raise FileError("a link starts with https or mailto", place=where)
    _check_source(link, where)
    return Link(**link)


def read_texts(name: str, table: Mapping[str, Any], where: str) -> list[list[Any]]:
    """The default texts of a file: product, language, state, since, until, source, texts."""
    rows = []
    for number, group in enumerate(table.get("texts", ()), 1):
        place = f"{where}, texts {number}"
        _only(group, place, {"language", "source", "state", "texts"}, {"since", "until", "also"})
        if not group["source"].strip() or group["state"] not in STATES:
            raise FileError(f"name the source, and a state: {', '.join(STATES)}", place=place)
        head = [
            name,
            group["language"],
            group["state"],
            group.get("since", 0),
            group.get("until", 0),
        ]
        rows.append([*head, group["source"], *group["texts"]])
    return rows


def _check_source(table: Mapping[str, Any], where: str) -> None:
    if not table["source"].strip():
        raise FileError("name the source", place=where)
    if not re.match(r"\d{4}(-\d{2}){0,2}\Z", table["day"]):
        raise FileError("day is written 2026, 2026-11 or 2026-11-19", place=where)
    if table["state"] not in STATES:
        raise FileError(f"state must be one of {', '.join(STATES)}", place=where)


def _only(
    table: Mapping[str, Any], where: str, needed: Iterable[str], allowed: Iterable[str]
) -> None:
    needed, allowed = set(needed), set(allowed)
    for key in needed - set(table):
        raise FileError(f"{key} is missing", place=where)
    for key in set(table) - needed - allowed:
        known = UnknownName("key", key, sorted(needed | allowed))
        raise FileError(str(known), place=where)
