"""Asks: whether a text wants something done or answered.

Mail asks by asking ("could you send me"), people in need by saying what they lack ("we have no
water"), and the words of the one say little in the other. So each is learned alone, and a third
column says how likely a text is of the second kind.
"""

from __future__ import annotations

import numpy as np

from tools.train.heads.material import (
    NOTES,
    TONE,
    Head,
    Material,
    Task,
    cross_fitted,
    learned_odds,
    ridge_fit,
    yes_or_no,
)
from tools.train.sets import Row
from tools.train.space import Array

MAIL, NEED = "email-intent", "disaster-requests"
# Where "of its kind or not" turns, and how steeply: found by cross-validation of both sets.
_TURN, _STEEP = 0.38, 8.0


def learn(material: Material) -> Head:
    """Columns and held-out margins: asks in mail, asks in need, in need or not; `held_out` begins
    with what the three say together."""
    mail = _odds(material, yes_or_no(material.rows, _in_mail, alpha=3.0))
    need = _odds(material, yes_or_no(material.rows, _in_need, alpha=3.0))
    kind = _kind(material, yes_or_no(material.rows, _is_need, alpha=1.0))
    places = np.union1d(mail.places, need.places)
    told = [_told(material, head, places) for head in (mail, need, kind)]
    gate = 1 / (1 + np.exp(-told[2]))
    mixed = gate * told[1] + (1 - gate) * told[0]
    return Head(
        np.hstack([mail.columns, need.columns, kind.columns]),
        np.concatenate([mail.intercept, need.intercept, kind.intercept]),
        places,
        np.stack([mixed, *told], 1),
    )


def _odds(material: Material, task: Task) -> Head:
    return learned_odds(material, task, ridge_fit(material, task))


def _kind(material: Material, task: Task) -> Head:
    fit = ridge_fit(material, task)
    margins = cross_fitted(material, task, fit)
    v, b = fit(np.arange(len(task.places)))
    return Head(v * _STEEP, (b - _TURN) * _STEEP, task.places, (margins - _TURN) * _STEEP)


def _told(material: Material, head: Head, places: Array) -> Array:
    """What `head` says of `places`; a row that it learned from is told by another fold's fit."""
    told: Array = (material.matrix[places] @ head.columns + head.intercept)[:, 0]
    _, here, there = np.intersect1d(places, head.places, return_indices=True)
    told[here] = head.held_out[there, 0]
    return told


def _in_mail(row: Row) -> tuple[object, float]:
    if row.part == TONE:
        return row.labels["asks"], 1.0
    return (row.labels["label"] if row.part == MAIL else None), 1.0


def _in_need(row: Row) -> tuple[object, float]:
    return (row.labels["label"] if row.part == NEED else None), 1.0


def _is_need(row: Row) -> tuple[object, float]:
    return (row.part == NEED if row.part in (MAIL, NEED, TONE, *NOTES) else None), 1.0
