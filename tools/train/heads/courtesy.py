"""Courtesy: ratings as people gave them, with an encoder as a second, steadier rater."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from tools.train.heads.material import (
    FOLDS,
    TONE,
    Fit,
    Head,
    Material,
    Task,
    cross_fitted,
    fold_of,
)
from tools.train.sets import Row
from tools.train.solving import ridge
from tools.train.space import Array

WIKIPEDIA = "politeness-wikipedia"
# How much a row of a set counts for courtesy. Few rows of first messages, many of talk pages.
WEIGHTS = {
    WIKIPEDIA: 1.0, "politeness-stackexchange": 0.4, "warmth-offers": 10.0,
    "receptiveness": 0.4, TONE: 4.0,
}  # fmt: skip
_LABEL = {"warmth-offers": "label", TONE: "courtesy"}
# How much of a talk page's rating is replaced by the teacher's: single ratings are noisy.
TAUGHT = 0.4
_TAUGHT_PARTS = (WIKIPEDIA, "politeness-stackexchange")
_LOUD = {"ngrams": 1.25, "strategies": 4.0}
# From standard deviations of the ratings to log-odds.
_SLOPE = 1.7


def learn(material: Material) -> Head:
    task = courtesy(material.rows)
    fit = _taught_fit(material, task)
    margins = cross_fitted(material, task, fit)
    v, b = fit(np.arange(len(task.places)))
    return Head(v * _SLOPE, b * _SLOPE, task.places, margins * _SLOPE)


def courtesy(rows: Sequence[Row]) -> Task:
    """Ratings as they were given, each set around its own mean; not only its two ends."""
    places = [at for at, row in enumerate(rows) if row.part in WEIGHTS]
    parts = np.array([rows[at].part for at in places])
    told = [float(rows[at].labels[_LABEL.get(rows[at].part, "score")]) for at in places]
    wishes = np.array(told)
    for part in WEIGHTS:
        own = wishes[parts == part]
        if len(own):
            wishes[parts == part] = (own - own.mean()) / max(1e-9, own.std())
    weights = np.array([WEIGHTS[part] for part in parts])
    return Task(np.array(places), wishes[:, None], weights, 2.0)


def _taught_fit(material: Material, task: Task) -> Fit:
    loud = material.space.loudness(**_LOUD)
    x = (material.matrix[task.places] @ sparse.diags(loud)).tocsr()
    teacher = _Teacher(material, task)

    def fit(inside: Array) -> tuple[Array, Array]:
        wish = teacher.mixed(inside)
        v, b = ridge(x[inside], wish, alpha=task.alpha, weight=task.weights[inside])
        return (v * loud)[:, None], np.array([b])

    return fit


class _Teacher:
    """Ratings of the talk pages as a ridge on the encoder hears them, from other rows only."""

    def __init__(self, material: Material, task: Task) -> None:
        own = [material.rows[at] for at in task.places]
        self._vectors = np.array([material.encoder.text_vector(row.text) for row in own])
        self._wishes = task.wishes
        self._folds = np.array([fold_of(f"teacher {row.group} {row.text}") for row in own])
        self._rated = np.array([row.part == WIKIPEDIA for row in own])
        self._mixed = np.array([row.part in _TAUGHT_PARTS for row in own])

    def mixed(self, inside: Array) -> Array:
        """The wishes of the rows `inside`, partly the teacher's, who sees no other row either."""
        heard = np.zeros(len(inside))
        for fold in range(FOLDS):
            others = inside[(self._folds[inside] != fold) & self._rated[inside]]
            x = sparse.csr_matrix(self._vectors[others])
            v, b = ridge(x, self._wishes[others, 0], alpha=1.0, weight=np.ones(len(others)))
            own = self._folds[inside] == fold
            heard[own] = self._vectors[inside[own]] @ v + b
        heard = (heard - heard.mean()) / heard.std()
        share = TAUGHT * self._mixed[inside]
        mixed: Array = self._wishes[inside, 0] * (1 - share) + heard * share
        return mixed
