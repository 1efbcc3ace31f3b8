"""A file seen from outside: its name, its first bytes, and the names in an archive or folder.

Nothing is parsed here; what looks is what runs in the user's own process.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from redleaf.errors import FileError
from redleaf.formats.archive import table_of_contents
from redleaf.formats.sniffing import is_zip, known_kind, utf16_of

_HEAD_BYTES = 16_384
_MOST_NAMES = 2_000
# A larger table of contents is an attack; the guard refuses the archive with a sentence.
_MOST_TABLE_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Outside:
    """`head` are the first bytes of a file, b"" for a folder; `members` the names within."""

    name: str
    head: bytes = b""
    members: tuple[str, ...] = ()
    is_folder: bool = False

    @property
    def suffix(self) -> str:
        return Path(self.name).suffix.casefold()

    @property
    def kind(self) -> str:
        return known_kind(self.head[:512])

    @property
    def text(self) -> str:
        """The beginning as text, whatever its encoding; for looking only."""
        if wide := utf16_of(self.head):
            return self.head.decode(wide, "replace")
        return self.head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def outside_of(source: bytes | Path, name: str = "") -> Outside:
    """Look at a file, a folder or bytes. Raises FileError when it is missing or empty."""
    if isinstance(source, bytes):
        return Outside(name, source[:_HEAD_BYTES], _members_of(io.BytesIO(source)))
    if source.is_dir():
        names = sorted(str(path.relative_to(source)) for path in _some_of(source))
        return Outside(name or source.name, members=tuple(names), is_folder=True)
    if source.exists() and not source.is_file():
        raise FileError("this is neither a file nor a folder.", place=str(source))
    try:
        with source.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            members = _members_of(file)
    except FileNotFoundError:
        raise FileError("there is no such file.", place=str(source)) from None
    except OSError as error:
        raise FileError(f"this cannot be read: {error.strerror}.", place=str(source)) from None
    if not head:
        raise FileError("this file is empty.", place=source.name)
    return Outside(name or source.name, head, members)


def _some_of(folder: Path) -> list[Path]:
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found.append(path)
        if len(found) >= _MOST_NAMES:
            break
    return found


def _members_of(file: IO[bytes]) -> tuple[str, ...]:
    file.seek(0)
    if not is_zip(file.read(4)):
        return ()
    try:
        if table_of_contents(file)[1] > _MOST_TABLE_BYTES:
            return ()
        with zipfile.ZipFile(file) as archive:
            return tuple(archive.namelist()[:_MOST_NAMES])
    except (FileError, zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
        return ()
