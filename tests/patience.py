"""An end to work that would never end: a hang fails its own test, and not the whole run.

This is no bar of speed; those are in benchmarks/bench_growth.py, which compares a text with one
four times as long.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# So much more than any of the tests needs, on any machine, that only a hang comes to it.
_SECONDS = 60


class NeverEnds(Exception):
    """What ran used a minute of the processor."""


@contextmanager
def patience() -> Iterator[None]:
    """Stop what runs within when it has used a minute of the processor's time."""
    before = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise NeverEnds
