"""`redleaf inbox`: the invitations that came in, and what you do with them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from redleaf.cli.columns import width_of_output
from redleaf.cli.options import format_option, today_option
from redleaf.cli.store import home_option, opened_store
from redleaf.cli.terminal import printable

_DECISIONS = ("answer", "accept", "ask", "wait", "decline")


@click.group("inbox", invoke_without_command=True)
@home_option
@today_option
@format_option
@click.pass_context
def command(context: click.Context, home: Path | None, today: dt.date, style: str) -> int:
    """Show the invitations that wait, those first that deserve an answer, each with the reason.

    Nothing is sent or accepted: "redleaf inbox decide" keeps what you did, and "redleaf undo"
    takes it back.

    Exit code: 0 done, 1 none is meant or something could not be done, 2 wrong use.
    """
    if context.invoked_subcommand:
        asked = click.core.ParameterSource.COMMANDLINE
        given = {"home": home, "today": today, "style": style}
        said = {name: str(value) for name, value in given.items()
                if context.get_parameter_source(name) is asked}  # fmt: skip
        context.default_map = {context.invoked_subcommand: said}
        return 0
    with opened_store(home) as owner:
        from redleaf.cli.inbox.choosing import all_waiting
        from redleaf.cli.inbox.lines import inbox_lines, invitation_json

        rows = all_waiting(owner, today)
        if style == "json":
            told = {"schema": 1, "invitations": [invitation_json(each) for each in rows]}
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        elif rows:
            click.echo("\n".join(inbox_lines(rows, today, width=width_of_output())))
        else:
            click.echo("redleaf: nothing waits in the inbox.", err=True)
    return 0


@command.command("show")
@click.argument("which", metavar="WHICH")
@home_option
@today_option
@format_option
def show(which: str, home: Path | None, today: dt.date, style: str) -> int:
    """Show one invitation with its reasons and a ready answer.

    WHICH is its number in the list, a part of the name, or its id.
    """
    with opened_store(home) as owner:
        from redleaf.cli.inbox.choosing import the_one_meant
        from redleaf.cli.inbox.lines import invitation_json, invitation_lines

        found = the_one_meant(owner, which, today)
        if style == "json":
            told = {"schema": 1, **invitation_json(found)}
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(invitation_lines(found, today, width=width_of_output())))
    return 0


@command.command("decide")
@click.argument("which", metavar="WHICH")
@click.argument("decision", type=click.Choice(_DECISIONS))
@click.option("--days", type=click.IntRange(1, 365), default=7, show_default=True,
              help="How long it waits.")  # fmt: skip
@click.option("--note", default="", help="A word for yourself on why.")
@home_option
@today_option
def decide(
    which: str, decision: str, days: int, note: str, home: Path | None, today: dt.date
) -> int:
    """Keep what you did with an invitation: answer, accept, ask, decline; or let it wait.

    Nothing is sent. What you decide holds for all that comes from that sender.
    """
    with opened_store(home) as owner:
        from redleaf.cli.inbox.choosing import the_one_meant
        from redleaf.web.inbox.services.choosing import decide as decide_it

        found = the_one_meant(owner, which, today).reading.invitation
        act = decide_it(owner, [found], decision, today=today, days=days, note=note)
        click.echo(f"{printable(act.what)}. “redleaf undo” takes it back.")
    return 0


@command.command("bring")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("--from", "name", required=True, metavar="NAME", help="Who wants to connect.")
@click.option("--link", default="", help="Their profile or address.")
@click.option("--headline", default="", help="What their profile says.")
@click.option("--network", "network_name", default="linkedin", show_default=True, metavar="NAME",
              help="Where they asked.")  # fmt: skip
@home_option
@today_option
def bring(
    file: str,
    name: str,
    link: str,
    headline: str,
    network_name: str,
    home: Path | None,
    today: dt.date,
) -> int:
    """Keep what somebody wrote as an invitation: the text in FILE, or of standard input.

    Mails and exports are read by "redleaf import".
    """
    from redleaf.cli.inputs import read_text
    from redleaf.networks import network

    net = network(network_name).name
    text = read_text(file)
    with opened_store(home) as owner:
        from redleaf.web.inbox.services.bringing import bring_text

        now = dt.datetime.now().astimezone()
        at = now if today == now.date() else dt.datetime.combine(today, dt.time(12), now.tzinfo)
        told = {"name": name, "headline": headline, "link": link, "network": net}
        act = bring_text(owner, text, at=at, **told)
        click.echo(f"{printable(act.what)}. “redleaf undo” takes it back.")
    return 0
