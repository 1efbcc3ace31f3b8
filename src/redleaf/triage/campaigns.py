"""Campaigns seen from below: one letter that several people sent within a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from redleaf.batch.campaigns import Campaign, find_campaigns, marker_of
from redleaf.triage.invitation import Invitation
from redleaf.triage.sharing import is_same_letter, letter_of, same_letters, shared_words

WINDOW = dt.timedelta(days=31)
_FEWEST = 3
_LEAST_OF_MEDIAN = 0.75
# Letters that say the same in other words have at least so many of them in common.
_RETOLD = 0.2
# Of letters that are word for word the same but for what is filled in.
_WORD_FOR_WORD = 0.85
# So many others tell whether a letter is one of them.
_ASKED = 20
# Two alike may be chance; two sales letters alike are not.
_FEWEST_PITCHES = 2


@dataclass(frozen=True, slots=True)
class LetterToMany:
    """One letter under several names; `name` tells it apart in a run.

    `senders` counts the people who sent it; `is_reworded` where it is not word for word the same.
    """

    name: str
    members: tuple[str, ...]
    senders: int
    is_reworded: bool


def letters_to_many(
    invitations: Sequence[Invitation],
    *,
    is_pitch: Callable[[Invitation], bool],
    is_own: Callable[[Invitation], bool],
) -> dict[int, LetterToMany]:
    """By place in `invitations`, the letter that came from several people within 31 days.

    Hand in only texts of people who are not known, and none that a network wrote. `is_own` tells
    which sound like a note to one person: such a one has to share its sentences with another.
    Several letters of one sender are one sender's; one without a day may be of any.
    """
    found: dict[int, LetterToMany] = {}
    for places in _letters(invitations, is_own):
        for group in _within_a_month(places, invitations):
            some = [invitations[at] for at in group]
            enough = _FEWEST_PITCHES if all(map(is_pitch, some)) else _FEWEST
            senders = len({_who(each) for each in some})
            if senders < enough:
                continue
            name = f"c{len({letter.name for letter in found.values()}) + 1}"
            letter = LetterToMany(
                name, tuple(each.id for each in some), senders, _is_reworded(some)
            )
            found.update((at, letter) for at in group)
    return found


def _letters(
    invitations: Sequence[Invitation], is_own: Callable[[Invitation], bool]
) -> list[list[int]]:
    """Places of letters that are one: word for word but for their slots, or told anew."""
    texts = [each.text for each in invitations]
    groups = list(same_letters([letter_of(text) for text in texts]))
    notes = [(str(at), text) for at, text in enumerate(texts)]
    for campaign in find_campaigns(notes):
        for group in _linked(_alike(campaign, notes), texts):
            kept = [at for at in group if not is_own(invitations[at]) or _is_kept(at, group, texts)]
            groups.append(kept)
    return _joined(groups)


def _alike(campaign: Campaign, notes: Sequence[tuple[str, str]]) -> Sequence[int]:
    """Without members that have little of what the others share: they may only sound like it."""
    marker = marker_of(campaign, notes)
    shares = {at: marker.share_of(notes[at][1]) for at in campaign.places}
    least = _LEAST_OF_MEDIAN * median(shares.values())
    return [at for at, share in shares.items() if share >= least]


def _linked(places: Sequence[int], texts: Sequence[str]) -> list[list[int]]:
    """The places in groups that have words in common, not only their manner."""
    groups: list[list[int]] = []
    for at in places:
        near = [each for each in groups if _has_words_of(at, each, texts)]
        groups = [each for each in groups if each not in near]
        groups.append([*(one for each in near for one in each), at])
    return groups


def _has_words_of(at: int, group: Sequence[int], texts: Sequence[str]) -> bool:
    letter = letter_of(texts[at])
    some = (letter_of(texts[each]) for each in group[-_ASKED:])
    return any(shared_words(letter, each) >= _RETOLD for each in some)


def _is_kept(at: int, group: Sequence[int], texts: Sequence[str]) -> bool:
    letter = letter_of(texts[at])
    others = (letter_of(texts[each]) for each in group[:_ASKED] if each != at)
    return any(is_same_letter(letter, each) for each in others)


def _joined(groups: Iterable[Sequence[int]]) -> list[list[int]]:
    """Groups that have a place in common are one; the largest first."""
    joined: dict[int, list[int]] = {}
    for group in groups:
        parts = {id(part): part for at in group if (part := joined.get(at))}
        one, *others = sorted(parts.values(), key=len, reverse=True) or [[]]
        new = [at for at in dict.fromkeys(group) if at not in joined]
        new += [at for part in others for at in part]
        one += new
        joined.update(dict.fromkeys(new, one))
    different = {id(each): sorted(each) for each in joined.values()}
    return sorted(different.values(), key=lambda each: (-len(each), each))


def _is_reworded(some: Sequence[Invitation]) -> bool:
    first, *others = [letter_of(each.text) for each in some]
    return any(shared_words(first, each) < _WORD_FOR_WORD for each in others)


def _within_a_month(
    places: Iterable[int], invitations: Sequence[Invitation]
) -> Iterator[list[int]]:
    """The places in groups of which each came within a month, the largest first."""
    days = {at: invitations[at].day for at in places}
    undated = [at for at, day in days.items() if day is None]
    dated = sorted((day, at) for at, day in days.items() if day)
    while dated or undated:
        some = _fullest_month(dated)
        yield sorted([*undated, *(at for _, at in dated[some])])
        undated = []
        del dated[some]


def _fullest_month(dated: Sequence[tuple[dt.date, int]]) -> slice:
    """Where most of them stand that came within a month, in the order of their days."""
    start, best = 0, slice(0, 0)
    for end, (day, _) in enumerate(dated, 1):
        while day - dated[start][0] > WINDOW:
            start += 1
        if end - start > best.stop - best.start:
            best = slice(start, end)
    return best


def _who(invitation: Invitation) -> str:
    who = invitation.sender
    return next(iter(who.identities), "") or who.name
