"""Campaigns: notes that share one skeleton, found in near-linear time.

Slots are masked and equal skeletons joined. Near ones meet by the terms that carry their meaning
(likeness.py), so that swapped words and shuffled sentences still meet. Each group then proves
itself by what it has in common (proving.py, common_ground.py): ten letters after one event share
the event and keep their own words; a merged letter has nothing but its slots.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

from redleaf.batch.phrasing import phrasing_of
from redleaf.batch.piles import Pile
from redleaf.batch.shared_parts import Marker
from redleaf.batch.shared_skeleton import shared_skeleton

_SAMPLE = 200  # of a larger campaign so many notes tell what is shared


@dataclass(frozen=True, slots=True)
class Campaign:
    """Notes that share a skeleton.

    `members` are ids in the order given, `places` where they stand among the notes, from 0.
    `skeleton` has ⟨name⟩ and ⟨…⟩ where notes differ. `shared` is how much of what a member says
    the group has in common, 0 to 1, on average; stock words count little, and a slot less.
    """

    members: tuple[str, ...]
    places: tuple[int, ...]
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
    items = list(notes)
    campaigns = [
        _campaign(items, group)
        for group in _groups([text for _, text in items])
        if len(group) >= at_least
    ]
    return sorted(campaigns, key=lambda each: (-len(each.members), each.places))


def marker_of(campaign: Campaign, notes: Sequence[tuple[str, str]]) -> Marker:
    """What marks the shared parts of a campaign's notes; `notes` are those it was found among."""
    return Marker([notes[at][1] for at in _some(campaign.places)])


def _campaign(items: Sequence[tuple[str, str]], group: Sequence[int]) -> Campaign:
    texts = [items[at][1] for at in _some(group)]
    marker = Marker(texts)
    return Campaign(
        members=tuple(items[at][0] for at in group),
        places=tuple(group),
        skeleton=shared_skeleton([phrasing_of(text).skeleton for text in texts]),
        shared=fsum(map(marker.share_of, texts)) / len(texts),
    )


def _some(group: Sequence[int]) -> Sequence[int]:
    return group[:: -(-len(group) // _SAMPLE)]


def _groups(texts: Sequence[str]) -> Iterator[list[int]]:
    """Groups of places, each proven; the places in a group are in rising order."""
    same: dict[bytes, list[int]] = defaultdict(list)
    terms: list[tuple[str, ...]] = []
    for at, text in enumerate(texts):
        phrasing = phrasing_of(text)
        if phrasing.key and phrasing.key not in same:
            terms.append(tuple(phrasing.terms))
        if phrasing.key:
            same[phrasing.key].append(at)
    places = list(same.values())
    pile = Pile(terms, [len(each) for each in places], lambda at: phrasing_of(texts[places[at][0]]))
    alone = set(range(len(places)))
    for group in pile.campaigns():
        alone -= set(group)
        yield sorted(at for each in group for at in places[each])
    yield from (places[each] for each in sorted(alone))
