"""Which column holds what: guessed from headers and cells, changed by the user."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from redleaf.errors import FileError
from redleaf.formats.csv_people.cells import is_single_name, likeness, share_fit
from redleaf.formats.csv_people.fields import ADDRESS_PARTS, EXTRA, REACH, Column, Field, field_of
from redleaf.formats.csv_people.headers import Headers
from redleaf.formats.csv_people.phrases import Meaning
from redleaf.formats.csv_people.sheet import Sheet, open_sheet
from redleaf.formats.csv_people.vocabulary import fold_header
from redleaf.formats.guard import read_guarded
from redleaf.formats.limits import DEFAULT_LIMITS, Limits

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof sir herr frau hr fr m mme mlle sr sra srta sig dott ing mag doc "
    "dhr mevr pan pani ir drs".split()
)
_SAMPLE_CHARS = 60
# The share of cells that have to fit a header that is known, and one that is put together.
_FEW_WHERE_SURE, _FEW = 0.05, 0.5
_LINES = ("street", "address", "extended")


def guess_mapping(
    source: bytes | Path,
    *,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> list[Column]:
    """What each column of a table is taken for, to be shown and changed before it is imported.

    Read behind the guard. `mapping` is what the user said so far, as in the option of the same
    name. Raises FileError when the source is no table.
    """
    options = {"mapping": dict(mapping or {})}
    columns = read_guarded(read_columns, source, limits, options=options)
    return [Column(**each) for each in columns]


def read_columns(
    source: Path | IO[bytes],
    limits: Limits,
    tell: Callable[[float], None],
    *,
    mapping: Mapping[str, str] | None = None,
) -> list[dict[str, Any]]:
    """The same in this process, as plain data; only the guard calls it."""
    tell(0.0)
    data = source.read_bytes() if isinstance(source, Path) else source.read()
    sheet = open_sheet(data, "", limits, named=named_headers(mapping or {}))
    meanings, _ = columns_of(sheet, mapping or {})
    return [asdict(_shown(sheet, at, meaning)) for at, meaning in enumerate(meanings)]


def _shown(sheet: Sheet, at: int, meaning: Meaning) -> Column:
    header = sheet.header[at] if at < len(sheet.header) else ""
    sample = next(filter(None, _cells(sheet, at)), "")
    field, confidence = meaning
    return Column(at + 1, header, sample[:_SAMPLE_CHARS], field.written, confidence)


def columns_of(sheet: Sheet, mapping: Mapping[str, str]) -> tuple[list[Meaning], Headers]:
    """What each column holds, and the headers with the language they were read in."""
    headers = Headers([*sheet.header, *[""] * (sheet.width - len(sheet.header))])
    said = _said(sheet, mapping)
    found = [_checked(meaning, _cells(sheet, at)) for at, meaning in enumerate(headers.meanings())]
    found = [said.get(at, meaning) for at, meaning in enumerate(found)]
    if all(each is None or each.field.kind in ("extra", "setting") for each in found):
        found = [said.get(at) for at in range(sheet.width)]
    _settle_titles(found, sheet)
    _settle_names(found)
    _settle_addresses(found)
    return [
        said.get(at, each) for at, each in enumerate(_guess_rest(found, sheet, headers))
    ], headers


def named_headers(mapping: Mapping[str, str]) -> list[str]:
    """The columns that the user named by their header and not by their number."""
    return [column for column in mapping if not column.isdecimal()]


def _said(sheet: Sheet, mapping: Mapping[str, str]) -> dict[int, Meaning]:
    """The user's own mapping by place. Raises FileError for a column that is not there."""
    places = {str(at + 1): at for at in range(sheet.width)}
    # Of two columns with one header the first is meant.
    named = [(at, each) for at, each in reversed(list(enumerate(sheet.header))) if each]
    places |= {fold_header(each): at for at, each in named} | {each: at for at, each in named}
    said = {}
    for column, field in mapping.items():
        at = places.get(column, places.get(fold_header(column) or column))
        if at is None:
            known = ", ".join(sheet.header) or f"1 to {sheet.width}"
            raise FileError(f"there is no column {column!r:.60}. The columns are {known:.400}.")
        said[at] = Meaning(field_of(field), 1.0)
    return said


def _cells(sheet: Sheet, at: int) -> list[str]:
    return [row[at].strip() for row in sheet.sample if at < len(row)]


def _checked(meaning: Meaning | None, cells: Sequence[str]) -> Meaning | None:
    """A header's meaning, unless the cells say otherwise: "Email: yes" is no address."""
    filled = [cell for cell in cells if cell]
    if meaning is None or meaning.field.is_label or not filled:
        return meaning
    if meaning.confidence == 1.0 and meaning.field.kind in REACH:
        return meaning  # each cell that is no address is kept as it stands
    share = share_fit(meaning.field.kind, filled)
    few = _FEW_WHERE_SURE if meaning.confidence == 1.0 else _FEW
    is_contradicted = share < few and (len(filled) > 2 or share == 0.0)
    return Meaning(EXTRA, 0.3) if is_contradicted else meaning


