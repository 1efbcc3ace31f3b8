"""Days of a memory line: where it names one, and which it is, behind today or ahead of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from redleaf.contacts.encounters import When
from redleaf.formats.memory_line import festivals
from redleaf.formats.memory_line.ahead import ahead_in
from redleaf.notes import date_ranges as ranges
from redleaf.notes.date_ranges import DateRange
from redleaf.notes.dates import DateMention, find_dates
from redleaf.notes.note import Note
from redleaf.notes.spans import Span

# Longer than a year, so that neither a month nor a season is the same one again.
_LONG = dt.timedelta(days=400)


class Day(NamedTuple):
    """A day that is named: where, when, and the words "on", "by", "before" with it in `span`.

    `is_unclear` marks digits that may be two different days; `when` has only their words then.
    """

    span: Span
    when: When
    is_unclear: bool = False


def days_behind(note: Note, today: dt.date, language: str) -> list[Day]:
    """The days that a line about the past names; "Thursday" is the last one."""
    return [
        _lasting(each, _behind_all, today, language) for each in _behind_all(note, today, language)
    ]


def _behind_all(note: Note, today: dt.date, language: str) -> list[Day]:
    found: list[Day] = []
    mentions = (_behind(note, each, today) for each in find_dates(note, today, language))
    named = (
        _years(note, today), _weekends(note, today), _named_behind(note, today), mentions,
        _odd_days(note, today),
    )  # fmt: skip
    for day in filter(None, chain.from_iterable(named)):
        if not any(day.span.overlaps(each.span) for each in found):
            found.append(day)
    return sorted(found, key=lambda each: each.span)


def days_ahead(note: Note, today: dt.date, language: str) -> list[Day]:
    """The days that a promise names; "Friday" is the next one, "before Friday" the day before."""
    return [
        _lasting(each, _ahead_all, today, language) for each in _ahead_all(note, today, language)
    ]


def _lasting(
    day: Day, days: Callable[[Note, dt.date, str], list[Day]], today: dt.date, language: str
) -> Day:
    """The day without words that mean another day on another day: "last month" would soon lie."""
    if day.when.first is None or not day.when.words:
        return day
    other_day = today + _LONG if today < dt.date.max - _LONG else today - _LONG
    later = days(Note(day.when.words), other_day, language)
    if any((each.when.first, each.when.last) == (day.when.first, day.when.last) for each in later):
        return day
    return day._replace(when=When(day.when.first, day.when.last))


def _ahead_all(note: Note, today: dt.date, language: str) -> list[Day]:
    found = []
    for span, meant in ahead_in(note, today, language):
        whole = _with_head(note.text, span)
        before = _BEFORE.match(note.text[whole.start : span.start])
        words = whole if before else span
        found.append(Day(whole, _due(words.of(note.text), meant, is_before=bool(before))))
    return found


def _due(words: str, meant: tuple[DateRange, ...], *, is_before: bool) -> When:
    if len(meant) != 1:
        return When(words=words)
    first, last = meant[0]
    if is_before:
        first = last = ranges.back(first, 1)
    return When(first, last, "" if first == last and not is_before else words)


def _years(note: Note, today: dt.date) -> Iterator[Day]:
    """ "From 2016 to 2019", "2012-2015": as long as it lasted, as far as it is behind."""
    for match in _FROM_YEAR_TO_YEAR.finditer(note.text):
        (first, _), (_, last) = (ranges.year(int(match[end])) for end in ("first", "last"))
        if first <= last and first <= today:
            span = Span(*match.span())
            when = When(first, min(last, today), f"{match['first']}–{match['last']}")
            yield Day(_with_head(note.text, span), when)


def _named_behind(note: Note, today: dt.date) -> Iterator[Day]:
    for span, day_of in festivals.festivals(note.folded):
        year = re.match(r" ?(?:of |in |de )?((?:19|20)\d\d)\b", note.text[span.end :])
        if year:
            day = day_of(int(year[1]))
            span = Span(span.start, span.end + year.end())
        else:
            day = festivals.latest(day_of, today)
        yield Day(_with_head(note.text, span), When(day, day, span.of(note.text)))


def _weekends(note: Note, today: dt.date) -> Iterator[Day]:
    for pattern, count in _ODD:
        for match in pattern.finditer(note.folded.text):
            span = Span(note.folded.start(match.start()), note.folded.end(match.end()))
            first, last = count(today)
            yield Day(_with_head(note.text, span), When(first, last, span.of(note.text)))


def _odd_days(note: Note, today: dt.date) -> Iterator[Day]:
    """Times that no calendar has ("when I was at school"), and 12/11."""
    for match in _ONCE.finditer(note.text):
        yield Day(Span(*match.span()), When(words=match.group().strip()))
    for match in _SHORT.finditer(note.text):
        day = _short_day(match, today)
        if day:
            yield Day(_with_head(note.text, Span(*match.span())), *day)


def _short_day(match: re.Match[str], today: dt.date) -> tuple[When, bool] | None:
    """ "12/11": of the two days it may be, the ones that are not ahead of this year's today."""
    one, two = int(match[1]), int(match[2])
    meant = {
        each[0][0]
        for month, day in ((one, two), (two, one))
        if (each := ranges.day_in(today.year, month, day)) and each[0][0] <= today
    }
    if len(meant) == 1:
        day = meant.pop()
        return When(day, day), False
    return (When(words=match.group()), True) if meant else None


