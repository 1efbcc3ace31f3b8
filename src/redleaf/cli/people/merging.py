"""`redleaf people merge`: two that are named, or all pairs that wait."""

from __future__ import annotations

import datetime as dt
import json

import click

from redleaf.cli.asking import can_ask
from redleaf.cli.bar import bar
from redleaf.cli.columns import width_of_output
from redleaf.cli.people.choosing import the_one_called
from redleaf.cli.people.pairs import ask_about_pairs, listed_pairs, pair_lines, pairs_json
from redleaf.cli.terminal import printable
from redleaf.web.accounts.models import User
from redleaf.web.contacts.selectors.person import person
from redleaf.web.contacts.services.merging import find_pairs, merge_contacts


def merge_two(owner: User, one: str, other: str, today: dt.date) -> int:
    """Show both, and make one of them that has what both had. Gives the exit code."""
    kept, gone = (the_one_called(owner, each, today) for each in (one, other))
    both = (person(kept, today), person(gone, today))
    click.echo("\n".join(pair_lines(*both, today, width=width_of_output())))
    act = merge_contacts(owner, kept, gone)
    click.echo(f"{printable(act.what)}. “redleaf undo” makes two of them again.", err=True)
    return 0


def find_more(owner: User) -> None:
    """Look through everybody for pairs, and say how many were found."""
    with bar("Looking") as told:
        found = find_pairs(owner, told)
    count = {0: "No new pair", 1: "1 new pair"}.get(found.asked, f"{found.asked:,} new pairs")
    click.echo(f"{count} found.", err=True)


def go_through(owner: User, today: dt.date, style: str) -> int:
    """Ask about every pair, or list them where nobody can be asked. Gives the exit code."""
    if style == "json":
        click.echo(json.dumps(pairs_json(owner), ensure_ascii=False, indent=2))
        return 0
    waiting = list(listed_pairs(owner))
    if not waiting:
        click.echo(
            "No pair waits for an answer. With --find everybody is looked through.", err=True
        )
        return 0
    if can_ask():
        ask_about_pairs(owner, today)
        return 0
    click.echo("\n".join(waiting))
    click.echo(
        "They are asked about at a terminal; or name two: redleaf people merge A B", err=True
    )
    return 1
