"""`redleaf check --batch`: which notes of a file are one note with the words changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from redleaf.batch.campaigns import Campaign, find_campaigns
from redleaf.cli.inputs import read_text
from redleaf.errors import FileError


def report_campaigns(source: str, *, style: str) -> int:
    """Print the campaigns in a JSONL file of `id` and `text`; give the exit code.

    A row that cannot be read is named on stderr and passed over.
    """
    problems: list[str] = []
    campaigns = find_campaigns(_notes(read_text(source), problems))
    for problem in problems:
        click.echo(f"redleaf: {source}: {problem}", err=True)
    if style == "json":
        found = {"schema": 1, "campaigns": [each.to_json() for each in campaigns]}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(_in_words(campaigns))
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


def _in_words(campaigns: list[Campaign]) -> str:
    if not campaigns:
        return "No two of these notes share a skeleton."
    blocks = []
    for campaign in campaigns:
        members = ", ".join(campaign.members)
        blocks.append(
            f"{len(campaign.members)} notes share {campaign.shared:.0%} of their words: {members}\n"
            f"  {' '.join(campaign.skeleton.split())}"
        )
    return "\n\n".join(blocks)
