"""Learned numbers as the one file that is shipped: small integers with a scale a head."""

from __future__ import annotations

from typing import Any

import numpy as np

from redleaf.judging.scorers.features import DENSE, key_of
from redleaf.judging.scorers.weights import HEADS, packed
from tools.train.space import Array, Folded

_WORD_STEPS, _BUCKET_STEPS = 32000, 127
# A few huge numbers would leave no steps for all the others.
_CLIPPED = 0.9999


def pack(folded: Folded, intercept: Array, known: list[str]) -> bytes:
    """The bytes of weights.bin."""
    word_scale = _rounded(np.abs(folded.words).max(0) / _WORD_STEPS)
    factor = np.maximum(1, np.ceil(_reach(folded.letters) / _BUCKET_STEPS / word_scale))
    ngram_scale = _rounded(_reach(folded.ngrams) / _BUCKET_STEPS)
    keys = np.array([key_of(unit) for unit in known], np.uint32)
    order = np.argsort(keys, kind="stable")
    header: dict[str, Any] = {
        "heads": list(HEADS),
        "dense_names": list(DENSE),
        "units": len(known),
        "unit_scale": word_scale.tolist(),
        "letter_factor": factor.astype(int).tolist(),
        "ngram_scale": ngram_scale.tolist(),
        "dense": _rounded(folded.numbers.T).tolist(),
        "intercept": _rounded(intercept).tolist(),
    }
    return packed(
        header,
        keys[order].astype("<u4").tobytes(),
        _steps(folded.words, word_scale, _WORD_STEPS)[order].astype("<i2").tobytes(),
        _steps(folded.letters, word_scale * factor, _BUCKET_STEPS).astype(np.int8).tobytes(),
        _steps(folded.ngrams, ngram_scale, _BUCKET_STEPS).astype(np.int8).tobytes(),
    )


def _reach(numbers: Array) -> Array:
    reach: Array = np.maximum(1e-9, np.quantile(np.abs(numbers), _CLIPPED, axis=0))
    return reach


def _steps(numbers: Array, scale: Array, most: int) -> Array:
    steps: Array = np.clip(np.rint(numbers / scale), -most, most)
    return steps


def _rounded(numbers: Array) -> Array:
    """To 6 significant digits: what a different processor changes is beyond them."""
    rounded: Array = np.vectorize(lambda number: float(f"{number:.6g}"))(numbers).astype(np.float64)
    return rounded
