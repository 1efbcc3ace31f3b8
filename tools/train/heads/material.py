"""What every head may learn from, what it hands back, and the folds that keep a source together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

from tools.train.encoder import Encoder
from tools.train.examples import Example
from tools.train.sets import Row
from tools.train.solving import logistic, ridge
from tools.train.space import Array, Space

FOLDS = 5
TONE = "notes-written/tone"
NOTES = ("invitations", "invitations/written-by-us", "notes-written/good", "notes-written/poor")
_SURE = 1.0


class Material(NamedTuple):
    """All rows; the same as examples, as rows of a matrix over `space`, and with a fold each."""

    rows: Sequence[Row]
    examples: Sequence[Example]
    matrix: sparse.csr_matrix
    folds: Array
    space: Space
    encoder: Encoder


class Task(NamedTuple):
    """Rows to learn from, by their place among all rows; a column of wishes a head."""

    places: Array
    wishes: Array
    weights: Array
    alpha: float


class Head(NamedTuple):
    """A column a head over the space and its intercept; and what was said of rows of `places` by
    what was learned from other folds (nothing where nothing is held out)."""

    columns: Array
    intercept: Array
    places: Array
    held_out: Array


# From the rows `inside` of a task (by place in the task) to columns and intercepts.
Fit = Callable[[Array], tuple[Array, Array]]


def cross_fitted(material: Material, task: Task, fit: Fit) -> Array:
    """What each row of the task is told by a fit that saw no row of its fold."""
    x, folds = material.matrix[task.places], material.folds[task.places]
    margins = np.zeros_like(task.wishes)
    for fold in range(FOLDS):
        inside = np.flatnonzero(folds != fold)
        outside = np.flatnonzero(folds == fold)
        if len(inside) and len(outside):
            v, b = fit(inside)
            margins[outside] = x[outside] @ v + b
    return margins


def ridge_fit(material: Material, task: Task) -> Fit:
    """Ridge on the wishes as they stand."""
    x = material.matrix[task.places]

    def fit(inside: Array) -> tuple[Array, Array]:
        weights = task.weights[inside]
        fits = [
            ridge(x[inside], wish, alpha=task.alpha, weight=weights)
            for wish in task.wishes[inside].T
        ]
        return np.stack([v for v, _ in fits], 1), np.array([b for _, b in fits])

    return fit


def learned_odds(material: Material, task: Task, fit: Fit) -> Head:
    """A head that says yes or no: margins, turned into the log-odds that they earned elsewhere."""
    margins = cross_fitted(material, task, fit)
    v, b = fit(np.arange(len(task.places)))
    # Rows count alike here: the odds are those of the sets, not of the weights.
    both = np.hstack([1 - task.wishes, task.wishes])
    a, c = logistic(sparse.csr_matrix(margins), both, alpha=_SURE, weight=np.ones(len(margins)))
    slope, start = a[:, 1:] - a[:, :1], c[1:] - c[:1]
    return Head(v @ slope, b @ slope + start, task.places, margins @ slope + start)


def yes_or_no(
    rows: Sequence[Row], label: Callable[[Row], tuple[object, float]], *, alpha: float
) -> Task:
    """The rows that `label` gives a wish (not None) and a weight."""
    told = [(at, *label(row)) for at, row in enumerate(rows)]
    known = [each for each in told if each[1] is not None]
    wishes = np.array([float(bool(wish)) for _, wish, _ in known])
    places = np.array([at for at, _, _ in known])
    return Task(places, wishes[:, None], np.array([w for *_, w in known]), alpha)


def fold_of(group: str) -> int:
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS
