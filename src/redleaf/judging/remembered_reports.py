"""Remembered reports, of texts checked a moment ago, for whoever checks while somebody types.

Undo, a field left and entered again, an advice taken and taken back ask for the same text twice.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from redleaf.judging.checking import check
from redleaf.judging.report import Report
from redleaf.judging.settings import DEFAULT, Settings
from redleaf.notes.brief import Brief

# What a report and one of its findings take, beside the text that they speak of.
_REPORT_BYTES = 1_000
_FINDING_BYTES = 700


class _Asked(NamedTuple):
    text: str
    network: str
    brief: Brief | None
    kind: str
    settings: Settings


class RememberedReports:
    """`check`, with the last reports kept in memory up to about `limit` bytes.

    A report depends on nothing but what is asked, so it never goes stale. Any thread may ask.
    Nothing is written anywhere.
    """

    def __init__(self, *, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.hits = 0
        self.misses = 0
        self._kept: OrderedDict[_Asked, tuple[Report, int]] = OrderedDict()
        self._lock = Lock()

    def check(
        self,
        text: str,
        *,
        network: str = "",
        brief: Brief | None = None,
        kind: str = "",
        settings: Settings = DEFAULT,
    ) -> Report:
        """The report that `redleaf.check` gives."""
        asked = _Asked(text, network, brief, kind, settings)
        with self._lock:
            found = self._kept.get(asked)
            if found is not None:
                self._kept.move_to_end(asked)
                self.hits += 1
                return found[0]
            self.misses += 1
        # Outside of the lock: a long text must not hold up a short one.
        report = check(text, network=network, brief=brief, kind=kind, settings=settings)
        self._keep(asked, report)
        return report

    def _keep(self, asked: _Asked, report: Report) -> None:
        size = _size_of(asked, report)
        if size > self.limit:
            return
        with self._lock:
            if asked in self._kept:  # another thread was asked the same meanwhile
                return
            self._kept[asked] = report, size
            self.size += size
            while self.size > self.limit:
                self.size -= self._kept.popitem(last=False)[1][1]


def _size_of(asked: _Asked, report: Report) -> int:
    """About the bytes that keeping both takes."""
    told = len(repr(asked.brief)) if asked.brief else 0
    findings = len(report.findings) + len(report.allowed)
    return sys.getsizeof(asked.text) + told + _REPORT_BYTES + _FINDING_BYTES * findings
