"""Likeness: which of many notes are alike enough to be looked at together, in near-linear time.

Notes meet by MinHash and banding over the terms that carry their meaning (Broder 1997), so that
swapped words and shuffled sentences still meet. The hashes are the same in every run and on every
machine, so that parts of one file may be worked on apart: `meeting_places` is all that a program
that spreads the work has to group by.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache
from hashlib import blake2b
from struct import unpack

_BANDS = 24
_ROWS = 2  # two equal minima in a band: notes with a third of their terms in common mostly meet
_NEIGHBOURS = 6  # how many notes that meet in one place a new one is held against
_BYTES = 8
_DIGEST = 64


def alike_groups(bags: Sequence[Collection[str]], *, least: float) -> list[list[int]]:
    """Places of bags joined by likeness of `least` (0 to 1), directly or through others.

    In the order of their first places; one that is like no other is a group of its own.
    """
    parents = array("L", range(len(bags)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    signatures = array("q")
    for bag in bags:
        signatures.extend(meeting_places(bag) or [0] * _BANDS)
    for band in range(_BANDS):  # one after another: where notes met in one is forgotten in the next
        met: dict[int, list[int]] = defaultdict(list)
        for at, place in enumerate(signatures[band::_BANDS]):
            others = met[place] if bags[at] else []
            for other in others:
                one, two = root(at), root(other)
                if one != two and likeness(bags[at], bags[other]) >= least:
                    parents[max(one, two)] = min(one, two)
            if len(others) < _NEIGHBOURS:
                others.append(at)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(bags)):
        groups[root(at)].append(at)
    return list(groups.values())


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """The share of terms, 0 to 1, that two bags without repetitions have in common (Jaccard)."""
    both = len(set(one).intersection(other))
    return both / (len(one) + len(other) - both) if both else 0.0


def meeting_places(bag: Collection[str]) -> list[int]:
    """Where a bag of terms may meet others that are like it: numbers of 64 bits, one a band."""
    if not bag:
        return []
    minima = list(map(min, zip(*map(_hashes, bag), strict=True)))
    return [hash((band, *minima[band : band + _ROWS])) for band in range(0, len(minima), _ROWS)]


@lru_cache(maxsize=1 << 14)
def _hashes(term: str) -> tuple[int, ...]:
    """Independent hashes, the same in every run, as hash() is of numbers but not of texts."""
    digests = (
        blake2b(
            term.encode("utf-8", "surrogatepass"), digest_size=_DIGEST, salt=bytes([at])
        ).digest()
        for at in range(_BANDS * _ROWS * _BYTES // _DIGEST)
    )
    return unpack(f"<{_BANDS * _ROWS}Q", b"".join(digests))
