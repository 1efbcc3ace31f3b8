"""What the user said they would do: the words after "I promised", "owe her", and the day due."""

from __future__ import annotations

import re

from redleaf.contacts.encounters import When
from redleaf.formats.memory_line.days import Day, days_ahead
from redleaf.formats.memory_line.people import name_at, names_apart
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.note import Note
from redleaf.notes.spans import Span

# Who gets it, where it stands before what they get: "promised her the list", "schulde ihr".
_TO_WHOM = re.compile(
    r"(?i)\s*(?:(?:to )?(?:her|him|them)(?=\s+(?:the|a|an|some|my|our|two|three|to|that|one|\d|"
    r"[a-z]+s\b))|ihr|ihm|ihnen|lui)(?=\s)\s*(?:to\s+(?=[a-z]))?|\s*to\s+(?=[a-z])"
)
_OWE = re.compile(
    r".*(?:owe|promis|offered|versproch|zugesagt|angeboten|versprach|schulde|prometi|debo)"
)


def read_promise(sheet: Sheet, span: Span, cue: Span) -> bool:
    """Read what follows a promise's cue; False when nothing is promised."""
    due = _due(sheet, span)
    left = [each for each in sheet.left_of(span) if due is None or not each.overlaps(due.span)]
    if due is not None:
        sheet.claim("due", due.span)
        left = sheet.left_of(span)
    if not left:
        return False
    whole = Span(left[0].start, left[-1].end)
    to_whom = _TO_WHOM.match(sheet.text, whole.start, whole.end)
    if to_whom and _OWE.match(cue.of(sheet.flat)):
        sheet.claim("joining", Span(whole.start, to_whom.end()))
    elif _OWE.match(cue.of(sheet.flat)):
        _claim_receiver(sheet, whole)
    texts = [sheet.claim("promise", each) for each in sheet.left_of(span)]
    if not texts:
        return False
    sheet.claim("joining", cue)
    sheet.promises.append((" ".join(texts), due.when if due else When()))
    return True


def is_due(sheet: Sheet, span: Span) -> Day | None:
    """The day when all of `span` says when a promise is due ("by Friday")."""
    due = _due(sheet, span)
    if due is None:
        return None
    rest = sheet.text[span.start : due.span.start] + sheet.text[due.span.end : span.end]
    return None if re.search(r"\w", rest) else due


def add_due(sheet: Sheet, day: Day) -> None:
    """Give the last promise its day."""
    text, _ = sheet.promises[-1]
    sheet.promises[-1] = (text, day.when)
    sheet.claim("due", day.span)


def _claim_receiver(sheet: Sheet, span: Span) -> None:
    """ "owe Ana 20 euros": whom it is owed to is no part of what is owed."""
    name = name_at(sheet, span, may_be_lower=False)
    if name is None or not sheet.left_of(Span(name.end, span.end)):
        return
    if not sheet.names:
        sheet.names.append(sheet.claim("name", name))
    elif not names_apart(sheet.names, name.of(sheet.text)):
        sheet.claim("joining", name)


# "the May figures", "her Friday list": such a day tells what is owed, not when.
_OF_A_THING = re.compile(r"(?i)\b(?:the|an?|my|our|her|his|their|your)\s$")


def _due(sheet: Sheet, span: Span) -> Day | None:
    """The last day that is named: what is owed may have days of its own ("the May figures")."""
    text = span.of(sheet.text)
    found = days_ahead(Note(text), sheet.today, sheet.language)
    for day in reversed(found):
        at = Span(span.start + day.span.start, span.start + day.span.end)
        if sheet.is_free(at) and not _OF_A_THING.search(text, 0, day.span.start):
            return Day(at, day.when, day.is_unclear)
    return None
