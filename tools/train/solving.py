"""Ridge and logistic regression on sparse matrices, single-threaded and the same every time."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import optimize, sparse

Array = np.ndarray[Any, np.dtype[Any]]

_ROUNDS = 200
_NEAR = 1e-5


def ridge(x: sparse.csr_matrix, y: Array, *, alpha: float, weight: Array) -> tuple[Array, float]:
    """Coefficients and intercept that lose least by weighted squares and `alpha` times theirs."""
    total = weight.sum()
    mean_x = np.asarray(x.T @ weight).ravel() / total
    mean_y = float(weight @ y / total)
    transposed = x.T.tocsr()

    def apply(v: Array) -> Array:
        residual = weight * (x @ v - mean_x @ v)
        pulled: Array = transposed @ residual - mean_x * residual.sum() + alpha * v
        return pulled

    right = weight * (y - mean_y)
    v = _conjugate_gradients(apply, transposed @ right - mean_x * right.sum())
    return v, mean_y - float(mean_x @ v)


def dense_ridge(x: Array, y: Array, *, alpha: float, weight: Array) -> tuple[Array, float]:
    """The same for a few hundred numbers a row, solved at once."""
    total = weight.sum()
    mean_x, mean_y = weight @ x / total, float(weight @ y / total)
    weighed = (x - mean_x).T * weight
    v = np.linalg.solve(weighed @ (x - mean_x) + alpha * np.eye(x.shape[1]), weighed @ (y - mean_y))
    return v, mean_y - float(mean_x @ v)


def logistic(x: sparse.csr_matrix, y: Array, *, alpha: float, weight: Array) -> tuple[Array, Array]:
    """Coefficients (features, classes) and intercepts of a softmax over the columns of `y`.

    `y` holds the wanted probability of each class, one row a text.
    """
    width, classes = x.shape[1], y.shape[1]
    transposed = x.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        v = flat.reshape(width + 1, classes)
        z = x @ v[:-1] + v[-1]
        z -= z.max(1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
        error = weight[:, None] * (np.exp(log_p) - y)
        slope = np.vstack([transposed @ error + alpha * v[:-1], error.sum(0)])
        lost = -float((weight[:, None] * y * log_p).sum()) + alpha / 2 * float((v[:-1] ** 2).sum())
        return lost, slope.ravel()

    start = np.zeros((width + 1) * classes)
    best = optimize.minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS, "gtol": _NEAR}
    ).x.reshape(width + 1, classes)
    return best[:-1], best[-1]


def _conjugate_gradients(apply: Any, right: Array) -> Array:
    v = np.zeros_like(right)
    residual = right.copy()
    step = residual.copy()
    size = float(residual @ residual)
    enough = size * _NEAR**2
    for _ in range(_ROUNDS):
        if size <= enough:
            break
        applied = apply(step)
        rate = size / float(step @ applied)
        v += rate * step
        residual -= rate * applied
        new = float(residual @ residual)
        step = residual + (new / size) * step
        size = new
    return v
