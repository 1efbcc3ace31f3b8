"""How the rows of one table are read: worked out once, from its columns and all of its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redleaf.formats.csv_people.days import is_day_first
from redleaf.formats.csv_people.fields import PERSONAL, Field
from redleaf.formats.csv_people.headers import Headers
from redleaf.formats.csv_people.names import is_flipped
from redleaf.formats.csv_people.phrases import Meaning
from redleaf.formats.csv_people.sheet import Sheet

_DAYS = ("birthday", "anniversary", "occasion")
_WHOLE_NAMES = ("name", "filed_as")


@dataclass(frozen=True, slots=True)
class Plan:
    """`columns` are place, header and field; `labels` the place of the label of a place.

    `is_exact` keeps spaces at the ends of cells. `day_first` and `flipped` are by place: the order
    of days, and whether the column writes "Last, First".
    """

    columns: tuple[tuple[int, str, Field], ...]
    labels: Mapping[int, int]
    is_exact: bool
    is_family_first: bool
    says_nothing: frozenset[str]
    day_first: Mapping[int, bool | None]
    flipped: frozenset[int]

    @property
    def is_of_people(self) -> bool:
        """Whether any column can say who somebody is."""
        return any(column.kind in PERSONAL for _, _, column in self.columns)


def plan_for(
    sheet: Sheet, meanings: Sequence[Meaning], headers: Headers, rows: Sequence[Sequence[str]]
) -> Plan:
    fields = [meaning.field for meaning in meanings]
    names = [*sheet.header, *[""] * (len(fields) - len(sheet.header))]

    def cells(at: int) -> list[str]:
        return [row[at].strip() for row in rows if row[at]]

    return Plan(
        columns=tuple(
            (at, name, field)
            for at, (name, field) in enumerate(zip(names, fields, strict=True))
            if field.kind != "drop" and not field.is_label
        ),
        labels=_labels(fields),
        is_exact=sheet.is_exact,
        is_family_first=headers.is_family_first,
        says_nothing=headers.says_nothing,
        day_first={
            at: is_day_first(cells(at), is_english=headers.is_english)
            for at, field in enumerate(fields)
            if field.kind in _DAYS
        },
        flipped=frozenset(
            at
            for at, field in enumerate(fields)
            if field.kind in _WHOLE_NAMES and is_flipped(cells(at))
        ),
    )


def _labels(fields: Sequence[Field]) -> dict[int, int]:
    """For each column whose label stands in another one, the place of that one."""
    places = {(each.kind, each.group): at for at, each in enumerate(fields) if each.is_label}
    parts = {"street", "extended", "box", "city", "region", "postal_code", "country"}
    found = {}
    for at, each in enumerate(fields):
        kind = "address" if each.kind in parts else each.kind
        if not each.is_label and (kind, each.group) in places:
            found[at] = places[kind, each.group]
    return found
