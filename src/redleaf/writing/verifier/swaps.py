"""A swapped word: the text goes along with a fact, but for one word of substance."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small
from redleaf.writing.verifier.surroundings import surroundings
from redleaf.writing.verifier.verification import Claim


def find_swaps(reading: Reading) -> Iterator[Claim]:
    """Words of substance that stand where a fact has another one; also in wishes and questions."""
    table = reading.known.swaps
    for at, word in enumerate(reading.words):
        if is_everyday(word.text) or at in reading.recited or at in reading.envelope:
            continue
        if at in reading.dated or at in reading.counted or at in reading.quoted:
            continue
        found = [table[key] for key in surroundings(reading.words, at) if key in table]
        found = found or list(_broken_recital(reading, at))
        # A word that another fact holds has to be out of place on two sides.
        needed = 2 if reading.borne(at) else 1
        if len(found) >= needed and found[0][1] != word.root and len(set(found)) == 1:
            yield _claim(reading, at, *found[0])


def _broken_recital(reading: Reading, at: int) -> Iterator[tuple[str, str]]:
    """The fact whose words the text repeats up to this word, and the word that it has here."""
    words = reading.words
    if at < _RECITED or words[at - 1].clause != words[at].clause:
        return
    key = tuple(word.text for word in words[at - _RECITED : at])
    for path, fact, start in reading.known.runs.get(key, ()):
        after = start + _RECITED
        if after < len(fact) and not is_small(fact[after]):
            yield path, fact[after]


_RECITED = 4  # words in a row, as Known.runs keeps them


def _claim(reading: Reading, at: int, path: str, recorded: str) -> Claim:
    last = at
    while last + 1 < len(reading.words) and _goes_on(reading, last + 1):
        last += 1
    written = reading.text_of(at, last)
    kind = (
        "promise"
        if path.startswith("promises")
        else "work"
        if path.startswith("noticed")
        else "encounter"
    )
    fact = reading.known.statements[path].text
    return reading.unsupported(
        kind, at, last, f"You write {written}; the brief says {recorded} (\u201c{fact}\u201d)."
    )


def _goes_on(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return (
        word.clause == reading.words[at - 1].clause
        and not is_everyday(word.text)
        and not reading.borne(at)
        and at not in reading.dated
    )
