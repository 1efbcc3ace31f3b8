"""Erasing: what goes is told before, and the user says it in words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from redleaf.cli.asking import ask_key, ask_line, can_ask
from redleaf.cli.people.export_files import write_to
from redleaf.cli.progress import Progress
from redleaf.cli.terminal import printable
from redleaf.cli.whereabouts import today
from redleaf.errors import RedleafError
from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Letter, Promise
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.erasing import erase_account, erase_contact

_SENTENCE = "erase everything"


class NotErased(RedleafError):
    """Nothing was erased, because nobody said so."""


def erase_person(owner: User, contact: Contact, words: str, *, is_agreed: bool) -> None:
    """Erase a person for good, once their name is typed.

    `is_agreed` asks nothing: then `words` have to be the whole name or the id, not a part of it.
    """
    called = printable(record_of(contact).called) or "them"
    if is_agreed and fold_text(words) not in (fold_text(called), str(contact.pk)):
        raise NotErased(f"“{words}” is {called}: with --yes, give the whole name or the id.")
    for line in _what_goes(contact, called):
        click.echo(line, err=True)
    _ask_for(called, is_agreed=is_agreed)
    erased = erase_contact(owner, contact)
    more = "1 other record" if erased.mentions == 1 else f"{erased.mentions:,} other records"
    told = f" {more} named them, and no longer do." if erased.mentions else ""
    click.echo(f"{called} is erased.{told}")


def erase_all(owner: User, *, is_agreed: bool) -> None:
    """Erase all that is kept for the user, who is offered an export first and types a sentence."""
    people = Contact.objects.filter(owner=owner).count()
    count = "1 person" if people == 1 else f"{people:,} people"
    click.echo(
        f"This erases {count} with all that is kept about them, the log, the audits and what you "
        "said of yourself. Nothing brings it back.",
        err=True,
    )
    if not is_agreed and can_ask():
        _offer_export(owner)
    _ask_for(_SENTENCE, is_agreed=is_agreed)
    erase_account(owner)
    click.echo("Everything is erased. Exports and backups that you made are yours to delete.")


def _what_goes(contact: Contact, called: str) -> Iterator[str]:
    counts = (
        (Encounter.objects.filter(people=contact).count(), "encounter"),
        (Letter.objects.filter(contact=contact).count(), "letter"),
        (Promise.objects.filter(contact=contact).count(), "promise"),
    )
    parts = [f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in counts if number]
    between = f" and {', '.join(parts)}" if parts else ""
    yield f"This erases {called}{between}: from the memory, the search and the log."
    yield "Nothing brings it back. Exports and backups from before still hold it."


def _ask_for(words: str, *, is_agreed: bool) -> None:
    if is_agreed:
        return
    if not can_ask():
        raise NotErased("nothing is erased unless somebody says so: at a terminal, or with --yes.")
    if fold_text(ask_line(f"Type “{words}” to erase it:")) != fold_text(words):
        raise NotErased("that is something else; nothing is erased.")


def _offer_export(owner: User) -> None:
    target = f"redleaf-{today():%Y-%m-%d}.zip"
    key = ask_key(f"Write an export to {target} first? y yes, n no, q quit:", "ynq")
    if key == "q":
        raise NotErased("nothing is erased.")
    if key == "y":
        if Path(target).exists():
            raise NotErased(f"{target} is there already; move it away first. Nothing is erased.")
        click.echo(write_to(target, owner, "zip", Progress(quiet=False)), err=True)
