"""`redleaf introduce`: two people are asked, each alone; then one letter goes to both."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import click

from redleaf.cli.drafting.mails import mail_lines
from redleaf.cli.inputs import read_brief
from redleaf.cli.options import format_option, today_option
from redleaf.cli.store import home_option, opened_store
from redleaf.cli.terminal import say
from redleaf.notes.brief import Brief
from redleaf.writing.letters.introductions import Introduction, introduction


@click.command("introduce")
@click.argument("briefs", nargs=-1, metavar="[A.json B.json]")
@click.option("--to", "one", metavar="NAME", help="Introduce somebody in your memory ...")
@click.option("--and", "other", metavar="NAME", help="... to somebody else there.")
@click.option("--about", default="", metavar="TEXT", help="What the two could talk about.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Another number words them anew."
)
@home_option
@today_option
@format_option
def command(
    briefs: tuple[str, ...],
    one: str | None,
    other: str | None,
    about: str,
    seed: int,
    home: Path | None,
    today: dt.date,
    style: str,
) -> int:
    """Write the letters of an introduction: two that ask, and one to both.

    The first asks A whether they would like to meet B, the second asks B; the third is for when
    both said yes. What one of them told you does not reach the other: only the name, the work and
    --about do. Nothing is sent anywhere.

    Exit code: 0 with all three letters, 1 when one could not be written, 2 wrong use.
    """
    if one and other and not briefs:
        told = _from_memory(one, other, home, today)
    elif briefs == ("-", "-"):
        raise click.UsageError("The two briefs cannot both come from standard input.")
    elif len(briefs) == 2 and not (one or other):
        told = read_brief(briefs[0]), read_brief(briefs[1])
        if told[0].recipient == told[1].recipient:
            raise click.UsageError("The two briefs are about one person.")
    else:
        raise click.UsageError("Name two briefs, or two people: --to NAME --and NAME.")
    answer = introduction(*told, about=about, seed=seed)
    if style == "json":
        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
    else:
        say(_lines(answer))
    return 0 if answer.joint and all(ask.draft for ask in answer.asks) else 1


def _from_memory(one: str, other: str, home: Path | None, today: dt.date) -> tuple[Brief, Brief]:
    with opened_store(home) as owner:
        from redleaf.cli.people.choosing import the_one_called
        from redleaf.web.contacts.selectors.briefs import brief_to

        people = (the_one_called(owner, one, today), the_one_called(owner, other, today))
        if people[0].pk == people[1].pk:
            raise click.UsageError("--to and --and are one person.")
        first, second = (
            brief_to(owner, each, network="email", aim="introduce", today=today) for each in people
        )
    if not first.sender.name:
        click.echo("Nothing says who you are yet: redleaf people me --name …", err=True)
    return first, second


def _lines(answer: Introduction) -> Iterator[str]:
    yield answer.why
    if answer.question:
        yield ""
        yield f"  {answer.question.text}"
        yield "  (say it with --about)"
    for ask in answer.asks:
        if ask.draft:
            yield ""
            yield from mail_lines(ask.draft, f"To {ask.name}:")
    if answer.joint:
        yield ""
        yield from mail_lines(answer.joint, "To both, when both said yes:")
