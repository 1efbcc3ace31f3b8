"""No name is a fault: whatever people are called, a good note to or from them has no finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import redleaf
from redleaf.notes.brief import Brief, Encounter, Recipient

LINES = [
    line
    for line in Path(__file__).with_name("names.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
# How far the second family name stands from the first that a given name is paired with.
STRIDES = (0, 3)

FRAMES = (
    "Dear {name}, your talk on lock gates in Turku sent me back to my drawings of 1987. Aino Saari",
    "Hi {given}, thank you for the ladder on Sunday. The gutter is whole again. {other}",
    "{given}, the soup at Ida's on Friday was your idea, and {other} paid. My turn next.",
    "Hello {given}, {other} says you know how the ferry bell was cast. I have its rope. {name}",
    "We sat beside {name} at the seed swap, and you lent me a pencil. It is still here, {other}.",
)


def pairs_of(line: str) -> Iterator[tuple[str, str]]:
    """Full names as (given, family); a hyphen between small words stands for a space."""
    givens, _, families = line.partition(":")[2].partition("|")
    family = families.split()
    for at, given in enumerate(givens.split()):
        for stride in STRIDES:
            yield given, family[(at + stride) % len(family)]


def names_of(line: str) -> list[tuple[str, str]]:
    return [(given, f"{given} {family}") for given, family in pairs_of(line)]


def test_there_are_a_thousand_of_many_origins() -> None:
    names = {name for line in LINES for _, name in names_of(line)}
    assert len(names) >= 1000
    assert len(LINES) >= 80


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.partition(":")[0])
def test_no_name_has_a_finding(line: str) -> None:
    names = names_of(line)
    found = []
    for at, (given, name) in enumerate(names):
        other = names[at - 1][1]
        for frame in FRAMES:
            text = frame.format(given=given, name=name, other=other)
            brief = Brief(
                Recipient(name, given_name=given),
                recognition="recent",
                encounters=(Encounter(topics=(text,)),),
            )
            for known in (None, brief):
                report = redleaf.check(text, brief=known)
                found += [(f.rule, name, text[f.start : f.end]) for f in report.findings]
    assert not found
