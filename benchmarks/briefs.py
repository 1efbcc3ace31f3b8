"""Judge drafts for the open briefs as their README says, and print a table.

    .venv/bin/python -m benchmarks.briefs [-v]

Needs ../shared/data/briefs-written beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing import Drafting, draft
from redleaf.writing.verifier import verify

BRIEFS = Path(__file__).resolve().parents[2] / "shared" / "data" / "briefs-written" / "briefs"


def faults(brief: Brief, expect: dict[str, Any], answer: Drafting) -> Iterator[str]:
    """What is wrong with an answer, by the rules of the set's README."""
    if answer.advice not in expect["advice"]:
        yield f"advice {answer.advice}, wanted {expect['advice']}"
    if expect["must_ask"] and (answer.drafts or not answer.question):
        yield "should ask and write nothing"
    for each in answer.drafts + answer.afterwards:
        for banned in expect["must_not_contain"]:
            if holds(each.text, banned):
                yield f"contains {banned!r}"
        if brief.limit and each.length > brief.limit:
            yield f"{each.length} characters of {brief.limit}"
        used = {fact for move in each.moves for fact in move.facts}
        if (
            expect["good_facts"]
            and answer.advice == "note"
            and not used & set(expect["good_facts"])
        ):
            yield "uses no good fact"
        if not verify(brief, each.text).supported:
            yield "says what is not in the brief"
    if answer.advice == "note" and not answer.drafts:
        yield "no draft"


def holds(text: str, banned: str) -> bool:
    before = r"(?<!\w)" if banned[:1].isalnum() else ""
    after = r"(?!\w)" if banned[-1:].isalnum() else ""
    return bool(re.search(before + re.escape(banned) + after, text, re.IGNORECASE))


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("-v", "--verbose", action="store_true", help="print the drafts")
    reader.add_argument("--seed", type=int, default=0)
    options = reader.parse_args()
    right = count = 0
    for path in sorted(BRIEFS.glob("*.json")):
        if path.name.endswith(".expect.json"):
            continue
        brief = Brief.from_json(json.loads(path.read_text("utf-8")))
        expect = json.loads(path.with_suffix(".expect.json").read_text("utf-8"))
        started = time.perf_counter()
        answer = draft(brief, seed=options.seed)
        took = 1000 * (time.perf_counter() - started)
        wrong = list(faults(brief, expect, answer))
        right, count = right + (not wrong), count + 1
        written = len(answer.drafts) or f"({len(answer.afterwards)})"
        print(
            f"{path.stem:32} {answer.advice:17} {written!s:4} {took:5.0f} ms  "
            f"{'; '.join(wrong) or 'right'}"
        )
        if options.verbose:
            print(f"    why: {answer.why}")
            for each in answer.drafts + answer.afterwards:
                print(f"    {each.tone:6} {each.length:4} {each.text!r}")
            if answer.question:
                print(f"    ? {answer.question.text}")
    print(f"{right} of {count} right")


if __name__ == "__main__":
    main()
