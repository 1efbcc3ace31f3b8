"""Who of a stack needs the notes most, when there are more people than notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from redleaf.notes.brief import Brief, Recipient
from redleaf.web.contacts.models import Card, Promise
from redleaf.web.contacts.selectors.lines import levels_of
from redleaf.web.contacts.selectors.stacks import Progress
from redleaf.writing.budget import Budget
from redleaf.writing.needs import needs_most

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Needs:
    """`left` notes for `waiting` people who would get one; `first` are those who need them most.

    `named` are the first few of those. `why` says of the card that is asked about why it is, or is
    not, among them; "" where none is asked about or where they know the user well.
    """

    left: int
    waiting: int
    first: tuple[Card, ...]
    is_among: bool = False
    why: str = ""

    @property
    def named(self) -> tuple[Card, ...]:
        return self.first[:_NAMED]

    @property
    def ids(self) -> frozenset[UUID]:
        return frozenset(each.pk for each in self.first)


def needs_on(
    progress: Progress, budget: Budget | None, today: dt.date, *, of: Card | None = None
) -> Needs | None:
    """None where there are notes enough for all who wait, none at all, or nobody counts them.

    In a fixed number of queries, whatever the size of the stack.
    """
    waiting = [each for each in progress.cards if each.state != Card.State.WRITTEN]
    if budget is None or budget.is_spent or budget.left >= len(waiting):
        return None
    briefs = _briefs(waiting, today)
    # Whoever knows the user well is invited without a note.
    asked = [
        (card, brief)
        for card, brief in zip(waiting, briefs, strict=True)
        if brief.recognition != "close"
    ]
    if budget.left >= len(asked):
        return None
    needs = needs_most([brief for _, brief in asked], budget.left)
    first = tuple(asked[each.place][0] for each in needs if each.has_note)
    own = next((each for each in needs if of and asked[each.place][0].pk == of.pk), None)
    is_among = own is not None and own.has_note
    return Needs(budget.left, len(asked), first, is_among, own.why if own else "")


def _briefs(cards: Sequence[Card], today: dt.date) -> list[Brief]:
    """No more of each than the need for a note is told by."""
    ids = [each.contact_id for each in cards]
    levels = levels_of(ids, today)
    promises = Promise.objects.filter(contact_id__in=ids, state="open").order_by()
    promised = set(promises.values_list("contact_id", flat=True))
    return [
        Brief(
            Recipient(name=each.contact.name, register=each.contact.register or "peer"),
            recognition=levels[each.contact_id],
            promises=("what was promised",) if each.contact_id in promised else (),
            today=today,
        )
        for each in cards
    ]
