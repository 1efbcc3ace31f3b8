"""A text with its report, and where an offset stands in lines and columns."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cached_property

from redleaf.judging.report import Report


@dataclass(frozen=True)
class CheckedText:
    """A report and the text it speaks of; `report.source` names the file, `-` is standard input."""

    text: str
    report: Report

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a code point offset."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(at + 1 for at, char in enumerate(self.text) if char == "\n")]
