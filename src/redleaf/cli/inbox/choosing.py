"""Which invitation is meant: by its number in the list, its id, or a part of the name."""

from __future__ import annotations

import datetime as dt

import click

from redleaf.cli.bar import bar
from redleaf.errors import RedleafError
from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.inbox.models import Reading
from redleaf.web.inbox.selectors.inbox import in_order, waiting
from redleaf.web.inbox.services.reading import is_read, read_inbox

_MOST_NAMED = 8


class NoneMeant(RedleafError):
    """A number, a name or an id that fits no invitation, or several."""


def all_waiting(owner: User, today: dt.date) -> list[Reading]:
    """All that wait, in the order of the page; read first where that is old."""
    if not is_read(owner, today):
        with bar("Reading") as tell:
            read_inbox(owner, today, told=tell)
    rows = waiting(owner, today).select_related("invitation", "invitation__choice")
    by_id = {each.invitation_id: each for each in rows}
    first = in_order(owner, today)
    return [by_id[each] for each in first if each in by_id]


def the_one_meant(owner: User, said: str, today: dt.date) -> Reading:
    """Raises NoneMeant, which says what to do."""
    rows = all_waiting(owner, today)
    if said.isascii() and said.isdigit() and 0 < int(said) <= len(rows):
        return rows[int(said) - 1]
    wanted = fold_text(said)
    found = [
        each
        for each in rows
        if str(each.invitation_id) == said or wanted in fold_text(each.invitation.name)
    ]
    if len(found) == 1:
        return found[0]
    if not found or not wanted:
        raise NoneMeant(
            f"no invitation that waits fits “{said}”. “redleaf inbox” tells which there are."
        )
    for each in found[:_MOST_NAMED]:
        click.echo(f"  {rows.index(each) + 1}  {each.invitation.name}", err=True)
    raise NoneMeant(f"“{said}” may be {len(found)} invitations. Name one by its number.")
