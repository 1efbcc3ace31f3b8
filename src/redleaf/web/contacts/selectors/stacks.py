"""Stacks: how far each is, who is next, and what a line of theirs tells of a meeting."""

from __future__ import annotations

import datetime as dt
import itertools
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Count, OuterRef, Q, Subquery

from redleaf.contacts.encounters import Encounter, When
from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.models import Card, Contact, Stack
from redleaf.web.contacts.records import encounter_of

_STATE = Card.State
# Whoever pauses for longer than this was not at work on one card.
_LONGEST_CARD = dt.timedelta(minutes=5)
_FEWEST_TIMED = 3
_MOST_STACKS = 20


@dataclass(frozen=True, slots=True)
class StackLine:
    """A stack of the list, with how many of its people are written to and how many wait.

    `next_name` is that of whoever waits first, "" where nobody does or no name is known.
    """

    stack: Stack
    written: int
    waiting: int
    next_name: str

    @property
    def size(self) -> int:
        return self.written + self.waiting


@dataclass(frozen=True, slots=True)
class Progress:
    """The cards of a stack in their order; `minutes_left` is None until a pace is known."""

    cards: tuple[Card, ...]
    minutes_left: int | None

    @property
    def written(self) -> int:
        return sum(each.state == _STATE.WRITTEN for each in self.cards)

    @property
    def waiting(self) -> int:
        return len(self.cards) - self.written

    def next_after(self, card: Card | None) -> Card | None:
        """Who is next: the first who waits behind `card`, else from the top, then those put off."""
        order = list(self.cards)
        at = next((place for place, each in enumerate(order) if card and each.pk == card.pk), -1)
        behind_first = [*order[at + 1 :], *order[: at + 1]]
        others = [each for each in behind_first if card is None or each.pk != card.pk]
        for state in (_STATE.WAITING, _STATE.LATER):
            if found := next((each for each in others if each.state == state), None):
                return found
        return card if card and card.state != _STATE.WRITTEN else None

    def beside(self, card: Card, step: int) -> Card | None:
        """The card `step` places further on (or back), whatever its state."""
        at = next(place for place, each in enumerate(self.cards) if each.pk == card.pk) + step
        return self.cards[at] if 0 <= at < len(self.cards) else None


def stack_lines(owner: User, *, most: int = _MOST_STACKS) -> list[StackLine]:
    """The stacks, the newest first."""
    written = Count("cards", filter=Q(cards__state=_STATE.WRITTEN))
    # By its word "waiting" stands behind "later", whose turn comes last.
    waits = Card.objects.filter(stack=OuterRef("pk")).exclude(state=_STATE.WRITTEN)
    following = waits.order_by("-state", "position", "pk").values("contact__name")[:1]
    rows = Stack.objects.filter(owner=owner).annotate(
        all=Count("cards"), written=written, next_name=Subquery(following)
    )
    return [
        StackLine(each, each.written, each.all - each.written, each.next_name or "")
        for each in rows[:most]
    ]


def progress_of(stack: Stack) -> Progress:
    cards = tuple(
        Card.objects.filter(stack=stack).select_related("contact").defer("contact__details")
    )
    return Progress(cards, _minutes_left(cards))


def meeting_at(stack: Stack, told: Encounter | None, contact: Contact) -> Encounter | None:
    """The meeting that a line of the stack tells of: where it says nothing else, the stack's event.

    None where neither says anything of a meeting.
    """
    of_stack = Encounter(
        people=(str(contact.pk),),
        kind=stack.kind,
        when=When(stack.first, stack.last),
        place=stack.place,
        event=stack.event,
    )
    if told is None:
        return of_stack if stack.event or stack.first else None
    elsewhere = told.event and fold_text(told.event) != fold_text(stack.event)
    if elsewhere or (told.when and stack.first and told.when.last != stack.last):
        return told
    return replace(
        told,
        kind=stack.kind if told.kind == "other" else told.kind,
        when=told.when or of_stack.when,
        place=told.place or stack.place,
        event=stack.event,
    )


def same_meeting(told: Encounter, rows: Iterable[models.Encounter]) -> models.Encounter | None:
    """The encounter that a line tells more about: of the same event, or the same day and kind."""
    says_when_or_where = told.event or told.when or told.place or told.kind != "other"
    for row in rows:
        # What is told without a where is of their newest meeting, which stands first.
        if not says_when_or_where:
            return row
        if told.event and fold_text(told.event) == fold_text(row.event):
            return row
        same_day = told.when.last is not None and told.when.last == row.last
        if same_day and not told.event and not row.event and told.kind == row.kind:
            return row
    return None


def told_of_both(row: models.Encounter, told: Encounter) -> Encounter:
    """What the store and a line know of one meeting, together."""
    there = encounter_of(row)
    return replace(
        there,
        topics=tuple(dict.fromkeys((*told.topics, *there.topics))),
        said=told.said or there.said,
        place=there.place or told.place,
        introduced_by=told.introduced_by or there.introduced_by,
        when=there.when or told.when,
    )


def _minutes_left(cards: Iterable[Card]) -> int | None:
    """By the usual time between two notes of this stack."""
    cards = list(cards)
    moments = sorted(each.written_at for each in cards if each.written_at)
    pauses = [later - earlier for earlier, later in itertools.pairwise(moments)]
    at_work = [each.total_seconds() for each in pauses if each <= _LONGEST_CARD]
    left = sum(each.state != _STATE.WRITTEN for each in cards)
    if len(at_work) < _FEWEST_TIMED or not left:
        return None
    return max(1, round(left * statistics.median(at_work) / 60))
