"""`redleaf verify`: every claim in a text, traced to the brief or marked."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from redleaf.cli.inputs import read_brief, read_text
from redleaf.cli.terminal import say
from redleaf.notes.brief import Brief
from redleaf.writing.verifier import Claim, Verification, verify

WIDTH = 88

# "drafts/mira.txt", also where there is none.
_FILE_NAME = re.compile(r"[^\s“”\"]+\.[a-z0-9]{1,4}")


@click.command("verify")
@click.argument("brief_file", metavar="BRIEF.json")
@click.argument("text", default="-", metavar="[TEXT|-]")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def command(brief_file: str, text: str, style: str) -> int:
    """Trace every claim in TEXT to a fact in BRIEF.json, or mark it.

    TEXT is a file, "-" for standard input, or the words themselves. Looked at are names, days,
    places, numbers, firms, works, encounters, promises and quotations; opinions, wishes and
    questions claim nothing. Nothing is sent anywhere.

    Exit code: 0 the brief bears out every claim, 1 it does not, 2 wrong use.
    """
    if brief_file == "-" and text == "-":
        raise click.UsageError("Brief and text cannot both come from standard input.")
    brief = read_brief(brief_file)
    words = read_text(text) if text == "-" or _names_file(text) else text
    verification = verify(brief, words)
    if style == "json":
        click.echo(json.dumps(verification.to_json(), ensure_ascii=False, indent=2))
    else:
        say(_lines(brief, verification))
    return 0 if verification.supported else 1


def _names_file(text: str) -> bool:
    """A name too long or with signs that no file has is a text."""
    try:
        # A slip in a file's name must not pass as a note that claims nothing.
        return Path(text).exists() or _FILE_NAME.fullmatch(text) is not None
    except (OSError, ValueError):
        return False


def _lines(brief: Brief, verification: Verification) -> Iterator[str]:
    claims = verification.claims
    unsupported = verification.unsupported
    yield _head(len(claims), len(unsupported))
    for claim in unsupported:
        yield ""
        yield f"  {claim.start}-{claim.end}  {claim.kind}  “{_shorten(claim.text)}”"
        yield from textwrap.wrap(
            claim.why, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6
        )
    facts = {fact.path: fact.text for fact in brief.facts()}
    traced = [claim for claim in claims if claim.supported]
    if traced:
        yield ""
        yield "Borne out:"
    for claim in traced:
        yield f"  {claim.kind}  “{_shorten(claim.text)}”{_source(claim, facts)}"


def _head(claims: int, unsupported: int) -> str:
    if not claims:
        return "This text claims nothing that a brief could bear out."
    if not unsupported:
        return (
            "The brief bears out every claim." if claims > 1 else "The brief bears out the claim."
        )
    if unsupported == 1:
        return "One claim that the brief does not bear out."
    return f"{unsupported} claims that the brief does not bear out."


def _source(claim: Claim, facts: dict[str, str]) -> str:
    for path in claim.facts:
        if path in facts:
            return f"  {path}: {_shorten(facts[path])}"
    return ""


def _shorten(text: str) -> str:
    return textwrap.shorten(text, 60, placeholder=" …")
