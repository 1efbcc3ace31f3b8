"""Campaigns: notes that share one skeleton, found in near-linear time.

Slots are masked and equal skeletons joined. Near ones meet by MinHash and banding over the words
that carry meaning, so that swapped words and shuffled sentences still meet. Each group then proves
itself: a note stays only while most of its words stand in other notes of the group too. Ten
letters after one event share the event and keep their own words; a merge letter has none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from redleaf.batch.phrasing import Phrasing, phrasing_of
from redleaf.batch.shared_skeleton import shared_skeleton

_BANDS = 24
_ROWS = 2  # two equal minima in a band: notes with a third of their words in common mostly meet
_NEIGHBOURS = 6  # how many notes of a band's bucket a new one is held against
_ALIKE = 0.22  # Jaccard share of the words that carry meaning, for two notes to be held together
_BORNE = 0.55  # share of a note's words that the rest of its group must know
_OWN_SENTENCES = 0.25  # share of its words in sentences that nobody else has, to stand alone
_COMMON = 0.15  # share of a group that must use a word before it counts as the group's
_PRIME = (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Campaign:
    """Notes that share a skeleton.

    `members` are ids in the order given. `skeleton` has ⟨name⟩ and ⟨…⟩ where notes differ.
    `shared` is the mean share, 0 to 1, of a member's words that the group has in common.
    """

    members: tuple[str, ...]
    skeleton: str
    shared: float

    def to_json(self) -> dict[str, Any]:
        return {
            "members": list(self.members),
            "skeleton": self.skeleton,
            "shared": round(self.shared, 2),
        }


def find_campaigns(notes: Iterable[tuple[str, str]], *, at_least: int = 2) -> list[Campaign]:
    """The campaigns among `notes` (id, text), the largest first; a note is in one at most.

    `at_least` is the smallest group that counts, 2 or more. Same input, same result.
    """
    items = [(each, phrasing_of(text)) for each, text in notes]
    campaigns = [
        _campaign([items[at] for at in group])
        for group in _groups([phrasing for _, phrasing in items])
        if len(group) >= at_least
    ]
    return sorted(campaigns, key=lambda each: -len(each.members))


def _campaign(items: Sequence[tuple[str, Phrasing]]) -> Campaign:
    phrasings = [phrasing for _, phrasing in items]
    common = _common_words([phrasing.words for phrasing in phrasings])
    shares = [_share(phrasing.words, common) for phrasing in phrasings]
    return Campaign(
        members=tuple(each for each, _ in items),
        skeleton=shared_skeleton([phrasing.skeleton for phrasing in phrasings]),
        shared=sum(shares) / len(shares),
    )


def _groups(phrasings: Sequence[Phrasing]) -> Iterator[list[int]]:
    """Groups of places, each proven; the places in a group are in rising order."""
    same: dict[str, list[int]] = defaultdict(list)
    for at, phrasing in enumerate(phrasings):
        if phrasing.key:
            same[phrasing.key].append(at)
    firsts = [places[0] for places in same.values()]
    notes = [phrasings[at] for at in firsts]
    weights = [len(same[phrasings[at].key]) for at in firsts]
    for group in _near_groups([note.content for note in notes]):
        for proven in _prove(group, notes, weights):
            yield sorted(at for each in proven for at in same[phrasings[firsts[each]].key])


def _near_groups(bags: Sequence[frozenset[str]]) -> Iterator[list[int]]:
    """Places joined by likeness, directly or through others."""
    parents = list(range(len(bags)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for key in _bands(bag):
            bucket = buckets[key]
            for other in bucket:
                if root(other) != root(at) and _likeness(bag, bags[other]) >= _ALIKE:
                    parents[root(at)] = root(other)
            if len(bucket) < _NEIGHBOURS:
                bucket.append(at)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(bags)):
        groups[root(at)].append(at)
    yield from groups.values()


def _prove(
    group: list[int], notes: Sequence[Phrasing], weights: Sequence[int]
) -> Iterator[list[int]]:
    """The group without notes that have their own words; what falls out may be groups itself."""
    pending = [group]
    while pending:
        kept, dropped = pending.pop(), []
        while True:
            worst = _own_worded(kept, notes, weights)
            if not worst:
                break
            dropped += worst
            kept = [at for at in kept if at not in set(worst)]
        if kept:
            yield kept
            if len(dropped) > 1:
                pending.append(dropped)
        else:
            yield from ([at] for at in dropped)


def _own_worded(kept: list[int], notes: Sequence[Phrasing], weights: Sequence[int]) -> list[int]:
    """Up to a quarter of the notes: those with the largest share of words that only they use.

    A quarter at a time, because each one that goes changes what the rest has in common.
    """
    if len(kept) == 1:
        return []
    common = _common_among(kept, notes, weights)
    failing = []
    for at in kept:
        note = notes[at]
        borne = len(note.content & common) / max(1, len(note.content))
        if borne < _BORNE or _own_sentences(note, common) > _OWN_SENTENCES:
            failing.append((borne, at))
    failing.sort()
    return [at for _, at in failing[: max(1, len(kept) // 4)]]


def _own_sentences(note: Phrasing, common: frozenset[str]) -> float:
    """Share of the note's words that stand in sentences without any common word."""
    own = sum(len(each) for each in note.sentences if not each & common)
    return own / max(1, sum(len(each) for each in note.sentences))


def _common_among(
    kept: list[int], notes: Sequence[Phrasing], weights: Sequence[int]
) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for at in kept:
        for word in notes[at].content:
            counts[word] += weights[at]
    needed = max(2, round(_COMMON * sum(weights[at] for at in kept)))
    return frozenset(word for word, count in counts.items() if count >= needed)


def _common_words(lists: Sequence[Sequence[str]]) -> frozenset[str]:
    counts = Counter(word for words in lists for word in set(words))
    needed = max(2, round(_COMMON * len(lists)))
    return frozenset(word for word, count in counts.items() if count >= needed)


def _share(words: Sequence[str], common: frozenset[str]) -> float:
    return sum(word in common for word in words) / len(words) if words else 1.0


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def _bands(bag: frozenset[str]) -> Iterator[tuple[int, ...]]:
    hashes = [_stable_hash(word) for word in bag]
    for band in range(_BANDS if hashes else 0):
        minima = tuple(
            min((a * each + b) % _PRIME for each in hashes)
            for a, b in _MIXERS[band * _ROWS : (band + 1) * _ROWS]
        )
        yield (band, *minima)


def _stable_hash(word: str) -> int:
    """A hash that is the same in every run, unlike hash(): the same pile, the same campaigns."""
    value = 1_469_598_103_934_665_603
    for char in word:
        value = (value ^ ord(char)) * 1_099_511_628_211 % _PRIME
    return value


def _mixers() -> tuple[tuple[int, int], ...]:
    """Fixed multipliers and offsets, from a linear congruential row (Knuth, MMIX)."""
    state, numbers = 20_261, []
    for _ in range(2 * _BANDS * _ROWS):
        state = (6_364_136_223_846_793_005 * state + 1_442_695_040_888_963_407) % (1 << 64)
        numbers.append(state % _PRIME or 1)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


_MIXERS = _mixers()
