"""What `redleaf remember` understood, said back before anything is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import click

from redleaf.cli.asking import ask_number
from redleaf.cli.people.lines import known_how
from redleaf.cli.terminal import printable
from redleaf.contacts.days_in_words import day_in_words
from redleaf.contacts.encounters import Encounter, Promise, When
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.selectors.lines import lines_of, met_in_words, role_in_words
from redleaf.web.contacts.services.remembering import Kept, Memory, Somebody


def understood(memory: Memory, today: dt.date) -> str:
    """ "Mira Holt · curator, Muzeum Wody · met at Museums & Web, Thursday 19 November · …"."""
    first, *others = memory.people
    line = memory.line
    names = [each.told.name for each in others]
    parts = [
        first.told.name,
        role_in_words(first.told.role),
        first.told.relation,
        *(each.shown for each in first.told.identities),
        *_meeting(line.encounter, today),
        f"with {', '.join(names)}" if names else "",
        *(_promise(each, today) for each in line.promises),
        *(f"tag {each}" for each in first.told.tags),
        *(f"note: {each}" for each in first.told.notes),
    ]
    return printable(" · ".join(filter(None, parts)))


def who_they_are(memory: Memory, today: dt.date) -> Iterator[str]:
    """For each person whether they are known, and who they may be where that is not sure."""
    for each in memory.people:
        if each.known:
            yield printable(f"{each.told.name}: known, {_as_known(each.known, today)}")
        elif each.meant:
            yield printable(f"{each.told.name}: may be")
            for meant in each.meant:
                why = f" ({', '.join(meant.reasons)})" if meant.reasons else ""
                yield printable(f"  {_as_known(meant.contact, today)}{why}")
        else:
            yield printable(f"{each.told.name}: new here")


def asked_about(memory: Memory, today: dt.date) -> dict[int, Contact | None]:
    """Ask at the terminal who the doubtful ones are; whoever is not told is left out."""
    answers: dict[int, Contact | None] = {}
    for place, each in enumerate(memory.people):
        if each.is_doubtful:
            answers |= _asked(place, each, today)
    return answers


def kept_in_words(memory: Memory, kept: Kept) -> Iterator[str]:
    yield f"{memory.line.kept_as} “redleaf undo” takes it back."
    if kept.asked:
        yield "It is kept as somebody new for now: redleaf people merge asks whether that is so."


def remembered_json(memory: Memory, kept: Kept | None, words: str) -> dict[str, Any]:
    """`kept` is None for a preview, and where all of it was known."""
    return {
        "understood": words,
        "line": memory.line.to_json(),
        "people": [_person_json(each) for each in memory.people],
        "kept": kept is not None,
        "contact": str(kept.contact.pk) if kept else None,
    }


def _asked(place: int, each: Somebody, today: dt.date) -> dict[int, Contact | None]:
    new = len(each.meant) + 1
    question = f"Who is {each.told.name}? 1 to {new}, Enter to be asked later:"
    for number, meant in enumerate(each.meant, 1):
        click.echo(printable(f"{number}  {_as_known(meant.contact, today)}"), err=True)
    click.echo(f"{new}  somebody new", err=True)
    answer = ask_number(question, new)
    if answer is None:
        return {}
    return {place: None if answer == new else each.meant[answer - 1].contact}


def _as_known(contact: Contact, today: dt.date) -> str:
    (line,) = lines_of([contact], today)
    return ", ".join(filter(None, (line.name, line.role, known_how(line, today))))


def _meeting(met: Encounter | None, today: dt.date) -> Iterator[str]:
    if met is None:
        return
    says_how = met.event or met.place or met.when or met.kind != "other"
    if says_how:
        place = f" in {met.place}" if met.event and met.place else ""
        yield ", ".join(filter(None, (met_in_words(met) + place, _day(met.when, today))))
    if met.topics:
        yield f"talked about {', '.join(met.topics)}"
    if met.said:
        yield f"said “{met.said}”"
    if met.introduced_by:
        yield f"introduced by {met.introduced_by}"


def _promise(promise: Promise, today: dt.date) -> str:
    due = _day(promise.due, today)
    return f"you promised: {promise.text}{f', by {due}' if due else ''}"


def _day(when: When, today: dt.date) -> str:
    """The day with its name where one is known, so that a wrong guess is seen at once."""
    day = when.day
    if day is None:
        span = f"{day_in_words(when.first, today)} to {day_in_words(when.last, today)}"
        return when.words or (span if when.first else "")
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"


def _person_json(each: Somebody) -> dict[str, Any]:
    change = "known" if each.known else ("doubtful" if each.meant else "new")
    return {
        "name": each.told.name,
        "change": change,
        "id": str(each.known.pk) if each.known else None,
        "may_be": [
            {
                "id": str(meant.contact.pk),
                "name": meant.contact.name,
                "score": round(meant.score, 3),
                "reasons": list(meant.reasons),
            }
            for meant in (() if each.known else each.meant)
        ],
    }
