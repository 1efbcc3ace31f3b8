"""The labelled sets that weights may be learned from, and those that only measure.

What may be learned from which set, and under which licence, stands in docs/training.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# What the encoder said of the sets (tools/train/encoder.py); big, and never kept in the project.
ENCODED = Path(__file__).resolve().parents[2] / "build" / "encoder.npz"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"

# The sets whose terms allow learning; nothing else is opened by the training.
LEARNED = (
    "politeness-wikipedia", "politeness-stackexchange", "warmth-offers", "receptiveness",
    "disaster-requests", "email-intent", "spam-sms", "invitations", "notes-written",
    "briefs-written",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One text with what is known of it. `part` is the file it comes from, `group` its source:
    rows of one group never stand on both sides of a fold."""

    part: str
    text: str
    group: str
    labels: dict[str, Any]


def read_rows(data: Path = SHARED) -> list[Row]:
    """All rows of the sets that may be learned from, in a fixed order; absent files left out."""
    rows: list[Row] = []
    for name in LEARNED:
        for path in sorted((data / name).glob("*.jsonl")):
            rows += _rows_of(path, name if path.stem == "dev" else f"{name}/{path.stem}")
    return [*rows, *_offers(), *_courtesy()]


def _offers() -> list[Row]:
    """Sentences of our own, with and without an offer."""
    lines = Path(__file__).with_name("offers.txt").read_text("utf-8").split("\n")
    told = [line for line in lines if line.startswith(("+ ", "- "))]
    return [Row("offers", line[2:], line, {"gives": line[0] == "+"}) for line in told]


def _courtesy() -> list[Row]:
    """Sentences of our own, kind, plain and unkind."""
    sign = {"+ ": 1, "= ": 0, "- ": -1}
    lines = Path(__file__).with_name("courtesy.txt").read_text("utf-8").split("\n")
    told = [line for line in lines if line[:2] in sign]
    return [Row("courtesy", each[2:], each, {"courtesy": sign[each[:2]]}) for each in told]


def read_measured(name: str, data: Path = SHARED) -> list[dict[str, Any]]:
    """The rows of one set, as they stand in its file; empty when it is not there."""
    path = data / name / "dev.jsonl"
    return _lines(path) if path.is_file() else []


def _rows_of(path: Path, part: str) -> list[Row]:
    rows = []
    for at, labels in enumerate(_lines(path)):
        if part == "briefs-written/piles":
            note = labels.pop("notes")
            rows += [Row(part, each, labels["pile"], labels) for each in note]
        elif "text" in labels and part != "briefs-written/inbox":
            text = labels.get("rendered") or labels["text"]
            rows.append(Row(part, text, _group(labels, part, at), labels))
    return rows


def _group(labels: dict[str, Any], part: str, at: int) -> str:
    if part == "invitations":
        return str(labels.get("source"))
    if part == "briefs-written/claims":
        return str(labels["brief"])
    return str(labels.get("voice") or f"{part} {at}")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
