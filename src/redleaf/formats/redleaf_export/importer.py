"""Read an export of Redleaf's own: as records for an import, or entry by entry to bring it back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

from redleaf.contacts.plain import to_plain
from redleaf.errors import FileError
from redleaf.formats.importer import Importer
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.members import open_members
from redleaf.formats.outside import Outside
from redleaf.formats.redleaf_export.entries import Records
from redleaf.formats.redleaf_export.layout import CARDS, DATA, SCHEMA, SECTIONS
from redleaf.formats.redleaf_export.sections import members_of

NAME = "redleaf"
# What we wrote ourselves may be large: 100,000 people with pictures.
LIMITS = Limits(seconds=600, memory_bytes=2_000 * MEGABYTE, total_bytes=4_000 * MEGABYTE)
_ENTRIES_A_PART = 500
# Each may be as large as a thousand other entries.
_PICTURES_A_PART = 20


def claims(outside: Outside) -> int:
    """Certain of a zip, or the folder it was unpacked to, that holds what ours do."""
    return 3 if {DATA, CARDS} <= set(outside.members) else 0


def read(source: Any, limits: Limits, tell: Callable[[float], None], **options: Any) -> Any:
    """The records of an export as plain data of a Harvest; entries it cannot read are problems."""
    records = Records(options.get("file", ""))
    for number, (section, entry) in enumerate(_entries(source, limits), 1):
        records.add(section, entry)
        if not number % _ENTRIES_A_PART:
            tell(number / (number + _ENTRIES_A_PART))
    return to_plain(records.harvest)


def read_parts(source: Any, limits: Limits, tell: Callable[..., None]) -> Any:
    """Tell all entries as they stand, in parts of `{"section", "entries"}`; gives their number.

    Of the values beside the lists `owner` comes as a part of its own.
    """
    waiting: list[Any] = []
    at, total = "", 0
    for section, entry in _entries(source, limits):
        most = _PICTURES_A_PART if at == "pictures" else _ENTRIES_A_PART
        if waiting and (section != at or len(waiting) == most):
            tell(0.0, {"section": at, "entries": waiting})
            waiting = []
        at = section
        waiting.append(entry)
        total += 1
    if waiting:
        tell(0.0, {"section": at, "entries": waiting})
    return total


def _entries(source: Any, limits: Limits) -> Iterator[tuple[str, Any]]:
    members = open_members(source, limits)
    if DATA not in members.names:
        raise FileError(f"there is no {DATA} in this, so it is no export of Redleaf's.")
    with members.open(DATA) as member:
        yield from _known(members_of(io.TextIOWrapper(member, "utf-8")))


def _known(members: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    schema = next(members, ("", None))
    if schema != ("schema", SCHEMA):
        raise FileError(
            f"this was written in a shape that this Redleaf does not know ({schema[1]!r:.40}); "
            "a newer Redleaf reads it."
        )
    for name, value in members:
        if name == "owner" or name in SECTIONS:
            yield name, value
        else:
            raise FileError("there is no such list in an export.", place=f"{name:.40}")


IMPORTER = Importer(
    name=NAME,
    title="Redleaf's own export",
    claims=claims,
    reader=read,
    limits=LIMITS,
    suffixes=(".zip",),
)
