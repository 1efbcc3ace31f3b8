"""A warm check, note by note: what live checking while typing can count on."""

from __future__ import annotations

import random
import time

from benchmarks.measure import Measure, spread
from redleaf import check
from tools.demo.letters import Letters

if __name__ == "__main__":
    letters = Letters(random.Random(7))
    notes = [
        letters.note(kind).replace("{given}", f"Mara{number}").replace("{company}", "Tidewise")
        for number in range(200)
        for kind in ("personal", "template", "campaign", "pitch")
    ]
    check(notes[0], network="linkedin")
    times = []
    for note in notes:
        start = time.perf_counter()
        check(note, network="linkedin")
        times.append((time.perf_counter() - start) * 1000)
    median, last = spread(times)
    Measure("check, one warm note, median", median, "ms", 5.0).say()
    # The desk answers a key press within 50 ms, this included.
    Measure("check, one warm note, 99th percentile", last, "ms", 25.0).say()
