"""`redleaf score --resume`: after any end, the same bytes as without one."""

from __future__ import annotations

import contextlib
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.running import Command

ENDINGS = ("jsonl", "csv", "parquet")
# More than are read ahead of the first that is written; few texts, so that it is quick.
ROWS = [
    json.dumps({"id": f"n{at}", "text": f"Hi Mara, thanks for the tea on day {at % 40}."}) + "\n"
    for at in range(6000)
]
ROWS[700] = '{"id": "torn"\n'
FED = 5000
PATIENCE = 60.0


@pytest.fixture(params=ENDINGS)
def ending(request: pytest.FixtureRequest) -> str:
    if request.param == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    return str(request.param)


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts `redleaf score` as people do, with two processes that score."""
    begun: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str, **kinds: object) -> subprocess.Popen[bytes]:
        argv = [sys.executable, "-m", "redleaf", "score", "--jobs", "2", *arguments]
        kinds.setdefault("preexec_fn", _hear_ctrl_c)
        begun.append(
            subprocess.Popen(
                argv, cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, **kinds
            )  # type: ignore[call-overload]
        )
        return begun[-1]

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


def _hear_ctrl_c() -> None:
    """A run of the tests in the background of a shell ignores it, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def whole(redleaf: Command, tmp_path: Path, ending: str) -> bytes:
    """What a run gives that nothing interrupts."""
    (tmp_path / "in.jsonl").write_text("".join(ROWS))
    assert redleaf("score", "in.jsonl", "-o", f"whole.{ending}", "--jobs", "1").code == 1
    return (tmp_path / f"whole.{ending}").read_bytes()


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, f"{what} did not come about"
        time.sleep(0.01)


def read_half_of_it(process: subprocess.Popen[bytes], part: Path) -> None:
    """Give it rows, and wait until it has written some and still waits for more."""
    assert process.stdin
    process.stdin.write("".join(ROWS[:FED]).encode())
    process.stdin.flush()
    wait_until(lambda: part.exists() and part.stat().st_size > 5000, "some rows")


