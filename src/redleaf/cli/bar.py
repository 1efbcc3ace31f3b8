"""A bar on stderr while somebody looks; it is gone afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_WIDTH = 30


@contextmanager
def bar(what: str) -> Iterator[Callable[[float], None]]:
    """Gives what to call with the share that is done, from 0 to 1; `what` is a word: "Reading"."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    shown = -1

    def tell(share: float) -> None:
        nonlocal shown
        done = round(min(1.0, share) * _WIDTH)
        if done != shown:
            shown = done
            click.echo(f"\r{what} {'█' * done}{'░' * (_WIDTH - done)}", err=True, nl=False)

    try:
        yield tell
    finally:
        click.echo(f"\r{' ' * (_WIDTH + len(what) + 1)}\r", err=True, nl=False)
