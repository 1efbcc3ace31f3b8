"""Counts: another number, or another code, for what a fact counts or calls by one."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.numerals import NumberMention
from redleaf.notes.regexes import regex
from redleaf.writing.verifier.ordinals import is_ordinal
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.verification import Claim

_CODE = regex(r"(?P<letters>[a-z]{1,3})-?\d{1,4}[a-z]?")
_NEAR = 6  # words


def other_count(reading: Reading, number: NumberMention, at: list[int]) -> str:
    """The path of a fact that has another number for what this one counts, or ""."""
    for path, value in reading.known.figures.numbers:
        if value == number.value or path in reading.counted_facts:
            continue
        if _is_part_of_an_ordinal(reading, at):
            continue
        if _is_of_the_same(reading, at, path, value) or _is_in_its_place(reading, at, path, value):
            return path
    return ""


def _is_part_of_an_ordinal(reading: Reading, at: list[int]) -> bool:
    """ "The ninety-fifth"."""
    following = reading.words[at[-1] + 1 : at[-1] + 2]
    return bool(following) and is_ordinal(following[0].text)


def _is_of_the_same(reading: Reading, at: list[int], path: str, value: float) -> bool:
    """ "Bluffing for three hours", where a bluff lasted two hours."""
    following = reading.words[at[-1] + 1 : at[-1] + 2]
    if not following or following[0].clause != reading.words[at[-1]].clause:
        return False
    counted = following[0].root
    if is_small(following[0].text) or counted not in reading.known.figures.counted.get(
        (path, value), ()
    ):
        return False
    if path.startswith(("sender.", "recipient.")):
        return True
    return any(each != at[-1] + 1 for each in _told_of(reading, at, path, near=False))


def _is_in_its_place(reading: Reading, at: list[int], path: str, value: float) -> bool:
    """ "Porridge for nineteen of us", where it was porridge for ninety."""
    if reading.known.figures.counted.get((path, value)) or path.startswith(
        ("sender.", "recipient.")
    ):
        return False
    following = reading.words[at[-1] + 1 : at[-1] + 2]
    is_counting = following and following[0].gap == " " and not is_small(following[0].text)
    return not is_counting and bool(_told_of(reading, at, path, near=True))


def _told_of(reading: Reading, at: list[int], path: str, near: bool) -> list[int]:
    """The words of substance of that fact in the same sentence."""
    sentence = reading.statement.sentence_words(at[0])
    if near:
        clause = reading.words[at[0]].clause
        sentence = range(max(sentence.start, at[0] - _NEAR), at[0])
        sentence = range(
            next((each for each in sentence if reading.words[each].clause == clause), at[0]), at[0]
        )
    return [
        each
        for each in sentence
        if each not in at
        and not is_small(reading.words[each].text)
        and path in reading.borne(each)
        and each not in reading.counted
    ]


def find_code_claims(reading: Reading) -> Iterator[Claim]:
    """ "Ward C6", where the brief has a ward C4."""
    yield from _letters_beside(reading)
    if not reading.known.figures.codes:
        return
    for at, word in enumerate(reading.words):
        code = _CODE.fullmatch(word.text)
        if not code or at in reading.quoted or reading.known.holds_word(word.text):
            continue
        others = [
            (other, path)
            for other, path in reading.known.figures.codes.items()
            if other not in reading.places and _letters(other) == code["letters"]
        ]
        if others:
            fact = reading.known.statements[others[0][1]].text
            why = f"You write {reading.text_of(at, at)}; the brief says \u201c{fact}\u201d."
            yield reading.unsupported("number", at, at, why)


def _letters_beside(reading: Reading) -> Iterator[Claim]:
    """ "The E flat", where the brief has a D flat."""
    for at, word in enumerate(reading.words[:-1]):
        if len(word.text) != 1 or not word.text.isalpha() or not word.is_capital:
            continue
        recorded = reading.known.figures.lettered.get(reading.words[at + 1].root, {})
        others = recorded.keys() - reading.places.keys()
        if word.text != "i" and word.text not in recorded and others:
            fact = reading.known.statements[recorded[min(others)]].text
            why = f"You write {reading.text_of(at, at + 1)}; the brief says \u201c{fact}\u201d."
            yield reading.unsupported("number", at, at + 1, why)


def _letters(code: str) -> str:
    match = _CODE.fullmatch(code)
    return match["letters"] if match else ""
