"""A text with its report, and where an offset stands in lines and columns."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redleaf.judging.report import Report


class CheckedText:
    """A report and the text it speaks of; `report.source` names the file, `-` is standard input."""

    def __init__(self, text: str, report: Report) -> None:
        self.text = text
        self.report = report
        self._line_starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a code point offset."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