def _settle_titles(found: list[Meaning | None], sheet: Sheet) -> None:
    """Of a bare "Title" beside a "Job title" the first is the one in front of the name."""
    titles = [at for at, each in enumerate(found) if each and each.field == Field("title")]
    for at in titles:
        cells = [cell.casefold().strip(".") for cell in _cells(sheet, at) if cell]
        is_form = bool(cells) and sum(cell in _TITLES for cell in cells) > 0.5 * len(cells)
        words = fold_header(sheet.header[at]).split() if at < len(sheet.header) else []
        is_bare = any(word.startswith(("tit", "титул")) for word in words[:1])
        if is_bare and (is_form or (len(titles) > 1 and at == titles[0])):
            found[at] = Meaning(Field("prefix"), 0.9)


def _settle_names(found: list[Meaning | None]) -> None:
    """A "Name" beside a first name is the last name; a first name alone is the whole one."""
    kinds = {each.field.kind for each in found if each}
    for at, each in enumerate(found):
        if each and each.field == Field("name") and "given" in kinds and "family" not in kinds:
            found[at] = Meaning(Field("family"), 0.9)
            return
        if each and each.field == Field("given") and not kinds & {"family", "name"}:
            found[at] = Meaning(Field("name"), 0.8)
            return


def _settle_addresses(found: list[Meaning | None]) -> None:
    """Numbers of streets count lines, unless towns are numbered as well; an address is a street
    where its town stands in a column of its own."""
    fields = [each.field for each in found if each]
    towns = {(each.label, each.group) for each in fields if each.kind in ADDRESS_PARTS[3:]}
    streets = {(each.label, each.group) for each in fields if each.kind == "street"}
    for at, each in enumerate(found):
        if each is None or each.field.is_label:
            continue
        kind, label, group, _ = each.field
        if kind == "address" and (label, group) in towns - streets:
            kind = "street"
        elif kind in _LINES and group > 1 and (label, group) not in towns:
            kind = "street" if (label, 1) in towns else kind
            group = 1
        found[at] = Meaning(Field(kind, label, group), each.confidence)


def _guess_rest(found: Sequence[Meaning | None], sheet: Sheet, headers: Headers) -> list[Meaning]:
    """Columns without a known header, by their cells; each kind is guessed where it is missing."""
    kinds = {each.field.kind for each in found if each}
    is_named = bool(kinds & {"name", "given", "family", "filed_as"})
    rest: dict[int, Meaning] = {}
    for at, each in enumerate(found):
        if each is not None:
            continue
        like, share = likeness(_cells(sheet, at))
        kind = field_of(like).kind if like else ""
        taken = kind in kinds
        if kind == "name":  # "Project name" is none of a person
            taken = is_named or headers.has_known_words(at)
        if not like or taken or (kind == "birthday" and sheet.header):
            continue
        rest[at] = Meaning(field_of(like), round(0.7 * share, 2))
        kinds.add(kind)
        is_named = is_named or kind == "name"
    if not sheet.header:
        if not kinds & REACH:
            rest = {}  # words between commas make no table of people
        rest |= _parts_of_names(rest, sheet) if rest else {}
    return [each or rest.get(at) or Meaning(EXTRA, 0.0) for at, each in enumerate(found)]


def _parts_of_names(known: Mapping[int, Meaning], sheet: Sheet) -> dict[int, Meaning]:
    """First and last names in columns without headers: parts of the whole name beside them, or
    else two columns of single names, the first name first."""
    whole = next((at for at, each in known.items() if each.field.kind == "name"), None)
    single = [
        at
        for at in range(sheet.width)
        if at not in known and (cells := list(filter(None, _cells(sheet, at))))
        if sum(is_single_name(cell) for cell in cells) > 0.8 * len(cells)
    ]
    if whole is None:
        pair = dict(zip(single, ("given", "family"), strict=False)) if len(single) > 1 else {}
        return {at: Meaning(Field(kind), 0.5) for at, kind in pair.items()}
    names = _cells(sheet, whole)
    parts = {}
    for kind, begins in (("given", str.startswith), ("family", str.endswith)):
        for at in single:
            pairs = [(n, c) for n, c in zip(names, _cells(sheet, at), strict=False) if n and c]
            if at not in parts and pairs and all(begins(n, c) for n, c in pairs):
                parts[at] = Meaning(Field(kind), 0.6)
                break
    return parts
