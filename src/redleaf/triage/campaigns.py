"""Campaigns seen from below: one letter that several people sent within a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from redleaf.batch.campaigns import Campaign, find_campaigns, marker_of
from redleaf.triage.invitation import Invitation

WINDOW = dt.timedelta(days=31)
_FEWEST = 3
_LEAST_OF_MEDIAN = 0.75
# Two alike may be chance; two sales letters alike are not.
_FEWEST_PITCHES = 2


@dataclass(frozen=True, slots=True)
class LetterToMany:
    """One letter under several names; `name` tells it apart in a run, `skeleton` what is shared."""

    name: str
    members: tuple[str, ...]
    skeleton: str


def letters_to_many(
    invitations: Sequence[Invitation], is_pitch: Callable[[Invitation], bool]
) -> dict[int, LetterToMany]:
    """By place in `invitations`, the letter that came from several people within 31 days.

    Hand in only texts of people who are not known, and none that a network wrote. Several
    letters of one sender are one sender's.
    """
    notes = [(str(at), each.text) for at, each in enumerate(invitations)]
    found: dict[int, LetterToMany] = {}
    for campaign in find_campaigns(notes):
        alike = _alike(campaign, notes)
        for group in _within_a_month(alike, invitations):
            some = [invitations[at] for at in group]
            enough = _FEWEST_PITCHES if all(map(is_pitch, some)) else _FEWEST
            if len({_who(each) for each in some}) < enough:
                continue
            name = f"c{len({letter.name for letter in found.values()}) + 1}"
            members = tuple(each.id for each in some)
            found.update((at, LetterToMany(name, members, campaign.skeleton)) for at in group)
    return found


def _alike(campaign: Campaign, notes: Sequence[tuple[str, str]]) -> Sequence[int]:
    """Without members that have little of what the others share: they may only sound like it."""
    marker = marker_of(campaign, notes)
    shares = {at: marker.share_of(notes[at][1]) for at in campaign.places}
    least = _LEAST_OF_MEDIAN * median(shares.values())
    return [at for at, share in shares.items() if share >= least]


def _within_a_month(
    places: Iterable[int], invitations: Sequence[Invitation]
) -> Iterable[Sequence[int]]:
    """The places in the order of their days, cut where more than a month lies between two."""
    ordered = sorted(places, key=lambda at: (invitations[at].day or dt.date.min, at))
    group: list[int] = []
    for at in ordered:
        before = invitations[group[-1]].day if group else None
        day = invitations[at].day
        if before and day and day - before > WINDOW:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _who(invitation: Invitation) -> str:
    who = invitation.sender
    return next(iter(who.identities), "") or who.name
