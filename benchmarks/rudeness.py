"""How often the family `rude` speaks, in rude and in courteous texts.

    python -m benchmarks.rudeness [--show missed|wrong]

Reads ../shared/data. notes-written/tone carries a courtesy of 1 to 5: 1 and 2 are rude. The public
sets are texts of other kinds, on which nothing was tuned: they tell what is found wrongly.
`--show missed` prints the rude texts in which nothing is found, `--show wrong` what is found in
the others.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from redleaf import check

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PUBLIC = ("politeness-wikipedia", "politeness-stackexchange", "warmth-offers")
RUDEST = 2


class Heard(NamedTuple):
    """One text, whether people call it rude, and what the rules of the family mark in it."""

    source: str
    rude: bool
    text: str
    marks: tuple[str, ...]


def heard() -> Iterator[Heard]:
    for row in _rows("notes-written/tone"):
        yield _heard("tone", row["courtesy"] <= RUDEST, row["text"])
    for name in PUBLIC:
        for row in _rows(f"{name}/dev"):
            if row["label"] is not None:
                yield _heard(name, row["label"] == 0, row["text"])
    for row in _rows("notes-written/good"):
        yield _heard("good notes", False, row["text"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", choices=("missed", "wrong"), default="")
    show = parser.parse_args().show
    rows = list(heard())
    print(f"{'texts':<28}{'rude':>6}{'found':>7}{'others':>8}{'found':>7}{'precision':>11}")
    for source in dict.fromkeys(row.source for row in rows):
        _print_line(source, [row for row in rows if row.source == source])
    for row in rows:
        if show == "missed" and row.source == "tone" and row.rude and not row.marks:
            print(f"- {row.text!r}")
        if show == "wrong" and not row.rude and row.marks:
            print(f"- {row.source}: {row.text!r}\n    {'; '.join(row.marks)}")


def _print_line(source: str, rows: list[Heard]) -> None:
    rude = [bool(row.marks) for row in rows if row.rude]
    others = [bool(row.marks) for row in rows if not row.rude]
    marked = sum(rude) + sum(others)
    precision = f"{sum(rude) / marked:.1%}" if rude and marked else "-"
    counts = f"{len(rude):>6}{sum(rude):>7}{len(others):>8}{sum(others):>7}"
    print(f"{source:<28}{counts}{precision:>11}")


def _rows(name: str) -> list[dict[str, Any]]:
    with (SHARED / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _heard(source: str, rude: bool, text: str) -> Heard:
    findings = (f for f in check(text).findings if f.family == "rude")
    return Heard(source, rude, text, tuple(f"{f.rule}: {text[f.start : f.end]}" for f in findings))


if __name__ == "__main__":
    main()
