"""Known wordings: the sentences of default texts as terms, and what leads to them.

They are read from networks/data/compiled/known_texts.txt, which tools/compile_networks.py writes in
parts of lines: of thousands only those are taken apart that a text leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import chain, count, pairwise
from typing import NamedTuple

from redleaf.networks.compiled import bytes_of
from redleaf.notes.compiled_parts import parts_of
from redleaf.rules.shared_keys import SharedKeys, bits_of, places_of
from redleaf.rules.wordings import SLOT, is_sign, keys_of, weight

# A slot in the middle of a wording holds a name or two.
SLOT_WORDS = 6
# Of the wordings that share stems with a sentence only the nearest are compared term by term.
COMPARED = 8
# How many of a wording's stems a sentence must share to be compared: typing errors lose some.
SHARED = 0.45
# What a wording must say not to be light.
LIGHT = 1.6
# How much of a wording's weight may be missing; signs are single and so more often another. The
# bounds were chosen on the labelled notes: benchmarks/default_texts.py counts what they miss.
MISSING = 0.25
MISSING_SIGNS = 0.3
# A light wording is taken only where it is a clause of its own, and nearly all of it is there.
LIGHT_SIMILARITY = 0.82
# What stems lead to is kept for the next text; past so many it is asked for anew.
MAX_REMEMBERED = 100_000
# Of many wordings with the same rare stems only so many are looked at more closely.
LOOKED_AT = 48
# After so many sentences it is worth while to lay all keys out for them.
WARM = 64
# A filler tells less than another word of its length.
FILLER = 0.35

# For each digit what makes it a one, and the others naught.
_ONE_OF = {one: str.maketrans("123", "".join("01"[each == one] for each in "123")) for one in "123"}


class SmallTalk(NamedTuple):
    """Words that say nothing: those that open a greeting, those of courtesies, and fillers.

    `long_courtesies` are the courtesies of more than five letters by their first.
    """

    greetings: frozenset[str]
    courtesies: frozenset[str]
    fillers: frozenset[str]
    long_courtesies: Mapping[str, Sequence[str]]


class KnownWording:
    """One sentence of a default text, as terms.

    Its row has the terms, the language, the product, since and until, and whether the sentence only
    goes with others, parted by tabs.
    """

    def __init__(self, row: str) -> None:
        self.line, self.language, self.product, since, until, companion = row.split("\t")
        self.since, self.until = int(since), int(until)
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
    def least_shared(self) -> int:
        """How many of its keys a sentence must have to be compared."""
        return next(shared for shared in count() if shared / len(self.keys) >= SHARED)

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
    def most_missing(self) -> float:
        """How much of its weight may be missing, from 0 to 1."""
        most = MISSING_SIGNS if self.has_signs else MISSING
        return min(most, 1 - LIGHT_SIMILARITY) if self.is_light else most

    def nearest(self, term: str) -> Sequence[str]:
        """Its words that may be near to `term`: those with its first letter in the first two."""
        return self._by_letter.get(term[0], ())

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        words: dict[str, list[str]] = {}
        for word in self.weights:
            for letter in dict.fromkeys(word[:2]):
                words.setdefault(letter, []).append(word)
        return words

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
        titles, wordings, self._anchors, needed, *words = parts_of(bytes_of("known_texts.txt"))
        self.titles = titles.fields()
        self._wordings = wordings.lines()
        needs = needed.lines()[0][::-1]
        self._needing = [int(needs.translate(_ONE_OF[number]), 2) for number in "123"]
        self._bits: dict[str, int] = {}
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._known: dict[int, KnownWording] = {}
        self._vocabularies, self._greetings, self._fillers, self._courtesies = words
        self._small_talks: dict[str, SmallTalk] = {}
        self._asked = 0

    def suspects(self, terms: Sequence[str]) -> list[KnownWording]:
        """The wordings that may give these terms away as a default text: at least candidates()
        without those that only go with others, in no order and quicker."""
        keys = set(keys_of(terms))
        self._asked += 1
        near = []
        led = self._sharing(self._enough(self._leading(keys)), keys)
        for number in places_of(led) if led else ():
            known = self._known.get(number) or self._known_at(number)
            if not known.is_companion and len(known.keys & keys) >= known.least_shared:
                near.append(known)
        return near

    def candidates(self, terms: Sequence[str]) -> list[KnownWording]:
        """The wordings that share their rarest and other stems with these terms, best first."""
        keys = set(keys_of(terms))
        near = []
        for number in self._led_to(keys, len(terms)):
            known = self._known.get(number) or self._known_at(number)
            shared = len(known.keys & keys)
            if shared >= known.least_shared:
                near.append((-shared / len(known.keys), abs(len(known.terms) - len(terms)), number))
        return [self._known[number] for _, _, number in sorted(near)[:COMPARED]]

    def _led_to(self, keys: Set[str], length: int) -> list[int]:
        """The wordings with enough of their anchors among `keys`; of many the most hit."""
        found = self._leading(keys)
        if not found:
            return []
        led = self._enough(found)
        if led.bit_count() <= LOOKED_AT:
            return list(places_of(self._sharing(led, keys)))
        numbers = list(places_of(led))
        hits = Counter(chain.from_iterable(map(self._numbers.__getitem__, found)))
        lengths = self._lengths
        most = [(-hits[number], abs(lengths[number] - length), number) for number in numbers]
        return [number for _, _, number in sorted(most)[:LOOKED_AT]]

    @cached_property
    def _lengths(self) -> list[int]:
        return [row.count(" ", 0, row.index("\t")) + 1 for row in self._wordings]

    def _leading(self, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that lead to a wording."""
        bits = self._bits
        if len(bits) > MAX_REMEMBERED:
            bits.clear()
            self._numbers.clear()
        return [key for key in keys if (bits[key] if key in bits else self._bits_of(key))]

    def _bits_of(self, key: str) -> int:
        numbers = self._anchors.get(key)
        if numbers:
            self._numbers[key] = tuple(set(map(int, numbers.split(" "))))
        bits = self._bits[key] = bits_of(self._numbers[key]) if numbers else 0
        return bits

    def _sharing(self, led: int, keys: Set[str]) -> int:
        """Those that may share enough of `keys`: fewer when it was asked often, never too few."""
        return led & self._shared.by_many(keys) if led and self._asked >= WARM else led

    def _enough(self, found: Iterable[str]) -> int:
        """One bit a wording: counts all of them at once, up to the three anchors one may need."""
        once = twice = thrice = 0
        for key in found:
            led = self._bits[key]
            thrice |= twice & led
            twice |= once & led
            once |= led
        first, second, third = self._needing
        return (once & first) | (twice & second) | (thrice & third)

    @cached_property
    def _shared(self) -> SharedKeys:
        return SharedKeys(map(self._known_at, range(len(self._wordings))))

    def vocabulary(self, language: str) -> frozenset[str]:
        """The words that default texts of the language use, and its fillers."""
        return _split(self._vocabularies.get(language) or "")

    def fillers(self, language: str) -> frozenset[str]:
        return _split(self._fillers.get(language) or "")

    def small_talk(self, language: str) -> SmallTalk:
        """The words that say nothing, in that language and in English."""
        if language not in self._small_talks:
            self._small_talks[language] = self._small_talk(language)
        return self._small_talks[language]

    def _small_talk(self, language: str) -> SmallTalk:
        languages = (language, "en")
        greetings = frozenset().union(
            *(_split(self._greetings.get(each) or "") for each in languages)
        )
        lines = " ".join(self._courtesies.get(each) or "" for each in languages)
        fillers = self.fillers(language) | self.fillers("en")
        courtesies = greetings | _split(lines)
        long: dict[str, list[str]] = {}
        for word in courtesies:
            if len(word) > 5:
                long.setdefault(word[0], []).append(word)
        return SmallTalk(greetings, courtesies, fillers, long)

    def _known_at(self, number: int) -> KnownWording:
        known = self._known[number] = KnownWording(self._wordings[number])
        return known


@cache
def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def known_wordings() -> KnownWordings:
    return KnownWordings()
