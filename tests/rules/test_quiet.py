"""The rules are quiet over good notes, and speak over poor ones: bars on the labelled data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import redleaf
from redleaf.judging import Report
from redleaf.rules import Severity

MOST_WARNED = 0.03
MOST_CALLED_PITCH = 0.01
LEAST_PITCHES = 0.75
LEAST_RUDE = 0.5
LEAST_RIGHTLY_RUDE = 0.95
RUDEST = 2

NAMES = (
    "Will Price", "Bill Free", "Penny Sale", "Grant Call", "Mark Best", "Gift Moyo", "Dick Blunt",
    "Randy Fool", "Max Profit", "Rich Boss", "Jerk Karlsson", "Fanny Long", "Hope Deal", "Guy Link",
    "Grace Demand", "Angel Offer", "Fuk Wai Wong", "Ute Dumm", "Honey Lamb", "Precious Sweet",
    "Tomasz Zieliński", "Nguyễn Văn Nhất", "Siobhán O'Shea", "Jean-Luc d'Ormesson", "李小龙",
    "Prince Okoro", "Barry Bravo", "Joy Luck", "Sunny Crypto", "Victor Urgent",
)  # fmt: skip


@cache
def rows(path: Path) -> list[tuple[dict[str, Any], Report]]:
    with path.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    return [(row, redleaf.check(row.get("rendered") or row["text"])) for row in read]


def labelled(shared_data: Path, label: str) -> Iterator[Report]:
    for name in ("invitations/dev", "invitations/written-by-us", "notes-written/good"):
        yield from (r for row, r in rows(shared_data / f"{name}.jsonl") if row["label"] == label)
    yield from (
        r for row, r in rows(shared_data / "notes-written" / "poor.jsonl") if row["label"] == label
    )


def share(values: list[bool]) -> float:
    assert values
    return sum(values) / len(values)


@pytest.mark.parametrize(
    ("name", "most"),
    [("notes-written/good", 0.02), ("invitations/written-by-us", 0.02), ("invitations/dev", 0.15)],
)
def test_good_notes_are_rarely_warned(shared_data: Path, name: str, most: float) -> None:
    """The found ones hold stock openings and slots that their collectors call personal."""
    good = [r for row, r in rows(shared_data / f"{name}.jsonl") if row["label"] == "personal"]
    assert share([is_warned(report) for report in good]) <= most


def test_good_notes_together_are_rarely_warned(shared_data: Path) -> None:
    good = list(labelled(shared_data, "personal"))
    assert share([is_warned(report) for report in good]) <= MOST_WARNED


def test_good_notes_are_not_called_pitches(shared_data: Path) -> None:
    good = list(labelled(shared_data, "personal"))
    assert share([report.verdict == "pitch" for report in good]) <= MOST_CALLED_PITCH


def test_pitches_are_seen(shared_data: Path) -> None:
    pitches = list(labelled(shared_data, "pitch"))
    assert share([report.verdict == "pitch" for report in pitches]) >= LEAST_PITCHES


def test_rude_notes_are_heard_and_others_left(shared_data: Path) -> None:
    tone = rows(shared_data / "notes-written" / "tone.jsonl")
    heard = [(row["courtesy"] <= RUDEST, is_rude(report)) for row, report in tone]
    assert share([found for rude, found in heard if rude]) >= LEAST_RUDE
    assert share([rude for rude, found in heard if found]) >= LEAST_RIGHTLY_RUDE


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_flagged(name: str) -> None:
    given = name.split()[0]
    for text in (
        f"Dear {name}, your talk on lock gates in Turku sent me back to my drawings. Aino Saari",
        f"Hi {given}, thank you for the ladder on Sunday. Yours, {name}",
        f"{given}, the soup at Ida's on Friday was your idea, and {name} paid. My turn next.",
    ):
        assert not [f for f in redleaf.check(text).findings if f.severity is not Severity.ADVICE]


def is_warned(report: Report) -> bool:
    return report.has(Severity.WARNING) or report.has(Severity.ERROR)


def is_rude(report: Report) -> bool:
    return any(finding.family == "rude" for finding in report.findings)
