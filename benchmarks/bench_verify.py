"""The verifier on long texts: how much longer twice the text takes."""

from __future__ import annotations

import time

from benchmarks.measure import Measure
from redleaf.notes.brief import Brief
from redleaf.writing.verifier import Verifier
from tests.writing.verifier.long_texts import LONG_TEXTS
from tests.writing.verifier.scene import SCENE

# A text this long, so that both halves take well over what a clock can tell.
_CHARS = 40_000


def main() -> None:
    verifier = Verifier(Brief.from_json(SCENE))
    growths = {text: growth(verifier, text) for text in LONG_TEXTS}
    slowest = max(growths, key=lambda text: growths[text])
    what = f"verify, twice the text, the slowest of {len(growths)} ({slowest[:20].strip()} …)"
    Measure(what, growths[slowest], "times as long", 2.5).say()


def growth(verifier: Verifier, unit: str) -> float:
    whole = (unit * _CHARS)[:_CHARS]
    half = whole[: _CHARS // 2]
    # In turn, and the best of each: what else the machine does slows down both alike.
    times = [(seconds(verifier, half), seconds(verifier, whole)) for _ in range(5)]
    return min(long for _, long in times) / min(short for short, _ in times)


def seconds(verifier: Verifier, text: str) -> float:
    begun = time.process_time()
    verifier.verify(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