def _behind(note: Note, mention: DateMention, today: dt.date) -> Day | None:
    if mention.weekday is not None:
        return None
    if _is_in_a_name(note.text, mention):
        return None
    words = mention.span.of(note.text)
    span = _with_head(note.text, mention.span)
    past = tuple(dict.fromkeys(each for each in mention.ranges if each[0] <= today))
    if not past:
        return None
    if len(past) > 1 and "/" in words:
        return Day(span, When(words=words), is_unclear=True)
    first, last = past[0][0], min(past[0][1], today)
    if mention.grain == "season":  # its three whole months, without the soft end of claims
        last = min(last, ranges.back(ranges.back(first, -95).replace(day=1), 1))
    return Day(span, When(first, last, "" if first == last else words))


def _is_in_a_name(text: str, mention: DateMention) -> bool:
    """ "Glass Days 2026", "the Tuesday market": the day belongs to what it stands beside."""
    before, after = text[: mention.span.start], text[mention.span.end :]
    if mention.grain == "year":
        return re.search(r"(?:[A-Z&][\w'’]*) $", before) is not None and not _HEAD.search(before)
    is_weekday = mention.grain == "day" and mention.span.of(text).isalpha()
    return is_weekday and bool(_THE.search(before) and _NOUN.match(after))


def _with_head(text: str, span: Span) -> Span:
    """The span with the words before it that belong to it: "on", "back in", "by the"."""
    head = _HEAD.search(text, 0, span.start)
    return Span(head.start(), span.end) if head else span


def _weekend(today: dt.date) -> DateRange:
    saturday = ranges.back(today, (today.weekday() - 5) % 7)
    return saturday, min(today, ranges.back(saturday, -1))


def _last_weekend(today: dt.date) -> DateRange:
    """The one before this week; on a Sunday that is not the one that is today."""
    return _weekend(ranges.back(today, today.weekday() + 1))


def _week_before_last(today: dt.date) -> DateRange:
    monday = ranges.back(today, today.weekday() + 14)
    return monday, ranges.back(monday, -6)


def _last_march(today: dt.date) -> DateRange:
    first, last = ranges.month(today.year - (today.month < 3), 3)
    return first, min(last, today)


_ODD = (
    (
        re.compile(
            r"\b(?:(?:last|letztes|vergangenes) (?:weekend|wochenende)"
            r"|week-end (?:dernier|passe)|fin de semana pasado)\b"
        ),
        _last_weekend,
    ),
    (
        re.compile(
            r"\b(?:(?:this|over the|at the|on the|am|ce|el) )?"
            r"(?:weekend|wochenende|week-end|fin de semana)\b"
        ),
        _weekend,
    ),
    # By itself the planet and the verb stand there as often.
    (re.compile(r"\b(?:en|au mois de) mars\b(?! \d)"), _last_march),
    (re.compile(r"\bthe week before last\b|\bvorletzte woche\b"), _week_before_last),
    (re.compile(r"\bjust now\b|\bgerade eben\b|\ba l'instant\b"), lambda today: (today, today)),
)  # fmt: skip
_FROM_YEAR_TO_YEAR = re.compile(
    r"(?i)(?<![\w./-])(?P<first>(?:19|20)\d\d)(?: ?[-–—/] ?| (?:to|until|till|and|bis|und|à|et"
    r"|a|al|hasta|y) )(?P<last>(?:19|20)\d\d)(?![\w./-])"
)
_ONCE = re.compile(
    r"(?i)\b(?:when (?:i|we|she|he|they) (?:was|were|lived|worked|studied|still)\b[^,;.\n–—]*"
    r"|(?:many |some |several )?(?:years|ages|months|weeks) ago\b"
    r"|(?:at|from|in|back at|back in) (?:school|college|uni|university)(?! of)\b"
    r"|als (?:ich|wir) [^,;.\n–—]*\b(?:war|waren)\b|vor (?:vielen )?jahren\b"
    r"|quand j'étais [^,;.\n–—]*|il y a (?:des années|longtemps)\b"
    r"|cuando (?:yo )?era [^,;.\n–—]*|hace (?:muchos )?años\b)"
)
_THE = re.compile(r"(?i)\b(?:the|a|her|his|my|our|their) $")
_NOUN = re.compile(
    r" (?!at |in |on |with |and |we |i |she |he |they |was |after |before )[a-z]{3,}"
)
_SHORT = re.compile(r"(?<![\w./-])(\d{1,2})/(\d{1,2})(?![\w./-])")
_BEFORE = re.compile(r"(?i)\s*(?:well |just )?(?:before|ahead of|vor|avant|antes de|antes del)\b")
_HEAD = re.compile(
    r"(?i)(?<!\w)(?:back in|due(?: on| by)?|not later than|(?:well |just )?before(?: the)?"
    r"|ahead of(?: the)?|by(?: the)?|until(?: the)?|till(?: the)?|on(?: the)?|in(?: the)?"
    r"|at(?: the)?|over(?: the)?|during(?: the)?|since|from|between|around|about|for|of|the"
    r"|bis(?: zum)?|zwischen|von|vor|am|im|seit|an|zu|für|ab|spätestens"
    r"|avant(?: le)?|entre|de|d'ici(?: à| au| le)?|le|en|au|pour(?: le)?|depuis"
    r"|antes del?|para(?: el)?|hasta(?: el)?|el|desde)[ \u00a0]*$"
)
