"""Who is the same person: pairs found in invented address books of 20,000, and what it costs.

python -m benchmarks.bench_merging            seeds that nothing was tuned on, and 100,000
python -m benchmarks.bench_merging 7          another seed
python -m benchmarks.bench_merging large      only 100,000: time and memory
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tracemalloc

from benchmarks.address_book import Book, address_book
from benchmarks.measure import Measure
from redleaf.contacts.matching import AddressBook, Pair, Traits, duplicates, traits_of
from redleaf.contacts.plain import from_plain, to_plain

SEEDS = (101, 102, 103)
LARGE = 100_000


def main(arguments: list[str]) -> None:
    if arguments == ["index"]:
        indexed()
        return
    seeds = [int(each) for each in arguments if each.isdigit()]
    for seed in seeds or (() if arguments else SEEDS):
        measured(seed)
    if not seeds:
        large()


def measured(seed: int) -> None:
    book = address_book(seed)
    found = list(duplicates(book.contacts))
    merged = {pair_of(each) for each in found if each.certainty == "same"}
    asked = {pair_of(each) for each in found if each.certainty == "doubtful"}
    rest = book.same - merged
    wrong = len(merged - book.same)
    strangers = len(asked - book.same)
    what = f"merging, seed {seed}"
    Measure(
        f"{what}: merged pairs that are one person", 1 - wrong / max(1, len(merged)), "", 0.9995,
        at_least=True, rows=len(merged),
    ).say()  # fmt: skip
    Measure(
        f"{what}: other true pairs that are asked", len(rest & asked) / len(rest), "", 0.95,
        at_least=True, rows=len(rest),
    ).say()  # fmt: skip
    per_true = strangers / max(1, len(asked & book.same))
    Measure(f"{what}: strangers asked for each true pair asked", per_true, "", 1.0).say()


def pair_of(pair: Pair[int]) -> frozenset[int]:
    return frozenset((pair.one, pair.other))


def large() -> None:
    """Time of processor for all pairs of 100,000, and what the index of them takes."""
    book = address_book(1, people=LARGE * 8 // 10, twice=LARGE // 10, alike=LARGE // 10)
    start = time.process_time()
    count = sum(1 for _ in duplicates(book.contacts))
    seconds = time.process_time() - start
    Measure(f"merging, all pairs of {LARGE:,}", seconds, "s", 60, rows=count).say()
    traits = "\n".join(json.dumps(to_plain(traits_of(contact))) for _, contact in book.contacts)
    # In a process of its own, so that the invented contacts are not counted.
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_merging", "index"],
        input=traits,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    print(done.stdout, end="")


def indexed() -> None:
    """An index of the traits that come line by line."""
    tracemalloc.start()
    index: AddressBook[int] = AddressBook()
    for number, line in enumerate(sys.stdin):
        index.add(number, from_plain(Traits, json.loads(line)))
    taken = tracemalloc.get_traced_memory()[0] / 1024**2
    Measure(f"merging, index of {len(index):,} contacts", taken, "MB", 300).say()


def told(book: Book, pair: frozenset[int]) -> str:
    """For who wants to look at a pair: how it was made, and both names."""
    contacts = dict(book.contacts)
    names = " | ".join(contacts[each].name for each in pair)
    return f"{book.made.get(pair, 'by chance')}: {names}"


if __name__ == "__main__":
    main(sys.argv[1:])
