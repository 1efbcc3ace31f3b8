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
from redleaf.formats.importer import Importer, importer_for, importers, read_file
from redleaf.formats.outside import outside_of
from redleaf.formats.together import Answer, read_together

_PIECE = 1_000_000
_MOST_BYTES = 200_000_000
_MOST_FILES = 2_000
_PERHAPS, _CERTAIN = 1, 3
_PICTURES, _OWN_EXPORT = "card", "redleaf"


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
    return importer_for(outside_of(Path(source)), name=format_name).name == _OWN_EXPORT


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
        if source == "-" or not path.is_dir() or format_name:
            yield source
        elif whole := _reader_of_whole(path):
            yield source
            yield from _strangers_in(path, whole)
        else:
            yield from _files_of(path)


def _reader_of_whole(folder: Path) -> Importer | None:
    """Who reads a folder that is one export or mailbox, or holds files of one format alone."""
    outside = outside_of(folder)
    endings = {Path(name).suffix.casefold() for name in outside.members}
    for each in sorted(importers().values(), key=lambda each: -each.claims(outside)):
        claim = each.claims(outside)
        if claim == _CERTAIN or (claim > _PERHAPS and endings <= set(each.suffixes)):
            return each
    return None


def _strangers_in(folder: Path, whole: Importer) -> Iterator[str]:
    """The files in an export that are certainly of another format: somebody put them beside it.

    Pictures are left alone: an export holds thousands, and none is a business card. Our own export
    says everything in its data; its cards and calendar are for other programs.
    """
    if whole.name == _OWN_EXPORT:
        return
    others = [each for each in importers().values() if each.name not in (whole.name, _PICTURES)]
    endings = {ending for each in others for ending in each.suffixes} - set(whole.suffixes)
    for path in _shown_files(folder):
        if path.suffix.casefold() in endings and _is_of(path, others):
            yield str(path)


def _is_of(path: Path, formats: Sequence[Importer]) -> bool:
    """Whether a file is certainly of one of them, or cannot be looked at, which is told later."""
    try:
        outside = outside_of(path)
    except FileError:
        return True
    return any(each.claims(outside) == _CERTAIN for each in formats)


def _files_of(folder: Path) -> Iterator[str]:
    found = _shown_files(folder)
    if not found:
        raise FileError("there is no file in this folder.", place=str(folder))
    if len(found) > _MOST_FILES:
        raise FileError(f"this folder holds more than {_MOST_FILES:,} files.", place=str(folder))
    yield from map(str, found)


def _shown_files(folder: Path) -> list[Path]:
    """The files in a folder and the folders in it, but hidden ones and what a link leads to."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _count_in(digest: Any, source: str) -> None:
    """Add the bytes of a file; a folder and standard input are not told again by their bytes."""
    if source == "-" or not Path(source).is_file():
        return
    with Path(source).open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
