"""The four verdicts: which of them a note's words and findings speak for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from redleaf.judging.scorers.weights import VERDICTS
from tools.train.heads.material import NOTES, Head, Material, Task, cross_fitted, ridge_fit
from tools.train.sets import Row
from tools.train.solving import logistic

_SURE = 1.0
# Our own notes fill gaps of the found ones.
OWN, _OWN_WEIGHT = "notes", 1.0


def learn(material: Material) -> Head:
    task = verdict(material.rows)
    fit = ridge_fit(material, task)
    margins = cross_fitted(material, task, fit)
    v, b = fit(np.arange(len(task.places)))
    a, c = logistic(sparse.csr_matrix(margins), task.wishes, alpha=_SURE, weight=task.weights)
    return Head(v @ a, b @ a + c, task.places, margins @ a + c)


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
    if row.part == OWN:
        return row.labels["label"], _OWN_WEIGHT
    if row.part == "briefs-written/claims":
        return "personal", 0.5
    if row.part == "briefs-written/piles":
        return ("template" if row.labels["merge"] else "personal"), 0.4
    return "", 0.0
