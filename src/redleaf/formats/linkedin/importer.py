"""LinkedIn's data export: connections, invitations, messages and what was said of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

from redleaf.formats.importer import Importer
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.linkedin.export import export_in
from redleaf.formats.linkedin.harvest import harvest_of
from redleaf.formats.linkedin.kinds import (
    candidates,
    kind_by_header,
    kind_by_name,
    renamed_columns,
)
from redleaf.formats.outside import Outside
from redleaf.formats.tables import DELIMITERS, folded_header, split_row

# Tables that only an export of LinkedIn has, by name or by columns; others need company.
_TELLING = frozenset(("connections", "invitations"))
_TELLING_HEADERS = _TELLING | {
    "messages",
    "contacts",
    "notes",
    "endorsementreceivedinfo",
    "endorsementgiveninfo",
}
_HEADER_LINES = 40


def claims(outside: Outside) -> int:
    """A zip or folder by the names of its tables, a single table by its columns."""
    if outside.members:
        kinds = {kind_by_name(name) for name in candidates(outside.members)} - {""}
        is_named = "linkedin" in outside.name.casefold()
        return 3 if kinds & _TELLING or len(kinds) > 2 or (kinds and is_named) else 0
    if outside.kind:
        return 0
    return 3 if _header_kind(outside.text.splitlines()[:_HEADER_LINES]) in _TELLING_HEADERS else 0


def read_unguarded(
    source: Path | IO[bytes],
    limits: Limits,
    tell: Callable[[float], None],
    *,
    file: str = "",
) -> dict[str, Any]:
    """A Harvest of the export as plain data; only the guard calls it."""
    return harvest_of(export_in(source, limits, tell, file=file))


IMPORTER = Importer(
    name="linkedin",
    title="LinkedIn's data export",
    claims=claims,
    reader=read_unguarded,
    options=frozenset({"file"}),
    # 60,000 connections, or half as many with 200,000 messages, take 350 MB as plain data.
    limits=Limits(memory_bytes=512 * MEGABYTE, seconds=60.0),
    suffixes=(".zip", ".csv"),
)


def _header_kind(lines: Iterable[str]) -> str:
    renamed = renamed_columns()
    for line in lines:
        for delimiter in DELIMITERS:
            columns = folded_header(split_row(line, delimiter) or [])
            kind = kind_by_header(frozenset(renamed.get(each, each) for each in columns))
            if kind:
                return kind
    return ""
