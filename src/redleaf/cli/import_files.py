"""The files that an import is given: found in folders, and read one by one."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from redleaf.contacts.harvest import Harvest, Problem
from redleaf.errors import FileError
from redleaf.formats.importer import importer_for, importers, read_file
from redleaf.formats.outside import outside_of
from redleaf.formats.together import Answer, read_together

_PIECE = 1_000_000
_MOST_BYTES = 200_000_000
_MOST_FILES = 2_000
_PERHAPS, _CERTAIN = 1, 3


@dataclass(slots=True)
class ReadFiles:
    """What was read: a harvest a file, the files by name, and a digest of all their bytes."""

    harvests: list[Harvest] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""

    @property
    def name(self) -> str:
        """The files in the words of the log."""
        first, more = self.names[0], len(self.names) - 1
        return f"{first} and {more} more" if more else first


def read_files(
    sources: Sequence[str],
    *,
    format_name: str = "",
    options: Mapping[str, Any] | None = None,
    told: Callable[[float], None] = lambda _: None,
) -> ReadFiles:
    """Read every file; "-" is standard input. One that cannot be read is a problem of the whole.

    Raises UnknownName for a format that there is not, FileError where nothing could be read.
    """
    read = ReadFiles()
    digest = hashlib.sha256()
    files = list(_files_in(sources, format_name))
    for source, answer in zip(files, _answers(files, format_name, options, told), strict=True):
        if isinstance(answer, FileError):
            if len(files) == 1:
                raise answer
            read.problems.append(Problem(answer.place or source, 0, answer.what))
            continue
        read.harvests.append(answer)
        read.names.append(Path(source).name or source)
        _count_in(digest, source)
    if not read.harvests:
        raise FileError("none of these files could be read.", place=", ".join(sources))
    read.digest = digest.hexdigest()
    return read


def is_own_export(source: str, format_name: str = "") -> bool:
    """Whether a file is what `redleaf export` wrote, which can be brought back as it was."""
    if source == "-" or Path(source).is_dir():
        return False
    return importer_for(outside_of(Path(source)), name=format_name).name == "redleaf"


def _answers(
    files: Sequence[str],
    format_name: str,
    options: Mapping[str, Any] | None,
    told: Callable[[float], None],
) -> Iterator[Answer]:
    """A harvest or an error for each file, in their order."""
    done = 0
    for is_standard_input, group in groupby(files, key="-".__eq__):
        part = list(group)
        if is_standard_input:
            yield _of_standard_input(format_name, options)
        else:
            yield from read_together(
                [Path(each) for each in part],
                format_name=format_name,
                options=options,
                told=partial(_tell_of_part, told, done, len(part), len(files)),
            )
        done += len(part)


def _tell_of_part(
    told: Callable[[float], None], done: int, size: int, count: int, share: float
) -> None:
    told((done + size * share) / count)


def _of_standard_input(format_name: str, options: Mapping[str, Any] | None) -> Answer:
    data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if not data:
        return FileError("there is nothing to read.", place="standard input")
    try:
        return read_file(data, file_name="standard input", format_name=format_name, options=options)
    except FileError as error:
        return error


def _files_in(sources: Sequence[str], format_name: str) -> Iterator[str]:
    """The files themselves, and of a folder that is no export or mailbox the files in it."""
    for source in dict.fromkeys(sources):
        path = Path(source)
        if source == "-" or not path.is_dir() or format_name or _is_whole(path):
            yield source
        else:
            yield from _files_of(path)


def _is_whole(folder: Path) -> bool:
    """Whether a folder is one export or mailbox, or holds files of one format alone."""
    outside = outside_of(folder)
    endings = {Path(name).suffix.casefold() for name in outside.members}
    return any(
        claim > _PERHAPS and (claim == _CERTAIN or endings <= set(each.suffixes))
        for each in importers().values()
        if (claim := each.claims(outside))
    )


def _files_of(folder: Path) -> Iterator[str]:
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if not found:
        raise FileError("there is no file in this folder.", place=str(folder))
    if len(found) > _MOST_FILES:
        raise FileError(f"this folder holds more than {_MOST_FILES:,} files.", place=str(folder))
    yield from map(str, found)


def _count_in(digest: Any, source: str) -> None:
    """Add the bytes of a file; a folder and standard input are not told again by their bytes."""
    if source == "-" or not Path(source).is_file():
        return
    with Path(source).open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
