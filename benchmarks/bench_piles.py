"""Piles of notes: merged letters seen as one, single letters left alone; and piles of any size.

The piles are the open ones of the shared data (ten notes each) and those in benchmarks/piles
(twelve): `made_with` is what the numbers of src/redleaf/batch/proving.py were set on;
`written_after` had two of fourteen wrong when it was new, and then numbers were changed; `spun` are
letters put together by chance from pieces; `one_offer` are notes by one hand that make everybody
the same offer, beside letters that do nothing else. A pile counts as merged when one campaign holds
eight of ten of its notes. Give a number of notes to time a pile of that size: 1000000 takes its
time.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.briefs import BRIEFS
from benchmarks.measure import Measure
from redleaf.batch.campaigns import find_campaigns

HERE = Path(__file__).parent / "piles"
OPEN = BRIEFS.parent / "piles.jsonl"
MOST = 0.8
# Letters from pieces that have hardly a word in common are not seen as one.
KNOWN = {"spun": 2, "written_after": 1}
_SIZES = (2_500, 10_000)
_SIDE = 12
_WORDS = 4_000


def main(names: Sequence[str]) -> None:
    if not names:
        sets = {"open": OPEN, **{path.stem: path for path in sorted(HERE.glob("*.jsonl"))}}
        for name, path in sets.items():
            if path.is_file():
                measure_piles(name, path)
    measure_size([int(name) for name in names] or _SIZES)


def measure_piles(name: str, path: Path) -> None:
    merged = alone = missed = wrongly = caught = 0
    for pile in piles_in(path):
        largest = largest_campaign(pile["notes"])
        is_merge = largest >= MOST * len(pile["notes"])
        merged, alone = merged + pile["merge"], alone + (not pile["merge"])
        missed += pile["merge"] and not is_merge
        wrongly += is_merge and not pile["merge"]
        caught += largest if pile["merge"] else 0
    weak = "the numbers were set on it"
    Measure(
        f"piles {name}, merged not seen", missed, "", KNOWN.get(name, 0), rows=merged, weak=weak
    ).say()
    Measure(f"piles {name}, single taken for merged", wrongly, "", 0, rows=alone, weak=weak).say()
    share = caught / max(1, merged)
    Measure(f"piles {name}, notes caught in a merged pile", share, "", weak=weak).say()


def measure_size(sizes: Sequence[int]) -> None:
    seconds = [time_of(size) for size in sizes]
    each = 1e6 * seconds[-1] / sizes[-1]
    Measure(f"piles, a note of {sizes[-1]:,}", each, "us", against=1e6 * seconds[0] / sizes[0],
            against_what=f"{sizes[0]:,} notes").say()  # fmt: skip
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Measure(f"piles, memory for {sizes[-1]:,} notes", megabytes, "MB").say()


def time_of(size: int) -> float:
    notes = list(invented(size))
    begin = time.process_time()
    find_campaigns(notes)
    return time.process_time() - begin


def invented(count: int) -> Iterator[tuple[str, str]]:
    """A third of each: letters of many campaigns, an opening with one's own words, own words."""
    chance = random.Random(7)
    words = [_word(chance) for _ in range(_WORDS)]
    campaigns = [chance.choices(words, k=_SIDE) for _ in range(max(1, count // 60))]
    for at in range(count):
        own = " ".join(chance.choices(words, k=_SIDE))
        letter = " ".join(chance.choice(campaigns))
        name, place = chance.choice(words).title(), chance.choice(words).title()
        yield (
            str(at),
            (
                f"Hi {name}, at {place} you will see that {letter}. Shall we talk?",
                f"Hi {name}, it was great to meet you at {place}. {own.capitalize()}. See you.",
                f"{name}, {own} in {place}.",
            )[at % 3],
        )


def largest_campaign(notes: Sequence[str]) -> int:
    found = find_campaigns((str(at), text) for at, text in enumerate(notes))
    return max((len(each.members) for each in found), default=0)


def piles_in(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3))


if __name__ == "__main__":
    main(sys.argv[1:])
