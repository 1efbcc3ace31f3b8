"""Garbled: a title or a saying told word for word, but for one word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.sayings import Saying
from redleaf.writing.verifier.stems import is_small, kin
from redleaf.writing.verifier.verification import Claim

# Words that change when one tells what another said: "you fear", "I fear".
_EXCHANGED = frozenset("the a an my your our his her its their i you we he she they is was".split())


_SHORT = 3  # words


def find_garbled(reading: Reading) -> Iterator[Claim]:
    """Words that stand where a title or a saying has another, and all others are the same."""
    for saying in reading.known.recitable:
        for start in _starts(reading, saying):
            wrong = _wrong_words(reading, saying, start) or _misplaced(reading, saying, start)
            if wrong:
                yield _claim(reading, saying, wrong)


def _starts(reading: Reading, saying: Saying) -> Iterator[int]:
    """Where it might begin: round any of its telling words."""
    seen = set()
    length = len(saying.words)
    # A short title may have its words in another order.
    places = range(length) if length <= _SHORT else saying.telling
    for place, telling in product(places, saying.telling):
        if place != telling and length > _SHORT:
            continue
        for at in reading.places.get(saying.words[telling].text, ()):
            start = at - place
            if start not in seen and 0 <= start <= len(reading.words) - len(saying.words):
                seen.add(start)
                yield start


def _wrong_words(reading: Reading, saying: Saying, start: int) -> list[int]:
    """The places in the text of the one wrong word; [] when it is right or something else."""
    wrong, pairs, right = [], set(), 0
    for place, recorded in enumerate(saying.words):
        word = reading.words[start + place]
        if word.text == recorded.text or word.root == recorded.root:
            right += place in saying.telling
            continue
        if place not in saying.telling:
            if not {word.text, recorded.text} <= _EXCHANGED:
                return []
            continue
        if is_small(word.text) or word.root in kin().get(recorded.root, ()):
            return []
        wrong.append(start + place)
        pairs.add((word.text, recorded.text))
    if len(pairs) != 1 or not _is_plain(reading, saying, start, right):
        return []
    return wrong


def _misplaced(reading: Reading, saying: Saying, start: int) -> list[int]:
    """ "Uphill Water" for "Water uphill": the words of a title in another order."""
    span = reading.words[start : start + len(saying.words)]
    texts, recorded = [word.text for word in span], [word.text for word in saying.words]
    if not saying.path.endswith(".title") or texts == recorded:
        return []
    is_title = span[0].is_capital and len({word.clause for word in span}) == 1
    if sorted(texts) != sorted(recorded) or not is_title:
        return []
    return [start, start + len(span) - 1]


def _is_plain(reading: Reading, saying: Saying, start: int, right: int) -> bool:
    """Is enough of it there? Of a short title the capitals have to be, too."""
    span = reading.words[start : start + len(saying.words)]
    if len({word.clause for word in span}) > saying.words[-1].clause + 1:
        return False
    if right >= 2 or (right and len(saying.words) >= 4 and _same(reading, saying, start) >= 3):
        return True
    is_title = saying.path.endswith(".title")
    capitals = sum(word.is_capital for word in span)
    if not is_title or capitals != _capitals(saying):
        return False
    if len(span) == 2:
        return _same(reading, saying, start) == 1 and _is_named_as_work(reading, saying, start)
    if not right:
        return False
    return capitals >= 2 or (span[0].is_capital and not span[0].opens)


def _is_named_as_work(reading: Reading, saying: Saying, start: int) -> bool:
    """ "Your interview …, Eyes first": the text says what kind of thing it is."""
    if not reading.words[start].is_capital or reading.words[start].opens:
        return False
    kind = saying.path.replace(".title", ".kind")
    sentence = reading.statement.sentence_words(start)
    return any(kind in reading.borne(at) for at in sentence)


def _same(reading: Reading, saying: Saying, start: int) -> int:
    return sum(
        reading.words[start + place].text == word.text for place, word in enumerate(saying.words)
    )


def _capitals(saying: Saying) -> int:
    return sum(word.is_capital for word in saying.words)


def _claim(reading: Reading, saying: Saying, wrong: list[int]) -> Claim:
    kind = "quote" if saying.path.endswith(".said") else "work"
    first, last = wrong[0], wrong[0] if len(set(wrong)) == 1 else wrong[-1]
    fact = reading.known.statements[saying.path].text
    written = reading.text_of(first, last)
    return reading.unsupported(
        kind, first, last, f"You write {written}; the brief says \u201c{fact}\u201d."
    )
