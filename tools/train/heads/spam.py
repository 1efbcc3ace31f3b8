"""Spam: bulk advertising."""

from __future__ import annotations

from tools.train.heads.material import NOTES, Head, Material, learned_odds, ridge_fit, yes_or_no
from tools.train.sets import Row


def learn(material: Material) -> Head:
    task = yes_or_no(material.rows, _label, alpha=3.0)
    return learned_odds(material, task, ridge_fit(material, task))


def _label(row: Row) -> tuple[object, float]:
    """Text messages, and pitches against personal notes."""
    if row.part == "spam-sms":
        return row.labels["label"], 1.0
    kind = row.labels.get("label")
    known = row.part in NOTES and kind in ("pitch", "personal")
    return (kind == "pitch", 3.0) if known else (None, 0.0)
