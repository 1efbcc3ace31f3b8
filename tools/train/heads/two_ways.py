"""A score that is heard in two ways, and a third column that says which of them fits a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from tools.train.heads.material import (
    Head,
    Material,
    cross_fitted,
    learned_odds,
    ridge_fit,
    yes_or_no,
)
from tools.train.sets import Row
from tools.train.space import Array

# From a row to what it should say (None: nothing to learn here) and how much it counts.
Label = Callable[[Row], tuple[object, float]]


class Turn(NamedTuple):
    """Where one way gives place to the other (0: none of the kind, 1: all), and how steeply."""

    at: float
    steep: float


def two_ways(
    material: Material,
    one: Label,
    other: Label,
    kind: Label,
    *,
    turn: Turn,
    alphas: Sequence[float],
) -> Head:
    """Columns and held-out margins: the one way, the other, and how likely a text is of the other
    `kind`; `held_out` begins with what the three say together."""
    heads = [_odds(material, one, alphas[0]), _odds(material, other, alphas[1])]
    heads.append(_kind(material, kind, turn))
    places = np.union1d(heads[0].places, heads[1].places)
    told = [_told(material, head, places) for head in heads]
    share = 1 / (1 + np.exp(-told[2]))
    mixed = share * told[1] + (1 - share) * told[0]
    return Head(
        np.hstack([head.columns for head in heads]),
        np.concatenate([head.intercept for head in heads]),
        places,
        np.stack([mixed, *told], 1),
    )


def _odds(material: Material, label: Label, alpha: float) -> Head:
    task = yes_or_no(material.rows, label, alpha=alpha)
    return learned_odds(material, task, ridge_fit(material, task))


def _kind(material: Material, label: Label, turn: Turn) -> Head:
    task = yes_or_no(material.rows, label, alpha=1.0)
    fit = ridge_fit(material, task)
    margins = cross_fitted(material, task, fit)
    v, b = fit(np.arange(len(task.places)))
    return Head(
        v * turn.steep, (b - turn.at) * turn.steep, task.places, (margins - turn.at) * turn.steep
    )


def _told(material: Material, head: Head, places: Array) -> Array:
    """What `head` says of `places`; a row that it learned from is told by another fold's fit."""
    told: Array = (material.matrix[places] @ head.columns + head.intercept)[:, 0]
    _, here, there = np.intersect1d(places, head.places, return_indices=True)
    told[here] = head.held_out[there, 0]
    return told
