"""A line on stderr that counts, when somebody looks at it."""

from __future__ import annotations

import sys
import time

import click

_EVERY_SECONDS = 0.5
_WIDTH = 64


class Progress:
    """Rows, rows a second, and how long it will still take. Silent where nobody reads along."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self.rows = 0
        self._begun = self._last = time.monotonic()
        self._first: tuple[int, int] | None = None
        self._is_open = False

    def tell(self, rows: int, position: int, size: int) -> None:
        """So many rows are done; the reading has come to `position` of `size`, if that is known."""
        self.rows = rows
        now = time.monotonic()
        if self._first is None:
            # What a run before has done says nothing of how fast this one is.
            self._first = rows, position
            self._begun = now
        elif self._shown and now - self._last >= _EVERY_SECONDS:
            self._last = now
            self._line(self._told(now - self._begun, position, size))

    def say(self, text: str) -> None:
        if self._shown:
            click.echo(text, err=True)

    def end(self) -> None:
        """Leave the line with what there was in all."""
        if self._shown and self._is_open:
            seconds = time.monotonic() - self._begun
            self._line(f"{self.rows:,} rows in {_time_in_words(seconds)}")
            click.echo(err=True)

    def _told(self, seconds: float, position: int, size: int) -> str:
        rows, start = self._first or (0, 0)
        line = f"{self.rows:,} rows, {(self.rows - rows) / seconds:,.0f} a second"
        if size > position > start:
            left = seconds * (size - position) / (position - start)
            line += f", {position / size:.0%}, {_time_in_words(left)} left"
        return line

    def _line(self, text: str) -> None:
        click.echo(f"\r{text:<{_WIDTH}}", nl=False, err=True)
        self._is_open = True


def _time_in_words(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"
