"""Encounters told: the day of a recorded one, and that the receiver promised something.

Both are told in any language and in other words than the record's. Each alone proves nothing: a
day is soon guessed, and whoever writes may say that something was promised.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from redleaf.notes.date_mention import DateMention
from redleaf.notes.date_words import LANGUAGES
from redleaf.notes.dates import find_dates
from redleaf.notes.note import Note
from redleaf.notes.rough_days import is_rough
from redleaf.triage.known import Person
from redleaf.triage.memories import PUBLIC_KINDS, Memory
from redleaf.triage.signs import MOST_CHARS, sign

_GRAINS = ("day", "week", "month", "season")
_MONTHS = ("month", "season")


def encounters_told(text: str, person: Person, today: dt.date | None) -> list[Memory]:
    """Days in `text` on which the two met, and a promise where one is on record.

    `today` is the day from which "last Friday" counts; without it only whole dates are read. The
    day of what many took part in is told only beside a promise: it is known to all of them.
    """
    promised = sign("promised", text) if person.promises else ""
    days = list(_days(text, person, today, is_promised=bool(promised)))
    return [*days, Memory("promised", promised)] if promised else days


def _days(
    text: str, person: Person, today: dt.date | None, *, is_promised: bool
) -> Iterator[Memory]:
    private = [met for met in person.encounters if is_promised or met.kind not in PUBLIC_KINDS]
    met_on = [met.on for met in private if met.on]
    for words, mention in _mentions(text[:MOST_CHARS], today):
        for day in met_on:
            if mention.holds(day) and (mention.grain in _MONTHS or not is_rough(day)):
                yield Memory("day", words, day)
                return


@lru_cache(maxsize=256)
def _mentions(text: str, today: dt.date | None) -> tuple[tuple[str, DateMention], ...]:
    """The days that are past, in whichever language; of a short text it is hard to tell."""
    note = Note(text)
    found = {
        (text[each.span.start : each.span.end], each): None
        for language in (note.language, *LANGUAGES)
        for each in find_dates(note, today, language)
        if each.grain in _GRAINS and not (each.is_loose or each.is_ahead)
    }
    return tuple(found)
