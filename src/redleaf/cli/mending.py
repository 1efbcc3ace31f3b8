"""Mended files: a fixed text in the bytes of the file it came from, put in its place at once."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from redleaf.errors import FileError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def mended_bytes(before: bytes, after: str) -> bytes:
    """`after` as `before` was written: its byte order mark, its line ends, its last line's end.

    `before` are the bytes of a UTF-8 file, `after` is its text as `inputs.text_of` gives it, with
    as many lines.
    """
    mark = _BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else b""
    lines = before.removeprefix(mark).decode("utf-8").split("\n")
    # The last one is what follows the last line end, and has none itself.
    ends = ["\r\n" if line.endswith("\r") else "\n" for line in lines[:-1]] + [""]
    mended = zip(after.split("\n"), ends, strict=False)
    return mark + "".join(line + end for line, end in mended).encode("utf-8")


def replace_file(source: str, data: bytes) -> None:
    """Put `data` in the place of the file, wholly or not at all. Links and permissions stay.

    Raises FileError when that cannot be done; the file is then as it was.
    """
    path = Path(source).resolve()
    if not path.is_file():
        raise FileError("this is no file that can be written.", place=source)
    if not os.access(path, os.W_OK):
        raise FileError("it may not be written; it stays as it was.", place=source)
    try:
        _replace(path, data)
    except OSError as error:
        raise FileError(
            f"it cannot be written: {error.strerror}; it stays as it was.", place=source
        ) from None


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, beside)
        _keep_owner(path, beside)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _keep_owner(path: Path, beside: Path) -> None:
    owner = path.stat()
    if os.name == "posix" and (owner.st_uid, owner.st_gid) != (os.geteuid(), os.getegid()):
        os.chown(beside, owner.st_uid, owner.st_gid)
