"""What stands around the notes of a card: whom it is about, how far it is, who comes next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from redleaf.contacts import contact as record
from redleaf.contacts.encounters import When
from redleaf.contacts.guessing import guessed_parts
from redleaf.contacts.recognition import Met, recognition
from redleaf.networks import network as network_named
from redleaf.web.contacts.curve import fades_on
from redleaf.web.contacts.models import Card
from redleaf.web.contacts.selectors.lines import met_in_words, role_in_words
from redleaf.web.contacts.selectors.links import link_on
from redleaf.web.contacts.selectors.person import Person, person
from redleaf.web.contacts.selectors.stacks import Progress, meeting_at, progress_of
from redleaf.web.contacts.views.person import LEVELS
from redleaf.web.desk.opening import Opening, opening_for
from redleaf.web.saying import when_in_words
from redleaf.web.stack.writing import Typed

_NEXT_SHOWN = 3
# Of whoever was met a thousand times, no more is read for a card.
_MOST_MET = 50
_TOGETHER_SHOWN = 3
# More people than this are a plain bar: strokes so thin would say nothing.
_MOST_STROKES = 30
_STROKE_STEP = 8


@dataclass(frozen=True, slots=True)
class Stroke:
    """One person in the tally: where their stroke stands, and how it is drawn."""

    x: int
    top: int
    look: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the stack is, drawn: strokes, or `per_cent` of a bar where there are too many."""

    strokes: tuple[Stroke, ...]
    width: int
    per_cent: int


def page_of(card: Card, typed: Typed, today: dt.date) -> dict[str, Any]:
    progress = progress_of(card.stack)
    who = person(card.contact, today, most=_MOST_MET)
    return {
        "who": who,
        "called": called(who.of),
        "role": role_in_words(who.of.role) or who.of.headline,
        "met": _met(who, card, today),
        "level": LEVELS[_known(who, card, today)],
        "fades_on": fades_on(who.met, today, who.letters),
        "together": _together(who),
        "ways": _ways(who.of, typed.network),
        "bare": _bare(who.of, typed),
        "progress": progress,
        "tally": tally_of(progress, card),
        "then": _then(progress, card),
        "previous": progress.beside(card, -1),
        "following": progress.beside(card, +1),
    }


def called(of: record.Contact) -> str:
    return of.parts.given or guessed_parts(of.name).given or of.called


def tally_of(progress: Progress, card: Card | None) -> Tally:
    looks = [_look(each, card) for each in progress.cards]
    strokes = tuple(
        Stroke(1 + _STROKE_STEP * at, 0 if look == "now" else 6, look)
        for at, look in enumerate(looks)
    )
    share = round(100 * progress.written / len(looks)) if looks else 0
    is_drawn = len(looks) <= _MOST_STROKES
    return Tally(strokes if is_drawn else (), _STROKE_STEP * len(looks), share)


def _look(card: Card, current: Card | None) -> str:
    if current is not None and card.pk == current.pk:
        return "now"
    return "done" if card.state == Card.State.WRITTEN else "waits"


def _met(who: Person, card: Card, today: dt.date) -> str:
    past = [each for each in who.encounters if each.last is None or each.last <= today]
    if past:
        newest = past[0]
        when = when_in_words(When(newest.first, newest.last, newest.words), today)
        told = met_in_words(newest).removeprefix("met ")
        told = f"{told[:1].upper()}{told[1:]}"
        return f"{told}, {when}" if when else told
    stack = card.stack
    if not stack.event:
        return ""
    when = when_in_words(When(stack.first, stack.last), today)
    return (
        gettext("At %(event)s, %(when)s") % {"event": stack.event, "when": when}
        if when
        else gettext("At %(event)s") % {"event": stack.event}
    )


def _known(who: Person, card: Card, today: dt.date) -> str:
    """How well they would know the user, the stack's own event among where they met."""
    at_event = meeting_at(card.stack, None, card.contact)
    met: list[Met] = [*who.met]
    if at_event and not met:
        met.append(at_event)
    return recognition(met, today, who.letters)


def _together(who: Person) -> list[Any]:
    others = {other.pk: other for each in who.timeline for other in each.others}
    return list(others.values())[:_TOGETHER_SHOWN]


def _ways(of: record.Contact, network: str) -> list[Opening]:
    """Their page, or the search for it, on each network that is known of them, and on this one."""
    names = [network, *(each.network for each in of.identities_of("profile"))]
    found: dict[str, Opening] = {}
    for name in dict.fromkeys(network_named(each).name for each in names if each):
        if name == "email":
            continue
        known, link = network_named(name), link_on(of, name)
        opening = opening_for(known, name=of.name, link=link, aim="", subject="", text="")
        if opening:
            what = (
                gettext("%(title)s profile") % {"title": known.title}
                if link
                else gettext("Search %(title)s") % {"title": known.title}
            )
            found[name] = Opening(opening.url, what)
    return list(found.values())


def _bare(of: record.Contact, typed: Typed) -> Opening | None:
    """The page on which they are invited without a note; mail has no such thing."""
    known = network_named(typed.network)
    if known.name == "email":
        return None
    link = link_on(of, typed.network)
    return opening_for(known, name=of.name, link=link, aim="connect", subject="", text="")


def _then(progress: Progress, card: Card) -> dict[str, Any]:
    """Who comes next, and how many more."""
    order = list(progress.cards)
    at = next(place for place, each in enumerate(order) if each.pk == card.pk)
    behind = [*order[at + 1 :], *order[:at]]
    waiting = [each for each in behind if each.state != Card.State.WRITTEN]
    return {"names": waiting[:_NEXT_SHOWN], "more": max(0, len(waiting) - _NEXT_SHOWN)}
