"""Lines for a terminal: facts and texts come from strangers and must not steer it."""

from __future__ import annotations

from collections.abc import Iterable

import click


def say(lines: Iterable[str]) -> None:
    """Print `lines`, each without signs that are no letters, marks or spaces to see."""
    click.echo("\n".join(_printable(line) for line in lines))


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
