"""Text four times as long beside the short one: the time should grow about four times, not sixteen.

What somebody made long on purpose is the quickest way to stop a reader. Each row prints the time
for the long text over the time for the short one; a reader whose time grows with the square of the
length reaches 16.
"""

from __future__ import annotations

import datetime as dt
import io
import time
from collections.abc import Callable

import redleaf
from benchmarks.measure import Measure
from redleaf.batch.campaigns import find_campaigns
from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.memory_line import read_memory_line
from redleaf.formats.vcard.reader import read_vcards
from redleaf.notes.note import Note

LONGER = 4
# Between four times, which is in step with the length, and sixteen, which is its square.
BAR = 8.0
ROUNDS = 5
SHORT = 0.002
"""Seconds below which a ratio says more about the clock than about the reader."""


def main() -> None:
    for what, act in ACTS.items():
        short = _seconds(act, 1)
        long = _seconds(act, LONGER)
        weak = "too short to tell" if short < SHORT else ""
        Measure(f"{what}, {LONGER} times as long", long / short, "times", bar=BAR, weak=weak).say()


def _seconds(act: Callable[[int], object], times: int) -> float:
    """The least of some rounds: what else the machine does only ever adds."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        act(times)
        rounds.append(time.process_time() - start)
    return max(min(rounds), 1e-6)


def _check(unit: str) -> Callable[[int], object]:
    return lambda times: redleaf.check((unit * 15_000)[:15_000] * times)


def _card(piece: bytes) -> Callable[[int], object]:
    before, after = b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEMAIL:", b"\nEND:VCARD\n"
    return lambda times: read_vcards(
        io.BytesIO(before + piece * 4_000 * times + after), DEFAULT_LIMITS, lambda _: None
    )


def _particulars(times: int) -> object:
    said = "you asked your uncle for the kiln that I lent you in Ghent and your saw cut my plank "
    return Note(said * 250 * times).particulars


def _campaigns(times: int) -> object:
    count = range(500 * times)
    return find_campaigns(
        [(str(at), f"Tove{at}, lamp {at} word{at} stone{at} hill{at}") for at in count]
    )


def _memory_line(times: int) -> object:
    return read_memory_line("Ana Ruiz, at the kiln, " * 200 * times, today=dt.date(2026, 11, 24))


ACTS: dict[str, Callable[[int], object]] = {
    **{
        f"check of {unit!r}": _check(unit) for unit in ("a, ", "(", "$1", "Hi ", "<p <p", "a@b.co ")
    },
    **{f"vCard of {piece!r}": _card(piece) for piece in (b"A:\n", b"NOTE:a\n b\n", b"aaaa", b";")},
    "particulars of a note": _particulars,
    "campaigns of a pile": _campaigns,
    "memory line": _memory_line,
}


if __name__ == "__main__":
    main()
