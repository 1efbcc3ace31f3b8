"""Clauses without a cue that name an occasion: what stands first, alone, or within the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redleaf.formats.hints import is_given_name, is_place
from redleaf.formats.memory_line import gatherings, meetings
from redleaf.formats.memory_line.clauses import Clause
from redleaf.formats.memory_line.people import name_at
from redleaf.formats.memory_line.pieces import pieces
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.formats.memory_line.whereabouts import note_where
from redleaf.notes.spans import Span

_Clauses = Sequence[Clause]


def read_heading(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """ "Museums & Web 2026: Mira Holt, curator": what stands first, where it is no name."""
    clause = clauses[at]
    span = sheet.trimmed(clause.span)
    if sheet.names or at or at + 1 >= len(clauses):
        return False
    text = span.of(sheet.text)
    if is_place(text) and not is_given_name(text):
        sheet.place = sheet.claim("place", span)
        return True
    meetings.claim_days(sheet, span)
    left = sheet.left_of(span)
    span = Span(left[0].start, left[0].end) if left else span
    is_event = gatherings.event_kind(text) or (clause.closer == ":" and re.search(r"[\d&]", text))
    if not is_event or len(text.split()) > 7 or name_at(sheet, span, may_be_lower=False) == span:
        return False
    note_where(sheet, span, "at")
    return True


def read_gathering(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """ "glaze workshop, Porto, 12 Nov": an event or a place that stands by itself."""
    span = sheet.trimmed(clauses[at].span)
    text = span.of(sheet.text)
    if is_place(text) and not sheet.place:
        sheet.place = sheet.claim("place", span)
        return True
    if sheet.event or len(text.split()) > 5 or not gatherings.event_kind(text):
        return False
    if clauses[at].cue and clauses[at].kind != "noun":
        return False
    note_where(sheet, span, "at")
    return True


def read_occasion(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """ "family dinner at Christmas", "quick beer after work": what was done comes first."""
    span = sheet.trimmed(clauses[at].span)
    head = meetings.head_of(sheet, span)
    last = head.of(sheet.text).split()[-1:]
    if not last or len(head.of(sheet.text).split()) > 4 or sheet.has_met or sheet.event:
        return False
    if not (gatherings.doing_kind(last[0]) and head.end < span.end):
        return False
    meetings.read_meeting(sheet, Span(head.end, span.end), head)
    return True


def read_event_within(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """ "gave me his card at Boat Fair": the event is known, the rest is a note."""
    if sheet.event:
        return False
    for piece in pieces(sheet, sheet.trimmed(clauses[at].span)):
        if piece.lead == "where" and gatherings.event_kind(piece.span.of(sheet.text)):
            meetings.read_piece(sheet, piece)
            return True
    return False
