"""Numbers, in digits and words, against the numbers of the brief."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.date_ranges import ago
from redleaf.notes.numerals import NumberMention
from redleaf.notes.regexes import regex
from redleaf.writing.verifier.counts import find_code_claims, other_count
from redleaf.writing.verifier.known import Paths
from redleaf.writing.verifier.ordinals import is_ordinal, nth
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small
from redleaf.writing.verifier.verification import Claim

# "two minutes", "one in a hundred", "the two of us": ways of speaking, not counts.
_MANNER = regex(
    r"(?:the |we |us |you )?two of (?:us|you)|two (?:words|lines|sentences|cents|"
    r"minds|things|questions|of us)|"
    r"(?:ten|five|two|\d+) (?:more )?(?:minute|min|second)s?|hundred (?:per ?cent|"
    r"times)|thousand (?:thanks|times)|"
    r"(?:one|two|three) (?:way|step|cheer)s?"
)
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_FRIENDS = frozenset("friends acquaintances people contacts colleagues".split())
# What one counts in thousands without having counted: "two hundred people", "a dozen things".
_UNCOUNTED = frozenset(
    "people things times ideas ways reasons words others more questions thoughts".split()
)


def find_number_claims(reading: Reading) -> Iterator[Claim]:
    """Each number that counts something, but for manners of speaking and numbers in wishes."""
    yield from _ordinals(reading)
    yield from find_code_claims(reading)
    for number in reading.numbers:
        at = reading.within(number.span)
        if not at or at[0] in reading.recited or at[0] in reading.quoted:
            continue
        if number.is_ordinal and not other_count(reading, number, at):
            continue
        facts = _bearing(reading, number, at)
        if facts:
            yield reading.supported("number", at[0], at[-1], facts)
        elif _is_claim(reading, number, at):
            yield reading.unsupported("number", at[0], at[-1], _why(reading, number, at))


def _ordinals(reading: Reading) -> Iterator[Claim]:
    """ "A third-year apprentice" where the brief has a second-year one."""
    yield from _other_days(reading)
    if not reading.known.figures.ordinals:
        return
    for at, word in enumerate(reading.words[:-1]):
        if not is_ordinal(word.text) or at in reading.recited or at in reading.dated:
            continue
        counted = reading.words[at + 1].root
        known = reading.known.figures.ordinals.get(counted)
        if known and word.text not in known and reading.words[at + 1].clause == word.clause:
            path, recorded = next(iter(known.values())), next(iter(known))
            if path.endswith(".title") and not word.is_capital:
                continue
            why = (
                f"You write {word.text}; the brief says {recorded} (\u201c"
                f"{_fact(reading, path)}\u201d)."
            )
            yield reading.unsupported("number", at, at, why)


def _other_days(reading: Reading) -> Iterator[Claim]:
    """ "Count me in for the nineteenth", where it was to be the twelfth."""
    days = reading.known.figures.nths
    if not days or any(nth(text) in days for text in reading.places):
        return
    if {number.value for number in reading.numbers} & set(days):
        return
    for at, word in enumerate(reading.words):
        before = reading.words[at - 1].text if at else ""
        following = reading.words[at + 1 : at + 2]
        value = nth(word.text)
        is_alone = not following or following[0].gap != " " or is_small(following[0].text)
        if value is None or value <= 2 or before != "the" or not is_alone or at in reading.quoted:
            continue
        fact = _fact(reading, next(iter(days.values())))
        why = f"You write {word.text}; the brief says \u201c{fact}\u201d."
        yield reading.unsupported("number", at, at, why)


def _bearing(reading: Reading, number: NumberMention, at: list[int]) -> Paths:
    exact = tuple(
        path
        for path, value in reading.known.figures.numbers
        if abs(value - number.value) <= max(abs(value) * number.slack, 0.001)
    )
    return exact or _counted(reading, number, at)


def _counted(reading: Reading, number: NumberMention, at: list[int]) -> Paths:
    """ "two years of tables" where a fact names two years; "our two talks" after two encounters."""
    counted = _counted_word(reading, at)
    if counted in ("year", "years"):
        years = [path for path, date in reading.known.dates if date.grain == "year"]
        if len(years) == number.value:
            return tuple(years)
    unit = _UNITS.get(counted.removesuffix("s"))
    today = reading.brief.today
    if unit and today:
        first, last = ago(today, number.value, unit, number.slack)
        return tuple(path for path, day in reading.known.days if first <= day <= last)
    if counted in _FRIENDS and number.value == len(reading.brief.mutual):
        return tuple(f"mutual.{each}" for each in range(len(reading.brief.mutual)))
    if number.value == len(reading.brief.encounters) > 1:
        return tuple(f"encounters.{each}.kind" for each in range(len(reading.brief.encounters)))
    return ()


def _is_claim(reading: Reading, number: NumberMention, at: list[int]) -> bool:
    if other_count(reading, number, at):
        return True
    rest = " ".join(word.text for word in reading.words[at[0] : at[-1] + 3])
    if _MANNER.match(rest) or _is_part_of_a_word(reading, at):
        return False
    if _is_another_year(reading, number, at) or _is_more_than_one(reading, number, at):
        return True
    if _counted_word(reading, at) in _FRIENDS and reading.brief.mutual and _is_of_both(reading, at):
        return True
    if _counts_a_fact(reading, at) and not _is_of_the_writers_house(reading, at):
        return number.value > 3 or _counts_recorded(reading, at)
    if _is_a_way_of_speaking(reading, number, at):
        return False
    if reading.statement.is_unreal(at[0]) or _is_hour(reading, at):
        return False
    return _is_told_of_both(reading, at)


def _is_of_the_writers_house(reading: Reading, at: list[int]) -> bool:
    """ "I have two kids and three maps", where a title has one map."""
    if not reading.ties.is_of_the_writer(at[0]):
        return False
    end = reading.statement.clause_end(at[0])
    paths = {
        path
        for each in range(at[-1] + 1, min(at[-1] + 3, end))
        if not is_small(reading.words[each].text)
        for path in reading.borne(each)
    }
    return bool(paths) and all(path.startswith("noticed.") for path in paths)


def _is_a_way_of_speaking(reading: Reading, number: NumberMention, at: list[int]) -> bool:
    """ "Three new ideas", "two dairy inspectors ought to meet", "a hundred people"."""
    counted = _counted_word(reading, at)
    if number.value == 2 and reading.words[at[0]].text == "two":
        return True
    if number.value <= 3 and not _counts_recorded(reading, at):
        return True
    # A length of time is anybody's; "five days since the storm" is read with the days.
    before = reading.words[at[0] - 1].text if at[0] else ""
    if before in ("is", "are") and not _counts_recorded(reading, at):
        return True  # "A half marathon is 21 kilometres."
    return counted in _UNCOUNTED or counted in _SINCE or _is_span_of_time(reading, at)


_SINCE = frozenset("since ago later ever".split())


def _is_told_of_both(reading: Reading, at: list[int]) -> bool:
    """ "Your eleven dogs", "we walked nine miles"; not "three hundred forks" of anybody's."""
    if reading.ties.is_of_the_writer(at[0]):
        return False
    mood = reading.statement.moods[at[0]]
    is_of_others = mood.subject == "we" and not reading.known.brief.encounters
    if mood.subject in ("you", "we") and mood.is_past and not is_of_others:
        return True
    before = [word.text for word in reading.words[max(at[0] - 2, 0) : at[0]]]
    return "your" in before or "our" in before


