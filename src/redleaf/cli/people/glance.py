"""`redleaf people`: the memory at a glance, and what to do where there is nothing in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from redleaf.cli.columns import set_off, wrapped
from redleaf.cli.people.lines import people_lines
from redleaf.web.contacts.selectors.overview import Overview

_EMPTY = (
    "There is nobody here yet.",
    "",
    "  redleaf import FILE…    takes in address books, exports, calendars and mail",
    "  redleaf remember “…”    takes a sentence about somebody you met",
)


def glance_lines(told: Overview, today: dt.date, *, width: int) -> Iterator[str]:
    """Counts, who is fading, and what waits for an answer."""
    if not told.people:
        for line in _EMPTY:
            yield from wrapped(line, width, others=" " * 26) if len(line) > width else [line]
        return
    yield from wrapped(_counts(told), width)
    if told.fading:
        yield ""
        yield set_off("Fading within a month")
        yield from people_lines(told.fading, today, width=width)
    if told.pairs:
        yield ""
        pairs = "1 pair may be one person" if told.pairs == 1 else (
            f"{told.pairs:,} pairs may be one person each"
        )  # fmt: skip
        yield from wrapped(f"{pairs}: redleaf people merge", width)


def glance_json(told: Overview) -> dict[str, object]:
    return {
        "schema": 1,
        "people": told.people,
        "encounters": told.encounters,
        "promises": told.promises,
        "promises_due": told.promises_due,
        "pairs": told.pairs,
        "fading": [each.to_json() for each in told.fading],
    }


def _counts(told: Overview) -> str:
    parts = [
        _count(told.people, "person", "people"),
        _count(told.encounters, "encounter", "encounters"),
    ]
    if told.promises:
        due = f" ({told.promises_due:,} due)" if told.promises_due else ""
        parts.append(_count(told.promises, "promise open", "promises open") + due)
    return ", ".join(parts) + "."


def _count(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {many}"
