"""Shares with their 95 % Wilson interval."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

_Z = 1.959964  # 95 %, both sides


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`, and how far off the share may be, given so few. All from 0 to 1.

    Of nothing, the share is unknown: `value` is None and the interval is all of 0 to 1.
    """

    count: int
    of: int

    @property
    def value(self) -> float | None:
        return self.count / self.of if self.of else None

    @property
    def low(self) -> float:
        return self._bounds()[0]

    @property
    def high(self) -> float:
        return self._bounds()[1]

    def to_json(self) -> dict[str, Any]:
        low, high = self._bounds()
        value = self.value
        return {
            "value": None if value is None else round(value, 4),
            "low": round(low, 4),
            "high": round(high, 4),
            "count": self.count,
            "of": self.of,
        }

    def _bounds(self) -> tuple[float, float]:
        """Source: Wilson 1927, score interval."""
        if not self.of:
            return 0.0, 1.0
        share, n = self.count / self.of, self.of
        middle = (share + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        half = _Z * math.sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)
