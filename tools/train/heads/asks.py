"""Asks: whether a text wants something done or answered."""

from __future__ import annotations

from tools.train.heads.material import TONE, Head, Material, learned_odds, ridge_fit, yes_or_no
from tools.train.sets import Row


def learn(material: Material) -> Head:
    task = yes_or_no(material.rows, _label, alpha=3.0)
    return learned_odds(material, task, ridge_fit(material, task))


def _label(row: Row) -> tuple[object, float]:
    if row.part in ("email-intent", "disaster-requests"):
        return row.labels["label"], 1.0
    return (row.labels["asks"], 2.0) if row.part == TONE else (None, 0.0)
