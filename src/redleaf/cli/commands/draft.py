"""`redleaf draft`: notes from a brief with their sources, or the one question that would help."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redleaf.cli.asking import can_ask
from redleaf.cli.drafting.showing import answer_lines
from redleaf.cli.inputs import read_brief
from redleaf.cli.options import format_option, today_option
from redleaf.cli.store import home_option, opened_store
from redleaf.cli.terminal import printable, say
from redleaf.contacts.days_in_words import day_in_words
from redleaf.errors import UnknownName
from redleaf.networks import network as named
from redleaf.notes.brief import AIMS, Brief
from redleaf.writing import Drafting, draft
from redleaf.writing.budget import INVITING, Budget, budget_for

if TYPE_CHECKING:
    from redleaf.cli.drafting.remembered import Remembered


@dataclass(frozen=True, slots=True)
class _How:
    """What the user asked for, beside whom the note is for."""

    count: int
    seed: int
    today: dt.date
    style: str
    shows_brief: bool
    with_email: bool
    write: Callable[..., Drafting]


_OF_MEMORY = ("aim", "show_brief", "home", "today")
_OF_A_STACK = ("output", "left")
_OPTIONS = {"output": "-o", "left": "--notes-left"}


@click.command("draft")
@click.argument("brief_file", required=False, metavar="[BRIEF.json|-]")
@click.option("--to", "whom", metavar="NAME", help="Write to somebody in your memory.")
@click.option("--network", metavar="NAME", help="Where the note to them goes: linkedin.")
@click.option("--aim", type=click.Choice(AIMS), help="What the note to them is for: connect.")
@click.option("--show-brief", is_flag=True, help="Print the facts about them, and write nothing.")
@click.option(
    "--email", "with_email", is_flag=True, help="Add the mail that goes with the invitation."
)
@click.option(
    "--model", "with_model", is_flag=True, help="Let your language model write, too: redleaf model."
)
@click.option("--batch", is_flag=True, help="Read JSONL of briefs, each with an id; write JSONL.")
@click.option("--output", "-o", metavar="OUT", help="Where the answers of --batch go.")
@click.option(
    "--notes-left",
    "left",
    type=click.IntRange(0, 1000),
    metavar="N",
    help="With --batch: share out the N notes that you have left this month.",
)
@click.option(
    "--n",
    "count",
    type=click.IntRange(1, 10),
    default=3,
    show_default=True,
    help="How many notes at most.",
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Another number words the notes anew."
)
@home_option
@today_option
@format_option
@click.pass_context
def command(
    context: click.Context,
    brief_file: str | None,
    whom: str | None,
    network: str | None,
    aim: str | None,
    show_brief: bool,
    with_email: bool,
    with_model: bool,
    batch: bool,
    output: str | None,
    left: int | None,
    count: int,
    seed: int,
    home: Path | None,
    today: dt.date,
    style: str,
) -> int:
    """Write notes from the facts in BRIEF.json, or from standard input ("-").

    The shape of a brief stands in docs/brief.md. With --to the facts come from your memory: what
    "redleaf people show NAME" tells, and of you what "redleaf people me" does.

    First comes the advice: a note, no note, an e-mail first, a message after acceptance, or a
    question to you. Every draft says only what the brief holds. Nothing is sent anywhere; with
    --model the facts of this one brief go to the language model that you set.

    With --batch each line is a brief, and one answer a line comes out in the same order; no two
    notes of a stack are alike. --network is then that of the briefs that name none.

    Exit code: 0 with drafts, or when no note is needed; 1 when a question is asked, nothing could
    be written, NAME is not one person or a line could not be done; 2 wrong use.
    """
    _refuse_wrong_use(context)
    if batch:
        # Here alone: a single brief is drafted without loading what a stack needs.
        from redleaf.cli.drafting.batch import draft_stack

        source, output = brief_file or "-", None if output == "-" else output
        return draft_stack(
            source,
            output,
            network=network or "",
            count=count,
            seed=seed,
            left=left,
            with_email=with_email,
        )
    how = _How(
        count,
        seed,
        today,
        style,
        shows_brief=show_brief,
        with_email=with_email,
        write=_writer(home) if with_model else draft,
    )
    if brief_file is not None:
        return _answer(read_brief(brief_file), how)
    return _answer_from_memory(whom or "", network or "linkedin", aim or "connect", home, how)


def _refuse_wrong_use(context: click.Context) -> None:
    """A brief says for itself what the options of memory say; those of a stack go with --batch."""
    given = context.params
    if not (given["batch"] or given["whom"] or given["brief_file"]):
        raise click.UsageError("Name a brief, or somebody in your memory with --to.")
    if given["whom"] and (given["brief_file"] or given["batch"]):
        raise click.UsageError("A brief says whom it is for: leave out BRIEF.json or --to.")
    if given["batch"] and given["with_model"]:
        raise click.UsageError("A model is asked for one note at a time: leave out --batch.")
    if not given["whom"]:
        of_memory = [name for name in _OF_MEMORY if name != "home" or not given["with_model"]]
        _refuse(context, of_memory, "is about somebody in your memory: add --to NAME.")
    if not given["batch"]:
        _refuse(context, _OF_A_STACK, "is about a stack: add --batch.")
        if not given["whom"]:
            _refuse(context, ("network",), "is for --to NAME and --batch: a brief names its own.")
    if given["network"]:
        try:
            named(given["network"])
        except UnknownName as error:
            raise click.BadParameter(str(error), param_hint="--network") from None


def _refuse(context: click.Context, names: Iterable[str], why: str) -> None:
    for name in names:
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            option = _OPTIONS.get(name, f"--{name.replace('_', '-')}")
            raise click.UsageError(f"{option} {why}")


def _writer(home: Path | None) -> Callable[..., Drafting]:
    # Here alone: nothing that speaks HTTP is loaded before it is asked for.
    from redleaf.cli.drafting.beside_model import ModelBeside

    return ModelBeside(home)


def _answer_from_memory(whom: str, network: str, aim: str, home: Path | None, how: _How) -> int:
    with opened_store(home) as owner:
        from redleaf.cli.drafting.remembered import Remembered
        from redleaf.cli.people.choosing import the_one_called

        memory = Remembered(owner, the_one_called(owner, whom, how.today), how.today)
        brief = memory.brief(network, aim)
        _tell_first(brief, memory)
        return _answer(brief, how, memory)


def _tell_first(brief: Brief, memory: Remembered) -> None:
    """What to know before writing to somebody of the memory."""
    if not brief.sender.name:
        click.echo("Nothing says who you are yet: redleaf people me --name …", err=True)
    day = memory.invited_on(brief.network) if brief.aim in INVITING else None
    if day:
        title, told = named(brief.network).title, day_in_words(day, memory.today)
        click.echo(f"You invited {printable(brief.recipient.name)} on {title} on {told}.", err=True)


def _answer(brief: Brief, how: _How, memory: Remembered | None = None) -> int:
    """Answer one brief; give the exit code."""
    if how.shows_brief:
        click.echo(json.dumps(brief.to_json(), ensure_ascii=False, indent=2))
        return 0
    if how.style == "text" and can_ask() and sys.stdout.isatty():
        # Here alone: where nobody sits at a terminal, none of it is needed.
        from redleaf.cli.drafting.session import Session

        session = Session(
            brief,
            count=how.count,
            seed=how.seed,
            today=how.today,
            with_email=how.with_email,
            write=how.write,
            memory=memory,
        )
        answer = session.run()
    else:
        answer = how.write(brief, n=how.count, seed=how.seed, with_email=how.with_email)
        budget = _budget(brief, memory)
        if how.style == "json":
            told = {**answer.to_json(), **({"budget": budget.to_json()} if budget else {})}
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            say(answer_lines(brief, answer, budget=budget))
    return 0 if answer.drafts or answer.afterwards or answer.advice == "no-note" else 1


def _budget(brief: Brief, memory: Remembered | None) -> Budget | None:
    if memory and brief.aim in INVITING:
        return memory.budget(brief.network)
    return budget_for(brief, named(brief.network) if brief.network else None)