def _is_hour(reading: Reading, at: list[int]) -> bool:
    """ "At four o'clock", "by seven"."""
    before = reading.words[at[0] - 1].text if at[0] else ""
    return _counted_word(reading, at) in ("o'clock", "am", "pm") or before in ("a", "by", "until")


def _is_another_year(reading: Reading, number: NumberMention, at: list[int]) -> bool:
    """A year, where a fact told in the same sentence has another one."""
    if not _is_like_a_year(number.value):
        return False
    dated = {path for path, value in reading.known.figures.numbers if _is_like_a_year(value)}
    dated |= {path for path, date in reading.known.dates if date.grain in ("year", "month")}
    return any(
        dated & set(reading.borne(each))
        for each in reading.statement.sentence_words(at[0])
        if each not in at and not is_everyday(reading.words[each].text)
    )


_FIRST_YEAR, _LAST_YEAR = 1400, 2100


def _is_like_a_year(value: float) -> bool:
    return _FIRST_YEAR <= value <= _LAST_YEAR and value == int(value)


def _is_more_than_one(reading: Reading, number: NumberMention, at: list[int]) -> bool:
    """ "Two missing bars", where the fact has a bar."""
    after = reading.words[at[-1] + 1 : at[-1] + 3]
    if number.value < 2 or any(word.clause != reading.words[at[-1]].clause for word in after):
        return False
    for word in after:
        single = word.text[:-1] if word.text.endswith("s") else ""
        held = reading.known.holds_word(single) if single and not is_everyday(single) else ()
        if any(path.startswith(("promises.", "encounters.")) for path in held):
            return not reading.known.holds_word(word.text)
    return False


