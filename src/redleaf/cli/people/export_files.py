"""Files of an export: whole and private, or not there at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from redleaf.cli.progress import Progress
from redleaf.errors import FileError
from redleaf.formats.csv_people import write_people_csv
from redleaf.web.accounts.models import User
from redleaf.web.contacts.exchange import calendar_of, cards_of, contacts_of
from redleaf.web.contacts.models import Contact, Encounter
from redleaf.web.contacts.services.exporting import entries_in, export_everything, one_moment


def write_to(target: str, owner: User, style: str, progress: Progress) -> str:
    """Write what `style` names to a file, or to standard output for "-"; a sentence about it.

    Raises FileError where there is no room or no permission; nothing is left behind then.
    """
    write = _writer(owner, style, progress)
    if target == "-":
        _write_out(write)
    else:
        write_whole(Path(target), write)
    return _told(owner, style, "standard output" if target == "-" else target)


def write_whole(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write beside `path`, for the eyes of its owner alone, and put it in its place once whole."""
    draft: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        draft = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        draft = None
    except OSError as error:
        what = f"this cannot be written: {error.strerror}. Nothing was left there."
        raise FileError(what, place=str(path)) from None
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def _write_out(write: Callable[[IO[bytes]], None]) -> None:
    # Whole before its first byte goes out: whoever reads along never gets half an export.
    with tempfile.TemporaryFile() as file:
        write(file)
        file.seek(0)
        sys.stdout.flush()
        shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _writer(owner: User, style: str, progress: Progress) -> Callable[[IO[bytes]], None]:
    def everything(file: IO[bytes]) -> None:
        size = entries_in(owner)
        export_everything(owner, file, told=lambda rows: progress.tell(rows, rows, size))

    def cards(file: IO[bytes]) -> None:
        with one_moment():
            file.writelines(cards_of(owner))

    def calendar(file: IO[bytes]) -> None:
        with one_moment():
            file.writelines(calendar_of(owner))

    def table(file: IO[bytes]) -> None:
        # A spreadsheet takes UTF-8 for something else unless it is marked.
        with one_moment():
            file.write(write_people_csv(contacts_of(owner)).encode("utf-8-sig"))

    return {"zip": everything, "vcard": cards, "csv": table, "ics": calendar}[style]


def _told(owner: User, style: str, where: str) -> str:
    people = Contact.objects.filter(owner=owner).count()
    met = Encounter.objects.filter(owner=owner).count()
    counts = {
        "people": "1 person" if people == 1 else f"{people:,} people",
        "met": "1 encounter" if met == 1 else f"{met:,} encounters",
    }
    what = {"zip": "{people} and {met}", "ics": "{met}"}.get(style, "{people}").format(**counts)
    return f"{what[:1].upper()}{what[1:]} written to {where}."
