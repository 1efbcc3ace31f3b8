"""What waits today: invitations, stacks, promises, late events, pairs; and who is fading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Invitation, Letter, Pair, Promise
from redleaf.web.contacts.selectors.events import events_worth_a_stack
from redleaf.web.contacts.selectors.lines import PersonLine
from redleaf.web.contacts.selectors.notes_sent import budget_of
from redleaf.web.contacts.selectors.overview import fading
from redleaf.web.contacts.selectors.stacks import StackLine, stack_lines
from redleaf.web.desk.counting import in_words
from redleaf.web.door.selectors import told_at_doors
from redleaf.web.inbox.selectors.inbox import readings_of, standing
from redleaf.web.saying import day_in_words
from redleaf.writing.budget import Budget

# A promise is told of this many days before it is due.
_SOON = dt.timedelta(days=7)
_MOST_PROMISES = 5
_MOST_FADING = 3
_WEEK = dt.timedelta(days=7)
_MINUTES = {"inbox": 1.0, "stack": 1.0, "promise": 2.0, "event": 1.0, "pairs": 0.25}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to do: what it is, a sentence about it, and the act that begins it.

    `kind` is inbox, stack, promise, event or pairs; `many` counts the people in it. A promise is
    settled by a form to `address`; an event begins a stack there; anything else is opened.
    """

    kind: str
    what: str
    more: str
    act: str
    address: str
    many: int = 1
    field: tuple[str, str] = ("", "")
    about: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that waits. `is_new` says that nobody is in the memory yet."""

    things: tuple[Thing, ...]
    fading: tuple[PersonLine, ...]
    sent_lately: int
    is_new: bool


def what_waits(owner: User, today: dt.date) -> Waiting:
    return Waiting(
        things=tuple(_things(owner, today)),
        fading=tuple(fading(owner, today, most=_MOST_FADING)),
        sent_lately=_sent_since(owner, today - _WEEK),
        is_new=not Contact.objects.filter(owner=owner).exists(),
    )


def minutes_for(things: Sequence[Thing]) -> int:
    """How long these take, as a person does them; a minute at least."""
    return max(1, round(sum(_MINUTES[each.kind] * each.many for each in things)))


def _things(owner: User, today: dt.date) -> Iterator[Thing]:
    overdue, due = _promises(owner, today)
    yield from (_promise(each, today) for each in overdue)
    yield from _inbox(owner, today)
    stacks = [each for each in stack_lines(owner) if each.waiting]
    budgets = {each: budget_of(owner, each, today) for each in {at.stack.network for at in stacks}}
    yield from (_stack(each, budgets[each.stack.network]) for each in stacks)
    yield from (_promise(each, today) for each in due)
    for event in events_worth_a_stack(owner, today):
        yield Thing(
            "event",
            _nobody_written(event.event, event.people),
            gettext("%(last)s. A stack takes you through them one by one.")
            % {"last": day_in_words(event.last, today)},
            gettext("Begin a stack"),
            reverse("stack:begin"),
            event.people,
            ("event", event.event),
        )
    asked = Pair.objects.filter(owner=owner, answer=Pair.Answer.ASKED).count()
    if asked:
        what = gettext("Two contacts may be one person")
        if asked > 1:
            words = ngettext(
                "%(n)s pair of contacts to look at", "%(n)s pairs of contacts to look at", asked
            )
            what = in_words(asked, words)
            what = f"{what[:1].upper()}{what[1:]}"
        more = gettext("You see both side by side, and one key answers.")
        yield Thing("pairs", what, more, gettext("Look"), reverse("contacts:pairs"), asked)


def _inbox(owner: User, today: dt.date) -> Iterator[Thing]:
    """Those who wrote to the user and nobody else, or are known and wait for a word."""
    rows = [each for each in standing(owner, today) if each.group == "answer"]
    many = len(rows)
    first = next(iter(readings_of(rows[:1]).values()), None)
    if first is None:
        return
    people = in_words(
        many,
        ngettext(
            "%(n)s invitation deserves an answer", "%(n)s invitations deserve an answer", many
        ),
    )
    name = first.invitation.name or gettext("somebody without a name")
    yield Thing(
        "inbox",
        f"{people[:1].upper()}{people[1:]}",
        _first(owner, first.invitation, name),
        gettext("Answer"),
        reverse("inbox:invitation", args=[first.invitation_id]),
        many,
    )


def _first(owner: User, invitation: Invitation, name: str) -> str:
    told = told_at_doors(owner, [invitation]).get(invitation.key)
    if told is None:
        return gettext("%(name)s is first.") % {"name": name}
    words = gettext("%(name)s is first, and came through your door “%(door)s”.")
    return words % {"name": name, "door": told.door}


def _promises(owner: User, today: dt.date) -> tuple[list[Promise], list[Promise]]:
    rows = Promise.objects.filter(owner=owner, state="open", due_last__lte=today + _SOON)
    near = list(rows.select_related("contact").order_by("due_last")[:_MOST_PROMISES])
    late = [each for each in near if each.due_last and each.due_last <= today]
    return late, [each for each in near if each not in late]


def _promise(promise: Promise, today: dt.date) -> Thing:
    return Thing(
        "promise",
        gettext("You promised %(name)s: %(text)s")
        % {"name": promise.contact.name or gettext("somebody"), "text": promise.text},
        _due(promise.due_last, today),
        gettext("Kept"),
        reverse("contacts:promise", args=[promise.pk]),
        field=("state", "kept"),
        about=reverse("contacts:person", args=[promise.contact_id]),
    )


def _due(day: dt.date | None, today: dt.date) -> str:
    if day is None:
        return ""
    days = (day - today).days
    if days < 0:
        return gettext("It was due on %(day)s.") % {"day": day_in_words(day, today)}
    if days < 2:
        return gettext("Due today.") if days == 0 else gettext("Due tomorrow.")
    return gettext("Due on %(weekday)s.") % {"weekday": date_format(day, "l")}


def _nobody_written(event: str, people: int) -> str:
    counted = in_words(people, ngettext("%(n)s person", "%(n)s people", people))
    words = gettext("%(event)s: %(people)s, nobody written to yet")
    return words % {"event": event, "people": counted}


def _stack(line: StackLine, budget: Budget | None) -> Thing:
    people = in_words(
        line.waiting, ngettext("%(n)s person waits", "%(n)s people wait", line.waiting)
    )
    name = line.next_name
    more = gettext("%(name)s is next.") % {"name": name} if name else ""
    if budget and budget.left < line.waiting:
        left = in_words(budget.left, ngettext("%(n)s note", "%(n)s notes", budget.left))
        words = gettext("%(network)s gives you %(left)s more for now.")
        more += " " + words % {"network": budget.network.title, "left": left}
    return Thing(
        "stack",
        gettext("%(title)s: %(people)s for a note") % {"title": line.stack.title, "people": people},
        more.strip(),
        gettext("Go on"),
        reverse("stack:stack", args=[line.stack.pk]),
        line.waiting,
    )


def _sent_since(owner: User, day: dt.date) -> int:
    since = dt.datetime.combine(day, dt.time()).astimezone()
    notes = Invitation.objects.filter(owner=owner, is_incoming=False, at__gte=since).count()
    return notes + Letter.objects.filter(owner=owner, is_sent=True, at__gte=since).count()
