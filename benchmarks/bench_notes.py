"""Silence on good notes, rudeness heard, posts with nothing in them, and texts of other kinds.

The rules were made with the written notes in sight: these figures show that a change spoils
nothing, not how good the rules are on other people's notes.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
from collections.abc import Sequence
from math import sqrt
from typing import Any, NamedTuple

from benchmarks.measure import Measure
from redleaf import check
from redleaf.rules import Severity
from tools.train.ranking import spearman
from tools.train.sets import SHARED, read_measured

# Sets in which nobody asks to be connected, so none of their texts is a network's own.
_OTHERS = (
    "politeness-wikipedia", "politeness-stackexchange", "warmth-offers", "receptiveness",
    "email-intent", "disaster-requests", "dialog-acts", "raop", "spam-sms", "humour-oneliners",
    "specificity-twitter", "specificity-domains", "fed-replies", "face-acts-email-synthetic",
    "politeness-email-synthetic",
)  # fmt: skip
_WRITTEN = "one writer's notes, which the rules were made with"
# Of 1 to 5, what people would call rude.
_RUDEST = 2
_CHUNK = 64
# Of a set that is longer, every second, third … row is taken.
_MOST = 1500

Labelled = dict[str, Any]


class Seen(NamedTuple):
    """What is asked of a report."""

    verdict: str
    warned: bool
    families: frozenset[str]
    rules: frozenset[str]
    courtesy: float


def see(text: str, kind: str = "note") -> Seen:
    report = check(text, kind=kind)
    warned = report.has(Severity.WARNING) or report.has(Severity.ERROR)
    rules = frozenset(finding.rule for finding in report.findings)
    families = frozenset(rule.partition("/")[0] for rule in rules)
    return Seen(report.verdict, warned, families, rules, report.scores.courtesy)


def main(names: Sequence[str]) -> None:
    if not SHARED.is_dir():
        print("The written notes are not there: ../shared/data.", file=sys.stderr)
        return
    parts = {"good": measure_good, "tone": measure_tone, "posts": measure_posts,
             "others": measure_others}  # fmt: skip
    with multiprocessing.get_context("spawn").Pool() as pool:
        for name, part in parts.items():
            if not names or name in names:
                part(pool)


def measure_good(pool: Any) -> None:
    rows = _written("good")
    seen = pool.map(see, [row["text"] for row in rows], chunksize=_CHUNK)
    _share("notes, good ones with a warning or error", [each.warned for each in seen], 0.02)
    english = [each.warned for row, each in zip(rows, seen, strict=True) if row["language"] == "en"]
    _share("notes, the same in English", english, 0.02)
    others = [each.warned for row, each in zip(rows, seen, strict=True) if row["language"] != "en"]
    _share("notes, the same in six other languages", others, 0.02)


def measure_tone(pool: Any) -> None:
    rows = _written("tone")
    seen = pool.map(see, [row["text"] for row in rows], chunksize=_CHUNK)
    rude = [row["courtesy"] <= _RUDEST for row in rows]
    heard = ["rude" in each.families for each in seen]
    _share("notes, rude ones in which a rule hears it", _where(heard, rude), None, at_least=True)
    _share("notes, others in which a rule hears rudeness", _where(heard, [not r for r in rude]))
    told = spearman([row["courtesy"] for row in rows], [each.courtesy for each in seen])
    Measure("notes, courtesy of check against 1 to 5", told, "Spearman", at_least=True,
            rows=len(rows), weak=_WRITTEN).say()  # fmt: skip


def measure_posts(pool: Any) -> None:
    rows = _written("posts")
    posts = [(row["text"], "post") for row in rows]
    seen = pool.starmap(see, posts, chunksize=_CHUNK)
    dull = [row["label"] == "dull" for row in rows]
    heard = ["boring/post-without-reader" in each.rules for each in seen]
    _share("posts, dull ones that are told so", _where(heard, dull), None, at_least=True)
    _share("posts, useful ones that are called dull", _where(heard, [not each for each in dull]))


def measure_others(pool: Any) -> None:
    """No score claims to hear jokes, or what becomes of a request: what can be asked of such sets
    is that nothing in them is taken for a network's own text, and how often a rule hears
    rudeness."""
    called = count = 0
    for part in _OTHERS:
        rows = read_measured(part)
        rows = rows[:: 1 + len(rows) // _MOST]
        seen = pool.map(see, [row["text"] for row in rows], chunksize=_CHUNK)
        called += sum(each.verdict == "default" for each in seen)
        count += len(rows)
        if part == "humour-oneliners":
            heard = ["rude" in each.families for each in seen]
            other = [not row["label"] for row in rows]
            _share("humour, proverbs, headlines and facts called rude", _where(heard, other))
    Measure("texts of other sets called default", called, "", rows=count,
            weak="some are: thanks for the follow, you have one new message").say()  # fmt: skip


def _written(name: str) -> list[Labelled]:
    path = SHARED / "notes-written" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def _where(said: Sequence[bool], these: Sequence[bool]) -> list[bool]:
    return [each for each, is_one in zip(said, these, strict=True) if is_one]


def _share(
    what: str, said: Sequence[bool], bar: float | None = None, *, at_least: bool = False
) -> None:
    value = sum(said) / len(said)
    margin = 1.96 * sqrt(value * (1 - value) / len(said))
    Measure(what, value, "", bar, at_least=at_least, rows=len(said), margin=margin,
            weak="" if bar else _WRITTEN).say()  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
