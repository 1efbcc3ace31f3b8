"""Steps: how far an import is, and whether the user still wants it."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext

from redleaf.errors import RedleafError


class ImportStopped(RedleafError):
    """The user stopped the import; nothing was changed."""


class Steps:
    """Tells how far the work is, and ends it when the user does not want it any more."""

    def __init__(
        self,
        total: int,
        told: Callable[[float], None] | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self._total = total
        self._told = told
        self._is_cancelled = is_cancelled
        self._done = 0

    def check(self) -> None:
        if self._is_cancelled and self._is_cancelled():
            raise ImportStopped(gettext("Stopped; nothing was imported."))

    def did(self, count: int) -> None:
        self.check()
        self._done += count
        if self._told and self._total:
            self._told(min(1.0, self._done / self._total))
