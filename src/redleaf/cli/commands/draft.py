"""`redleaf draft`: notes from a brief with their sources, or the one question that would help."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator

import click

from redleaf.cli.inputs import read_brief
from redleaf.cli.terminal import say
from redleaf.notes.brief import Brief
from redleaf.writing import Draft, Drafting, draft


@click.command("draft")
@click.argument("brief_file", metavar="BRIEF.json|-")
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
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def command(brief_file: str, count: int, seed: int, style: str) -> int:
    """Write notes from the facts in BRIEF.json, or from standard input ("-").

    The shape of a brief stands in docs/brief.md.

    First comes the advice: a note, no note, an e-mail first, a message after acceptance, or a
    question to you. Every draft says only what the brief holds. Nothing is sent anywhere.

    Exit code: 0 with drafts, or when no note is needed; 1 when a question is asked or nothing
    could be written; 2 wrong use.
    """
    brief = read_brief(brief_file)
    answer = draft(brief, n=count, seed=seed)
    if style == "json":
        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
    else:
        say(_lines(brief, answer))
    return 0 if answer.drafts or answer.afterwards or answer.advice == "no-note" else 1


_ADVICE = {
    "note": "Send a note.",
    "no-note": "No note needed.",
    "email-first": "Write an e-mail first.",
    "after-acceptance": "Write after they accept.",
    "ask-me": "One question first.",
}


def _lines(brief: Brief, answer: Drafting) -> Iterator[str]:
    yield f"{_ADVICE[answer.advice]} {answer.why}"
    if answer.question:
        yield ""
        yield f"  {answer.question.text}"
        yield f"  (goes into {answer.question.about})"
    if answer.afterwards:
        yield ""
        yield "For afterwards:"
    facts = {fact.path: fact.text for fact in brief.facts()}
    for each in answer.drafts + answer.afterwards:
        yield ""
        yield from _draft_lines(each, facts)


def _draft_lines(each: Draft, facts: dict[str, str]) -> Iterator[str]:
    size = (
        f"{each.length} of {each.limit}" if each.limit is not None else f"{each.length} characters"
    )
    yield f"{each.tone.capitalize()}, {size}"
    for line in each.text.splitlines():
        yield f"  {line}" if line else ""
    used = dict.fromkeys(
        span.path for span in each.facts if not span.path.startswith(("recipient.", "sender.name"))
    )
    for letter, path in zip(string.ascii_lowercase, used, strict=False):
        yield f"    {letter}  {' '.join(facts.get(path, '').split())}  ({path})"
