"""Traps: refused in less than a second, with a sentence, and without harm."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from redleaf.errors import FileError
from redleaf.formats.guard import read_guarded
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.linkedin import read_export
from redleaf.formats.linkedin.export import read_unguarded
from tests.formats import misbehaving
from tests.formats.linkedin_export import connections, zip_of
from tests.patience import patience

GOOD = connections(("Tove Lind", "08 Feb 2026"))


def bomb() -> bytes:
    return zip_of({"Connections.csv": b"0" * (60 * MEGABYTE)})


def too_much_altogether() -> bytes:
    """Each file alone is small enough to be let through."""
    return zip_of({f"{at}.csv": b"0" * (9 * MEGABYTE) for at in range(23)})


def path_outside() -> bytes:
    return zip_of({"Connections.csv": GOOD, "../../evil.csv": "x"})


def absolute_path() -> bytes:
    return zip_of({"Connections.csv": GOOD, "/etc/evil.csv": "x"})


def drive_letter() -> bytes:
    return zip_of({"Connections.csv": GOOD, "C:\\evil.csv": "x"})


def many_files() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for at in range(2_001):
            archive.writestr(f"{at}.csv", "")
    return data.getvalue()


def hundred_thousand_files_said_to_be_one() -> bytes:
    row = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    rows = (row + b"a") * 100_000
    start = b"PK\3\4" + b"\0" * 26
    return start + rows + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(rows), len(start), 0)


def link_to_elsewhere() -> bytes:
    data = io.BytesIO(zip_of({"Invitations.csv": ""}))
    with zipfile.ZipFile(data, "a") as archive:
        info = zipfile.ZipInfo("Connections.csv")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return data.getvalue()


def locked() -> bytes:
    data = bytearray(zip_of({"Connections.csv": GOOD}))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def overlapping() -> bytes:
    """Three entries in the table of contents that are one in the file."""
    data = zip_of({"Connections.csv": GOOD})
    table, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    row = data[table:end]
    total = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 3, 3, 3 * len(row), table, 0)
    return data[:table] + row * 3 + total


TRAPS: dict[Callable[[], bytes], str] = {
    bomb: "grows to more than 100 times its size",
    too_much_altogether: "more than 200 MB",
    path_outside: "names a file outside itself (../../evil.csv)",
    absolute_path: "names a file outside itself (/etc/evil.csv)",
    drive_letter: "names a file outside itself",
    many_files: "more than 2,000 files",
    hundred_thousand_files_said_to_be_one: "more than 2,000 files",
    link_to_elsewhere: "holds a link to somewhere else",
    locked: "locked with a password",
    overlapping: "overlap",
}


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_a_trap_is_refused_with_its_reason(trap: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(trap())
    with patience(), pytest.raises(FileError) as caught:
        read_export(path)
    assert TRAPS[trap] in caught.value.what
    assert caught.value.place.startswith("export.zip")


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_a_trap_is_refused_in_150_megabytes(trap: Callable[[], bytes]) -> None:
    with pytest.raises(FileError) as caught:
        read_guarded(read_unguarded, trap(), Limits(memory_bytes=150 * MEGABYTE))
    assert TRAPS[trap] in caught.value.what


def test_a_member_that_is_larger_than_it_says_is_not_read_past_its_word() -> None:
    data = bytearray(zip_of({"Connections.csv": GOOD * 500}))
    for mark, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        struct.pack_into("<L", data, data.index(mark) + offset, 9_000)
    export = read_export(bytes(data))
    assert 0 < len(export.connections) < 40
    assert "damaged" in export.problems[-1].what


def test_a_reader_that_never_ends_is_stopped() -> None:
    with pytest.raises(FileError, match=r"longer than 0.5 seconds"):
        read_guarded(misbehaving.sleeps, b"x", Limits(seconds=0.5))


def test_a_reader_that_takes_all_memory_is_stopped() -> None:
    with pytest.raises(FileError, match="MB of memory"):
        read_guarded(misbehaving.hoards, b"x", Limits(memory_bytes=128 * MEGABYTE))


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        (misbehaving.raises, "not in a form that Redleaf can read (ZeroDivisionError)"),
        (misbehaving.nests, "nested too deeply"),
        (misbehaving.dies, "ended without a word"),
        (misbehaving.writes, "cannot be read"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_whatever_a_reader_does_ends_as_one_sentence(
    reader: Callable[[Path | IO[bytes], Limits, Callable[[float], None]], Any], expected: str
) -> None:
    with pytest.raises(FileError) as caught:
        read_guarded(reader, b"x")
    assert expected in caught.value.what
    assert "Traceback" not in str(caught.value)


def test_a_reader_that_prints_does_not_disturb_its_answer() -> None:
    assert read_guarded(misbehaving.prints, b"abc") == 3


def test_progress_is_told() -> None:
    told: list[float] = []
    read_guarded(misbehaving.tells, b"x", progress=told.append)
    assert told == sorted(told)
    assert told
