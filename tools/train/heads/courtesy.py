"""Courtesy: ratings as people gave them, with an encoder as a second, steadier rater.

The encoder is taught by the ratings, and then tells two things: what it hears in a rated text when
it learned from others only, and what it hears in mail and messages that nobody rated.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from tools.train.encoder import TAUGHT, UNRATED
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
from tools.train.solving import dense_ridge, ridge
from tools.train.space import Array

WIKIPEDIA, STACK_EXCHANGE, OWN = "politeness-wikipedia", "politeness-stackexchange", "courtesy"
# How much a row of a set counts for courtesy. Few rows of notes, many of talk pages.
WEIGHTS = {
    WIKIPEDIA: 1.0, STACK_EXCHANGE: 0.4, "warmth-offers": 5.0, "receptiveness": 0.4,
    TONE: 15.0, OWN: 2.0,
}  # fmt: skip
_UNRATED_WEIGHT = 0.3
_LABEL = {"warmth-offers": "label", TONE: "courtesy", OWN: "courtesy"}
# How much of a rating is replaced by what the encoder hears: single ratings are noisy.
_HEARD = {WIKIPEDIA: 0.5, STACK_EXCHANGE: 0.5, "warmth-offers": 0.3, "receptiveness": 0.3}
_FARTHEST = 2.5
_LOUD = {"ngrams": 1.6, "strategies": 4.0}
_ALPHA = 1.5
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
        own = parts == part
        if own.any():
            wishes[own] = _standard(wishes[own], wishes[own])
    weights = np.array([WEIGHTS[part] for part in parts])
    return Task(np.array(places), wishes[:, None], weights, _ALPHA)


def _taught_fit(material: Material, task: Task) -> Fit:
    loud = material.space.loudness(**_LOUD)
    unrated = [at for at, row in enumerate(material.rows) if row.part in UNRATED]
    x, more = (
        (material.matrix[places] @ sparse.diags(loud)).tocsr() for places in (task.places, unrated)
    )
    teacher = _Teacher(material, task, unrated)

    def fit(inside: Array) -> tuple[Array, Array]:
        wishes = np.concatenate([teacher.mixed(inside), teacher.unrated(inside)])
        weights = np.concatenate([task.weights[inside], np.full(len(unrated), _UNRATED_WEIGHT)])
        both = sparse.vstack([x[inside], more]).tocsr()
        v, b = ridge(both, wishes, alpha=task.alpha, weight=weights)
        return (v * loud)[:, None], np.array([b])

    return fit


class _Teacher:
    """What the encoder hears: the mean of a ridge on the talk pages and one on all rated sets."""

    def __init__(self, material: Material, task: Task, unrated: Sequence[int]) -> None:
        own = [material.rows[at] for at in task.places]
        self._parts = np.array([row.part for row in own])
        self._wishes = task.wishes[:, 0]
        self._folds = np.array([fold_of(f"teacher {row.text}") for row in own])
        encoder = material.encoder
        width = len(encoder.text_vector(own[0].text))
        self._known = np.isin(self._parts, TAUGHT)
        self._vectors = np.zeros((len(own), width))
        for at in np.flatnonzero(self._known):
            self._vectors[at] = encoder.text_vector(own[at].text)
        texts = (material.rows[at].text for at in unrated)
        self._unrated = np.array([encoder.text_vector(text) for text in texts]).reshape(-1, width)
        pages = (self._parts == WIKIPEDIA).astype(float)
        self._ways = ((pages, 1.0), (task.weights * self._known, 3.0))

    def mixed(self, inside: Array) -> Array:
        """The wishes of the rows `inside`, partly the encoder's, taught by others of them."""
        heard = np.zeros(len(inside))
        for fold in range(FOLDS):
            own = self._folds[inside] == fold
            heard[own] = sum(self._heard(inside[~own], self._vectors[inside[own]]))
        mixed: Array = self._wishes[inside].copy()
        for part, share in _HEARD.items():
            own = self._parts[inside] == part
            if own.any():
                mixed[own] *= 1 - share
                mixed[own] += share * _standard(heard[own], heard[own])
        return mixed

    def unrated(self, inside: Array) -> Array:
        """What it hears in texts that nobody rated, on the scale of the talk pages."""
        pages = inside[np.isin(self._parts[inside], (WIKIPEDIA, STACK_EXCHANGE))]
        ways = zip(
            self._heard(inside, self._unrated), self._heard(inside, self._vectors[pages]),
            strict=True,
        )  # fmt: skip
        heard = np.mean([_standard(told, usual) for told, usual in ways], axis=0)
        clipped: Array = np.clip(heard, -_FARTHEST, _FARTHEST)
        return clipped

    def _heard(self, taught: Array, vectors: Array) -> list[Array]:
        told = []
        for weights, alpha in self._ways:
            own = taught[weights[taught] > 0]
            v, b = dense_ridge(
                self._vectors[own], self._wishes[own], alpha=alpha, weight=weights[own]
            )
            told.append(vectors @ v + b)
        return told


def _standard(values: Array, usual: Array) -> Array:
    standard: Array = (values - usual.mean()) / max(1e-9, usual.std())
    return standard
