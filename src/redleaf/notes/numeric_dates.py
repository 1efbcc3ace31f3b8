"""Days in digits alone: 2026-11-12, 12.11.2026, 12/11/2026."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from redleaf.notes import date_ranges as ranges
from redleaf.notes.date_ranges import DateRange
from redleaf.notes.folding import Folded
from redleaf.notes.spans import Span

_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<iso>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d{2}(?!\d))?"
    r"|(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<slashed>\d{4}|\d{2}))(?![\w/-])"
)


def numeric_dates(
    folded: Folded, today: dt.date | None
) -> Iterator[tuple[Span, tuple[DateRange, ...]]]:
    """The spans of such days and what they may mean; with slashes both orders are possible."""
    for match in _NUMERIC.finditer(folded.text):
        found = _meant(match, today)
        if found:
            yield Span(folded.start(match.start()), folded.end(match.end())), found


def _meant(match: re.Match[str], today: dt.date | None) -> tuple[DateRange, ...]:
    if match["iso"]:
        return ranges.day_in(int(match["iso"]), int(match["iso_month"]), int(match["iso_day"]))
    if match["slashed"]:
        year, one, two = _full_year(match["slashed"]), int(match["one"]), int(match["two"])
        return ranges.day_in(year, one, two) + ranges.day_in(year, two, one)
    day, month = int(match["day"]), int(match["month"])
    if match["year"]:
        return ranges.day_in(_full_year(match["year"]), month, day)
    return tuple(ranges.latest_day(today, month, day)) if today else ()


def _full_year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number
