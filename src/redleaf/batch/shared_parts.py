"""The shared parts of each note of a group, and what stands in the slots between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from typing import Any, NamedTuple

from redleaf.batch.common_ground import CommonGround
from redleaf.batch.phrasing import READ_CHARS, SLOT, Phrasing, phrasing_of, words_of
from redleaf.notes.folding import fold
from redleaf.notes.spans import Span

# From this share of the notes on a greeting, a sign-off or a small word is the group's.
_USUAL = 0.5
# So many small words in a row say something without another; "of the" alone does not.
_SMALL_WORDS = 3
# A word that stands farther off is another of the same spelling.
_LONGEST_SLOT = 40
_CLOSING_SIGNS = ".!?…。！？"


@dataclass(frozen=True, slots=True)
class SharedParts:
    """Of one note: `shared` are the spans the group has in common, `slots` what else there is.

    Both are in order and count code points of the text as it was given. `share` is how much of
    what it says the group has in common, 0 to 1; stock words count little, a retold thing too.
    """

    shared: tuple[Span, ...]
    slots: tuple[Span, ...]
    share: float

    def to_json(self, text: str) -> dict[str, Any]:
        return {
            "share": round(self.share, 2),
            "shared": [{"start": span.start, "end": span.end} for span in self.shared],
            "slots": [
                {"start": span.start, "end": span.end, "text": span.of(text)} for span in self.slots
            ],
        }


class _Word(NamedTuple):
    """A word of the text; `place` is where it stands among those of its sentences, or None."""

    word: str
    span: Span
    place: int | None


class Marker:
    """Marks what each note of one group shares with the others."""

    def __init__(self, texts: Sequence[str]) -> None:
        """`texts` are the notes of the group, or enough of them to tell for all."""
        self._texts = texts
        self._ground = CommonGround([phrasing_of(text) for text in texts])

    def share_of(self, text: str) -> float:
        """How much of what a note says the group has in common, 0 to 1."""
        return self._ground.explains(phrasing_of(text))

    def parts_of(self, text: str) -> SharedParts:
        phrasing = phrasing_of(text)
        words = list(_placed(text, phrasing))
        is_shared = self._shared(words, phrasing)
        runs = [
            (shared, [each.span for _, each in run])
            for shared, run in groupby(zip(is_shared, words, strict=True), key=lambda pair: pair[0])
        ]
        return SharedParts(
            tuple(_closed(Span(run[0].start, run[-1].end), text) for shared, run in runs if shared),
            tuple(Span(run[0].start, run[-1].end) for shared, run in runs if not shared),
            self.share_of(text),
        )

    @cached_property
    def _usual(self) -> frozenset[str]:
        used: Counter[str] = Counter()
        for text in self._texts:
            used.update({each.word for each in _placed(text, phrasing_of(text))})
        return frozenset(word for word, count in used.items() if count >= _USUAL * len(self._texts))

    def _shared(self, words: Sequence[_Word], phrasing: Phrasing) -> list[bool]:
        common = list(chain.from_iterable(map(self._ground.is_common, phrasing.sentences)))
        terms = [term for sentence in phrasing.sentences for term in sentence.terms]
        known = [at for at, each in enumerate(words) if each.place is not None]
        within = range(known[0], known[-1]) if known else range(0)
        shared = [
            common[each.place]
            if each.place is not None
            else at not in within and each.word in self._usual
            for at, each in enumerate(words)
        ]
        small = [each.place is not None and not terms[each.place] for each in words]
        return self._without_crumbs(self._bridged(shared, words, small), small)

    def _bridged(
        self, shared: list[bool], words: Sequence[_Word], small: Sequence[bool]
    ) -> list[bool]:
        """Small words that most have belong to what stands on both sides of them."""
        bridged = list(shared)
        at = 0
        for is_shared, run in groupby(shared):
            length = len(list(run))
            inside = range(at, at + length)
            is_between = not is_shared and at > 0 and at + length < len(words)
            if is_between and all(small[i] and words[i].word in self._usual for i in inside):
                bridged[at : at + length] = [True] * length
            at += length
        return bridged

    def _without_crumbs(self, shared: list[bool], small: Sequence[bool]) -> list[bool]:
        """Two small words alone are everybody's, not the group's."""
        kept = list(shared)
        at = 0
        for is_shared, run in groupby(shared):
            length = len(list(run))
            if is_shared and length < _SMALL_WORDS and all(small[at : at + length]):
                kept[at : at + length] = [False] * length
            at += length
        return kept


def _placed(text: str, phrasing: Phrasing) -> Iterator[_Word]:
    """All words of a text; those that its phrasing has, at their places there."""
    folded = fold(text[:READ_CHARS])
    words = [
        (word, Span(folded.start(start), folded.end(end)))
        for word, start, end in words_of(folded.text)
    ]
    where: dict[str, list[int]] = defaultdict(list)
    for at, (word, _) in enumerate(words):
        where[word].append(at)
    places: dict[int, int] = {}
    reached = 0
    said = (word for sentence in phrasing.sentences for word in sentence.words)
    for place, word in enumerate(said):
        ahead = where.get(word, []) if word != SLOT else []
        found = bisect_left(ahead, reached)
        if found < len(ahead) and ahead[found] - reached <= _LONGEST_SLOT:
            places[ahead[found]] = place
            reached = ahead[found] + 1
    return (_Word(word, span, places.get(at)) for at, (word, span) in enumerate(words))


def _closed(span: Span, text: str) -> Span:
    """With the sign that ends the sentence."""
    end = span.end
    while end < len(text) and text[end] in _CLOSING_SIGNS:
        end += 1
    return Span(span.start, end)
