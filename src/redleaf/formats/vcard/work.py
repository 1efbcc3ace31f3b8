"""ORG and TITLE: what somebody does, and where. Pairs are told by their group, else by order."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from redleaf.contacts.contact import Role
from redleaf.formats.vcard.properties import Params, Property
from redleaf.formats.vcard.units import Unit, filled
from redleaf.formats.vcard.values import escape, pieces_of, structure, text_of

# Ours: vCard knows no times of a role.
_SINCE, _UNTIL, _PAST = "X-SINCE", "X-UNTIL", "X-PAST"


def units(properties: Sequence[Property]) -> Iterator[Unit]:
    waiting: dict[str, deque[Property]] = defaultdict(deque)
    for each in _first_of_each(properties, "TITLE"):
        waiting[each.group.casefold()].append(each)
    for each in _first_of_each(properties, "ORG"):
        titles = waiting[each.group.casefold()]
        pair = (each, titles.popleft()) if titles and pieces_of(each.value) else (each,)
        yield _unit(pair)
    for titles in waiting.values():
        for each in titles:
            yield _unit((each,))


def write_role(role: Role) -> list[Property]:
    times: Params = tuple(
        (name, value)
        for name, value in ((_SINCE, role.since), (_UNTIL, role.until))
        if value
    )  # fmt: skip
    times += ((_PAST, "TRUE"),) if role.is_past else ()
    written = []
    if role.organisation or role.department:
        written.append(Property("ORG", structure(_names(role)), times))
    if role.title:
        written.append(Property("TITLE", escape(role.title), () if written else times))
    return written


def in_groups(
    roles: Sequence[Role], written: Sequence[list[Property]], kept: Container[int]
) -> list[list[Property]]:
    """The properties of each role, in groups where their order alone would pair them wrongly.

    `kept` are the ids of those that stood in a card: they stay as they are.
    """
    flat = [each for properties in written for each in properties]
    read = dict.fromkeys(item for unit in units(flat) for item in unit.items)
    if tuple(read) == tuple(roles):
        return list(written)
    return [
        [each if id(each) in kept else replace(each, group=f"role{at}") for each in properties]
        for at, properties in enumerate(written, 1)
    ]


def _first_of_each(properties: Sequence[Property], key: str) -> Iterator[Property]:
    """All of a key; of alternatives (the same in other languages) only the first."""
    seen: set[str] = set()
    for each in filled(properties, [key]):
        altid = each.first("ALTID")
        if not altid or altid not in seen:
            yield each
        seen.add(altid)


def _unit(pair: tuple[Property, ...]) -> Unit:
    texts = next((pieces_of(each.value) for each in pair if each.key == "ORG"), [])
    title = next((text_of(each.value) for each in pair if each.key == "TITLE"), "")
    said = dict(param for each in pair for param in each.params)
    role = Role(
        organisation=texts[0] if texts else "",
        title=title,
        department=", ".join(texts[1:]),
        since=said.get(_SINCE, ""),
        until=said.get(_UNTIL, ""),
        is_past=_PAST in said,
    )
    return Unit("roles", (role,) if role else (), pair)


def _names(role: Role) -> list[str]:
    return [role.organisation, *([role.department] if role.department else [])]
