"""The labelled sets that weights may be learned from, and those that only measure.

What may be learned from which set, and under which licence, stands in docs/training.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
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

# Lines that make up a whole mail, and how far apart the beginnings of such mails stand.
_JOINED, _STEP = 6, 2


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
    return [*rows, *_offers(), *_notes(), *_mails(), *_joined(rows), *_courtesy()]


def _offers() -> list[Row]:
    """Sentences of our own, with and without an offer."""
    told = _told("offers.txt")
    return [Row("offers", text, text, {"gives": sign == "+"}) for sign, text in told]


def _notes() -> list[Row]:
    """Notes of our own, each with its verdict."""
    lines = Path(__file__).with_name("notes.txt").read_text("utf-8").split("\n")
    told = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [Row("notes", text, text, {"label": label}) for label, _, text in told]


def _mails() -> list[Row]:
    """Lines of our own as they stand in mail, alone and as whole mails."""
    rows = []
    told = _told("mails.txt")
    for sign in "+-":
        lines = [text for each, text in told if each == sign]
        whole = [" ".join(lines[at : at + _JOINED]) for at in range(0, len(lines), _STEP)]
        rows += [Row("mails", text, text, {"spam": sign == "-"}) for text in (*lines, *whole)]
    return rows


def _joined(rows: Iterable[Row]) -> list[Row]:
    """Sentences from mails of one set, joined to whole mails: the set has no longer ones."""
    texts = [row.text for row in rows if row.part == "email-intent"]
    whole = [" ".join(texts[at : at + _JOINED]) for at in range(0, len(texts), _JOINED)]
    return [Row("mails", text, text, {"spam": False}) for text in whole]


def _told(name: str) -> list[tuple[str, str]]:
    """The lines of a file of our own that begin with + or -, each with its sign."""
    lines = Path(__file__).with_name(name).read_text("utf-8").split("\n")
    return [(line[0], line[2:]) for line in lines if line.startswith(("+ ", "- "))]


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
