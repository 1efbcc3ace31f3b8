"""Days in words and digits: "last Thursday", "three weeks ago", "12 November", "spring 1977".

A closed grammar, no guessing: what it does not know it leaves. Languages: en de fr es it pt nl.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from redleaf.notes import date_ranges as ranges
from redleaf.notes.date_mention import DateMention
from redleaf.notes.date_ranges import DateRange
from redleaf.notes.date_tokens import DateTokens
from redleaf.notes.decades import decade
from redleaf.notes.note import Note
from redleaf.notes.numeric_dates import numeric_dates

__all__ = ["DateMention", "find_dates"]


def find_dates(note: Note, today: dt.date | None, language: str = "") -> list[DateMention]:
    """Every day that `note` names, in order; `today` is what "last Thursday" counts from.

    `language` is a BCP 47 code; the note's own guess when empty.
    """
    return list(_Reader(note, today, language or note.language).mentions())


class _Found(NamedTuple):
    mention: DateMention
    after: int


class _Reader(DateTokens):
    """Reads the tokens of one note, left to right."""

    def mentions(self) -> Iterator[DateMention]:
        digits = [
            DateMention(span, "day", found, is_relative=False)
            for span, found in numeric_dates(self.folded, self.today)
        ]
        yield from digits
        taken = {place for each in digits for place in range(*each.span)}
        after = 0
        for at in self.beginnings():
            found = self._at(at) if at >= after else None
            if found is None or not taken.isdisjoint(range(*found.mention.span)):
                continue
            yield found.mention
            after = found.after

    def _at(self, at: int) -> _Found | None:
        for read in _PATTERNS:
            found = read(self, at)
            if found is not None:
                return found
        return None

    # The patterns, the longest and surest first.

    def _phrase(self, at: int) -> _Found | None:
        kind, number, after = self.kind_of_phrase(at)
        if kind not in ("day", "loose"):
            return None
        span = self.span(at, after)
        if kind == "loose":
            found = self.counted_from_today(lambda today: [ranges.around(today, 0, number)])
            return _Found(DateMention(span, "span", found, is_loose=True), after)
        found = self.counted_from_today(lambda today: [ranges.around(today, number, number)])
        return _Found(DateMention(span, "day", found, is_ahead=number < 0), after)

    def _counted(self, at: int) -> _Found | None:
        """ "three weeks ago", "vor drei Wochen", "after seventeen years"."""
        start = at
        kind, _, after_head = self.kind_of_phrase(at)
        is_headed = kind == "before"
        if is_headed:
            at = after_head
        count = self.count(at)
        if count is None:
            return None
        number, at, slack = count
        unit = self.number(at, "unit")
        if unit is None or not self.joins(at):
            return None
        at += 1
        tail, _, after_tail = self.kind_of_phrase(at)
        if tail in ("ago", "later") and self.joins(at):
            at = after_tail
        elif self._is_counted_on(at):
            at += 1
        elif not is_headed and not self.is_said_to_have_been(start):
            return None
        slack = max(slack, self.slack_before(start))
        found = self.counted_from_today(lambda today: [ranges.ago(today, number, unit, slack)])
        if start and self.words.has(self.tokens[start - 1].word, "in") and not is_headed:
            return None
        grain = "day" if unit == 1 else "span"
        return _Found(DateMention(self.span(start, at), grain, found), at)

    def _is_counted_on(self, at: int) -> bool:
        """ "three days on, …" and not "three days on the road"."""
        if self.language != "en" or at >= len(self.tokens) or self.tokens[at].word != "on":
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return (
            after is None
            or after.word in _GOES_ON
            or "," in self.text[self.tokens[at].end : after.start]
        )

    def _turned(self, at: int) -> _Found | None:
        """ "last Thursday", "this week", "next month", "jeudi dernier"."""
        before = self.turn(at)
        noun = at + 1 if before else at
        after = noun + 1
        turn = before or self.turn(after)
        if turn is None or noun >= len(self.tokens) or not self.joins(max(noun, at + 1)):
            return None
        if not before:
            after += 1
        made = self._turned_ranges(noun, turn)
        # "At Kiln Week last Thursday": the turn belongs to the day behind it.
        if made is None or (not before and self._turned_ranges(after, turn)):
            return None
        grain, found = made
        # "March 2019" after "last" is a month of that year, and read as such.
        if before and self.year(after) is not None:
            return None
        return _Found(
            DateMention(self.span(at, after), grain, found, is_ahead=turn == "next"), after
        )

    def _turned_ranges(self, at: int, turn: str) -> tuple[str, tuple[DateRange, ...]] | None:
        weekday = self.number(at, "weekday")
        if weekday is not None:
            return "day", self.counted_from_today(
                lambda today: ranges.turned_weekday(today, weekday, turn)
            )
        unit = self.number(at, "unit")
        if unit is not None and unit > 1:
            grain = {7: "week", 30: "month", 365: "year"}.get(unit, "span")
            return grain, self.counted_from_today(
                lambda today: ranges.turned_unit(today, unit, turn)
            )
        month, season = self.number(at, "month"), self.number(at, "season")
        if month is not None:
            return "month", self.counted_from_today(
                lambda today: ranges.turned_month(today, month, turn)
            )
        if season is not None:
            return "season", self.counted_from_today(
                lambda today: ranges.turned_season(today, season, turn)
            )
        return None

    def _day_of_month(self, at: int) -> _Found | None:
        """ "12 November 2026", "the 12th of November", "November 12th", "12. November"."""
        day, month, after = self.day_number(at), None, at + 1
        if day is not None:
            while after < len(self.tokens) and self.tokens[after].word in ("of", "de", "di"):
                after += 1
            month = self.number(after, "month") if self.joins(after) else None
        else:
            month = self.number(at, "month")
            while after < len(self.tokens) and self.tokens[after].word == "the":
                after += 1
            day = self.day_number(after) if month and self.joins(after) else None
        if day is None or month is None:
            return None
        return self._dated(at, after + 1, day, month)

    def _dated(self, at: int, after: int, day: int, month: int) -> _Found | None:
        if after < len(self.tokens) and self.tokens[after].word in ("of", "de"):
            year = self.year(after + 1)
            after += year is not None
        else:
            year = self.year(after) if self.joins(after) else None
        if year is not None:
            found = ranges.day_in(year, month, day)
            after += 1
        else:
            found = self.counted_from_today(lambda today: ranges.latest_day(today, month, day))
        if not found and (year is not None or self.today):
            return None
        return _Found(DateMention(self.span(at, after), "day", found, is_relative=False), after)

    def _month_or_season(self, at: int) -> _Found | None:
        """ "in March", "November 2026", "early spring", "end of May"."""
        part = self.part(at)
        start, at = at, part[1] if part else at
        month, season = self.number(at, "month"), self.number(at, "season")
        if (month or season) is None or not (at == start or self.joins(at)):
            return None
        after = at + 1
        if after < len(self.tokens) and self.tokens[after].word in ("of", "de"):
            after += 1
        year = self.year(after) if self.joins(after) else None
        if year is None and not part and self.is_lone_ambiguous(at):
            return None
        after = after + 1 if year is not None else at + 1
        found = self._month_or_season_ranges(month, season, year)
        if part:
            found = tuple(ranges.part_of(each, part[0]) for each in found)
        grain = "month" if month else "season"
        mention = DateMention(self.span(start, after), grain, found, is_relative=year is None)
        return _Found(mention, after)

    def _month_or_season_ranges(
        self, month: int | None, season: int | None, year: int | None
    ) -> tuple[DateRange, ...]:
        if month:
            if year is not None:
                return (ranges.month(year, month),)
            return self.counted_from_today(
                lambda today: [ranges.month(ranges.latest_month(today, month), month)]
            )
        number = season or 1
        if year is not None:
            # The winter of 1977 began in 1976 or in 1977.
            years = (year, year - 1) if number == 4 else (year,)
            return tuple(ranges.season(each, number) for each in years if each > 1)
        return self.counted_from_today(lambda today: ranges.latest_seasons(today, number)[:1])

    def _weekday(self, at: int) -> _Found | None:
        weekday = self.number(at, "weekday")
        if weekday is None or self.is_lone_ambiguous(at):
            return None
        before = self.tokens[at - 1].word if at else ""
        if before in _EVERY:
            return None
        span, after = self.span(at, at + 1), at + 1
        if before in _ANY:
            return _Found(DateMention(span, "day", weekday=weekday, is_loose=True), after)
        is_ahead = before in _UNTIL
        turn = "next" if is_ahead else ""
        week = self._of_last_week(after)
        if week:
            span, after, turn = self.span(at, week), week, "of last week"
        found = self.counted_from_today(lambda today: ranges.turned_weekday(today, weekday, turn))
        return _Found(DateMention(span, "day", found, is_ahead=is_ahead), after)

    def _of_last_week(self, at: int) -> int:
        """The index after "of last week", or 0."""
        words = [token.word for token in self.tokens[at : at + 3]]
        if words[:1] == ["of"]:
            return at + 3 if self.words.has(words[1] if len(words) > 1 else "", "last") else 0
        return 0

    def _year_alone(self, at: int) -> _Found | None:
        year = self.year(at)
        if year is None:
            return None
        mention = DateMention(
            self.span(at, at + 1), "year", (ranges.year(year),), is_relative=False
        )
        return _Found(mention, at + 1)

    def _bare_day(self, at: int) -> _Found | None:
        """ "on the 16th", "am 16."."""
        word = self.tokens[at].word
        day = self.day_number(at)
        before = [token.word for token in self.tokens[max(0, at - 2) : at]]
        if day is None or word.isdigit() or before not in (["on", "the"], ["since", "the"]):
            return None
        found = self.counted_from_today(lambda today: ranges.latest_day_of_month(today, day))
        return _Found(DateMention(self.span(at, at + 1), "day", found), at + 1)

    def _decade(self, at: int) -> _Found | None:
        """ "1970s", "the '70s", "the early nineties"."""
        whole = decade(self.tokens[at].word)
        if whole is None:
            return None
        mention = DateMention(self.span(at, at + 1), "span", (whole,), is_relative=False)
        return _Found(mention, at + 1)


_PATTERNS = (
    _Reader._phrase,
    _Reader._counted,
    _Reader._day_of_month,
    _Reader._turned,
    _Reader._month_or_season,
    _Reader._weekday,
    _Reader._year_alone,
    _Reader._bare_day,
    _Reader._decade,
)
_GOES_ON = frozenset("and i we you it still".split())
_EVERY = frozenset("every each any most jeden chaque tous cada ogni elke".split())
_ANY = frozenset("a an einem einen un una um uma een".split())
_UNTIL = frozenset("by until till bis d'ici para entro ate tegen before".split())
