"""`redleaf desk`, as a person starts and ends it."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.running import Desk, free_port, run, start, status

Start = Callable[..., Desk]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def started() -> Iterator[Start]:
    desks: list[Desk] = []

    def start_one(home: Path, *options: str) -> Desk:
        desks.append(start(home, "--port", str(free_port()), *options))
        return desks[-1]

    yield start_one
    for desk in desks:
        desk.end()
        assert desk.process.stdout is not None
        desk.process.stdout.close()


def test_it_opens_with_the_address_it_prints(started: Start, home: Path) -> None:
    desk = started(home)
    assert status(f"{desk.base}/healthz") == 200
    assert status(f"{desk.base}/check/") == 403
    assert status(desk.address) == 200
    assert status(desk.address) == 403


def test_it_keeps_everything_from_other_users(started: Start, home: Path) -> None:
    started(home)
    for path in [home, *home.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_it_ends_cleanly(started: Start, home: Path) -> None:
    desk = started(home)
    assert desk.end() == 0
    assert not (home / "desk.json").exists()


def test_a_second_start_finds_the_first(started: Start, home: Path) -> None:
    desk = started(home)
    second = run(home)
    assert second.returncode == 0
    address = second.stdout.split()[-1]
    assert address.startswith(f"{desk.base}/enter/")
    assert address != desk.address
    assert status(address) == 200


def test_it_starts_again_after_a_power_cut(started: Start, home: Path) -> None:
    started(home).kill()
    assert (home / "desk.json").exists()
    assert status(f"{started(home).base}/healthz") == 200


def test_it_knows_a_stranger_on_its_port(started: Start, home: Path, tmp_path: Path) -> None:
    """Another desk has taken the port of one that was cut off: the key must not go there."""
    other = started(tmp_path / "other")
    desk = started(home)
    desk.kill()
    port = other.base.rpartition(":")[2]
    kept = (home / "desk.json").read_text()
    (home / "desk.json").write_text(kept.replace(desk.base.rpartition(":")[2], port))
    assert not started(home).address.startswith(other.base)


def test_it_says_that_a_port_is_in_use(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = run(home, "--port", str(port))
    assert answer.returncode == 1
    assert f"Port {port} is in use by another program." in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("port", ["0", "70000", "http"])
def test_it_refuses_what_is_no_port(home: Path, port: str) -> None:
    assert run(home, "--port", port).returncode == 2


def test_it_says_that_a_home_cannot_be_used(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    answer = run(file / "home")
    assert answer.returncode == 1
    assert "cannot be used" in answer.stderr


@pytest.mark.parametrize("part", ["django", "platformdirs", "granian"])
def test_without_its_parts_it_says_how_to_add_them(part: str, home: Path) -> None:
    code = (
        f"import sys; sys.modules[{part!r}] = None; from redleaf.cli import main; "
        f"sys.exit(main(['desk', '--no-browser', '--home', {str(home)!r}]))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert "pip install '.[web]'" in answer.stderr
    assert "Traceback" not in answer.stderr
