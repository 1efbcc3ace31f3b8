"""What each head learns: which rows, what they should say, and how much each counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from redleaf.judging.scorers.weights import VERDICTS
from tools.train.sets import Row
from tools.train.space import Array

WIKIPEDIA = "politeness-wikipedia"
TONE = "notes-written/tone"
NOTES = ("invitations", "invitations/written-by-us", "notes-written/good", "notes-written/poor")
# How much a row of a set counts for courtesy. Few rows of first messages, many of talk pages.
COURTESY = {
    WIKIPEDIA: 1.0, "politeness-stackexchange": 1.0, "warmth-offers": 10.0,
    "receptiveness": 0.6, TONE: 4.0,
}  # fmt: skip
_ALPHA = 3.0
_COURTESY_LABEL = {"warmth-offers": "label", TONE: "courtesy"}


class Task(NamedTuple):
    """Rows to learn from, by their place among all rows; a column of wishes a head."""

    places: Array
    wishes: Array
    weights: Array
    alpha: float


def courtesy(rows: Sequence[Row]) -> Task:
    """Ratings as they were given, each set around its own mean; not only its two ends."""
    places = [at for at, row in enumerate(rows) if row.part in COURTESY]
    parts = np.array([rows[at].part for at in places])
    told = [float(rows[at].labels[_COURTESY_LABEL.get(rows[at].part, "score")]) for at in places]
    wishes = np.array(told)
    for part in COURTESY:
        own = wishes[parts == part]
        if len(own):
            wishes[parts == part] = (own - own.mean()) / max(1e-9, own.std())
    weights = np.array([COURTESY[part] for part in parts])
    return Task(np.array(places), wishes[:, None], weights, 2.0)


def asks(rows: Sequence[Row]) -> Task:
    def label(row: Row) -> tuple[object, float]:
        if row.part in ("email-intent", "disaster-requests"):
            return row.labels["label"], 1.0
        return (row.labels["asks"], 2.0) if row.part == TONE else (None, 0.0)

    return _yes_or_no(rows, label)


def gives(rows: Sequence[Row]) -> Task:
    def label(row: Row) -> tuple[object, float]:
        if row.part == "disaster-requests":
            return row.labels["offer"], 2.0 if row.labels["offer"] else 0.3
        return (row.labels["gives"], 1.0) if row.part in (TONE, "offers") else (None, 0.0)

    return _yes_or_no(rows, label)


def spam(rows: Sequence[Row]) -> Task:
    """Bulk advertising: text messages, and pitches against personal notes."""

    def label(row: Row) -> tuple[object, float]:
        if row.part == "spam-sms":
            return row.labels["label"], 1.0
        kind = row.labels.get("label")
        known = row.part in NOTES and kind in ("pitch", "personal")
        return (kind == "pitch", 3.0) if known else (None, 0.0)

    return _yes_or_no(rows, label)


def verdict(rows: Sequence[Row]) -> Task:
    """One column a verdict; claims and piles of the briefs are personal and merged notes too."""
    places, kinds, weights = [], [], []
    for at, row in enumerate(rows):
        kind, weight = _verdict_of(row)
        if kind:
            places.append(at)
            kinds.append(VERDICTS.index(kind))
            weights.append(weight)
    wishes = np.eye(len(VERDICTS))[kinds]
    # Each verdict counts alike, however many of it were found.
    balance = len(kinds) / len(VERDICTS) / np.maximum(1, wishes.sum(0))
    return Task(np.array(places), wishes, np.array(weights) * (wishes @ balance), 1.0)


def _verdict_of(row: Row) -> tuple[str, float]:
    if row.part in NOTES and row.labels["label"] in VERDICTS:
        return row.labels["label"], 1.0
    if row.part == "briefs-written/claims":
        return "personal", 0.5
    if row.part == "briefs-written/piles":
        return ("template" if row.labels["merge"] else "personal"), 0.4
    return "", 0.0


def _yes_or_no(rows: Sequence[Row], label: Callable[[Row], tuple[object, float]]) -> Task:
    told = [(at, *label(row)) for at, row in enumerate(rows)]
    known = [each for each in told if each[1] is not None]
    wishes = np.array([float(bool(wish)) for _, wish, _ in known])
    return Task(
        np.array([at for at, _, _ in known]),
        wishes[:, None],
        np.array([w for *_, w in known]),
        _ALPHA,
    )
