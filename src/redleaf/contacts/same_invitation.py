"""One invitation that comes twice: as a row of an export and as a mail, or as a reminder.

Networks let nobody ask the same person again within about three weeks, and remind within them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redleaf.contacts.invitations import Invitation

_REACH = dt.timedelta(days=21)
_FEWEST_LETTERS = 30  # of a text that may be the beginning of the other
# Keys of rows of an export, and those made of what a row says.
_LISTED = ("from/", "to/", "received/", "sent/", "rejected/", "redleaf:")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)


def is_same_invitation(one: Invitation, other: Invitation) -> bool:
    """Whether both tell of one request to connect.

    They name the same profile, or the same name where one names no profile; they lie within reach
    of each other, and neither has a text that contradicts the other's. An export lists each
    request once, so two of its rows are two, unless their keys are the same.
    """
    if (one.network, one.is_incoming) != (other.network, other.is_incoming):
        return False
    if one.key and one.key == other.key:
        return True
    if one.key.startswith(_LISTED) and other.key.startswith(_LISTED):
        return False
    return _is_one_sender(one, other) and _is_within_reach(one, other) and _agree(one, other)


def joined(one: Invitation, other: Invitation) -> Invitation:
    """Both as one: the earlier day, and what either knows more."""
    early = other if one.at and other.at and _aware(other.at) < _aware(one.at) else one
    return replace(
        one,
        name=one.name or other.name,
        text=max(one.text, other.text, key=len),
        headline=one.headline or other.headline,
        identities=one.identities or other.identities,
        at=early.at or other.at,
        key=early.key or other.key,
    )


def once(invitations: Iterable[Invitation]) -> list[Invitation]:
    """The invitations of several files, each once, in their order."""
    return [one for one, _ in gathered(invitations)]


def gathered(invitations: Iterable[Invitation]) -> list[tuple[Invitation, list[int]]]:
    """As `once`, each with the places of those that it was made of."""
    found: dict[int, Invitation] = {}
    made_of: dict[int, list[int]] = {}
    seen = Seen()
    places: dict[int, int] = {}
    for number, each in enumerate(invitations):
        known = seen.same_as(each)
        one = joined(known, each) if known and known.key != each.key else each
        place = places.pop(id(known)) if known else number
        if known:
            seen.replace(known, one)
        else:
            seen.add(one)
        found[place] = one
        made_of.setdefault(place, []).append(number)
        places[id(one)] = place
    return [(one, made_of[place]) for place, one in found.items()]


class Seen:
    """Invitations that were seen, to be found again by their sender without asking each."""

    def __init__(self, invitations: Iterable[Invitation] = ()) -> None:
        self._by_sender: dict[tuple[object, ...], list[Invitation]] = {}
        for each in invitations:
            self.add(each)

    def add(self, each: Invitation) -> None:
        for sender in _senders(each):
            self._by_sender.setdefault(sender, []).append(each)

    def replace(self, known: Invitation, one: Invitation) -> None:
        """Put `one`, which knows more, in the place of `known`."""
        for sender in _senders(known):
            held = self._by_sender[sender]
            held[:] = [each for each in held if each is not known]
        self.add(one)

    def same_as(self, one: Invitation) -> Invitation | None:
        """The one among them that `one` is, if any."""
        known = (each for sender in _senders(one) for each in self._by_sender.get(sender, ()))
        return next((each for each in known if is_same_invitation(each, one)), None)


def folded(name: str) -> str:
    """A name without regard to case and blanks."""
    return " ".join(name.casefold().split())


def _senders(each: Invitation) -> Iterator[tuple[object, ...]]:
    for identity in each.identities:
        yield each.network, each.is_incoming, identity.key
    if each.name:
        yield each.network, each.is_incoming, folded(each.name)


def _is_one_sender(one: Invitation, other: Invitation) -> bool:
    if one.identities and other.identities:
        return not {i.key for i in one.identities}.isdisjoint(i.key for i in other.identities)
    return bool(one.name) and folded(one.name) == folded(other.name)


def _is_within_reach(one: Invitation, other: Invitation) -> bool:
    if one.at is None or other.at is None:
        return bool(one.identities and other.identities) or bool(one.text and other.text)
    return abs(_aware(one.at) - _aware(other.at)) < _REACH


def _agree(one: Invitation, other: Invitation) -> bool:
    """Whether the texts are one, as far as both are there; a mail may cut a long one off."""
    first, second = sorted((_normal(one.text), _normal(other.text)), key=len)
    return not first or first == second or (len(first) >= _FEWEST_LETTERS and first in second)


def _aware(at: dt.datetime) -> dt.datetime:
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _normal(text: str) -> str:
    """Letters and digits alone, without links; dots at the end may stand for the rest."""
    return " ".join(re.findall(r"\w+", _LINK.sub(" ", text).casefold()))
