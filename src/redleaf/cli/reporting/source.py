"""What one run checked: each text with its report, and what else there is to say of the run."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from redleaf.errors import FileError
    from redleaf.judging.allowing import UnusedAllowance
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


class Run(NamedTuple):
    """The texts of one run; allowances of the settings that it did not need; files passed over."""

    texts: Sequence[CheckedText]
    unused: Sequence[UnusedAllowance] = ()
    passed_over: Sequence[FileError] = ()
