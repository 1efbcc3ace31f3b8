"""Merging: two records of one person become one that keeps what both know.

`kept` is what the user has; where only one value can stand, it stays, and the other value becomes
another name, another occasion or a note. To merge the same record again changes nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from redleaf.contacts.changes import changes
from redleaf.contacts.contact import Address, Contact, Identity, Occasion, Role
from redleaf.contacts.names import NameParts, OtherName

__all__ = ["changes", "merge"]

_Record = TypeVar("_Record", Role, Address)
_Member = TypeVar("_Member", bound=Hashable)
_SINGLE = ("headline", "language", "register", "relation", "introduced_by")


def merge(kept: Contact, other: Contact) -> Contact:
    """One contact with all that `kept` and `other` say; `key` and `kind` are those of `kept`.

    The list of connections of LinkedIn knows what somebody does today: where `other` comes from
    there, a role of `kept` at another place becomes past.
    """
    single = {name: getattr(kept, name) or getattr(other, name) for name in _SINGLE}
    return replace(
        kept,
        name=kept.name or other.name,
        parts=_parts(kept, other),
        other_names=_other_names(kept, other),
        identities=_identities(kept.identities, other.identities),
        roles=_roles(kept, other),
        addresses=_records(kept.addresses, other.addresses, but="label"),
        occasions=_occasions(kept.occasions, other.occasions),
        relations=_joined(kept.relations, other.relations),
        notes=_joined(kept.notes, [*other.notes, *_overruled(kept, other)]),
        tags=_joined(kept.tags, other.tags),
        photos=_joined(kept.photos, other.photos),
        extras=_joined(kept.extras, other.extras),
        **single,
    )


def _parts(kept: Contact, other: Contact) -> NameParts:
    is_theirs = kept.name in ("", other.name)
    return kept.parts or (other.parts if is_theirs else NameParts())


def _other_names(kept: Contact, other: Contact) -> tuple[OtherName, ...]:
    joined = _joined(kept.other_names, other.other_names)
    known = {"", kept.name or other.name, *(each.text for each in joined)}
    return joined if other.name in known else (*joined, OtherName("other", other.name))


def _identities(kept: Sequence[Identity], other: Sequence[Identity]) -> tuple[Identity, ...]:
    theirs = {each.key: each for each in reversed(other)}
    preferred = {each.kind for each in kept if each.is_preferred}
    # The first of a kind takes what they know of it; a record may have an identity twice.
    merged = [_identity(each, theirs.pop(each.key, each)) for each in kept]
    for each in other:
        if theirs.pop(each.key, None):
            is_preferred = each.is_preferred and each.kind not in preferred
            merged.append(replace(each, is_preferred=is_preferred))
    return tuple(merged)


def _identity(mine: Identity, theirs: Identity) -> Identity:
    days = [day for day in (mine.connected_on, theirs.connected_on) if day]
    return replace(
        mine,
        written=mine.written or theirs.written,
        label=mine.label or theirs.label,
        connected_on=min(days, default=None),
    )


def _roles(kept: Contact, other: Contact) -> tuple[Role, ...]:
    merged = _records(kept.roles, other.roles)
    today = other.role
    # What was known before is no news: to read an old list again makes nothing past.
    is_known = any(_holds(each, today) or _holds(today, each) for each in kept.roles)
    if is_known or not (_tells_today(other) and today):
        return merged
    now = [each for each in merged if _holds(each, today)]
    before = [_past_unless(each, other.roles) for each in merged if each not in now]
    return (*now, *before)


def _past_unless(role: Role, told: Sequence[Role]) -> Role:
    is_told = any(_holds(each, role) or _holds(role, each) for each in told)
    return role if is_told else replace(role, is_past=True)


def _tells_today(contact: Contact) -> bool:
    return any(
        each.network == "linkedin" and each.connected_on is not None for each in contact.identities
    )


def _records(
    kept: Sequence[_Record], other: Sequence[_Record], *, but: str = ""
) -> tuple[_Record, ...]:
    """Both, without those that another says more fully."""
    merged = list(kept)
    for each in other:
        if any(_holds(fuller, each, but) for fuller in merged):
            continue
        poorer = next((at for at, mine in enumerate(merged) if _holds(each, mine, but)), None)
        if poorer is None:
            merged.append(each)
        else:
            merged[poorer] = _with_flags_of(merged[poorer], each, but)
    return tuple(merged)


def _holds(fuller: _Record, poorer: _Record, but: str = "") -> bool:
    """Whether `fuller` says all that `poorer` says."""
    return all(
        not (said := getattr(poorer, name)) or _plain(said) == _plain(getattr(fuller, name))
        for name in _texts_of(type(poorer))
        if name != but
    )


def _with_flags_of(mine: _Record, fuller: _Record, but: str) -> _Record:
    kept: dict[str, Any] = {but: getattr(mine, but) or getattr(fuller, but)} if but else {}
    if isinstance(mine, Role):
        kept["is_past"] = mine.is_past or bool(getattr(fuller, "until", ""))
    return replace(fuller, **kept)


def _texts_of(record: type) -> list[str]:
    return [each.name for each in fields(record) if each.type == "str"]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _occasions(kept: Sequence[Occasion], other: Sequence[Occasion]) -> tuple[Occasion, ...]:
    merged = list(kept)
    for each in other:
        if any(_says_day(mine, each) for mine in merged):
            continue
        poorer = next((at for at, mine in enumerate(merged) if _says_day(each, mine)), None)
        if poorer is None:
            merged.append(each)
        else:
            merged[poorer] = each
    return tuple(merged)


def _says_day(fuller: Occasion, poorer: Occasion) -> bool:
    """Whether "1977-04-02" stands where "1977", "1977-04" or "--04-02" does."""
    if fuller.kind != poorer.kind:
        return False
    if poorer.on.startswith("--") and len(fuller.on) == len("1977-04-02"):
        return fuller.on.endswith(poorer.on[1:])
    return fuller.on == poorer.on or fuller.on.startswith(f"{poorer.on}-")


def _overruled(kept: Contact, other: Contact) -> list[str]:
    """What `other` says where `kept` says something else and only one value can stand."""
    return [
        f"{name.replace('_', ' ')}: {theirs}"
        for name in _SINGLE
        if (theirs := getattr(other, name)) and getattr(kept, name) not in ("", theirs)
    ]


def _joined(kept: Iterable[_Member], other: Iterable[_Member]) -> tuple[_Member, ...]:
    mine = tuple(kept)
    known = set(mine)
    return (*mine, *(each for each in dict.fromkeys(other) if each not in known))
