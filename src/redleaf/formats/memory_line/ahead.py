"""Days ahead: "by Friday", "next week", "end of the month", "in two weeks", "on the 3rd".

The words are those of `redleaf.notes.date_words`; here they count forward from today.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from redleaf.formats.memory_line import festivals
from redleaf.notes import date_ranges as ranges
from redleaf.notes.date_ranges import DateRange
from redleaf.notes.date_tokens import DateTokens
from redleaf.notes.note import Note
from redleaf.notes.numeric_dates import numeric_dates
from redleaf.notes.spans import Span


class Ahead(NamedTuple):
    """Where a day is named, and what it may mean: nothing known, one stretch, or two days."""

    span: Span
    meant: tuple[DateRange, ...]


def ahead_in(note: Note, today: dt.date, language: str) -> list[Ahead]:
    """Every day that is named and is today or later, in the order of the text."""
    found: list[Ahead] = []
    for each in _candidates(note, today, language):
        if not any(each.span.overlaps(other.span) for other in found):
            found.append(each)
    return sorted(found)


def _candidates(note: Note, today: dt.date, language: str) -> Iterator[Ahead]:
    for span, meant in numeric_dates(note.folded, today):
        yield Ahead(span, _not_past(meant, today))
    for span, day_of in festivals.festivals(note.folded):
        day = festivals.coming(day_of, today)
        yield Ahead(span, ((day, day),))
    for pattern, count in _PHRASES:
        for match in pattern.finditer(note.folded.text):
            span = Span(note.folded.start(match.start()), note.folded.end(match.end()))
            yield Ahead(span, count(today))
    yield from _Reader(note, today, language).all()


def _not_past(meant: tuple[DateRange, ...], today: dt.date) -> tuple[DateRange, ...]:
    coming = tuple(dict.fromkeys(each for each in meant if each[1] >= today))
    return coming or meant[:1]


class _Reader(DateTokens):
    """Reads the tokens of one line, left to right."""

    def __init__(self, note: Note, today: dt.date, language: str) -> None:
        super().__init__(note, today, language)
        self.day = today

    def all(self) -> Iterator[Ahead]:
        at = 0
        while at < len(self.tokens):
            found = self._at(at)
            if found is None:
                at += 1
                continue
            after, meant = found
            yield Ahead(self.span(at, after), meant)
            at = after

    def _at(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        for read in (
            self._phrase, self._end_of, self._counted, self._day_of_month, self._turned,
            self._weekday, self._month_or_year, self._bare_day,
        ):  # fmt: skip
            found = read(at)
            if found is not None:
                return found
        return None

    def _phrase(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        """ "today", "tomorrow", "übermorgen"."""
        kind, number, after = self.kind_of_phrase(at)
        if kind == "day" and number <= 0:
            return after, (ranges.around(self.day, number, number),)
        return None

    def _end_of(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        """ "end of the month", "Ende nächster Woche", "fin mars"."""
        part = self.part(at)
        if part is None or part[0] != "late":
            return None
        at = part[1]
        while at < len(self.tokens) and self.tokens[at].word in _SMALL:
            at += 1
        if at >= len(self.tokens):
            return None
        turn = self.turn(at)
        at += turn is not None
        unit = self.number(at, "unit")
        if unit in (7, 30, 365):
            turn = turn or self.turn(at + 1)
            ends = self._unit(unit, is_next=turn == "next")[1]
            return at + 1 + (turn is not None and self.turn(at + 1) is not None), ((ends, ends),)
        month = self.number(at, "month")
        if month is not None:
            ends = self._month(month)[1]
            return at + 1, ((ends, ends),)
        return None

    def _counted(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        """ "in two weeks", "within ten days", "dans un mois"."""
        if self.tokens[at].word not in _WITHIN:
            return None
        start = at + 1
        while start < len(self.tokens) and self.tokens[start].word in ("the", "next", "de"):
            start += 1
        count = self.count(start) if start < len(self.tokens) else None
        if count is None:
            return None
        number, after, _ = count
        unit = self.number(after, "unit")
        if unit is None:
            return None
        day = self._later(number, unit)
        return after + 1, ((day, day),)

    def _later(self, number: float, unit: int) -> dt.date:
        if unit < 30:
            return ranges.back(self.day, -round(number * unit))
        months = self.day.month - 1 + round(number * unit / 30.44)
        year, month = min(self.day.year + months // 12, dt.MAXYEAR), months % 12 + 1
        return dt.date(year, month, min(self.day.day, calendar.monthrange(year, month)[1]))

    def _day_of_month(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        """ "12 November", "the 12th of November 2027", "November 12th"."""
        day, after, month = self.day_number(at), at + 1, None
        if day is not None:
            while after < len(self.tokens) and self.tokens[after].word in ("of", "de"):
                after += 1
            month = self.number(after, "month") if self.joins(after) else None
        elif self.number(at, "month") is not None:
            month, day = self.number(at, "month"), self.day_number(after)
        if day is None or month is None:
            return None
        year = self.year(after + 1) if self.joins(after + 1) else None
        meant = self._dated(year, month, day)
        return (after + 1 + (year is not None), meant) if meant else None

    def _dated(self, year: int | None, month: int, day: int) -> tuple[DateRange, ...]:
        if year is not None:
            return ranges.day_in(year, month, day)
        for each in range(self.day.year, min(self.day.year + 5, dt.MAXYEAR + 1)):
            meant = ranges.day_in(each, month, day)
            if meant and meant[0][0] >= self.day:
                return meant
        return ()

    def _turned(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        """ "next week", "this month", "la semaine prochaine", "next Friday"."""
        before = self.turn(at)
        noun = at + 1 if before else at
        turn = before or self.turn(noun + 1)
        if turn not in ("this", "next") or noun >= len(self.tokens):
            return None
        after = noun + 1 if before else noun + 2
        weekday = self.number(noun, "weekday")
        if weekday is not None:
            return after, (ranges.next_weekday(self.day, weekday),)
        unit, month = self.number(noun, "unit"), self.number(noun, "month")
        if unit in (7, 30, 365):
            return after, (self._unit(unit, is_next=turn == "next"),)
        return (after, (self._month(month),)) if month else None

    def _unit(self, unit: int, *, is_next: bool) -> DateRange:
        first, last = ranges.this_of(self.day, unit)
        if is_next:
            first, last = ranges.this_of(ranges.back(last, -1), unit)
        return max(first, self.day), last

    def _weekday(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        weekday = self.number(at, "weekday")
        if weekday is None or (self.is_lone_ambiguous(at) and not self._is_headed(at)):
            return None
        return at + 1, (ranges.next_weekday(self.day, weekday),)

    def _month_or_year(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        """ "in January", "by May 2027", "in 2027"."""
        year = self.year(at)
        if year is not None:
            return at + 1, (ranges.year(year),)
        month = self.number(at, "month")
        if month is None or (self.is_lone_ambiguous(at) and not self._is_headed(at)):
            return None
        year = self.year(at + 1) if self.joins(at + 1) else None
        if year is not None:
            return at + 2, (ranges.month(year, month),)
        return at + 1, (self._month(month),)

    def _month(self, number: int) -> DateRange:
        year = self.day.year + (number < self.day.month)
        return ranges.month(min(year, dt.MAXYEAR), number)

    def _bare_day(self, at: int) -> tuple[int, tuple[DateRange, ...]] | None:
        """ "on the 3rd", "by the 3rd", "bis zum 3.", "le 3"."""
        day, word = self.day_number(at), self.tokens[at].word
        before = self.tokens[at - 1].word if at else ""
        is_ordinal = not word.isdigit() or self.text[self.tokens[at].end :].startswith(".")
        if day is None or not (before in _THE and (is_ordinal or before in ("le", "el"))):
            return None
        year, month = self.day.year, self.day.month
        for _ in range(3):
            meant = ranges.day_in(year, month, day)
            if meant and meant[0][0] >= self.day:
                return at + 1, meant
            year, month = (year, month + 1) if month < 12 else (min(year + 1, dt.MAXYEAR), 1)
        return None

    def _is_headed(self, at: int) -> bool:
        return bool(at) and self.tokens[at - 1].word in _UNTIL


def _weekend(today: dt.date) -> tuple[DateRange, ...]:
    saturday = ranges.back(today, -((5 - today.weekday()) % 7))
    return ((saturday, ranges.back(saturday, -1)),)


def _sunday(today: dt.date) -> tuple[DateRange, ...]:
    """The end of the week is its Friday for those who work, and never past."""
    friday = ranges.back(today, -max(4 - today.weekday(), 0))
    return ((friday, friday),)


def _end_of_month(today: dt.date) -> tuple[DateRange, ...]:
    ends = ranges.month(today.year, today.month)[1]
    return ((ends, ends),)


_PHRASES = (
    (re.compile(r"\b(?:the )?day after tomorrow\b|\bapres-demain\b|\bpasado manana\b"),
     lambda today: (ranges.around(today, -2, -2),)),
    (re.compile(r"(?<!la )(?<!esta )(?<!por )\bmanana\b"),
     lambda today: (ranges.around(today, -1, -1),)),
    (re.compile(r"\b(?:eod|cob|end of (?:the )?day|close of business)\b"),
     lambda today: ((today, today),)),
    (re.compile(r"\b(?:eow|end of (?:the |this )?week|ende der woche|fin de semaine)\b"), _sunday),
    (re.compile(r"\b(?:eom|month'?s? end|monatsende|fin de mes)\b"), _end_of_month),
    (re.compile(r"\b(?:(?:this|at the|on the|over the|am|ce|el) )?"
                r"(?:weekend|wochenende|week-end|fin de semana)\b"), _weekend),
)  # fmt: skip
_SMALL = frozenset("the of this der des dem du de la le el del den".split())
_WITHIN = frozenset("in within innerhalb binnen dans en dentro".split())
_THE = frozenset("the am zum le el".split())
_UNTIL = frozenset("by until till before bis vor avant in on next this antes para".split())