def scorers_of(process: subprocess.Popen[bytes]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("this system does not list a process's children")
    return [int(child) for child in children.read_text().split()]


def has_ended(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")")[-1].split()[0] == "Z"
    return True


def test_it_goes_on_after_it_was_killed(
    redleaf: Command, begin: Callable[..., subprocess.Popen[bytes]], tmp_path: Path,
    whole: bytes, ending: str,
) -> None:  # fmt: skip
    out, part = tmp_path / f"out.{ending}", tmp_path / f"out.{ending}.part"
    process = begin("-", "-o", out.name)
    read_half_of_it(process, part)
    children = scorers_of(process)
    process.kill()
    assert process.communicate()[1] == b""
    wait_until(lambda: all(map(has_ended, children)), "the end of its processes")
    assert not out.exists()
    run = redleaf("score", "in.jsonl", "-o", out.name)
    assert run.code == 1
    assert f"{part.name}: a run that was cut short left it. --resume goes on with it" in run.err
    run = redleaf("score", "in.jsonl", "-o", out.name, "--resume", "-j", "1")
    assert run.code == 1
    assert "1 row of 6,000 could not be scored" in run.err
    assert out.read_bytes() == whole
    assert not part.exists()


def test_ctrl_c_leaves_what_can_be_gone_on_with(
    redleaf: Command, begin: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text("".join(ROWS))
    process = begin("-", "-o", "out.jsonl")
    read_half_of_it(process, tmp_path / "out.jsonl.part")
    # A terminal sends it to all processes of the group.
    for pid in (process.pid, *scorers_of(process)):
        os.kill(pid, signal.SIGINT)
    told = process.communicate(timeout=PATIENCE)[1].decode()
    assert process.returncode == 1
    assert re.fullmatch(
        r"redleaf: stopped after [\d,]+ rows; with --resume it goes on from there.\n", told
    )
    assert redleaf("score", "in.jsonl", "-o", "out.jsonl", "--resume", "-j", "1").code == 1
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == len(ROWS)


def test_it_goes_on_wherever_the_rows_were_cut(
    redleaf: Command, tmp_path: Path, whole: bytes, ending: str
) -> None:
    out, part = tmp_path / f"out.{ending}", tmp_path / f"out.{ending}.part"
    rows = whole
    if ending == "parquet":
        rows = stream_of(redleaf, tmp_path)
    for size in (0, 20, len(rows) // 2, len(rows) - 1, len(rows)):
        part.write_bytes(rows[:size])
        out.unlink(missing_ok=True)
        assert redleaf("score", "in.jsonl", "-o", out.name, "--resume", "-j", "1").code == 1
        assert out.read_bytes() == whole


def stream_of(redleaf: Command, folder: Path) -> bytes:
    """The part that a run leaves when its last step, writing Parquet, cannot be done."""
    (folder / "stream.parquet.ready").mkdir()
    assert redleaf("score", "in.jsonl", "-o", "stream.parquet", "-j", "1").code == 1
    return (folder / "stream.parquet.part").read_bytes()


def test_what_is_complete_is_left_as_it_is(
    redleaf: Command, tmp_path: Path, whole: bytes, ending: str
) -> None:
    name = f"whole.{ending}"
    run = redleaf("score", "in.jsonl", "-o", name)
    assert run.code == 1
    assert f"{name}: it is there already. --resume goes on with it, --overwrite" in run.err
    redleaf("score", "in.jsonl", "-o", name, "--resume", "-j", "1")
    assert (tmp_path / name).read_bytes() == whole
    assert redleaf("score", "in.jsonl", "-o", name, "--overwrite", "-j", "1").code == 1
    assert (tmp_path / name).read_bytes() == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", name]


def test_rows_that_came_since_are_added(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(ROWS[:100]))
    redleaf("score", "in.jsonl", "-o", "out.csv")
    (tmp_path / "in.jsonl").write_text("".join(ROWS[:300]))
    assert redleaf("score", "in.jsonl", "-o", "out.csv", "--resume").code == 0
    redleaf("score", "in.jsonl", "-o", "whole.csv")
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


@pytest.mark.parametrize("other", ["rows", "options", "fewer", "program"])
def test_it_does_not_go_on_with_other_rows(
    redleaf: Command, tmp_path: Path, whole: bytes, ending: str, other: str
) -> None:
    out, part = tmp_path / f"out.{ending}", tmp_path / f"out.{ending}.part"
    part.write_bytes(stream_of(redleaf, tmp_path) if ending == "parquet" else whole)
    options = []
    if other == "rows":
        rows = [*ROWS[:-9], ROWS[-9].replace("tea", "letter"), *ROWS[-8:]]
        (tmp_path / "in.jsonl").write_text("".join(rows))
    elif other == "options":
        options = ["--text", "id", "--id", "text"]
    elif other == "fewer":
        (tmp_path / "in.jsonl").write_text("".join(ROWS[:900]))
    else:
        part.write_bytes(b"not written by this program\n" * 20)
    before = part.read_bytes()
    run = redleaf("score", "in.jsonl", "-o", out.name, "--resume", "-j", "1", *options)
    if other == "program" and ending == "parquet":
        # Nothing in it is a row: there is nothing to go on with, and nothing to lose.
        assert out.read_bytes() == whole
        return
    assert run.code == 1
    assert "would not come out the same" in run.err
    assert part.read_bytes() == before
    assert not out.exists()


def test_a_full_disk_loses_no_row(
    redleaf: Command, begin: Callable[..., subprocess.Popen[bytes]], tmp_path: Path,
    whole: bytes, ending: str,
) -> None:  # fmt: skip
    out = tmp_path / f"out.{ending}"

    def leave_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    process = begin("in.jsonl", "-o", out.name, preexec_fn=leave_little_room)
    told = process.communicate(timeout=PATIENCE)[1].decode()
    assert process.returncode == 1
    assert f"redleaf: {out.name}: it cannot be written: File too large. What is there" in told
    assert "Traceback" not in told
    assert not out.exists()
    assert redleaf("score", "in.jsonl", "-o", out.name, "--resume", "-j", "1").code == 1
    assert out.read_bytes() == whole


def test_it_tells_when_the_system_ends_a_process_that_scores(
    begin: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    process = begin("-", "-o", "out.jsonl")
    read_half_of_it(process, tmp_path / "out.jsonl.part")
    for child in scorers_of(process):
        command = Path(f"/proc/{child}/cmdline").read_bytes()
        if b"resource_tracker" not in command:
            os.kill(child, signal.SIGKILL)
    told = process.communicate("".join(ROWS[FED:]).encode(), timeout=PATIENCE)[1].decode()
    assert process.returncode == 1
    assert "A process was ended by the system" in told
    assert "Traceback" not in told


def test_it_ends_quietly_when_nobody_reads_on(
    begin: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text("".join(ROWS))
    process = begin("in.jsonl", stdout=subprocess.PIPE)
    stdout: IO[bytes] = process.stdout  # type: ignore[assignment] # it was asked for
    assert json.loads(stdout.readline())["id"] == "n0"
    stdout.close()
    assert process.communicate(timeout=PATIENCE)[1] == b""
    assert process.returncode == 1


def test_it_reads_no_further_ahead_than_it_must() -> None:
    from redleaf.batch.processes import in_order

    taken = []

    def parts() -> Iterator[int]:
        for at in range(200):
            taken.append(at)
            yield at

    results = in_order(parts(), abs, jobs=2)
    for at, result in enumerate(results):
        assert result == at
        assert len(taken) <= at + 20
