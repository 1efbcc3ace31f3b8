"""The sign of life that a container asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from redleaf.web.alive import is_alive
from tests.web.running import free_port, start


def test_it_tells_a_desk_that_answers_from_none(tmp_path: Path) -> None:
    port = free_port()
    assert not is_alive(port)
    desk = start(tmp_path, "--team", "--port", str(port))
    assert desk.process.stdout is not None
    try:
        assert is_alive(port)
    finally:
        desk.end()
        desk.process.stdout.close()


def test_it_asks_by_the_name_that_the_server_answers_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDLEAF_HOSTS", "desk.example, other.example")
    port = free_port()
    desk = start(tmp_path, "--team", "--port", str(port))
    assert desk.address == "https://desk.example/"
    assert desk.process.stdout is not None
    try:
        assert is_alive(port)
    finally:
        desk.end()
        desk.process.stdout.close()
