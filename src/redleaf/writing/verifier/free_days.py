"""Days that claim nothing of the two of you: of the writing, of the news, of a kind."""

from __future__ import annotations

from redleaf.notes.dates import DateMention
from redleaf.writing.verifier.reading import Reading


def is_free_day(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """Is it any day, or one that the writer may tell of without having shared it?"""
    if _is_of_that_kind(reading, mention, at) or _is_news(reading, mention, at):
        return True
    is_any = mention.weekday is None or is_day_of_writing(reading, mention, at)
    return mention.is_loose and is_any


def _is_of_that_kind(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """ "Since that Sunday", where you met on one; "on the last night of 2009"."""
    if reading.words[at[0]].text == "years":
        return True  # "Fifty-five years next month": of the count, and no year to come.
    before = reading.words[at[0] - 1].text if at[0] else ""
    following = reading.words[at[-1] + 1].text if at[-1] + 1 < len(reading.words) else ""
    first = mention.ranges[0][0] if mention.ranges else None
    if before == "that" and first and mention.grain == "day":
        return any(day.weekday() == first.weekday() for _, day in reading.known.days)
    return before == "the" and following == "of" and reading.words[at[0]].text == "last"


def _is_news(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """ "The machine sulked again last night": what one hears a day later is no memory."""
    today, first = reading.brief.today, mention.first
    if today is None or first is None or mention.grain != "day" or (today - first).days > 1:
        return False
    clause = range(reading.statement.clause_start(at[0]), reading.statement.clause_end(at[0]))
    words = {reading.words[each].text.partition("'")[0] for each in clause}
    return bool(words & {"again", "still", "already"}) and not words & {"you", "we", "us", "our"}


def is_day_of_writing(reading: Reading, mention: DateMention, at: list[int]) -> bool:
    """ "It's Friday", "greetings from a wet Wednesday", where today is one."""
    today = reading.brief.today
    first = mention.ranges[0][0] if mention.ranges else None
    weekday = first.weekday() if first and mention.grain == "day" else mention.weekday
    if today is None or weekday != today.weekday():
        return False
    before = [word.text for word in reading.words[max(at[0] - 5, 0) : at[0]]]
    return bool({"it's", "its", "is", "this", "from", "today"} & set(before)) and not (
        {"we", "you", "met", "since"} & set(before)
    )
