"""The writer: sections of plain JSON data and two files beside them become one zip.

The same data give the same bytes: nothing in the zip tells when it was made.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from redleaf.formats.redleaf_export.layout import (
    CALENDAR,
    CARDS,
    DATA,
    README,
    README_TEXT,
    SCHEMA,
    SECTIONS,
)

# The first moment that a zip can tell; another moment in every export would say nothing.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_PRIVATE_FILE = 0o100600 << 16
_LEVEL = 6
_PIECE_CHARS = 1 << 18


def write_export(
    target: IO[bytes],
    owner: Mapping[str, Any],
    sections: Mapping[str, Iterable[Mapping[str, Any]]],
    *,
    cards: Iterable[bytes],
    calendar: Iterable[bytes],
) -> None:
    """Write the zip to `target`, a part at a time; each iterable is read once, in this order.

    `owner` is what the user says of themselves; `sections` has plain data for each of `SECTIONS`;
    `cards` and `calendar` are the bytes of the vCard and the calendar file in pieces.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        _write(archive, README, [README_TEXT.encode()])
        _write(archive, DATA, _pieces(_lines(owner, sections)))
        _write(archive, CARDS, cards)
        _write(archive, CALENDAR, calendar)


def _write(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    info = zipfile.ZipInfo(name, _MOMENT)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _PRIVATE_FILE
    info.create_system = 3  # Unix, whatever writes it: the bytes are to be the same everywhere
    with archive.open(info, "w", force_zip64=True) as member:
        for piece in pieces:
            member.write(piece)


def _lines(
    owner: Mapping[str, Any], sections: Mapping[str, Iterable[Mapping[str, Any]]]
) -> Iterator[str]:
    yield f'{{\n"schema": {SCHEMA},\n"owner": {_plain(owner)}'
    for name in SECTIONS:
        yield f',\n"{name}": ['
        mark = "\n"
        for entry in sections[name]:
            yield f"{mark}{_plain(entry)}"
            mark = ",\n"
        yield "\n]"
    yield "\n}\n"


def _pieces(lines: Iterable[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= _PIECE_CHARS:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _plain(entry: Mapping[str, Any]) -> str:
    return _ENCODER.encode(entry)
