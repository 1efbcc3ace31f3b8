"""From examples to one column of numbers a head, with folds that keep a source together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

from redleaf.judging.scorers.weights import HEADS, SCORES, VERDICTS
from tools.train import tasks
from tools.train.encoder import Encoder
from tools.train.examples import Example
from tools.train.sets import Row
from tools.train.solving import logistic, ridge
from tools.train.space import Array, Space

FOLDS = 5
# How much of a talk page's rating is replaced by the teacher's: single ratings are noisy.
TAUGHT = 0.4
_TAUGHT_PARTS = (tasks.WIKIPEDIA, "politeness-stackexchange")
_SURE = 1.0


class Learned(NamedTuple):
    """A column a head over the space, the intercepts, and each task's margins from other folds."""

    columns: Array
    intercept: Array
    held_out: dict[str, tuple[tasks.Task, Array]]


def learn(rows: Sequence[Row], examples: Sequence[Example], space: Space, enc: Encoder) -> Learned:
    matrix = space.matrix(examples)
    folds = np.array([_fold(row.group) for row in rows])
    columns = np.zeros((matrix.shape[1], len(HEADS)))
    intercept = np.zeros(len(HEADS))
    held_out = {}
    for name, heads in (*((score, [score]) for score in SCORES), ("verdict", list(VERDICTS))):
        if name == "specificity":
            continue
        task = getattr(tasks, name)(rows)
        x, own = matrix[task.places], folds[task.places]
        teacher = _Teacher(rows, task, enc) if name == "courtesy" else None
        margins = _cross_fitted(x, task, own, teacher)
        v, b = _fitted(x, task, np.arange(len(own)), teacher)
        a, c = _calibrated(margins, task, name)
        at = [HEADS.index(head) for head in heads]
        columns[:, at], intercept[at] = v @ a, b @ a + c
        held_out[name] = (task, margins @ a + c)
    column, start = _specificity(rows, examples, matrix, space)
    columns[:, HEADS.index("specificity")], intercept[HEADS.index("specificity")] = column, start
    return Learned(columns, intercept, held_out)


def _cross_fitted(
    x: sparse.csr_matrix, task: tasks.Task, folds: Array, teacher: _Teacher | None
) -> Array:
    margins = np.zeros_like(task.wishes)
    for fold in range(FOLDS):
        inside = np.flatnonzero(folds != fold)
        outside = np.flatnonzero(folds == fold)
        if len(inside) and len(outside):
            v, b = _fitted(x, task, inside, teacher)
            margins[outside] = x[outside] @ v + b
    return margins


def _fitted(
    x: sparse.csr_matrix, task: tasks.Task, inside: Array, teacher: _Teacher | None
) -> tuple[Array, Array]:
    wishes = teacher.mixed(inside) if teacher else task.wishes[inside]
    weights = task.weights[inside]
    fits = [ridge(x[inside], wish, alpha=task.alpha, weight=weights) for wish in wishes.T]
    return np.stack([v for v, _ in fits], 1), np.array([b for _, b in fits])


def _calibrated(margins: Array, task: tasks.Task, name: str) -> tuple[Array, Array]:
    """What turns margins from other folds into the log-odds that they earned."""
    if name == "courtesy":
        return np.full((1, 1), 1.7), np.zeros(1)
    # Rows count alike here: the odds are those of the sets, not of the weights.
    weights = task.weights if name == "verdict" else np.ones(len(margins))
    if name == "verdict":
        return logistic(sparse.csr_matrix(margins), task.wishes, alpha=_SURE, weight=weights)
    both = np.hstack([1 - task.wishes, task.wishes])
    v, b = logistic(sparse.csr_matrix(margins), both, alpha=_SURE, weight=weights)
    return v[:, 1:] - v[:, :1], b[1:] - b[:1]


def _specificity(
    rows: Sequence[Row], examples: Sequence[Example], matrix: sparse.csr_matrix, space: Space
) -> tuple[Array, float]:
    """Rare words, and the numbers of the text weighed by the notes whose detail was judged."""
    rarity = space.rarity(examples)
    numbers = np.arange(matrix.shape[1]) >= matrix.shape[1] - len(examples[0].dense)
    places = [at for at, row in enumerate(rows) if row.part == tasks.TONE]
    told = np.array([float(rows[at].labels["specific"]) for at in places])
    narrow = matrix[places]
    x = sparse.hstack([sparse.csr_matrix(narrow @ rarity).T, narrow[:, numbers]]).tocsr()
    v, b = ridge(x, (told - 3) / 1.2, alpha=3.0, weight=np.ones(len(places)))
    column = rarity * v[0]
    column[numbers] += v[1:]
    return column, b


class _Teacher:
    """Ratings of the talk pages as a ridge on the encoder hears them, from other rows only."""

    def __init__(self, rows: Sequence[Row], task: tasks.Task, encoder: Encoder) -> None:
        own = [rows[at] for at in task.places]
        self._vectors = np.array([encoder.text_vector(row.text) for row in own])
        self._wishes = task.wishes
        self._folds = np.array([_fold(f"teacher {row.group} {row.text}") for row in own])
        self._rated = np.array([row.part == tasks.WIKIPEDIA for row in own])
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
        mixed: Array = (self._wishes[inside, 0] * (1 - share) + heard * share)[:, None]
        return mixed


def _fold(group: str) -> int:
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS
