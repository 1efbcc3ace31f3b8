"""People in lines: three columns where there is room, two lines where there is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from redleaf.cli.columns import cells, cut, pad, set_off
from redleaf.cli.terminal import printable
from redleaf.contacts.days_in_words import day_in_words
from redleaf.web.contacts.search.finding import Found
from redleaf.web.contacts.selectors.lines import PersonLine

_ROOM_FOR_COLUMNS = 64
_MOST_NAME = 24


def people_lines(
    people: Sequence[PersonLine],
    today: dt.date,
    *,
    width: int,
    numbered: bool = False,
    why: Sequence[Found] = (),
) -> Iterator[str]:
    """A line for each: name, what they do, how the user knows them and when they last met.

    `why` says of each where a search found them; what the line does not show stands below it.
    """
    longest = max((cells(printable(each.name)) for each in people), default=0)
    name_width = min(_MOST_NAME, longest)
    digits = len(str(len(people)))
    for number, each in enumerate(people, 1):
        lead = f"{number:>{digits}}  " if numbered else "  "
        if width >= _ROOM_FOR_COLUMNS:
            yield lead + _columns(each, today, name_width, width - cells(lead))
        else:
            yield lead + _stacked(each, today, width - cells(lead), " " * (cells(lead) + 2))
        if why and (where := _where(why[number - 1], each)):
            yield cut(f"{' ' * cells(lead)}  {where}", width)


def found_json(people: Sequence[PersonLine], found: Sequence[Found]) -> list[dict[str, Any]]:
    """The people of a search, each with the field and the text that answered."""
    return [
        {**line.to_json(), "found": {"field": each.field, "text": each.snippet}}
        for line, each in zip(people, found, strict=True)
    ]


def known_how(person: PersonLine, today: dt.date) -> str:
    """ "met at Museums & Web, 19 Nov"; "" for somebody of whom nothing is known."""
    return ", ".join(filter(None, (printable(person.how), day_in_words(person.last, today))))


def _where(found: Found, person: PersonLine) -> str:
    shown = f"{person.name} {person.role} {person.how}"
    if not found.field or found.snippet in shown:
        return ""
    return printable(f"{found.field}: {' '.join(found.snippet.split())}")


def _columns(person: PersonLine, today: dt.date, name_width: int, width: int) -> str:
    rest = width - name_width - 4
    how = known_how(person, today)
    role_width = min(rest * 2 // 5, rest)
    name = set_off(pad(printable(person.name), name_width))
    role = pad(printable(person.role), role_width)
    return f"{name}  {role}  {cut(how, rest - role_width)}".rstrip()


def _stacked(person: PersonLine, today: dt.date, width: int, indent: str) -> str:
    details = filter(None, (printable(person.role), known_how(person, today)))
    lines = [set_off(cut(printable(person.name), width))]
    return "\n".join([*lines, *(indent + cut(text, width - 2) for text in details)])
