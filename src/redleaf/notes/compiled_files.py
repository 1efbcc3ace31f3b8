"""Compiled files: what is worked out of text files ahead of time, and whether it is still theirs.

A compiled file names its sources, each with its size and checksum. It counts only as long as they
are as they were when it was made; else the sources are read themselves, so that who edits a phrase
sees it at once, only slower. `make docs` compiles them anew (tools/compile_patterns.py).

    source      boring/buzzwords.txt    5400    2766482371
                                                                (an empty line between the parts)
    ...

The parts after the first are lines of fields parted by tabs (redleaf.notes.compiled_parts); what
they mean is the reader's affair.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from redleaf.notes.compiled_parts import Part, parts_of


class Source(NamedTuple):
    """A source of a compiled file: its path under the folder, its size and its checksum."""

    name: str
    size: int
    checksum: int


def read_compiled(path: str, *, folder: str, sources: Iterable[str]) -> list[Part] | None:
    """The parts of a compiled file; None when there is none or `sources` are others.

    `sources` are the names of all files under `folder` from which it would be made today.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (see data_files)
            head, *parts = parts_of(file.read())
            made = os.fstat(file.fileno()).st_mtime
    except FileNotFoundError:
        return None
    listed = dict(map(_source, head.lines()))
    if listed.keys() != set(sources):
        return None
    if not all(_is_as_it_was(folder, source, made) for source in listed.values()):
        return None
    return parts


def written(parts: Iterable[Iterable[str]], *, folder: str, sources: Iterable[str]) -> str:
    """A compiled file as text."""
    listed = (_seen(folder, name) for name in sources)
    head = ("\t".join(("source", name, str(size), str(check))) for name, size, check in listed)
    return "\n\n".join("\n".join(part) for part in (head, *parts))


def _source(line: str) -> tuple[str, Source]:
    _, name, size, checksum = line.split("\t")
    return name, Source(name, int(size), int(checksum))


def _is_as_it_was(folder: str, source: Source, made: float) -> bool:
    state = os.stat(f"{folder}/{source.name}")  # noqa: PTH116 (see data_files)
    if state.st_size != source.size:
        return False
    # What is older than the compiled file needs no second look, as for make.
    return state.st_mtime <= made or _seen(folder, source.name) == source


def _seen(folder: str, name: str) -> Source:
    from zlib import crc32  # here alone: a start asks for it only after an edit or a check-out

    with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 (see data_files)
        data = file.read()
    return Source(name, len(data), crc32(data))
