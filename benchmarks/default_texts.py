"""How many labelled default texts are found, and what else is taken for one.

    python -m benchmarks.default_texts [--leave-out] [--show]

Reads the labelled notes in ../shared/data. `--leave-out` takes every wording that equals a
labelled text out of the index first, so that only the near match and other wordings can find it;
a second line leaves out all wordings of the product in that language.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redleaf.rules import known_texts
from redleaf.rules.known_texts import find_known_text

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def labelled(shared: Path = SHARED) -> Iterator[dict[str, Any]]:
    """Every labelled row; a default with slots comes once more with its slots filled."""
    for name in ("invitations/dev", "invitations/written-by-us", "notes-written/good", "notes-written/poor"):
        for line in (shared / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row["set"] = name
            yield row
            if row.get("rendered"):
                yield {**row, "text": row["rendered"]}


def other_texts(shared: Path = SHARED) -> Iterator[str]:
    """Texts of other sets, none of which is a default text."""
    for path in sorted(shared.glob("*/*.jsonl")):
        if path.parent.name in ("invitations", "notes-written"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if isinstance(row.get("text"), str):
                yield row["text"]


def main(argv: list[str]) -> int:
    found: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for row in labelled():
        group = "en" if row["language"] == "en" else "other"
        key = (row["label"], group)
        known = find_known_text(row["text"])
        total[key] += 1
        is_whole = bool(known and known.whole)
        found[key] += is_whole
        if "--show" in argv and is_whole != (row["label"] == "default"):
            print(row["label"], row["language"], row.get("network"), repr(row["text"][:200]))
            print("   ", known and (known.product, known.similarity, known.rest))
    for key in sorted(total):
        print(f"{key[0]:10} {key[1]:6} whole default: {found[key]:4} of {total[key]}")
    if "--others" in argv:
        count = hits = parts = 0
        for text in other_texts():
            known = find_known_text(text)
            count += 1
            hits += bool(known and known.whole)
            parts += bool(known)
            if known and "--show" in argv:
                print(known.whole, known.product, known.language, repr(text[:160]), known.rest[:80])
        print(f"other sets: {hits} whole, {parts} with a part, of {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
