"""Many small files in few children: to start one takes longer than to read a small file.

Each file has an answer of its own. Where a child ends before it has answered for all of its files,
the one it was at is read alone, and the rest goes on in another child: a hostile file costs itself.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import IO, Any, cast

from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain
from redleaf.errors import FileError
from redleaf.formats.child import answer_of
from redleaf.formats.guard import read_guarded
from redleaf.formats.importer import Importer, importer_for, read_file
from redleaf.formats.limits import Limits
from redleaf.formats.outside import outside_of

_SMALL_BYTES = 100_000
_MOST_TOGETHER = 50
# No further file is begun after this share of the time: the last one has the rest for itself.
_SHARE_OF_TIME = 1 / 3
Answer = Harvest | FileError


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    name: str = ""
    importer: Importer | None = None  # None for what is read alone


def read_together(
    paths: Sequence[Path],
    *,
    format_name: str = "",
    options: Mapping[str, Any] | None = None,
    told: Callable[[float], None] = lambda _: None,
) -> Iterator[Answer]:
    """What `read_file` gives of each path, or the FileError it raises, in the order of `paths`.

    Raises UnknownName for a format that there is not.
    """
    done = 0
    for batch in _batches([_seen(path, format_name) for path in paths]):
        while batch:
            share = partial(_share, told, done, len(paths))
            alone = partial(_read_alone, format_name=format_name, options=options, told=share)
            answers = _read_some(batch, options or {}, alone) if batch[1:] else [alone(batch[0])]
            yield from answers
            done += len(answers)
            told(done / len(paths))
            batch = batch[len(answers) :]


def read_each(
    source: IO[bytes],
    limits: Limits,
    tell: Callable[..., None],
    *,
    reader: str,
    options: Mapping[str, Any],
) -> None:
    """Runs in the child: `source` names files in JSON, each of which is answered as a part."""
    module, _, name = reader.partition(":")
    read = getattr(import_module(module), name)
    until = time.monotonic() + limits.seconds * _SHARE_OF_TIME
    for path, given in json.load(source):
        work = partial(read, Path(path), limits, _hear_nothing, **options, **given)
        tell(0.0, answer_of(work))
        if time.monotonic() > until:
            return
        gc.collect()  # one file's rubbish must not count against the next


def _seen(path: Path, format_name: str) -> _File:
    """The file as it is looked at from outside; what gives trouble is told when it is read."""
    try:
        if path.is_dir() or path.stat().st_size > _SMALL_BYTES:
            return _File(path)
        outside = outside_of(path)
        return _File(path, outside.name, importer_for(outside, name=format_name))
    except (FileError, OSError):
        return _File(path)


def _batches(files: Sequence[_File]) -> Iterator[list[_File]]:
    """Neighbours that one importer reads; each of the others alone."""
    for importer, group in groupby(files, key=lambda each: each.importer):
        some = list(group)
        size = _MOST_TOGETHER if importer else 1
        yield from (some[at : at + size] for at in range(0, len(some), size))


def _read_some(
    files: Sequence[_File], options: Mapping[str, Any], alone: Callable[[_File], Answer]
) -> list[Answer]:
    """The answers for the first of `files`, at least one: as far as one child comes."""
    importer = cast(Importer, files[0].importer)
    named = [[str(each.path.resolve()), {"file": each.name}] for each in files]
    parts: list[dict[str, Any]] = []
    job = {
        "reader": f"{importer.reader.__module__}:{importer.reader.__qualname__}",
        "options": {key: each for key, each in options.items() if key in importer.options},
    }
    try:
        data = json.dumps(named).encode()
        read_guarded(read_each, data, importer.limits, options=job, parts=parts.append)
        is_cut_off = False
    except FileError:
        is_cut_off = True  # by the next file, or by all of them together
    answers = [_answer(part, each.name) for part, each in zip(parts, files, strict=False)]
    if is_cut_off and len(answers) < len(files):
        answers.append(alone(files[len(answers)]))
    return answers


def _answer(part: Mapping[str, Any], name: str) -> Answer:
    if "error" in part:
        return FileError(part["error"], place=", ".join(filter(None, (name, part.get("place")))))
    return from_plain(Harvest, part["result"])


def _read_alone(
    file: _File,
    *,
    format_name: str,
    options: Mapping[str, Any] | None,
    told: Callable[[float], None],
) -> Answer:
    try:
        return read_file(
            file.path,
            file_name=file.path.name,
            format_name=format_name,
            options=options,
            progress=told,
        )
    except FileError as error:
        return error


def _share(told: Callable[[float], None], done: int, count: int, share: float) -> None:
    told((done + share) / count)


def _hear_nothing(_done: float, _part: Any = None) -> None:
    """A small file needs no bar of its own."""
