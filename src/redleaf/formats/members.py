"""One door to a file, a folder and a zip: named members to be opened, all behind the limits."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from redleaf.errors import FileError
from redleaf.formats.archive import Archive
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.names import shown
from redleaf.formats.sniffing import is_zip

_HEAD_BYTES = 512


@dataclass(slots=True)
class Members:
    """Named files and how to open one. `size` is all their bytes, as far as known.

    A single file is one member named after it ("" when it came without a name).
    """

    names: list[str]
    open: Callable[[str], IO[bytes]]
    size: int
    head: bytes = b""
    nested: list[str] = field(default_factory=list)

    @property
    def is_single(self) -> bool:
        return bool(self.head)


def open_members(source: Path | IO[bytes], limits: Limits) -> Members:
    """The members of a zip, a folder or a single file. FileError for an empty one or a trap."""
    if isinstance(source, Path) and source.is_dir():
        return _of_folder(source, limits)
    if isinstance(source, Path) and not source.is_file():
        raise FileError("this is neither a file nor a folder.")
    name, file = _opened(source, limits)
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    file.seek(0)
    if not head:
        raise FileError("this file is empty.")
    if size > limits.total_bytes:
        raise FileError(_too_large(limits))
    if is_zip(head):
        archive = Archive(file, limits)
        return Members(archive.names, archive.open, archive.size, nested=archive.nested)
    return Members([name], lambda _: file, size, head=head)


def _opened(source: Path | IO[bytes], limits: Limits) -> tuple[str, IO[bytes]]:
    if isinstance(source, Path):
        return source.name, source.open("rb")
    data = io.BytesIO()
    while data.tell() <= limits.total_bytes and (piece := source.read(MEGABYTE)):
        data.write(piece)
    return "", data


def _of_folder(folder: Path, limits: Limits) -> Members:
    paths: dict[str, Path] = {}
    size = 0
    for here, folders, files in os.walk(folder):
        inner = Path(here).relative_to(folder)
        if len(inner.parts) >= limits.depth:
            folders.clear()
        for name in files:
            path = Path(here) / name
            if (found := _size_of(path)) is None:
                continue
            size += found
            paths[str(inner / name)] = path
            if len(paths) > limits.entries:
                raise FileError(f"this folder holds more than {limits.entries:,} files.")
    return Members(sorted(paths), lambda name: _open_small(paths[name], limits), size)


def _size_of(path: Path) -> int | None:
    """In bytes; None for what is no file: a link, a pipe, or gone since the folder was read."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _open_small(path: Path, limits: Limits) -> IO[bytes]:
    try:
        if path.stat().st_size > limits.total_bytes:
            raise FileError(_too_large(limits), place=shown(path.name))
        return path.open("rb")
    except OSError as error:
        what = f"this cannot be read: {error.strerror}."
        raise FileError(what, place=shown(path.name)) from None


def _too_large(limits: Limits) -> str:
    return f"this is larger than {limits.total_bytes // MEGABYTE} MB, more than Redleaf reads."
