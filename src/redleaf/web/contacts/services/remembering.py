"""Remember: one typed line becomes a contact, an encounter, promises; or more about somebody known.

`read_line` says what a line tells and whom it may mean; `keep` writes it as one act.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext

from redleaf.contacts import contact as record
from redleaf.contacts.encounters import Encounter, Promise
from redleaf.contacts.merging import merge
from redleaf.contacts.plain import to_plain
from redleaf.errors import RedleafError
from redleaf.formats.memory_line import MemoryLine, read_memory_line
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.models import Act, Contact, Pair
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.selectors.meant import Meant, whom_it_means
from redleaf.web.contacts.services.importing.cards import digest_of
from redleaf.web.contacts.services.keeping import (
    keep_changed_contact,
    keep_encounter,
    keep_new_contact,
    keep_promise,
)
from redleaf.web.contacts.services.recording import Recorder, recorded

_LONGEST_LINE = 2_000


class NothingToKeep(RedleafError):
    """A line that names nobody, or that says only what is known already."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person whom the line names, as it tells of them, and whom of the store it may mean.

    `meant` is best first; somebody who is surely meant stands alone in it.
    """

    told: record.Contact
    meant: tuple[Meant, ...] = ()

    @property
    def known(self) -> Contact | None:
        """Who is surely meant."""
        return next((each.contact for each in self.meant if each.is_sure), None)

    @property
    def is_doubtful(self) -> bool:
        return bool(self.meant) and self.known is None


@dataclass(frozen=True, slots=True)
class Memory:
    """A line, and the people in it in its order: whom it is about, then who else was there."""

    line: MemoryLine
    people: tuple[Somebody, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a line: the act that undoes it, and whom it is about.

    `is_new` says that this contact was made by it; `asked` counts the pairs to be asked about.
    """

    act: Act
    contact: Contact
    is_new: bool
    asked: int


def remember_line(owner: User, text: str, *, today: dt.date) -> Kept:
    """Keep a line. Whoever is doubtful becomes a contact of their own, to be asked about.

    Raises NothingToKeep, with a sentence for the user.
    """
    return keep(owner, read_line(owner, text, today=today))


def remember_about(owner: User, contact: Contact, text: str, *, today: dt.date) -> Kept:
    """Keep a line about a contact, who need not be named in it."""
    return keep(owner, read_line_about(owner, contact, text, today=today))


def read_line(owner: User, text: str, *, today: dt.date) -> Memory:
    """What a line says. Raises NothingToKeep where it names nobody."""
    line = _read(text, today)
    people = (Somebody(each, whom_it_means(owner, each)) for each in line.contacts)
    return Memory(line, tuple(people))


def read_line_about(owner: User, contact: Contact, text: str, *, today: dt.date) -> Memory:
    """What a line says of `contact`: "coffee yesterday", or with the name in it."""
    name = record_of(contact).called or "Somebody"
    line = read_memory_line(text, today=today)
    if not (line.contact and _is_called(line.contact.name, name)):
        line = _read(f"{name}, {text}", today)
    first, *others = line.contacts
    told = replace(first, name=contact.name)
    known = Somebody(told, (Meant(contact, is_sure=True),))
    return Memory(line, (known, *(Somebody(each, whom_it_means(owner, each)) for each in others)))


def keep(owner: User, memory: Memory, answers: Mapping[int, Contact | None] | None = None) -> Kept:
    """Write what a line says, as one act.

    `answers` say of doubtful people, by their place in the line, who they are: a contact that they
    may mean, or None for somebody new. Who is not answered for is kept apart and asked about later.
    Raises NothingToKeep where all of it is known.
    """
    name = memory.people[0].told.name
    with recorded(
        owner, Act.Kind.REMEMBER, gettext("Remembered %(name)s") % {"name": name}, origin="typed"
    ) as recorder:
        people, asked = keep_within(memory, recorder, answers)
    if recorder.is_empty:
        raise NothingToKeep(gettext("%(name)s: all of this is known already.") % {"name": name})
    return Kept(recorder.act, people[0], people[0].made_at == recorder.now, asked)


