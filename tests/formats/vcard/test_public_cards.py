"""The vCards of public suites and of real programs, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

from benchmarks.bench_vcards import FIELDS, Tally, hold_against_itself, hold_against_truth, read


def test_it_reads_what_the_suites_say_and_writes_it_again(shared_data: Path) -> None:
    tally = Tally()
    for path in sorted((shared_data / "contacts" / "vcard").rglob("*.vcf*")):
        harvest = read(path.read_bytes())
        hold_against_truth(path, harvest, tally)
        hold_against_itself(path, harvest, tally)
    assert (tally.changed, tally.unlisted) == ([], [])
    assert min(tally.right[name] for name in FIELDS) >= 0.99 * tally.cards > 50
