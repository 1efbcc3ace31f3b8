"""How long a checker takes for each note, warm: processor milliseconds, as JSON.

    python benchmarks/timed_checks.py redleaf|proselint|harper < notes.json

Stands alone, because the others' checkers live in an environment of their own.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

Check = Callable[[str], Any]


def redleaf() -> Check:
    import redleaf as checker

    return lambda text: checker.check(text, network="linkedin")


def proselint() -> Check:
    from proselint.checks import __register__  # type: ignore[import-not-found] # a peer
    from proselint.registry import CheckRegistry  # type: ignore[import-not-found]
    from proselint.tools import LintFile  # type: ignore[import-not-found]

    CheckRegistry().register_many(__register__)
    return lambda text: list(LintFile("-", text).lint())


def harper() -> Check:
    from harper import Linter  # type: ignore[import-not-found] # a peer

    return Linter().lint  # type: ignore[no-any-return]


def milliseconds(check: Check, texts: list[str]) -> list[float]:
    """One time a text; as many are read before, so that nothing is read for the first time."""
    half = len(texts) // 2
    for text in texts[:half]:
        check(text)
    times = []
    for text in texts[half:]:
        start = time.process_time_ns()
        check(text)
        times.append((time.process_time_ns() - start) / 1e6)
    return times


if __name__ == "__main__":
    checkers = {"redleaf": redleaf, "proselint": proselint, "harper": harper}
    print(json.dumps(milliseconds(checkers[sys.argv[1]](), json.load(sys.stdin))))