def keep_within(
    memory: Memory, recorder: Recorder, answers: Mapping[int, Contact | None] | None = None
) -> tuple[list[Contact], int]:
    """As `keep`, as a part of the act of `recorder`: the people, and how many pairs to ask."""
    people, asked = _keep_people(memory, answers or {}, recorder)
    ids = {each.told.key: contact.pk for each, contact in zip(memory.people, people,
                                                             strict=True)}  # fmt: skip
    _keep_encounter(recorder.act.owner, memory.line.encounter, ids, recorder)
    for promise in memory.line.promises:
        _keep_promise(promise, ids[promise.person], recorder)
    return people, asked


def _read(text: str, today: dt.date) -> MemoryLine:
    if len(text) > _LONGEST_LINE:
        raise NothingToKeep(
            gettext("This is longer than %(longest_line)s characters. Tell it shorter.")
            % {"longest_line": number_format(_LONGEST_LINE, force_grouping=True)}
        )
    line = read_memory_line(" ".join(text.split()), today=today)
    if line.contact is None:
        raise NothingToKeep(
            " ".join(line.remarks)
            or gettext("This names nobody. Write the name first: Mira Holt, met at …")
        )
    return line


def _is_called(part: str, whole: str) -> bool:
    return set(part.casefold().split()) <= set(whole.casefold().split())


def _keep_people(
    memory: Memory, answers: Mapping[int, Contact | None], recorder: Recorder
) -> tuple[list[Contact], int]:
    people, asked = [], 0
    for place, each in enumerate(memory.people):
        contact = each.known or answers.get(place)
        if contact is None:
            contact = keep_new_contact(each.told, recorder)
            answer = Pair.Answer.TWO_PEOPLE if place in answers else Pair.Answer.ASKED
            asked += _keep_pairs(contact, each.meant, answer, recorder)
        else:
            becomes = merge(record_of(contact), _more_about(each.told, contact))
            keep_changed_contact(contact, becomes, recorder)
        people.append(contact)
    return people, asked


def _more_about(told: record.Contact, contact: Contact) -> record.Contact:
    """A line calls people by a part of their name: that is no other name of theirs."""
    is_part = _is_called(told.name, contact.name)
    return replace(told, name=contact.name if is_part else told.name)


def _keep_pairs(
    contact: Contact, meant: Sequence[Meant], answer: Pair.Answer, recorder: Recorder
) -> int:
    for each in meant:
        first, second = sorted((contact, each.contact), key=lambda one: one.pk)
        pair = Pair(first=first, second=second, answer=answer, score=each.score,
                    reasons=list(each.reasons))  # fmt: skip
        recorder.make(pair, contact.pk)
    return len(meant) if answer == Pair.Answer.ASKED else 0


def _keep_encounter(
    owner: User, met: Encounter | None, ids: Mapping[str, UUID], recorder: Recorder
) -> None:
    """The encounter, once: the same line typed again says nothing new."""
    if met is None:
        return
    people = [ids[key] for key in met.people]
    key = _key_of("Encounter", replace(met, people=()), people)
    if not models.Encounter.objects.filter(owner=owner, key=key).exists():
        keep_encounter(replace(met, key=key), people, recorder)


def _keep_promise(promise: Promise, contact_id: UUID, recorder: Recorder) -> None:
    key = _key_of("Promise", replace(promise, person=""), [contact_id])
    if not models.Promise.objects.filter(contact_id=contact_id, key=key).exists():
        keep_promise(replace(promise, key=key), contact_id, recorder)


def _key_of(kind: str, said: Encounter | Promise, people: Sequence[UUID]) -> str:
    return f"typed:{digest_of([kind, to_plain(said), sorted(map(str, people))])}"
