"""`redleaf remember`: a sentence about somebody becomes a contact, an encounter, a promise."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redleaf.cli.asking import can_ask
from redleaf.cli.columns import width_of_output, wrapped
from redleaf.cli.inputs import read_text
from redleaf.cli.options import format_option, today_option
from redleaf.cli.store import home_option, opened_store
from redleaf.errors import RedleafError

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User


@click.command("remember")
@click.argument("words", nargs=-1, metavar="SENTENCE|-")
@click.option("--preview", is_flag=True, help="Say what would be kept, and keep nothing.")
@home_option
@today_option
@format_option
def command(
    words: tuple[str, ...], preview: bool, home: Path | None, today: dt.date, style: str
) -> int:
    """Keep what SENTENCE tells about somebody, or every line of standard input ("-").

    Begin with the name: "Mira Holt, curator at Muzeum Wody, met at Museums & Web last Thursday,
    talked about sound walks, I promised the microphone list". Says what it understood; with
    somebody who is known already it adds to them. "redleaf undo" takes it back.

    Exit code: 0 kept, 1 a line names nobody, 2 wrong use.
    """
    text = " ".join(words)
    lines = [text] if text and text != "-" else read_text("-").split("\n")
    lines = [line for line in lines if line.strip()]
    if not lines:
        raise click.UsageError("Say something about somebody: redleaf remember “Mira Holt, …”.")
    answers, failed = [], False
    with opened_store(home) as owner:
        for line in lines:
            try:
                answers.append(_remember(owner, line, today, preview=preview, style=style))
            except RedleafError as error:
                failed = True
                click.echo(f"redleaf: {error}", err=True)
    if style == "json":
        click.echo(json.dumps({"schema": 1, "lines": answers}, ensure_ascii=False, indent=2))
    return 1 if failed else 0


def _remember(
    owner: User, line: str, today: dt.date, *, preview: bool, style: str
) -> dict[str, Any]:
    from redleaf.cli.people import remembered as said
    from redleaf.web.contacts.services.remembering import NothingToKeep, keep, read_line

    memory = read_line(owner, line, today=today)
    words = said.understood(memory, today)
    kept = None
    if style == "text":
        _say(words)
        for each in said.who_they_are(memory, today):
            _say(each, others="    ")
    if not preview:
        answers = said.asked_about(memory, today) if can_ask() else {}
        try:
            kept = keep(owner, memory, answers)
        except NothingToKeep as error:
            click.echo(str(error), err=True)
        else:
            for each in said.kept_in_words(memory, kept):
                click.echo(each, err=True)
    return said.remembered_json(memory, kept, words)


def _say(text: str, *, others: str = "  ") -> None:
    first = text[: len(text) - len(text.lstrip())]
    for line in wrapped(text, width_of_output(), first=first, others=others):
        click.echo(line)
