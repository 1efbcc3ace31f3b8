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
from collections.abc import Iterable, Sequence

from redleaf.notes.compiled_parts import Part, parts_of

# A source of a compiled file: its path under the folder, its size and its checksum.
Source = tuple[str, int, int]


class Compiled:
    """A compiled file as it was read: its parts, and what it was made from."""

    def __init__(
        self, parts: Sequence[Part], sources: Sequence[Source], *, folder: str, made: float
    ):
        self.parts = parts
        self._sources = {source[0]: source for source in sources}
        self._folder = folder
        self._made = made

    def knows(self, name: str) -> bool:
        """Whether the file `name` is a source, and is as it was when this was made."""
        source = self._sources.get(name)
        return source is not None and _is_as_it_was(self._folder, source, self._made)

    def knows_all(self, names: Sequence[str]) -> bool:
        """Whether these are all of its sources, and all of them are as they were."""
        return self._sources.keys() == set(names) and all(map(self.knows, names))


def read_compiled(path: str, *, folder: str) -> Compiled | None:
    """A compiled file whose sources are under `folder`; None when there is none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (see data_files)
            head, *parts = parts_of(file.read())
            made = os.fstat(file.fileno()).st_mtime
    except FileNotFoundError:
        return None
    sources = [_source(line) for line in head.lines()]
    return Compiled(parts, sources, folder=folder, made=made)


def written(parts: Iterable[Iterable[str]], *, folder: str, sources: Iterable[str]) -> str:
    """A compiled file as text."""
    listed = (_seen(folder, name) for name in sources)
    head = ("\t".join(("source", name, str(size), str(check))) for name, size, check in listed)
    return "\n\n".join("\n".join(part) for part in (head, *parts))


def _source(line: str) -> Source:
    _, name, size, checksum = line.split("\t")
    return name, int(size), int(checksum)


def _is_as_it_was(folder: str, source: Source, made: float) -> bool:
    name, size, _ = source
    state = os.stat(f"{folder}/{name}")  # noqa: PTH116 (see data_files)
    if state.st_size != size:
        return False
    # What is older than the compiled file needs no second look, as for make.
    return state.st_mtime <= made or _seen(folder, name) == source


def _seen(folder: str, name: str) -> Source:
    from zlib import crc32  # here alone: a start asks for it only after an edit or a check-out

    with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 (see data_files)
        data = file.read()
    return name, len(data), crc32(data)
