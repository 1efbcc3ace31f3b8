"""Work that is under way in this process: how far it is, and whether its owner still wants it.

Not in the store: while an import is written, nobody else may write there, and nobody sees what it
has written.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext

from redleaf.web.contacts.services.importing import ImportStopped


class UnderWay:
    """One piece of work; `share` is how much is done, from 0 to 1."""

    def __init__(self) -> None:
        self.share = 0.0
        self.stopped = threading.Event()

    def part(self, first: float, last: float) -> Callable[[float], None]:
        """What to call with the share of a part of the work. Raises ImportStopped when it was."""

        def tell(share: float) -> None:
            self.share = first + (last - first) * share
            if self.stopped.is_set():
                raise ImportStopped(gettext("Stopped; nothing was imported."))

        return tell


_work: dict[UUID, UnderWay] = {}


def begin_work(work_id: UUID) -> UnderWay:
    _work[work_id] = UnderWay()
    return _work[work_id]


def end_work(work_id: UUID) -> None:
    _work.pop(work_id, None)


def under_way(work_id: UUID) -> UnderWay | None:
    return _work.get(work_id)
