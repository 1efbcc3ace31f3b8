"""Known wordings: the sentences of default texts as terms, and what leads to them.

They are read from networks/data/compiled/known_texts.json, which tools/compile_networks.py writes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from redleaf.networks.catalogue import COMPILED
from redleaf.rules.wordings import SLOT, is_sign, keys_of, weight

# A slot in the middle of a wording holds a name or two.
SLOT_WORDS = 6
# Of the wordings that share stems with a sentence only the nearest are compared term by term.
COMPARED = 8
# How many of a wording's stems a sentence must share to be compared: typing errors lose some.
SHARED = 0.45
# What a wording must say not to be light.
LIGHT = 1.6
# Of many wordings with the same rare stems only so many are looked at more closely.
LOOKED_AT = 48
# A filler tells less than another word of its length.
FILLER = 0.35

# Terms, language, product, since, until, and 1 for a sentence that only goes with others.
Row = tuple[str, str, str, int, int, int]


class SmallTalk(NamedTuple):
    """Words that say nothing: those that open a greeting, those of courtesies, and fillers."""

    greetings: frozenset[str]
    courtesies: frozenset[str]
    fillers: frozenset[str]


class KnownWording:
    """One sentence of a default text, as terms."""

    def __init__(self, row: Row) -> None:
        self.line, self.language, self.product, self.since, self.until, companion = row
        self.is_companion = bool(companion)

    @cached_property
    def terms(self) -> list[str]:
        return self.line.split(" ")

    @cached_property
    def words(self) -> dict[str, str]:
        """Its terms, and each pair of them written as one, by how they may be typed."""
        words = [term for term in self.terms if term != SLOT]
        pairs = {one + other: other for one, other in pairwise(words)}
        return {**pairs, **{word: word for word in words}}

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(keys_of(self.terms))

    @cached_property
    def is_light(self) -> bool:
        """Whether it says so little that it may stand in anybody's own words."""
        return self.weight < LIGHT

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(self.terms)

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much each of its words tells."""
        return weights_of(self.terms, known_wordings().fillers(self.language))

    @cached_property
    def weight(self) -> float:
        return sum(self.weights.values()) or 1.0

    @cached_property
    def has_signs(self) -> bool:
        """Whether it is written without spaces."""
        return sum(is_sign(term) for term in self.terms) * 2 > len(self.terms)

    @cached_property
    def heavy(self) -> frozenset[str]:
        """The words that must not be missing: all long ones that are no fillers."""
        fillers = known_wordings().fillers(self.language)
        return frozenset(word for word in self.weights if len(word) > 4 and word not in fillers)

    @cached_property
    def inner_slots(self) -> int:
        return self.terms[1:-1].count(SLOT)

    @cached_property
    def room(self) -> int:
        """How many foreign words may stand inside it: those of its slots."""
        words = len(self.terms) - self.terms.count(SLOT)
        return min(SLOT_WORDS * self.inner_slots, words)


def weights_of(terms: Sequence[str], fillers: Collection[str]) -> dict[str, float]:
    """How much each word of a wording tells."""
    return {
        word: weight(word) * (FILLER if word in fillers else 1.0) for word in terms if word != SLOT
    }


class KnownWordings:
    """The compiled wordings: `anchors` lead from stems to the wordings they are rarest in."""

    def __init__(self) -> None:
        path = COMPILED / "known_texts.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        self.titles: dict[str, str] = data["titles"]
        self._wordings: list[Row] = data["wordings"]
        self._anchors: dict[str, list[int]] = data["anchors"]
        self._needed: str = data["needed"]
        self._fillers: dict[str, str] = data["fillers"]
        self._known: dict[int, KnownWording] = {}
        self._vocabularies: dict[str, str] = data["vocabularies"]
        self._greetings: dict[str, str] = data["greetings"]
        self._courtesies: dict[str, list[str]] = data["courtesies"]

    def candidates(self, terms: Sequence[str]) -> list[KnownWording]:
        """The wordings that share their rarest and other stems with these terms, best first."""
        keys = set(keys_of(terms))
        hits: Counter[int] = Counter()
        for key in self._anchors.keys() & keys:
            hits.update(self._anchors[key])
        near = []
        for number in self._most_hit(hits, len(terms)):
            known = self._known_at(number)
            shared = len(known.keys & keys) / len(known.keys)
            if shared >= SHARED:
                near.append((-shared, abs(len(known.terms) - len(terms)), number))
        return [self._known_at(number) for _, _, number in sorted(near)[:COMPARED]]

    def _most_hit(self, hits: Counter[int], length: int) -> list[int]:
        """The wordings with enough anchors hit: most first, then those of like length."""
        enough = [
            (-count, abs(self._wordings[number][0].count(" ") + 1 - length), number)
            for number, count in hits.items()
            if count >= int(self._needed[number])
        ]
        return [number for _, _, number in sorted(enough)[:LOOKED_AT]]

    def vocabulary(self, language: str) -> frozenset[str]:
        """The words that default texts of the language use, and its fillers."""
        return _split(self._vocabularies.get(language, ""))

    def fillers(self, language: str) -> frozenset[str]:
        return _split(self._fillers.get(language, ""))

    def small_talk(self, language: str) -> SmallTalk:
        """The words that say nothing, in that language and in English."""
        languages = (language, "en")
        greetings = frozenset().union(
            *(_split(self._greetings.get(each, "")) for each in languages)
        )
        lines = " ".join(line for each in languages for line in self._courtesies.get(each, ()))
        fillers = self.fillers(language) | self.fillers("en")
        return SmallTalk(greetings, greetings | _split(lines), fillers)

    def _known_at(self, number: int) -> KnownWording:
        if number not in self._known:
            self._known[number] = KnownWording(self._wordings[number])
        return self._known[number]


@cache
def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def known_wordings() -> KnownWordings:
    return KnownWordings()
