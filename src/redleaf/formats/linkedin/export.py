"""Reading an export as a whole: find the tables, read each, say what is missing or unreadable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import IO, Any, TypeVar

from redleaf.contacts.harvest import Problem
from redleaf.errors import FileError
from redleaf.formats.guard import read_guarded
from redleaf.formats.limits import DEFAULT_LIMITS, Limits
from redleaf.formats.linkedin.kinds import (
    HEADERS,
    candidates,
    kind_by_header,
    kind_by_name,
    renamed_columns,
)
from redleaf.formats.linkedin.messages import Messages
from redleaf.formats.linkedin.records import Connection, Export, Invitation, Person
from redleaf.formats.linkedin.tables import (
    Invitations,
    read_connections,
    read_emails,
    read_endorsements,
    read_imported,
    read_phones,
    read_positions,
    read_private_notes,
    read_profile,
    read_recommendations,
)
from redleaf.formats.members import Members, open_members
from redleaf.formats.names import shown
from redleaf.formats.sniffing import known_kind
from redleaf.formats.tables import Table, find_table

_Row = TypeVar("_Row", Connection, Invitation)

WHERE_TO_GET_IT = (
    "Ask LinkedIn for a copy of your data (Settings, Data privacy, Get a copy of your data) "
    "and hand in the zip as it comes."
)


def read_export(
    source: bytes | Path,
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[float], None] | None = None,
) -> Export:
    """The export in a zip, a folder or a single CSV, read behind the guard.

    Rows that cannot be read are in `Export.problems`. Raises FileError when nothing can be read:
    another kind of file, a damaged zip, a trap.
    """
    return Export.from_plain(read_guarded(read_unguarded, source, limits, progress=progress))


def read_unguarded(
    source: Path | IO[bytes], limits: Limits, tell: Callable[[float], None]
) -> dict[str, Any]:
    """The same in this process, as plain data; only the guard calls it."""
    return export_in(source, limits, tell).to_plain()


def export_in(
    source: Path | IO[bytes], limits: Limits, tell: Callable[[float], None], *, file: str = ""
) -> Export:
    """The export itself, of the name `file`; only within the guarded child."""
    members = open_members(source, limits)
    reading = _Reading(members, limits, tell, file if members.is_single else "")
    reading.read_all()
    return reading.export()


class _Reading:
    """The state of reading one export."""

    def __init__(
        self, members: Members, limits: Limits, tell: Callable[[float], None], file: str
    ) -> None:
        self._file = file
        self._members = members
        self._limits = limits
        self._tell = tell
        self._found: list[str] = []
        self._problems: list[Problem] = []
        self._remarks: list[str] = []
        self._connections: Counter[Connection] = Counter()
        self._invitations: Counter[Invitation] = Counter()
        self._sides = Invitations()
        self._profile = ("", "")
        self._rest: dict[str, list[Any]] = {kind: [] for kind in _SMALL}
        self._messages = Messages()

    def read_all(self) -> None:
        files = self._files()
        for done, (kind, name) in enumerate(files):
            self._tell(done / len(files))
            self._read_file(kind, name)
        if not self._found:
            first = next(iter(self._problems), Problem("", 0, self._why_nothing()))
            raise FileError(first.what, place=first.file)
        for name in self._members.nested:
            self._remarks.append(f"{shown(name)}, an archive in the archive, was not opened.")

    def export(self) -> Export:
        return Export(
            owner=self._owner(),
            headline=self._profile[1],
            emails=tuple(self._rest["emailaddresses"]),
            connections=tuple(self._connections.elements()),
            invitations=tuple(self._invitations.elements()),
            conversations=tuple(self._messages.conversations()),
            positions=tuple(self._rest["positions"]),
            private_notes=tuple(self._rest["notes"]),
            phones=tuple(self._rest["phonenumbers"]),
            praises=tuple(each for kind in _PRAISES for each in self._rest[kind]),
            imported=tuple(self._rest["contacts"]),
            files=tuple(kind for kind in HEADERS if kind in self._found),
            problems=tuple(self._problems),
            remarks=tuple(self._remarks),
        )

    def _files(self) -> list[tuple[str, str]]:
        """Kind and name of each file, in the order of HEADERS: messages need the names before."""
        if self._members.is_single:
            if kind := known_kind(self._members.head):
                raise FileError(f"this is {kind}, not a LinkedIn export. {WHERE_TO_GET_IT}")
            return [("", self._members.names[0])]
        named = [(kind_by_name(name), name) for name in candidates(self._members.names)]
        order = [*HEADERS, ""]
        return sorted(named, key=lambda each: order.index(each[0]))

    def _read_file(self, kind: str, name: str) -> None:
        """Read one file; without a telling name it counts only where its kind is missing so far."""
        try:
            with self._members.open(name) as raw:
                where = self._file or shown(name) or "the file"
                table = find_table(
                    raw, where, self._wanted(kind), self._limits, renamed=renamed_columns()
                )
                if table:
                    self._read_table(kind or kind_by_header(frozenset(table.columns)), table)
                elif kind:
                    self._problems.append(Problem(shown(name), 0, _no_header(kind)))
        except FileError as error:
            if not error.place:
                raise  # a trap: nothing of this archive is to be trusted
            self._problems.append(Problem(shown(name), 0, error.what))

    def _wanted(self, kind: str) -> Callable[[frozenset[str]], bool]:
        if kind:
            return lambda columns: HEADERS[kind] <= columns
        return lambda columns: kind_by_header(columns) not in ("", *self._found)

    def _read_table(self, kind: str, table: Table) -> None:
        self._found.append(kind)
        try:
            if kind == "connections":
                _add_rows(self._connections, read_connections(table))
            elif kind == "invitations":
                _add_rows(self._invitations, self._sides.read(table))
            elif kind == "messages":
                self._read_messages(table)
            elif kind == "profile":
                self._profile = next(read_profile(table), self._profile)
            else:
                self._rest[kind].extend(_SMALL[kind](table))
        finally:
            self._problems.extend(table.problems)

    def _read_messages(self, table: Table) -> None:
        self._messages.known_names.update(each.name for each in self._connections)
        self._messages.known_names.update(each.who.name for each in self._invitations)
        self._messages.known_names.update({self._profile[0], self._sides.owner.name})
        self._messages.read(table)

    def _owner(self) -> Person:
        owner = self._sides.owner
        return owner if owner.name else Person(self._profile[0], owner.slug)

    def _why_nothing(self) -> str:
        names = self._members.names
        if any(name.startswith("xl/") for name in names):
            return "this is an Excel workbook; hand in the zip from LinkedIn, or save it as CSV."
        if self._members.nested:
            return (
                f"there is only another archive in it ({shown(self._members.nested[0])}); "
                "take that one out and hand it in."
            )
        if self._members.is_single:
            return f"this holds none of the tables of a LinkedIn export. {WHERE_TO_GET_IT}"
        return f"no Connections.csv, Invitations.csv or messages.csv is in it. {WHERE_TO_GET_IT}"


def _add_rows(known: Counter[_Row], rows: Iterable[_Row]) -> None:
    """Equal rows of one file all count; equal rows of two files are the same row.

    When the file breaks off, the rows before the break are kept.
    """
    counts: Counter[_Row] = Counter()
    try:
        counts.update(rows)
    finally:
        known |= counts


_SMALL: dict[str, Callable[[Table], Any]] = {
    "emailaddresses": read_emails,
    "positions": read_positions,
    "notes": read_private_notes,
    "phonenumbers": read_phones,
    "contacts": read_imported,
    "recommendationsreceived": partial(read_recommendations, is_given=False),
    "recommendationsgiven": partial(read_recommendations, is_given=True),
    "endorsementreceivedinfo": partial(read_endorsements, is_given=False),
    "endorsementgiveninfo": partial(read_endorsements, is_given=True),
}
_PRAISES = tuple(kind for kind in _SMALL if kind.startswith(("recommendations", "endorsement")))


def _no_header(kind: str) -> str:
    return f"no line names the columns of LinkedIn's {kind}; nothing in this file was read."
