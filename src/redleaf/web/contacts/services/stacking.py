"""Stacks: begin one, put a card off, and release a note: one act each, and so undone as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext, ngettext

from redleaf.contacts.encounters import Encounter, When
from redleaf.errors import RedleafError
from redleaf.networks import network as network_named
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import usual_network
from redleaf.web.contacts import models
from redleaf.web.contacts.models import Act, Card, Contact, Stack
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.rows import writable
from redleaf.web.contacts.selectors.stacks import meeting_at, same_meeting, told_of_both
from redleaf.web.contacts.services.importing.cards import digest_of
from redleaf.web.contacts.services.keeping import keep_encounter
from redleaf.web.contacts.services.recording import Recorder, recorded
from redleaf.web.contacts.services.remembering import (
    Memory,
    NothingToKeep,
    keep,
    keep_within,
    read_line,
    read_line_about,
)
from redleaf.web.contacts.services.sending import invitation_went_out, letter_went_out

MOST_PEOPLE = 500
_LONGEST_TITLE = 200


class CannotStack(RedleafError):
    """A stack that would hold nobody, or too many."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where the people of a stack were met, as far as the user says."""

    event: str = ""
    place: str = ""
    kind: str = "other"
    when: When = When()


def begin_stack(
    owner: User,
    title: str,
    people: Sequence[Contact],
    *,
    met: Occasion = Occasion(),
    network: str = "",
) -> tuple[Stack, Act]:
    """A new stack with a card for each of `people`, in their order; and the act that made it.

    `network` is the usual one of `owner` unless it is said. Raises CannotStack for nobody, and for
    more than `MOST_PEOPLE`.
    """
    title = writable(" ".join(title.split()))[:_LONGEST_TITLE] or gettext("People you met")
    with recorded(
        owner, Act.Kind.EDIT, gettext("Began a stack: %(title)s") % {"title": title}
    ) as recorder:
        stack = Stack(
            title=title,
            event=writable(met.event),
            place=writable(met.place),
            kind=met.kind,
            first=met.when.first,
            last=met.when.last,
            network=network_named(network or usual_network(owner)).name,
            made_at=recorder.now,
        )
        recorder.make(stack, None)
        _add(stack, people, recorder, first=0)
    return stack, recorder.act


def add_to_stack(owner: User, stack: Stack, people: Sequence[Contact]) -> Act | None:
    """More people at its end; those who are in it already stay where they are."""
    cards = Card.objects.filter(stack=stack)
    there = set(cards.values_list("contact_id", flat=True))
    new = [each for each in people if each.pk not in there]
    if not new:
        return None
    what = ngettext(
        "Put %(n)s person on the stack %(title)s",
        "Put %(n)s people on the stack %(title)s",
        len(new),
    ) % {"n": len(new), "title": stack.title}
    with recorded(owner, Act.Kind.EDIT, what) as recorder:
        _add(stack, new, recorder, first=len(there))
    return recorder.act


def end_stack(owner: User, stack: Stack) -> Act:
    """Take a stack away; its people, and what was written to them, stay."""
    with recorded(
        owner, Act.Kind.DELETE, gettext("Took away the stack %(title)s") % {"title": stack.title}
    ) as recorder:
        for card in Card.objects.filter(stack=stack):
            recorder.remove(card, card.contact_id)
        recorder.remove(stack, None)
    return recorder.act


def occasion_at(owner: User, event: str) -> Occasion:
    """The event as it was last met at."""
    row = models.Encounter.objects.filter(owner=owner, event=event).order_by("-last").first()
    return occasion_of(row) if row else Occasion(event)


def occasion_of(row: models.Encounter) -> Occasion:
    return Occasion(row.event, row.place, row.kind, When(row.first, row.last, row.words))


def person_of(owner: User, line: str, *, today: dt.date) -> Contact:
    """Whom a line is about, after it is kept; who is known, and told nothing new of, as they are.

    Raises NothingToKeep for a line that names nobody.
    """
    memory = read_line(owner, line, today=today)
    try:
        return keep(owner, memory).contact
    except NothingToKeep:
        known = memory.people[0].known
        if known is None:
            raise
        return known


