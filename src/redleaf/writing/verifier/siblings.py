"""Siblings: one thing of a kind where the fact has another, as "alto" for "tenor"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from redleaf.writing.verifier.kinds import kinds_of
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import commonplaces, is_small, words_of
from redleaf.writing.verifier.verification import Claim

_NEAR = 6  # words on either side that show which fact is told


def find_siblings(reading: Reading) -> Iterator[Claim]:
    """Words that no fact holds, of a kind of which the fact told beside them holds another."""
    if not reading.known.things:
        return
    kinds_by_word = {text: kinds for text in reading.places if (kinds := kinds_of(text))}
    for at in sorted(at for text in kinds_by_word for at in reading.places[text]):
        kinds = kinds_by_word[reading.words[at].text]
        if _is_free(reading, at) or any(map(_is_of_both, reading.borne(at))):
            continue
        path = _fact_with_another(reading, at, kinds)
        if path:
            fact = reading.known.statements[path].text
            why = f"You write {reading.text_of(at, at)}; the brief says \u201c{fact}\u201d."
            yield reading.unsupported("encounter", at, at, why)


def _is_of_both(path: str) -> bool:
    """A quilter's being a grandmother is no grandmother of both."""
    return not path.startswith(("sender.headline", "recipient."))


def _fact_with_another(reading: Reading, at: int, kinds: tuple[int, ...]) -> str:
    is_mine = _is_the_writers(reading, at)
    for kind in kinds:
        for path, recorded in reading.known.things.get(kind, ()):
            if path.startswith("sender.headline"):
                continue  # "A retired surgeon", of a vet: what the writer is, the writer knows.
            if is_mine and not path.startswith("sender.offers."):
                continue
            if _is_told(reading, at, path, recorded):
                return path
    return ""


def _is_free(reading: Reading, at: int) -> bool:
    return (
        at in reading.recited
        or at in reading.dated
        or at in reading.envelope
        or at in reading.quoted
        or at - 1 in reading.counted  # "Two weeks" may be the fortnight of the fact.
        or (reading.words[at].is_capital and reading.words[at].text not in commonplaces())
    )


def _is_the_writers(reading: Reading, at: int) -> bool:
    """ "I burnt my thumb"; not "my right ear", where the fact has the left one."""
    before = reading.words[at - 1].text if at else ""
    following = reading.words[at + 1].text if at + 1 < len(reading.words) else ""
    return before == "my" and (is_small(following) or not reading.known.bears(following))


def _is_told(reading: Reading, at: int, path: str, recorded: str) -> bool:
    """Is the rest of that fact told here, and the thing it holds not?"""
    sentence = reading.statement.sentence_words(at)
    near = range(max(at - _NEAR, sentence.start), min(at + _NEAR + 1, sentence.stop))
    told: set[str] = set()
    for each in near:
        word = reading.words[each]
        if word.root == recorded:
            return False
        if each != at and not is_small(word.text) and path in reading.borne(each):
            told.add(word.root)
    others = reading.known.substance[path] - {recorded}
    if _stands_beside(reading, at, path, recorded):
        return True
    if others and told and 2 * len(told) >= min(len(others), 3):
        return True
    if _is_said_of_the_pair(reading, at, path, recorded):
        return True
    return not others and _is_of_an_encounter_told(reading, at, path)


def _is_said_of_the_pair(reading: Reading, at: int, path: str, recorded: str) -> bool:
    """ "Always the red ones, the pair of us", where both have the yellow ones."""
    if path.startswith(("sender.", "recipient.")) or recorded in reading.roots:
        return False
    if reading.words[at].text == "right" or reading.words[at].text in words_of("roles.txt"):
        return False  # "The right question", "the author": a way to speak, and of anybody.
    around = [reading.words[each].text for each in reading.statement.sentence_words(at)]
    stems = {text.partition("'")[0] for text in around}
    following = reading.words[at + 1].text if at + 1 < len(reading.words) else ""
    if stems & _WRITER or following in ("who", "that"):
        return False
    before = {word.text for word in reading.words[max(at - 2, 0) : at]}
    return bool(stems & _PAIR) or bool(before & _DEFINITE)


_WRITER = frozenset("i my me mine".split())
_DEFINITE = frozenset("your our the that those these".split())
_PAIR = frozenset("both pair us we our two same together each fellow".split())


def _stands_beside(reading: Reading, at: int, path: str, recorded: str) -> bool:
    """ "Right wrist", where the fact has a left wrist."""
    if at + 1 >= len(reading.words) or is_small(reading.words[at + 1].text):
        return False
    following = reading.words[at + 1].root
    return any(
        one.root == recorded and two.root == following
        for one, two in pairwise(reading.known.statements[path].words)
    )


def _is_of_an_encounter_told(reading: Reading, at: int, path: str) -> bool:
    """ "His cello" is all the fact says: what else is told of that encounter has to show it."""
    encounter = ".".join(path.split(".")[:2]) + "."
    told = {
        word.root
        for each in reading.statement.sentence_words(at)
        if each != at
        and not is_small((word := reading.words[each]).text)
        and any(other.startswith(encounter) for other in reading.borne(each))
    }
    return len(told) >= 2
