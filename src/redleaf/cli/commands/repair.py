"""`redleaf repair`: what to send, and when, once the standard text went out by itself."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from redleaf.cli.drafting.showing import answer_lines
from redleaf.cli.inputs import read_brief
from redleaf.cli.options import format_option, today_option
from redleaf.cli.store import home_option, opened_store
from redleaf.cli.terminal import say
from redleaf.errors import UnknownName
from redleaf.networks import network as named
from redleaf.notes.brief import Brief
from redleaf.writing import draft


@click.command("repair")
@click.argument("brief_file", required=False, metavar="[BRIEF.json|-]")
@click.option("--to", "whom", metavar="NAME", help="It went to somebody in your memory.")
@click.option("--network", metavar="NAME", help="With --to: where it went out: linkedin.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Another number words it anew."
)
@home_option
@today_option
@format_option
def command(
    brief_file: str | None,
    whom: str | None,
    network: str | None,
    seed: int,
    home: Path | None,
    today: dt.date,
    style: str,
) -> int:
    """Mend an invitation that went out with the standard text.

    Tells what to do on that network, and writes what the note should have said: a message for
    when they accept, and a mail for today. The shape of a brief stands in docs/brief.md. Nothing
    is sent anywhere.

    Exit code: 0 with words to send, or when none are needed; 1 when a question is asked; 2 wrong
    use.
    """
    if bool(whom) == bool(brief_file):
        raise click.UsageError("Name a brief, or somebody in your memory with --to.")
    if network and not whom:
        raise click.UsageError("--network is for --to NAME: a brief names its own.")
    where = network or "linkedin"
    brief = _from_memory(whom, where, home, today) if whom else read_brief(brief_file or "-")
    answer = draft(brief, n=1, seed=seed, with_email=True, default_went_out=True)
    if style == "json":
        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
    else:
        say(answer_lines(brief, answer))
    return 0 if answer.drafts or answer.afterwards or answer.advice == "no-note" else 1


def _from_memory(whom: str, network: str, home: Path | None, today: dt.date) -> Brief:
    try:
        named(network)
    except UnknownName as error:
        raise click.BadParameter(str(error), param_hint="--network") from None
    with opened_store(home) as owner:
        from redleaf.cli.people.choosing import the_one_called
        from redleaf.web.contacts.selectors.briefs import brief_to

        contact = the_one_called(owner, whom, today)
        return brief_to(owner, contact, network=network, aim="connect", today=today)
