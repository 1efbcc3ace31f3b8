"""`redleaf check --batch`: which notes of a file are one note with the words changed."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import click

from redleaf.batch.campaigns import Campaign, find_campaigns, marker_of
from redleaf.batch.shared_parts import Marker, SharedParts
from redleaf.cli.inputs import read_text
from redleaf.errors import FileError

Notes = Sequence[tuple[str, str]]

_SAME = 0.995
_NAMED = 20  # ids that are named in words; JSON has all
_WIDTH = 96
_LONGEST = 700
_TO_DO = (
    "Two people who compare theirs see one letter. Say to each what fits nobody else, or send one "
    "letter to all and say so."
)


def report_campaigns(source: str, *, style: str) -> int:
    """Print the campaigns in a JSONL file of `id` and `text`; give the exit code.

    A row that cannot be read is named on stderr and passed over.
    """
    problems: list[str] = []
    notes = list(_notes(read_text(source), problems))
    campaigns = find_campaigns(notes)
    for problem in problems:
        click.echo(f"redleaf: {source}: {problem}", err=True)
    if style == "json":
        found = {"schema": 1, "campaigns": [_as_json(each, notes) for each in campaigns]}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(_in_words(campaigns, notes))
    return 1 if campaigns or problems else 0


def _notes(lines: str, problems: list[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _note(line)
        except FileError as error:
            problems.append(f"line {number} is passed over: {error}")


def _note(line: str) -> tuple[str, str]:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FileError(f"this is not JSON: {error}") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise FileError("it needs an id, and a text in quotes")
    return str(row["id"]), row["text"]


def _as_json(campaign: Campaign, notes: Notes) -> dict[str, Any]:
    marker = marker_of(campaign, notes)
    members = [
        {"id": notes[at][0], **marker.parts_of(notes[at][1]).to_json(notes[at][1])}
        for at in campaign.places
    ]
    return {**campaign.to_json(), "notes": members}


def _in_words(campaigns: Sequence[Campaign], notes: Notes) -> str:
    if not campaigns:
        return "No two of these notes share a skeleton."
    blocks = [_block(campaign, notes) for campaign in campaigns]
    return "\n\n".join([*blocks, textwrap.fill(_TO_DO, _WIDTH)])


def _block(campaign: Campaign, notes: Notes) -> str:
    marker = marker_of(campaign, notes)
    told = (
        "say the same but for their slots"
        if campaign.shared >= _SAME
        else f"share {campaign.shared:.0%} of what they say"
    )
    lines = [
        f"{len(campaign.members)} notes {told}: {_named(campaign.members)}",
        _paragraph(campaign.skeleton),
        "Two of them, with what is shared in ⟦brackets⟧:",
        *(_paragraph(f"{notes[at][0]}: {text}") for at, text in _shown(campaign, notes, marker)),
    ]
    return "\n".join(lines)


def _paragraph(text: str) -> str:
    """`text` as one paragraph, cut short where it is a letter of pages; JSON has it whole."""
    shown = " ".join(text.split())
    if len(shown) > _LONGEST:
        shown = f"{shown[:_LONGEST].rstrip()} …"
    return textwrap.indent(textwrap.fill(shown, _WIDTH), "  ")


def _named(ids: Sequence[str]) -> str:
    more = len(ids) - _NAMED
    return ", ".join(ids[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _shown(campaign: Campaign, notes: Notes, marker: Marker) -> Iterator[tuple[int, str]]:
    """The first note, and of some others the one that differs most from what all share."""
    first, *others = campaign.places
    some = [(marker.share_of(notes[at][1]), at) for at in others[:_NAMED]]
    for at in (first, min(some)[1]):
        text = notes[at][1]
        yield at, _marked(text, marker.parts_of(text))


def _marked(text: str, parts: SharedParts) -> str:
    pieces, at = [], 0
    for span in parts.shared:
        pieces += [text[at : span.start], "⟦", span.of(text), "⟧"]
        at = span.end
    return "".join([*pieces, text[at:]])
