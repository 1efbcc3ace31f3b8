"""The encoding of a file, told by its first bytes: Excel and PowerShell write UTF-16."""

from __future__ import annotations

import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from typing import BinaryIO, cast

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = {
    BOM_UTF32_LE: "utf-32", BOM_UTF32_BE: "utf-32",
    BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16",
    BOM_UTF8: "utf-8-sig",
}  # fmt: skip


def begun(file: BinaryIO) -> tuple[BinaryIO, bytes]:
    """The file and its first bytes, which are still to be read."""
    buffered = (
        file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))
    )
    return buffered, buffered.peek(4)[:4]


def encoding_of(start: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            return encoding
    # No text has a NUL in every other byte, unless its letters take two.
    if len(start) == 4 and start[1] == start[3] == 0 < min(start[0], start[2]):
        return "utf-16-le"
    if len(start) == 4 and start[0] == start[2] == 0 < min(start[1], start[3]):
        return "utf-16-be"
    return "utf-8"
