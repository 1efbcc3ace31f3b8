"""What a benchmark says of one thing it measured, and how the runner learns of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One number. `bar` is the largest value that is good enough, or with `at_least` the smallest;
    `against` is a value of the same run to compare, `beside` tells what others reach. `margin` is
    half the width of the interval that holds the true value 19 times of 20, `rows` what it was
    counted on. `weak` tells why little can be read from it.
    """

    what: str
    value: float
    unit: str
    bar: float | None = None
    against: float | None = None
    against_what: str = ""
    at_least: bool = False
    beside: str = ""
    rows: int = 0
    margin: float = 0.0
    weak: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.against if self.against else None

    @property
    def holds(self) -> bool:
        if self.bar is None:
            return True
        return self.value >= self.bar if self.at_least else self.value <= self.bar

    def say(self) -> None:
        """Hand it to the runner: one line of JSON on stdout."""
        print(json.dumps(asdict(self)), flush=True)


def spread(times: Sequence[float]) -> tuple[float, float]:
    """Median and 99th percentile."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def seconds_of(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
