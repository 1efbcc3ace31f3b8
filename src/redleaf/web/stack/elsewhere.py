"""The other networks of a card's person: one note fitted to each, beside the notes of the card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from redleaf.networks import Network
from redleaf.networks import network as network_named
from redleaf.web.accounts.networks_used import networks_used, used_as
from redleaf.web.contacts.models import Card, Identity
from redleaf.web.contacts.selectors.notes_sent import invited_on
from redleaf.web.desk.drafts import DraftView
from redleaf.web.desk.opening import Opening
from redleaf.web.stack.writing import Typed, notes_for

# Mail has a place of its own on the card, and nothing is sent with a paper card.
_NOT_HERE = frozenset(("email", "card"))
_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A network beside the card's own, by the name of the user's account there.

    `sent_on` is the day on which the person was invited there; then there is no note. `advice` says
    what to do where none is needed.
    """

    name: str
    network: Network
    sent_on: dt.date | None = None
    draft: DraftView | None = None
    opening: Opening | None = None
    advice: str = ""


def networks_beside(card: Card, typed: Typed) -> list[str]:
    """Where else the two could meet: the person's own profiles first, then where the user is."""
    profiles = Identity.objects.filter(contact=card.contact_id, kind="profile")
    theirs = profiles.order_by("position").values_list("network", flat=True)
    names = [*theirs, *(each.name for each in networks_used(card.owner))]
    known = dict.fromkeys(network_named(each).name for each in names if each)
    left = [each for each in known if each not in {network_named(typed.network).name, *_NOT_HERE}]
    return [used_as(card.owner, each).name for each in left[:_MOST_SHOWN]]


def notes_beside(
    card: Card, typed: Typed, *, shown: Iterable[str], today: dt.date
) -> Iterator[Elsewhere]:
    """A note for each of these networks, none in the words of those that are `shown`.

    Raises NothingToKeep for a line that cannot be read, BriefError for somebody without a name.
    """
    taken = set(shown)
    for number, name in enumerate(networks_beside(card, typed), 1):
        network = used_as(card.owner, name).network
        if sent_on := invited_on(card.owner, card.contact, name):
            yield Elsewhere(name, network, sent_on)
            continue
        there = replace(typed, network=name, seed=typed.seed + number, chosen=1)
        writing = notes_for(card, there, today=today, with_mail=False).writing
        fresh = (pair for pair in writing.pairs if pair[0].text not in taken)
        draft, opening = next(fresh, (None, None))
        if draft:
            taken.add(draft.text)
        yield Elsewhere(name, network, None, draft, opening, writing.advice)
