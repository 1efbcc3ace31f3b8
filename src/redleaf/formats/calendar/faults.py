"""What is wrong in the parts of a calendar that are no events: zones, tasks, the calendar itself.

Redleaf reads none of them, but a file that is damaged there may be damaged everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.formats.calendar.components import Component
from redleaf.formats.calendar.lines import Line
from redleaf.formats.calendar.moments import read_moment

_DAYS = frozenset(
    {"DTSTART", "DTEND", "DUE", "COMPLETED", "DTSTAMP", "CREATED", "LAST-MODIFIED", "RECURRENCE-ID"}
)
_CUT_CHARS = 50_000  # a longer line may have been cut by our own reader
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]*+={0,2}\s*")


def faults_in(component: Component) -> Iterator[tuple[int, str]]:
    """The line and the reason of each thing that cannot be read."""
    yield from component.faults
    for line in component.lines:
        if line.name in _DAYS and not _is_day(line):
            yield line.number, f"its {line.name} cannot be read."
        elif line.params.get("ENCODING", "").upper() == "BASE64" and not _is_base64(line):
            yield line.number, f"its {line.name} is damaged."
    if component.name == "VTIMEZONE":
        names = [line for line in component.lines if line.name == "TZID"]
        if len(names) != 1 or not names[0].value.strip():
            yield component.line, "a time zone needs one name."


def _is_day(line: Line) -> bool:
    try:
        read_moment(line.value)
    except (ValueError, OverflowError):
        return False
    return True


def _is_base64(line: Line) -> bool:
    text = line.value.strip()
    return _BASE64.fullmatch(text) is not None and (len(text) % 4 == 0 or len(text) > _CUT_CHARS)
