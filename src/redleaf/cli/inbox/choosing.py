"""Which invitation is meant: by its number in the list, its id, or a part of the name."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import click

from redleaf.cli.bar import bar
from redleaf.errors import RedleafError
from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.contacts.rows import id_in
from redleaf.web.inbox.models import Reading
from redleaf.web.inbox.selectors.inbox import in_order, readings_of, standing
from redleaf.web.inbox.services.reading import is_read, read_inbox

_MOST_NAMED = 8


class NoneMeant(RedleafError):
    """A number, a name or an id that fits no invitation, or several."""


class Waiting(NamedTuple):
    """One that waits, and the group in which it stands."""

    reading: Reading
    group: str


def all_waiting(owner: User, today: dt.date) -> list[Waiting]:
    """All that wait, in the order of the page; read first where that is old."""
    if not is_read(owner, today):
        with bar("Reading") as tell:
            read_inbox(owner, today, told=tell)
    rows = in_order(standing(owner, today))
    readings = readings_of(rows)
    groups = {id_in(each.id): each.group for each in rows}
    return [Waiting(each, groups[key]) for key, each in readings.items()]


def the_one_meant(owner: User, said: str, today: dt.date) -> Waiting:
    """Raises NoneMeant, which says what to do."""
    rows = all_waiting(owner, today)
    if said.isascii() and said.isdigit() and 0 < int(said) <= len(rows):
        return rows[int(said) - 1]
    wanted = fold_text(said)
    found = [
        each
        for each in rows
        if str(each.reading.invitation_id) == said
        or wanted in fold_text(each.reading.invitation.name)
    ]
    if len(found) == 1:
        return found[0]
    if not found or not wanted:
        raise NoneMeant(
            f"no invitation that waits fits “{said}”. “redleaf inbox” tells which there are."
        )
    for each in found[:_MOST_NAMED]:
        click.echo(f"  {rows.index(each) + 1}  {each.reading.invitation.name}", err=True)
    raise NoneMeant(f"“{said}” may be {len(found)} invitations. Name one by its number.")
