"""A stranger's zip: opened only when its table of contents is harmless, read with counted bytes.

Nothing is ever written to disk, so a name cannot do harm by itself; an archive with a name that
leads outside is refused all the same, because no honest program writes one.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from typing import IO, Any

from redleaf.errors import FileError
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.names import leads_outside, shown

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64_SIZE = 20
_TABLE_ROW_MOST = 1_000
_PIECE = 4_096  # small, because a piece with damage in it is lost as a whole
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ARCHIVES = (".zip", ".gz", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz")


class Archive:
    """The members of a zip by name. Raises FileError when the zip is damaged or a trap.

    `nested` are archives within the archive; they are never opened.
    """

    def __init__(self, file: IO[bytes], limits: Limits) -> None:
        _refuse_crowds(file, limits)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, EOFError):
            raise FileError(DAMAGED) from None
        self.limits = limits
        self._left = limits.total_bytes
        self._infos = {each.filename: each for each in self._zip.infolist() if not each.is_dir()}
        _refuse_traps(self._zip, limits)

    @property
    def names(self) -> list[str]:
        return list(self._infos)

    @property
    def nested(self) -> list[str]:
        return [name for name in self._infos if name.lower().endswith(_ARCHIVES)]

    @property
    def size(self) -> int:
        """All bytes after unpacking, as the archive says."""
        return sum(each.file_size for each in self._infos.values())

    def open(self, name: str) -> io.BufferedReader:
        """The member's bytes. Reading raises FileError when it is damaged or grows past a limit."""
        info = self._infos[name]
        if info.compress_type not in _READABLE:
            raise FileError(_UNREADABLE, place=shown(name))
        try:
            member = self._zip.open(info)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, struct.error, EOFError):
            raise FileError(BROKEN_MEMBER, place=shown(name)) from None
        return io.BufferedReader(_Counted(self, member, info), 65_536)

    def take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise FileError(_too_much(self.limits))


def table_of_contents(file: IO[bytes]) -> tuple[int, int]:
    """How many entries a zip says it has, and how many bytes its table of them takes.

    Reads the last bytes alone. Raises FileError when there is no such table.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 65_535 - _END.size - _LOCATOR_64_SIZE - _END_64.size))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        raise FileError(DAMAGED)
    end: tuple[Any, ...] = _END.unpack_from(tail, at)
    count, table_bytes = end[4], end[5]
    at_64 = at - _LOCATOR_64_SIZE - _END_64.size
    if at_64 >= 0 and tail[at - _LOCATOR_64_SIZE :].startswith(b"PK\x06\x07"):
        end_64: tuple[Any, ...] = _END_64.unpack_from(tail, at_64)
        count, table_bytes = max(count % 0xFFFF, end_64[7]), end_64[8]
    return count, table_bytes


_UNREADABLE = "this is packed in a way that Redleaf does not read."
_NO_EXPORT = "A data export does not do that, so nothing of it was read."
DAMAGED = "this zip is damaged or was cut off; download or copy it once more."
BROKEN_MEMBER = "this part of the zip is damaged; not all of it could be read."


class _Counted(io.RawIOBase):
    """A member being unpacked: counts what really comes out, whatever the zip says of its sizes."""

    def __init__(self, archive: Archive, member: IO[bytes], info: zipfile.ZipInfo) -> None:
        self._archive = archive
        self._member = member
        self._info = info
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._member.read(min(len(view), _PIECE))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
            raise FileError(BROKEN_MEMBER, place=shown(self._info.filename)) from None
        self._archive.take(len(data))
        self._read += len(data)
        _refuse_ratio(self._info, self._read, self._archive.limits)
        view[: len(data)] = data
        return len(data)


def _refuse_crowds(file: IO[bytes], limits: Limits) -> None:
    """Refuse by the last bytes alone: building a list of 100,000 entries is already the attack."""
    count, table_bytes = table_of_contents(file)
    if count > limits.entries or table_bytes > limits.entries * _TABLE_ROW_MOST:
        raise FileError(_too_many(limits))
    file.seek(0)


def _refuse_traps(archive: zipfile.ZipFile, limits: Limits) -> None:
    infos = archive.infolist()
    if len(infos) > limits.entries:
        raise FileError(_too_many(limits))
    if sum(each.file_size for each in infos) > limits.total_bytes:
        raise FileError(_too_much(limits))
    for info in infos:
        _refuse_entry(info, limits)
    _refuse_overlaps(archive, infos)


def _refuse_entry(info: zipfile.ZipInfo, limits: Limits) -> None:
    name = shown(info.orig_filename)
    if leads_outside(info.orig_filename):
        raise FileError(f"this zip names a file outside itself ({name}). {_NO_EXPORT}")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise FileError(f"this zip holds a link to somewhere else ({name}). {_NO_EXPORT}")
    if info.flag_bits & 0x1:
        raise FileError("this zip is locked with a password; unpack it and hand in the folder.")
    _refuse_ratio(info, info.file_size, limits)


def _refuse_ratio(info: zipfile.ZipInfo, size: int, limits: Limits) -> None:
    if size > limits.ratio_from_bytes and size > limits.ratio * info.compress_size:
        raise FileError(
            f"{shown(info.filename)} grows to more than {limits.ratio} times its size. {_NO_EXPORT}"
        )


def _refuse_overlaps(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> None:
    """Two entries that share packed bytes are how a small zip unpacks to a huge one."""
    ends_at = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < ends_at:
            raise FileError(f"files in this zip overlap. {_NO_EXPORT}")
        ends_at = info.header_offset + 30 + len(info.orig_filename) + info.compress_size
    if ends_at > archive.start_dir:
        raise FileError(DAMAGED)


def _too_much(limits: Limits) -> str:
    megabytes = limits.total_bytes // MEGABYTE
    return f"this unpacks to more than {megabytes} MB, more than Redleaf reads."


def _too_many(limits: Limits) -> str:
    return f"this zip holds more than {limits.entries:,} files; a data export holds a few dozen."
