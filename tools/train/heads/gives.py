"""Gives: whether a text offers help, a thing, knowledge or an introduction."""

from __future__ import annotations

from tools.train.heads.material import TONE, Head, Material, learned_odds, ridge_fit, yes_or_no
from tools.train.sets import Row


def learn(material: Material) -> Head:
    task = yes_or_no(material.rows, _label, alpha=3.0)
    return learned_odds(material, task, ridge_fit(material, task))


def _label(row: Row) -> tuple[object, float]:
    if row.part == "disaster-requests":
        return row.labels["offer"], 2.0 if row.labels["offer"] else 0.3
    return (row.labels["gives"], 1.0) if row.part in (TONE, "offers") else (None, 0.0)
