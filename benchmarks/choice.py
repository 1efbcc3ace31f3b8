"""Readers' choice: each draft blind beside a filled template, and beside a language model's note.

    python -m benchmarks.choice sheet SHEET.txt KEY.json [--set odd|even|all] [--seed N]
    python -m benchmarks.choice count KEY.json ANSWERS.json [ANSWERS.json …]

`sheet` drafts for the briefs in choice/ (a brief of invented people, the best published template of
its situation filled with its facts, and the note of a large language model that was asked plainly)
and lays each draft beside each of the two in a random order. Readers who know the facts say for
every pair which one they would rather receive: {"1": "A", "2": "B", "3": "tie", …}. `count` says
how often ours was chosen, a tie for half, with the interval that holds the true share 19 times
of 20. The phrasebook was read against the even briefs; the odd ones were kept for the readers.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redleaf.audit.shares import Share
from redleaf.notes.brief import Brief
from redleaf.writing import draft

FOLDER = Path(__file__).with_name("choice")
RIVALS = ("template", "llm")


def main() -> None:
    options = _options()
    if options.act == "sheet":
        _write_sheet(options.sheet, options.key, options.set, options.seed)
    else:
        _count(options.key, options.answers)


def _write_sheet(sheet: Path, key: Path, half: str, seed: int) -> None:
    chance = random.Random(seed)
    pairs = [pair for path in sorted(FOLDER.glob("*.json")) for pair in _pairs(path, half)]
    chance.shuffle(pairs)
    blocks, answers = [], {}
    for number, (name, facts, ours, rival, theirs) in enumerate(pairs, 1):
        ours_first = chance.random() < 0.5
        one, two = (ours, theirs) if ours_first else (theirs, ours)
        blocks.append(f"=== {number}\n\nFacts:\n{facts}\n\n--- A\n{one}\n\n--- B\n{two}\n")
        answers[str(number)] = {"brief": name, "rival": rival, "ours": "A" if ours_first else "B"}
    sheet.write_text("\n".join(blocks), encoding="utf-8")
    key.write_text(json.dumps(answers, indent=1), encoding="utf-8")
    print(f"{len(pairs)} pairs in {sheet}; which is whose in {key}")


def _pairs(path: Path, half: str) -> Iterator[tuple[str, str, str, str, str]]:
    if half != "all" and (int(path.stem[:2]) % 2 == 1) != (half == "odd"):
        return
    data = json.loads(path.read_text("utf-8"))
    answer = draft(Brief.from_json(data["brief"]))
    written = answer.drafts or answer.afterwards
    if not written:
        print(f"{path.stem}: {answer.advice}, no draft")
        return
    facts = json.dumps(data["brief"], ensure_ascii=False, indent=1)
    for at, rival in enumerate(RIVALS):
        # Each of the three in turn, so that the others are read as well as the first.
        ours = written[(int(path.stem[:2]) // 2 + at) % len(written)]
        yield path.stem, facts, ours.text, rival, data[rival]


def _count(key: Path, answers: list[Path]) -> None:
    pairs = json.loads(key.read_text("utf-8"))
    won: dict[tuple[str, str], list[float]] = defaultdict(list)
    for path in answers:
        for number, said in json.loads(path.read_text("utf-8")).items():
            pair = pairs[number]
            won[path.stem, pair["rival"]].append(_point(said, pair["ours"]))
    for (reader, rival), points in sorted(won.items()):
        share = Share(round(sum(points)), len(points))
        print(
            f"{reader:24} beside the {rival:8} {sum(points):5.1f} of {len(points)} "
            f"= {sum(points) / len(points):.2f} ({share.low:.2f} to {share.high:.2f})"
        )


def _point(said: str, ours: str) -> float:
    return 0.5 if said == "tie" else float(said == ours)


def _options() -> Any:
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    acts = reader.add_subparsers(dest="act", required=True)
    sheet = acts.add_parser("sheet")
    sheet.add_argument("sheet", type=Path)
    sheet.add_argument("key", type=Path)
    sheet.add_argument("--set", choices=("odd", "even", "all"), default="odd")
    sheet.add_argument("--seed", type=int, default=0)
    count = acts.add_parser("count")
    count.add_argument("key", type=Path)
    count.add_argument("answers", type=Path, nargs="+")
    return reader.parse_args()


if __name__ == "__main__":
    main()
