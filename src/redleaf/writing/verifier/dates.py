"""Days: what the text says of when, against the days of the brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from redleaf.notes.dates import DateMention
from redleaf.notes.rough_days import Year, is_rough
from redleaf.writing.verifier.free_days import is_day_of_writing, is_free_day
from redleaf.writing.verifier.known import Paths
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.verification import Claim

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NOW = frozenset("today tonight heute aujourd'hui hoy oggi hoje vandaag this now nowadays".split())
# Words that make "today" the day of the encounter and not the day of writing.
_MET = frozenset(
    "met meet meeting talk talked talking spoke speaking conversation call called "
    "coffee lunch dinner thanks thank "
    "chat chatted seeing saw good great lovely nice first".split()
)


def find_date_claims(reading: Reading) -> Iterator[Claim]:
    """Each day that tells of the past, or of a day that a fact names."""
    for mention in reading.dates:
        at = reading.within(mention.span)
        if not at or (at[0] in reading.recited and at[-1] in reading.recited):
            continue
        facts = bearing_facts(reading, mention)
        if facts:
            yield reading.supported("date", at[0], at[-1], facts)
        elif _is_claim(reading, mention, at):
            yield reading.unsupported("date", at[0], at[-1], _why(reading, mention))


def bearing_facts(reading: Reading, mention: DateMention) -> Paths:
    """The facts whose day the mention may mean."""
    met = tuple(path for path, day in reading.known.days if _holds(reading, mention, day))
    named = tuple(path for path, date in reading.known.dates if _is_same(mention, date))
    return met + named + _by_number(reading, mention) + _by_name(reading, mention)


def _by_name(reading: Reading, mention: DateMention) -> Paths:
    """ "Monday of this week", where a promise is to be kept every Monday."""
    at = reading.within(mention.span)
    if mention.grain != "day" or len(at) != 1:
        return ()
    held = reading.known.holds_word(reading.words[at[0]].text)
    return tuple(path for path in held if path.startswith("promises."))


def _by_number(reading: Reading, mention: DateMention) -> Paths:
    """ "The 12th", where a fact has "the twelfth"."""
    if mention.grain != "day" or not mention.ranges:
        return ()
    day = mention.ranges[0][0].day
    return tuple(path for value, path in reading.known.figures.nths.items() if value == day)


def _holds(reading: Reading, mention: DateMention, day: dt.date) -> bool:
    """Is it that day? It is eleven years until it is twelve, and many say so."""
    if is_rough(day) and mention.grain != "span":
        # Of a year nobody knows that it was the first of January, or January at all.
        return mention.holds(day) and mention.holds(day.last)
    if is_rough(day) and mention.holds(day.last):
        return True
    if mention.holds(day):
        return True
    first, today = mention.first, reading.brief.today
    if mention.grain != "span" or first is None or today is None or (today - first).days < _YEARS:
        return False
    return first - dt.timedelta(days=_TO_THE_NEXT) <= day <= first


_YEARS = 500  # days
_TO_THE_NEXT = 150


def _is_same(mention: DateMention, recorded: DateMention) -> bool:
    if mention.weekday is not None or recorded.weekday is not None:
        return _weekday_of(mention) == _weekday_of(recorded)
    if recorded.grain == "year" and mention.grain != "year":
        return False
    return any(
        first <= last_known and first_known <= last
        for first, last in mention.ranges
        for first_known, last_known in recorded.ranges
    )


def _weekday_of(mention: DateMention) -> int | None:
    """ "Monday of this week" is one of the Mondays that a promise names."""
    if mention.weekday is not None or mention.grain != "day" or not mention.ranges:
        return mention.weekday
    return mention.ranges[0][0].weekday()


def _is_claim(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    if not mention.ranges and mention.weekday is None:
        return False  # Counted from a day that the brief does not give.
    if is_free_day(reading, mention, at):
        return False
    if mention.grain in ("year", "month") and _is_near_a_dated_fact(reading, mention, at):
        return True
    if _is_any(reading, mention, at) or _is_to_come(reading, mention, at):
        return False
    if _is_of_the_writers_own(reading, at) or is_day_of_writing(reading, mention, at):
        return False
    if mention.is_loose:  # "on a Sunday" counts where it is a day of both of you.
        mood = reading.statement.moods[at[0]]
        return mood.subject in ("we", "you") and mood.is_past and not mood.is_supposed
    today = reading.brief.today
    if today and mention.holds(today):
        is_long = mention.grain in ("month", "season", "year")
        if is_long and not reading.ties.is_of_both(at[0]):
            return False
        return _tells_of_today(reading, at, today)
    is_guessed = _is_counted_from_then(reading, mention, at)
    if (reading.statement.is_unreal(at[0]) or mention.is_ahead) and not is_guessed:
        return _is_near_a_dated_fact(reading, mention, at)
    return True


def _is_counted_from_then(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """ "It must be nine years since Aarhus": guessed, and told as a fact all the same."""
    if mention.grain != "span" or reading.words[at[-1]].text != "since":
        return False
    following = range(at[-1] + 1, reading.statement.clause_end(at[-1]))
    return any(
        reading.words[each].text in ("we", "you") or reading.ties.is_where_you_met(each)
        for each in following
    )


def _is_any(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """ "On a good Saturday", "most wet Tuesdays"."""
    before = [word.text for word in reading.words[max(at[0] - 3, 0) : at[0]]]
    if "what" in before:
        return False  # "What a lovely Saturday that was".
    before = before[-2:]
    return (
        mention.grain == "day"
        and before[-1:] != ["the"]
        and (bool(set(before) & {"a", "any", "every", "most", "some"}))
    )


def _is_of_the_writers_own(reading: Reading, at: list[int]) -> bool:
    """ "On Saturday I was hiding from the rain", "it snowed in March": nothing that you shared."""
    if reading.words[at[-1]].text in ("later", "on"):
        return False  # Counted from what you two know of.
    if not reading.ties.is_tied(at[0]):
        return True
    if (
        not reading.known.days
        and not reading.ties.is_of_both(at[0])
        and not _tells_of_meeting(reading, at)
    ):
        return True  # Where nobody has met, a day is the writer's.
    clause = _own_part(reading, at)
    start = reading.words[clause.start : clause.start + 3]
    if any(word.text == "it" for word in start) and any(word.text in _WEATHER for word in start):
        return True
    if not reading.ties.is_of_the_writer(at[0]) and not _is_of_i_alone(reading, clause):
        return False
    return not any(
        reading.words[each].text in _MET or reading.ties.is_where_you_met(each)
        for each in clause
        if each not in reading.dated
    )


def _is_to_come(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """ "Bea told me that you play on Sunday": what somebody does on a day to come."""
    mood = reading.statement.moods[at[0]]
    if mood.subject != "you" or mood.is_past or mention.grain != "day" or at[0] < 1:
        return False
    before = reading.words[at[0] - 1].text
    return len(at) == 1 and before == "on"


_WEATHER = frozenset("rained snowed hailed poured froze thundered stormed thawed rains".split())


def _tells_of_meeting(reading: Reading, at: list[int]) -> bool:
    sentence = reading.statement.sentence_words(at[0])
    return any(
        reading.words[each].text in _MET or reading.ties.is_where_you_met(each)
        for each in sentence
        if each not in reading.dated
    )


def _own_part(reading: Reading, at: list[int]) -> range:
    """The clause of a day, up to where "and" begins to tell of something else."""
    words, end = reading.words, reading.statement.clause_end(at[0])
    joint = next((each for each in range(at[-1] + 1, end) if words[each].text in _JOINTS), end)
    return range(reading.statement.clause_start(at[0]), joint)


_JOINTS = frozenset("and but so yet because while though".split())


def _is_of_i_alone(reading: Reading, part: range) -> bool:
    """ "I delivered two calves last night and thought of your goat"."""
    words = {reading.words[at].text.partition("'")[0] for at in part}
    return "i" in words and not words & {"you", "your", "yours", "we", "us", "our", "both", "since"}


def _tells_of_today(reading: Reading, at: list[int], today: dt.date) -> bool:
    """ "good coffee today" claims; "today I write" does not."""
    if reading.words[at[0]].text not in _NOW and len(at) == 1:
        return not reading.statement.is_unreal(at[0])
    start, end = reading.statement.clause_start(at[0]), reading.statement.clause_end(at[0])
    around = {reading.words[each].text for each in range(start, end)}
    return (
        bool((_MET - {"first"}) & around)
        and not reading.statement.is_unreal(at[0])
        and any(day != today for _, day in reading.known.days)
    )


def _is_near_a_dated_fact(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """In a wish or a plan a day counts only where a fact gives another day for the same thing."""
    sentence = reading.statement.sentence_words(at[0])
    for path, recorded in reading.known.dates:
        if (recorded.grain == "year") != (mention.grain == "year"):
            continue
        same = [
            each
            for each in sentence
            if each not in reading.dated
            and not is_small(reading.words[each].text)
            and path in reading.borne(each)
        ]
        is_of_it = at[-1] + 1 in same and mention.grain == "day"  # "the Wednesday social"
        if len(same) >= 2 or is_of_it or (same and mention.grain in ("year", "month")):
            return True
    return mention.grain == "year" and any(
        path.startswith("encounters.") and path.endswith((".event", ".topics.0"))
        for each in sentence
        if each not in reading.dated and not is_small(reading.words[each].text)
        for path in reading.borne(each)
    )


def _why(reading: Reading, mention: DateMention) -> str:
    written = mention.span.of(reading.statement.text)
    if not reading.known.days:
        return f"You write {written}; the brief gives no such day."
    day = _nearest(mention, [day for _, day in reading.known.days])
    if is_rough(day):
        known = str(day.year) if isinstance(day, Year) else f"{day:%B %Y}"
        return f"You write {written}; the brief says {known}."
    recorded = f"{_WEEKDAYS[day.weekday()]} {day.day} {day:%B %Y}"
    meant = mention.ranges[0][0] if mention.grain == "day" and mention.ranges else None
    if meant and mention.is_relative and str(meant.day) not in written:
        return f"You write {written}, {meant.day} {meant:%B}; the brief says {recorded}."
    return f"You write {written}; the brief says {recorded}."


def _nearest(mention: DateMention, days: list[dt.date]) -> dt.date:
    first = mention.first
    return min(days, key=lambda day: abs((day - first).days)) if first else days[0]
