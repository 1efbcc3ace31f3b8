"""Questions at the terminal: a key, a number, a sentence; and whether anybody can be asked."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

# What Ctrl-D sends.
_END = "\x04"
_ESCAPE = b"\x1b"


def can_ask() -> bool:
    """Whether somebody sits at both ends: reads standard error, and types into standard input."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_key(question: str, keys: str) -> str:
    """One of `keys`, pressed without Enter. Ctrl-C and Ctrl-D end the command as everywhere."""
    with _single_keys() as next_key:
        click.echo(f"{question} ", err=True, nl=False)
        while True:
            key = next_key().lower()
            if key and key in keys:
                click.echo(key, err=True)
                return key
            if key == _END:
                click.echo(err=True)
                raise click.Abort


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


@contextmanager
def _single_keys() -> Iterator[Callable[[], str]]:
    """Keys as they are pressed; set up before the question is seen, so that no key is lost.

    click.getchar sets the terminal up after it, and drops what was typed ahead.
    """
    try:
        import termios
        import tty
    except ImportError:  # Windows has keys of its own
        yield click.getchar
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield lambda: _pressed(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pressed(terminal: int) -> str:
    """The key, or "" for one that sends several signs, as an arrow does."""
    sign = os.read(terminal, 1)
    if sign == _ESCAPE:
        while select.select([terminal], [], [], 0)[0]:
            os.read(terminal, 1)
        return ""
    return sign.decode("ascii", "ignore") if sign else _END
