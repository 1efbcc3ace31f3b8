"""From examples to one column of numbers a head: each head's module, and their answers together."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

import numpy as np

from redleaf.judging.scorers.weights import HEADS, SCORES, SIDES, VERDICTS
from tools.train.encoder import Encoder
from tools.train.examples import Example
from tools.train.heads.material import Head, Material, fold_of
from tools.train.sets import Row
from tools.train.space import Array, Space

# The four verdicts are learned together, and so are the two ways in which a score is heard.
_COLUMNS = {
    **{score: (score, *SIDES.get(score, ())) for score in SCORES},
    "verdict": VERDICTS,
}


class Learned(NamedTuple):
    """A column a head over the space, the intercepts, and what each module handed back."""

    columns: Array
    intercept: Array
    heads: dict[str, Head]


def learn(rows: Sequence[Row], examples: Sequence[Example], space: Space, enc: Encoder) -> Learned:
    folds = np.array([fold_of(row.group) for row in rows])
    material = Material(rows, examples, space.matrix(examples), folds, space, enc)
    columns = np.zeros((material.matrix.shape[1], len(HEADS)))
    intercept = np.zeros(len(HEADS))
    heads = {}
    for name, own in _COLUMNS.items():
        head: Head = import_module(f"tools.train.heads.{name}").learn(material)
        at = [HEADS.index(each) for each in own]
        columns[:, at], intercept[at] = head.columns, head.intercept
        heads[name] = head
    return Learned(columns, intercept, heads)
