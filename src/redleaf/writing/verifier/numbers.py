"""Numbers, in digits and words, against the numbers of the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.numerals import NumberMention
from redleaf.writing.verifier.known import Paths
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.verification import Claim

# "two minutes", "one in a hundred", "the two of us": ways of speaking, not counts.
_MANNER = re.compile(
    r"(?:the |we |us |you )?two of (?:us|you)|two (?:words|lines|sentences|cents|minds|things|questions|of us)|"
    r"(?:ten|five|two|\d+) (?:more )?(?:minute|min|second)s?|hundred (?:per ?cent|times)|thousand (?:thanks|times)|"
    r"(?:one|two|three) (?:way|step|cheer)s?"
)


def find_number_claims(reading: Reading) -> Iterator[Claim]:
    """Each number that counts something, but for manners of speaking and numbers in wishes."""
    for number in reading.numbers:
        at = reading.within(number.span)
        if not at or at[0] in reading.recited or at[0] in reading.quoted or number.is_ordinal:
            continue
        facts = _bearing(reading, number, at)
        if facts:
            yield reading.supported("number", at[0], at[-1], facts)
        elif _is_claim(reading, number, at):
            yield reading.unsupported("number", at[0], at[-1], _why(reading, at))


def _bearing(reading: Reading, number: NumberMention, at: list[int]) -> Paths:
    exact = tuple(
        path
        for path, value in reading.known.numbers
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
    if number.value == len(reading.brief.encounters) > 1:
        return tuple(f"encounters.{each}.kind" for each in range(len(reading.brief.encounters)))
    return ()


def _is_claim(reading: Reading, number: NumberMention, at: list[int]) -> bool:
    rest = " ".join(word.text for word in reading.words[at[0] : at[-1] + 3])
    if _MANNER.match(rest) or _is_part_of_a_word(reading, at):
        return False
    if number.value == 2 and reading.words[at[0]].text == "two" and not _counts_a_fact(reading, at):
        return False  # "Two dairy inspectors ought to meet": the two of you.
    if number.value <= 3 and not _counts_recorded(reading, at):
        return False  # "Three new ideas" is a way of speaking.
    if _counts_a_fact(reading, at):
        return True
    return not reading.statement.is_unreal(at[0]) and not _is_of_today(reading, at)


def _counts_a_fact(reading: Reading, at: list[int]) -> bool:
    """Does what is counted stand in a fact with a number of its own?"""
    numbered = {path for path, _ in reading.known.numbers}
    end = reading.statement.clause_end(at[0])
    near = [*reading.statement.content(at[-1] + 1, min(at[-1] + 5, end))]
    near += [each for each in (at[0] - 1,) if each >= 0]
    return any(numbered & set(reading.borne(each)) for each in near)


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


def _is_of_today(reading: Reading, at: list[int]) -> bool:
    """ "for twenty years now I have": a length of time of the sender's own is the sender's to say."""
    return _counted_word(reading, at) in ("am", "pm", "uhr", "h") and reading.statement.is_unreal(at[0])


def _why(reading: Reading, at: list[int]) -> str:
    written = reading.text_of(at[0], at[-1])
    end = reading.statement.clause_end(at[0])
    near = reading.statement.content(at[-1] + 1, min(at[-1] + 5, end))
    for each in near:
        for path in reading.borne(each):
            if any(path == numbered for numbered, _ in reading.known.numbers):
                return f"You write {written}; the brief says \u201c{_fact(reading, path)}\u201d."
    return f"The brief does not have the number {written}."


def _fact(reading: Reading, path: str) -> str:
    return reading.known.statements[path].text
