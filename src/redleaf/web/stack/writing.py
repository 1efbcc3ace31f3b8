"""What a card answers: the notes to its person, from the memory and the line that is typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.contacts import contact as record
from redleaf.contacts.encounters import Encounter, Promise
from redleaf.contacts.merging import merge
from redleaf.errors import BriefError
from redleaf.languagemodel import ModelSettings
from redleaf.notes.brief import Brief
from redleaf.web.contacts import models
from redleaf.web.contacts.models import Card
from redleaf.web.contacts.records import encounter_of, promise_of, read_own_rows, record_of
from redleaf.web.contacts.selectors.briefs import Told, brief_of, met_with
from redleaf.web.contacts.selectors.links import link_on
from redleaf.web.contacts.selectors.notes_sent import budget_of
from redleaf.web.contacts.selectors.stacks import meeting_at, same_meeting, told_of_both
from redleaf.web.contacts.services.remembering import Memory
from redleaf.web.contacts.services.stacking import read_card_line
from redleaf.web.desk.drafts import Origin
from redleaf.web.desk.writing import (
    ModelNotes,
    Wish,
    Writing,
    model_notes_from,
    notes_from,
)

_AIM = "connect"
# The most telling stand first, and a note tells of one or two: the rest is for the verifier.
_MOST_TOLD = 12
_TYPED = Origin(_("the line you typed above"), "line")
_ORIGINS = {
    "encounters": Origin(_("where you met"), "line"),
    "encounters.topics": Origin(_("what you talked about"), "line"),
    "encounters.said": Origin(_("what they said"), "line"),
    "encounters.introduced_by": Origin(_("who introduced you"), "line"),
    "recipient.company": Origin(_("where they work"), "who"),
    "recipient.role": Origin(_("what they do"), "who"),
    "promises": Origin(_("your promise"), "line"),
    "sender.offers": Origin(_("your offer"), "who-i-am"),
    "sender.headline": Origin(_("what you do"), "who-i-am"),
}


@dataclass(frozen=True, slots=True)
class Notes:
    """A card's answer. `becomes` says what the typed line will be kept as, "" for nothing."""

    brief: Brief
    writing: Writing
    becomes: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """A card as it stands on the page: the line, the network chosen, the seed of the wording."""

    line: str
    network: str
    seed: int = 0
    chosen: int = 1


def notes_for(card: Card, typed: Typed, *, today: dt.date, with_mail: bool = True) -> Notes:
    """Advice and notes to the person of a card; the mail beside them costs half as much again.

    Raises NothingToKeep for a line that cannot be read, BriefError for somebody without a name.
    """
    read_own_rows(card.contact)
    memory = read_card_line(card, typed.line, today=today)
    brief = _brief(card, memory, typed.network, today)
    wish = _wish(card, brief, memory, typed)
    budget = budget_of(card.owner, typed.network, today)
    told = replace(brief, encounters=brief.encounters[:_MOST_TOLD])
    writing = notes_from(told, wish, budget, with_mail=with_mail)
    line = memory.line if memory else None
    return Notes(brief, writing, line.becomes if line else "", line.remarks if line else ())


def model_notes_for(
    card: Card, typed: Typed, settings: ModelSettings, *, today: dt.date
) -> ModelNotes:
    """The notes of the user's language model to the person of a card."""
    memory = read_card_line(card, typed.line, today=today)
    brief = _brief(card, memory, typed.network, today)
    return model_notes_from(brief, _wish(card, brief, memory, typed), settings)


def _brief(card: Card, memory: Memory | None, network: str, today: dt.date) -> Brief:
    contact = card.contact
    rows = list(met_with(contact))
    told = memory.line if memory else None
    of = _known_of(card, memory)
    promises = [promise_of(each) for each in models.Promise.objects.filter(contact=contact)]
    met = told.encounter if told else meeting_at(card.stack, None, contact)
    everything = Told(
        of,
        _encounters(met, rows),
        [*_promised(told.promises if told else (), of), *promises],
    )
    if not of.name.strip():
        raise BriefError(gettext("Whom is the note for? A name is enough."))
    return brief_of(card.owner, contact, everything, network=network, aim=_AIM, today=today)


def _known_of(card: Card, memory: Memory | None) -> record.Contact:
    """The contact with what the line adds to it; a part of the name is no other name."""
    of = record_of(card.contact)
    return merge(of, replace(memory.people[0].told, name=of.name)) if memory else of


def _encounters(met: Encounter | None, rows: list[models.Encounter]) -> list[Encounter]:
    """Those of the store, and what the line tells: as more about one of them, or as one more."""
    there = [encounter_of(each) for each in rows]
    if met is None:
        return there
    same = same_meeting(met, rows)
    if same is None:
        return [met, *there]
    rest = [of for of, row in zip(there, rows, strict=True) if row.pk != same.pk]
    return [told_of_both(same, met), *rest]


def _promised(promises: tuple[Promise, ...], of: record.Contact) -> Iterator[Promise]:
    for each in promises:
        yield replace(each, person=of.key)


def _wish(card: Card, brief: Brief, memory: Memory | None, typed: Typed) -> Wish:
    of = _known_of(card, memory)
    said = _said_in(memory)

    def told_by(path: str) -> Origin:
        kind = ".".join(part for part in path.split(".") if not part.isdigit())
        if _text_at(brief, path) in said:
            return _TYPED
        return _ORIGINS.get(kind, Origin(gettext("your facts"), "line"))

    return Wish(
        link=link_on(of, typed.network),
        mail=link_on(of, "email"),
        seed=typed.seed,
        chosen=typed.chosen,
        told_by=told_by,
    )


def _said_in(memory: Memory | None) -> set[str]:
    """The facts that stand in the typed line."""
    if memory is None:
        return set()
    met = memory.line.encounter
    told = {each.text for each in memory.line.promises}
    return told | ({*met.topics, met.said, met.introduced_by} - {""} if met else set())


def _text_at(brief: Brief, path: str) -> str:
    return next((fact.text for fact in brief.facts() if fact.path == path), "")
