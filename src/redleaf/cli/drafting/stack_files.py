"""The files of a stack: a brief a line comes in, an answer a line goes out, whole or not at all."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from redleaf.batch.jsonl_rows import JsonlRows
from redleaf.batch.rows import LONGEST_ROW, Columns, Record
from redleaf.errors import FileError, InputError, RedleafError
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief

Id = str | int | float
Answer = dict[str, Any]


class Line(NamedTuple):
    """One line of a stack: its id, or its number where it has none; a brief, or why there is none.

    `error` begins with the number of the line, as "line 7: …".
    """

    number: int
    id: Id
    brief: Brief | None = None
    error: str = ""


def read_stack(source: str, network: str) -> list[Line]:
    """The lines of a file, or of standard input for `-`; blank ones are passed over.

    `network` is that of the briefs that name none. Raises FileError when the file cannot be read.
    """
    with _opened(source) as file:
        return [_line(record, network) for record in JsonlRows(file, Columns()).records()]


@contextlib.contextmanager
def answers_to(output: str | None) -> Iterator[Callable[[Answer], None]]:
    """Gives what takes the answers, one after another. A file gets its name when all are in it.

    Raises FileError when it cannot be written; then, and when the run is stopped, what stood
    there stays.
    """
    if output is None:
        yield lambda answer: _print(_as_line(answer))
        return
    path = Path(output)
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe, or a device
        with _writing(output), path.open("wb") as device:
            yield lambda answer: _write(device, answer, output)
        return
    path = path.resolve()  # a link stays one
    part = path.with_name(f"{path.name}.part")
    with _writing(output):
        if path.is_dir():
            raise FileError("this is a folder; name a file in it.", place=output)
        file = part.open("wb")
    try:
        with file:
            yield lambda answer: _write(file, answer, output)
        with _writing(output):
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(source).open("rb")  # noqa: SIM115 (it is closed below)
    except FileNotFoundError:
        raise FileError("there is no such file.", place=source) from None
    except IsADirectoryError:
        raise FileError("this is a folder; name a file in it.", place=source) from None
    except OSError as error:
        raise FileError(f"it cannot be read: {error.strerror}.", place=source) from None
    with file:
        yield file


def _line(record: Record, network: str) -> Line:
    number, line = record[:2]
    if len(record) > 2:
        return _failed(number, number, f"this line is longer than {LONGEST_ROW:,} bytes.")
    try:
        data = _object(line, number)
    except InputError as error:
        return _failed(number, number, error.what)
    key = data.pop("id", None)
    known = number if key is None else key
    if not _is_id(known):
        return _failed(number, number, "the id is neither text nor a number.")
    try:
        brief = Brief.from_json(data)
        brief = brief if brief.network else replace(brief, network=network)
        if brief.network:
            network_named(brief.network)
    except RedleafError as error:
        return _failed(number, known, str(error))
    return Line(number, known, brief)


def _object(line: bytes, number: int) -> dict[str, Any]:
    try:
        data = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        raise InputError("this line is not UTF-8.") from None
    except json.JSONDecodeError as error:
        raise InputError(f"this is not JSON: {error.msg}, column {error.colno}.") from None
    except ValueError:
        raise InputError("a number in this is too long to be read.") from None
    except RecursionError:
        raise InputError("this is nested too deeply for a brief.") from None
    if not isinstance(data, dict):
        raise InputError("a brief is an object in braces, and each has a line of its own.")
    return data


def _is_id(key: object) -> bool:
    if isinstance(key, float):
        return isfinite(key)
    return isinstance(key, str | int) and not isinstance(key, bool)


def _failed(number: int, key: Id, error: str) -> Line:
    return Line(number, key, None, f"line {number}: {error}")


def _as_line(answer: Answer) -> bytes:
    try:
        return f"{json.dumps(answer, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:  # half a letter, as a broken encoding leaves it
        return f"{json.dumps(answer)}\n".encode()


def _print(line: bytes) -> None:
    # Whoever reads on the other end may wait for it.
    sys.stdout.write(line.decode())
    sys.stdout.flush()


def _write(file: BinaryIO, answer: Answer, output: str) -> None:
    with _writing(output):
        file.write(_as_line(answer))


@contextlib.contextmanager
def _writing(output: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # whoever read on the other end has enough
        raise
    except OSError as error:
        raise FileError(
            f"it cannot be written: {error.strerror or error}. What is there already stays.",
            place=output,
        ) from None
