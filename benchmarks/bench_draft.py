"""Three drafts: how long a start, a warm draft and a thousand take, and a stack of one event.

Times are processor time of one core. Where the machine is busy they grow with everything else, so
the draft is also given as a multiple of one check of its text, and the start of empty Pythons.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from benchmarks.measure import Measure, spread
from redleaf import check, draft
from redleaf.notes.brief import Brief
from redleaf.notes.skeleton import skeleton
from redleaf.writing import Written
from redleaf.writing.choice import Chooser
from redleaf.writing.compositions import Composer

INVENTED = Path(__file__).resolve().parents[1] / "tests" / "writing" / "briefs.json"
GIVEN = "Ana Ben Cleo Dev Ema Finn Gita Hugo Jonas Kaja".split()
FAMILY = "Abel Brandt Costa Dahl Eskola Fodor Grau Holm Ivers Juhl".split()
HOW = "copper paper frozen hollow crooked silent borrowed salted woven floating".split()
WHAT = "bridges clocks kilns violins greenhouses lanterns ledgers orchards ferries maps".split()


def main() -> None:
    briefs = [row["brief"] for row in json.loads(INVENTED.read_text("utf-8"))]
    measure_starts(briefs[0])
    measure_warm([Brief.from_json(each) for each in briefs])
    measure_thousand(briefs)
    measure_choice([Brief.from_json(each) for each in briefs])
    for what, topics in (("an event and a day", False), ("a subject each", True)):
        measure_stack(what, has_topics=topics)


def measure_starts(brief: dict[str, Any]) -> None:
    """In turn with an empty Python, so that what else runs falls on both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "brief.json")
        path.write_text(json.dumps(brief), "utf-8")
        command = ["-m", "redleaf", "draft", str(path), "--format", "json"]
        runs = [(_process(["-c", "pass"]), _process(command)) for _ in range(7)]
    empty = 1000 * median(each for each, _ in runs)
    cold = 1000 * median(each for _, each in runs)
    Measure("redleaf draft, cold", cold, "ms", 300, empty, "python -c pass").say()


def measure_warm(briefs: list[Brief]) -> None:
    texts = [each.text for brief in briefs for each in draft(brief).drafts]
    times = [_seconds(partial(draft, each)) for each in briefs for _ in range(3)]
    middle, last = spread([1000 * each for each in times])
    one = 1000 * median(_seconds(partial(check, text)) for text in texts)
    Measure("three drafts, warm, median", middle, "ms", 60, one, "one check").say()
    Measure("three drafts, warm, slowest of 100", last, "ms", rows=len(times)).say()


def measure_thousand(briefs: list[dict[str, Any]]) -> None:
    many = []
    for number in range(1000):
        brief = json.loads(json.dumps(briefs[number % len(briefs)]))
        brief["recipient"].pop("given_name", None)
        brief["recipient"]["name"] = f"{GIVEN[number % 10]} {FAMILY[number // 10 % 10]}"
        many.append(Brief.from_json(brief))
    took = _seconds(lambda: [draft(each) for each in many])
    Measure("1,000 briefs", took, "s", 30, rows=1000).say()


def measure_choice(briefs: list[Brief]) -> None:
    composed: list[int] = []
    judged: list[int] = []

    class Counting(Composer):
        def compositions(self) -> Any:
            made = list(super().compositions())
            composed.append(len(made))
            return iter(made)

    class Watching(Chooser):
        def choose(self, *given: Any) -> Any:
            chosen = super().choose(*given)
            judged.append(len(self.found))
            return chosen

    with (
        patch("redleaf.writing.drafting.Composer", Counting),
        patch("redleaf.writing.drafting.Chooser", Watching),
    ):
        for each in briefs:
            draft(each)
    Measure("notes considered for a brief", median(composed), "notes").say()
    Measure("notes verified and checked for a brief", median(judged), "notes").say()


def measure_stack(what: str, *, has_topics: bool) -> None:
    written, skeletons, asked = Written(), [], 0
    for number in range(100):
        given, family = GIVEN[number % 10], FAMILY[number // 10]
        met = {"kind": "conference", "on": "2026-11-12", "event": "Salt Days", "place": "Turku"}
        subject = f"{HOW[number % 10]} {WHAT[number // 10]}"
        brief = {
            "today": "2026-11-20",
            "network": "linkedin",
            "limit": 300,
            "sender": {"name": "Ines Duarte", "headline": "repairs pianos"},
            "recipient": {"name": f"{given} {family}"},
            "recognition": "recent",
            "encounters": [{**met, "topics": [subject]} if has_topics else met],
        }
        answer = draft(Brief.from_json(brief), written=written)
        asked += not answer.drafts
        if answer.drafts:
            written.add(answer.drafts[0])
            skeletons.append(skeleton(answer.drafts[0].text, [given, family, "Ines"]))
    shared = len(skeletons) - len(set(skeletons))
    Measure(
        f"100 people of one event, {what}: skeletons shared", shared, "notes", 0, rows=100
    ).say()
    Measure(f"100 people of one event, {what}: asked instead", asked, "people", rows=100).say()


def _seconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _process(arguments: list[str]) -> float:
    before = os.times()
    subprocess.run([sys.executable, *arguments], check=False, capture_output=True)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system


if __name__ == "__main__":
    main()