def read_card_line(card: Card, text: str, *, today: dt.date) -> Memory | None:
    """What a line says of the person on a card; None for an empty one.

    A meeting of which it names no event is the stack's. Raises NothingToKeep for one too long.
    """
    if not text.strip():
        return None
    memory = read_line_about(card.owner, card.contact, text, today=today)
    met = meeting_at(card.stack, memory.line.encounter, card.contact)
    if met and memory.line.encounter is None:
        met = replace(met, people=(memory.people[0].told.key,))
    return replace(memory, line=replace(memory.line, encounter=met))


def note_down(card: Card, *, line: str, network: str, text: str = "") -> None:
    """What the user is at, so that another device goes on from it. It is no act."""
    card.line, card.text = writable(line), writable(text)
    card.network = "" if network == card.stack.network else writable(network)
    card.save(update_fields=["line", "network", "text"])


def put_off(card: Card) -> Act:
    """Later: the card comes again when nobody else waits."""
    name = record_of(card.contact).called or "Somebody"
    with recorded(
        card.owner, Act.Kind.EDIT, gettext("%(name)s comes later.") % {"name": name}
    ) as recorder:
        recorder.change(card, card.contact_id, state=Card.State.LATER)
    return recorder.act


def release(
    card: Card,
    text: str,
    *,
    line: str,
    network: str,
    at: dt.datetime,
    subject: str = "",
    what: str = "",
) -> Act:
    """The user took the note of a card to its network: kept, with the line they typed, as one act.

    `text` is "" for an invitation without a note; `what` tells the act in words. Raises
    NothingToKeep for a line that cannot be read.
    """
    owner, contact = card.owner, card.contact
    name = record_of(contact).called or "Somebody"
    memory = read_card_line(card, line, today=at.date())
    with recorded(
        owner, Act.Kind.REMEMBER, what or gettext("Wrote to %(name)s") % {"name": name}
    ) as recorder:
        _keep_line(card, memory, recorder)
        sent_on = network_named(network).name
        if sent_on == "email":
            letter_went_out(contact, text, recorder, network=sent_on, at=at, subject=subject)
        else:
            invitation_went_out(contact, text, recorder, network=sent_on, at=at)
        recorder.change(card, contact.pk, state=Card.State.WRITTEN, written_at=at, line="", text="")
    return recorder.act


def _keep_line(card: Card, memory: Memory | None, recorder: Recorder) -> None:
    if memory is None:
        met = meeting_at(card.stack, None, card.contact)
        ids = {str(card.contact_id): card.contact_id}
    else:
        met = memory.line.encounter
        others = replace(memory, line=replace(memory.line, encounter=None))
        people, _ = keep_within(others, recorder)
        keys = (each.told.key for each in memory.people)
        ids = {key: contact.pk for key, contact in zip(keys, people, strict=True)}
    if met is not None:
        _keep_meeting(card, met, [ids[key] for key in met.people if key in ids], recorder)


def _keep_meeting(card: Card, met: Encounter, people: list[UUID], recorder: Recorder) -> None:
    rows = models.Encounter.objects.filter(people=card.contact).prefetch_related("presences")
    row = same_meeting(met, rows)
    says_more = bool(met.topics or met.said or met.introduced_by)
    if row is None or (says_more and len(row.presences.all()) > len(people)):
        # What was said to one of forty at an event belongs to them alone.
        key = f"stack:{digest_of([str(card.pk), list(met.topics), met.said])}"
        if not models.Encounter.objects.filter(owner=recorder.act.owner_id, key=key).exists():
            keep_encounter(replace(met, key=key, people=()), people, recorder)
    elif says_more:
        both = told_of_both(row, met)
        recorder.change(
            row,
            card.contact_id,
            topics=list(both.topics),
            said=both.said,
            place=both.place,
            introduced_by=both.introduced_by,
        )


def _add(stack: Stack, people: Iterable[Contact], recorder: Recorder, *, first: int) -> None:
    people = list({each.pk: each for each in people}.values())
    if not people:
        raise CannotStack(gettext("A stack needs somebody who waits for a note."))
    if first + len(people) > MOST_PEOPLE:
        raise CannotStack(
            gettext("A stack holds %(most_people)s people at most. Begin with fewer of them.")
            % {"most_people": MOST_PEOPLE}
        )
    for position, contact in enumerate(people, first):
        card = Card(stack_id=stack.pk, contact_id=contact.pk, position=position)
        recorder.make(card, contact.pk)
