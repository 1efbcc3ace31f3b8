"""Which person is meant: the one who fits, or the one the user picks from those who do."""

from __future__ import annotations

import datetime as dt

import click

from redleaf.cli.asking import ask_number, can_ask
from redleaf.cli.columns import width_of_output
from redleaf.cli.people.lines import people_lines
from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.selectors.calling import people_called
from redleaf.web.contacts.selectors.lines import lines_of

_MOST_LISTED = 20


class NobodyMeant(RedleafError):
    """A name that fits nobody, or several people where nobody can be asked which."""


def the_one_called(owner: User, words: str, today: dt.date) -> Contact:
    """The person meant by `words`, a name or an id. Several are listed, and asked by number.

    Raises NobodyMeant when none fits, or when several do and nobody sits at a terminal.
    """
    found = people_called(owner, words)
    if not found:
        raise NobodyMeant(f"nobody here matches “{words}”. “redleaf people” tells who there is.")
    if len(found) == 1:
        return found[0]
    listed = found[:_MOST_LISTED]
    lines = people_lines(
        lines_of(listed, today), today, width=width_of_output(), numbered=can_ask()
    )
    click.echo("\n".join(lines), err=can_ask())
    more = len(found) - len(listed)
    if more:
        click.echo("… and more. A longer name tells them apart.", err=True)
    if can_ask():
        number = ask_number(f"Which of them, 1 to {len(listed)}? Enter for none:", len(listed))
        if number:
            return listed[number - 1]
        raise click.Abort
    raise NobodyMeant(
        f"“{words}” may be {len(found)} people. Name one in full, or by the id that "
        "“redleaf people find --format json” tells."
    )