def _counts_a_fact(reading: Reading, at: list[int]) -> bool:
    """Does what is counted stand in a fact with a number of its own?"""
    is_year = reading.words[at[0]].text.isdigit() and len(reading.words[at[0]].text) == 4
    numbered = {
        path
        for path, value in reading.known.figures.numbers
        if is_year or not _is_like_a_year(value)
    }
    end = reading.statement.clause_end(at[0])
    near = [*range(at[-1] + 1, min(at[-1] + 5, end)), *range(max(at[0] - 1, 0), at[0])]
    return any(
        numbered & set(reading.borne(each))
        for each in near
        if not is_small(reading.words[each].text)
    )


def _is_of_both(reading: Reading, at: list[int]) -> bool:
    """ "We share three friends"."""
    start = reading.statement.clause_start(at[0])
    return any(
        word.text in ("we", "share", "common", "both") for word in reading.words[start : at[0]]
    )


def _is_span_of_time(reading: Reading, at: list[int]) -> bool:
    return _counted_word(reading, at).removesuffix("s") in _UNITS


def _counts_recorded(reading: Reading, at: list[int]) -> bool:
    end = reading.statement.clause_end(at[0])
    near = reading.statement.content(at[-1] + 1, min(at[-1] + 4, end))
    return any(reading.borne(each) for each in near)


def _counted_word(reading: Reading, at: list[int]) -> str:
    return reading.words[at[-1] + 1].text if at[-1] + 1 < len(reading.words) else ""


def _is_part_of_a_word(reading: Reading, at: list[int]) -> bool:
    """ "B2B", "Web 2.0", links and addresses."""
    start, end = reading.words[at[0]].start, reading.words[at[-1]].end
    text = reading.statement.text
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return any(sign in "/@#_=&" for sign in around)


def _why(reading: Reading, number: NumberMention, at: list[int]) -> str:
    written = reading.text_of(at[0], at[-1])
    path = other_count(reading, number, at)
    if path:
        return f"You write {written}; the brief says \u201c{_fact(reading, path)}\u201d."
    end = reading.statement.clause_end(at[0])
    near = reading.statement.content(at[-1] + 1, min(at[-1] + 5, end))
    for each in near:
        for path in reading.borne(each):
            if any(path == numbered for numbered, _ in reading.known.figures.numbers):
                return f"You write {written}; the brief says \u201c{_fact(reading, path)}\u201d."
    return f"The brief does not have the number {written}."


def _fact(reading: Reading, path: str) -> str:
    return reading.known.statements[path].text
