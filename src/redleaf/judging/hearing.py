"""Where the learned weights may be heard, and the sentence whose words weigh most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from redleaf.judging.scorers.features import placed_units
from redleaf.judging.scorers.weights import HEADS, shipped_weights
from redleaf.notes.language import common_words
from redleaf.notes.spans import Span
from redleaf.rules.reading import Echo, Reading

# Languages in which notes were learned. In others a rare word is only a foreign one.
LEARNED = frozenset(("en", "de", "fr", "es", "it", "nl", "pt"))
_UNDETERMINED = "und"
_KNOWN_SHARE = 0.7
# Whoever knows the writer hears the person, not the words.
_KNOWN = ("close", "recent")
_MOST_WORDS = 3
# "Hi" alone says nothing of whom it is for.
_FEWEST_WORDS = 3
# Shorter words are the same in every note.
_SHORTEST = 4


def hears(reading: Reading) -> bool:
    """Whether the weights were learned on texts like this one; a post or a wave is no such note."""
    if reading.recognition in _KNOWN:
        return False
    if reading.kind == "post" or len(reading.note.words) < _FEWEST_WORDS:
        return False
    if reading.language == _UNDETERMINED:
        return _known_share(reading) >= _KNOWN_SHARE
    return reading.language in LEARNED


def loudest_sentence(reading: Reading, verdict: str) -> Echo:
    """The sentence that says most for `verdict` and against `personal`, and its telling words."""
    sentences = reading.note.sentences or (reading.whole,)
    starts = [sentence.start for sentence in sentences]
    heard: list[list[tuple[float, Span]]] = [[] for _ in sentences]
    for unit, span in placed_units(reading.note):
        if unit.isalpha():
            at = max(0, bisect_right(starts, span.start) - 1)
            heard[at].append((_weight(unit, verdict), span))
    sums = [sum(weight for weight, _ in words) for words in heard]
    loudest = max(range(len(sums)), key=sums.__getitem__)
    return Echo(verdict, sentences[loudest], tuple(_telling(reading.text, heard[loudest])))


def _telling(text: str, words: Sequence[tuple[float, Span]]) -> Iterator[str]:
    """The words that weigh most, each once, in the order of the text; none that every text has."""
    told: dict[str, Span] = {}
    for weight, span in sorted(words, key=lambda each: -each[0]):
        word = span.of(text).casefold()
        if weight > 0 and len(word) >= _SHORTEST and word not in common_words():
            told.setdefault(word, span)
    for span in sorted(list(told.values())[:_MOST_WORDS]):
        yield span.of(text)


def _weight(unit: str, verdict: str) -> float:
    weights = shipped_weights()
    sums, scale = weights.unit_sums([unit]), weights.unit_scale
    one, other = HEADS.index(verdict), HEADS.index("personal")
    return sums[one] * scale[one] - sums[other] * scale[other]


def _known_share(reading: Reading) -> float:
    words = [word for word in reading.note.words if word.isalpha()]
    return sum(map(shipped_weights().knows, words)) / len(words) if words else 0.0
