"""Work that is under way: how far it is, and whether its owner still wants it.

Both lie beside the file that is read, where every process of the desk sees them. Not in the store:
while an import is written, nobody else may write there, and nobody sees what it has written.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext

from redleaf.web.contacts.services.importing import ImportStopped


class UnderWay:
    """The work at one file, for the thread that does it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._told = -1
        self._tell(0.0)

    def part(self, first: float, last: float) -> Callable[[float], None]:
        """What to call with the share of a part of the work. Raises ImportStopped when it was."""

        def tell(share: float) -> None:
            self._tell(first + (last - first) * share)
            if self.is_stopped():
                raise ImportStopped(gettext("Stopped; nothing was imported."))

        return tell

    def is_stopped(self) -> bool:
        return _stop_of(self._file).exists()

    def end(self) -> None:
        """From now on nobody is told of it, and nobody can stop it."""
        _share_of(self._file).unlink(missing_ok=True)
        _stop_of(self._file).unlink(missing_ok=True)

    def _tell(self, share: float) -> None:
        per_cent = round(share * 100)
        if per_cent == self._told:
            return
        self._told = per_cent
        place = _share_of(self._file)
        draft = place.with_suffix(".draft")
        try:
            draft.write_text(str(per_cent), encoding="ascii")
            draft.replace(place)
        except OSError:
            # A disk without room, or Windows while a page reads it: the work itself goes on.
            draft.unlink(missing_ok=True)


def begin_work(file: Path) -> UnderWay:
    _stop_of(file).unlink(missing_ok=True)
    return UnderWay(file)


def done_at(file: Path) -> int:
    """How much is done of the work at a file, in per cent; 0 where none is under way."""
    try:
        return int(_share_of(file).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def ask_to_stop(file: Path) -> bool:
    """Whether work was under way there, which sees it at its next step."""
    if not _share_of(file).exists():
        return False
    _stop_of(file).touch()
    return True


def _share_of(file: Path) -> Path:
    return file.with_suffix(".share")


def _stop_of(file: Path) -> Path:
    return file.with_suffix(".stop")
