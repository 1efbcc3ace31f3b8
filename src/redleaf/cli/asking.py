"""Questions at the terminal: a key, a number, a sentence; and whether anybody can be asked."""

from __future__ import annotations

import sys

import click


def can_ask() -> bool:
    """Whether somebody sits at both ends: reads standard error, and types into standard input."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_key(question: str, keys: str) -> str:
    """One of `keys`, pressed without Enter. Ctrl-C and Ctrl-D end the command as everywhere."""
    click.echo(f"{question} ", err=True, nl=False)
    while True:
        try:
            key = click.getchar().lower()
        except EOFError:
            raise click.Abort from None
        if key in keys and len(key) == 1:
            click.echo(key, err=True)
            return key


def ask_number(question: str, most: int) -> int | None:
    """A number from 1 to `most`; None for an empty line. Asks again after anything else."""
    while True:
        answer = ask_line(question)
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= most:
            return int(answer)
        click.echo(f"A number from 1 to {most}, or Enter for none.", err=True)


def ask_line(question: str) -> str:
    """A line as it was typed, without spaces at its ends."""
    click.echo(f"{question} ", err=True, nl=False)
    line = sys.stdin.readline()
    if not line:
        click.echo(err=True)
        raise click.Abort
    return line.strip()
