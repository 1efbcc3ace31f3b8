"""Any table of people: Google, Outlook, Thunderbird, mailing lists, lists of guests, own lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest, Problem
from redleaf.contacts.plain import to_plain
from redleaf.errors import FileError
from redleaf.formats.csv_people.mapping import columns_of, named_headers
from redleaf.formats.csv_people.people import contact_of
from redleaf.formats.csv_people.plan import plan_for
from redleaf.formats.csv_people.sheet import Sheet, open_sheet
from redleaf.formats.importer import Importer
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.members import open_members
from redleaf.formats.names import shown
from redleaf.formats.outside import Outside

_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
_TELL_EVERY = 1_000
_NO_PEOPLE = (
    "no column of this table was recognised as names, e-mail addresses or phone numbers. Say "
    "which columns hold what with a mapping."
)


def claims(outside: Outside) -> int:
    """Tables are known by their name; a text without one may be a table when it has delimiters."""
    if outside.members:
        return int(
            _is_workbook(outside.members) or any(_is_table(name) for name in outside.members)
        )
    if outside.kind:
        return 0
    if outside.suffix in _SUFFIXES[:3]:
        return 2
    first = next(filter(str.strip, outside.text.splitlines()), "")
    return int(any(sign in first for sign in ",;\t|@"))


def read_unguarded(
    source: Path | IO[bytes],
    limits: Limits,
    tell: Callable[[float], None],
    *,
    file: str = "",
    mapping: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A Harvest of the table, or of all tables of a folder or zip, as plain data; for the guard.

    `mapping` says what columns hold, by header or number, as in `fields.py`; others are guessed.
    """
    members = open_members(source, limits)
    names = [each for each in members.names if members.is_single or _is_table(each)]
    if _is_workbook(members.names):
        raise FileError("this is a workbook; save it as CSV in your spreadsheet and hand that in.")
    if not names:
        raise FileError("there is no table in it: no file that ends in .csv, .tsv or .txt.")
    harvest = Harvest("csv")
    people: list[dict[str, Any]] = []
    for at, name in enumerate(names):
        tell(at / len(names))
        label = (file or name) if members.is_single else shown(name)
        try:
            with members.open(name) as raw:
                sheet = open_sheet(raw.read(), label, limits, named=named_headers(mapping or {}))
            people += map(to_plain, _people_of(sheet, mapping or {}, tell))
            harvest.problems += sheet.problems
        except FileError as error:
            if members.is_single:
                raise
            harvest.problems.append(Problem(label, 0, error.what))
    return {**to_plain(harvest), "contacts": people}


IMPORTER = Importer(
    name="csv",
    title="a table of people (CSV)",
    claims=claims,
    reader=read_unguarded,
    options=frozenset({"file", "mapping"}),
    # All rows of an address book stand in memory at once, to see how a column writes its days:
    # 100,000 of six columns take 350 MB, and Outlook writes ninety.
    limits=Limits(memory_bytes=768 * MEGABYTE, seconds=60.0),
    suffixes=_SUFFIXES,
)


def _is_workbook(names: Iterable[str]) -> bool:
    """Whether a zip is a spreadsheet's own file (Excel, LibreOffice, Numbers)."""
    inner = set(names)
    return bool(inner & {"xl/workbook.xml", "content.xml", "Index/Document.iwa"})


def _is_table(name: str) -> bool:
    path = Path(name.replace("\\", "/"))
    is_hidden = any(part.startswith((".", "__")) for part in path.parts)
    return path.suffix.casefold() in _SUFFIXES and not is_hidden


def _people_of(
    sheet: Sheet, mapping: Mapping[str, str], tell: Callable[[float], None]
) -> Iterator[Contact]:
    columns, headers = columns_of(sheet, mapping)
    rows = list(sheet.rows())
    plan = plan_for(sheet, columns, headers, [cells for _, cells in rows])
    if not plan.is_of_people:
        raise FileError(_NO_PEOPLE)
    for at, (line, cells) in enumerate(rows):
        if at % _TELL_EVERY == 0:
            tell(at / len(rows))
        contact = contact_of(cells, f"{sheet.file}:{line}", plan)
        if contact is None:
            sheet.skip(line, "says neither a name nor how to reach somebody; it was left out.")
        else:
            yield contact
