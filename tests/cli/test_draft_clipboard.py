"""A note is copied by whatever this machine has for it, else through the terminal, else said."""

from __future__ import annotations

import base64
import io
import sys
from pathlib import Path

import pytest

from redleaf.cli.drafting.clipboard import copy

NOTE = "Hei Mira, kahvi Turussa – “sammal”."


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with no clipboard; programs for one can be put into this folder."""
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "variable", "encoding"),
    [
        ("wl-copy", "WAYLAND_DISPLAY", "utf-8"),
        ("xclip", "DISPLAY", "utf-8"),
        ("xsel", "DISPLAY", "utf-8"),
        ("clip.exe", "", "utf-16"),
    ],
)
def test_it_hands_the_note_to_the_program_that_is_there(
    bare: Path, monkeypatch: pytest.MonkeyPatch, name: str, variable: str, encoding: str
) -> None:
    program(bare, name, f"/bin/cat > {bare}/copied")
    if variable:
        monkeypatch.setenv(variable, "here")
    assert copy(NOTE) == "Copied."
    assert (bare / "copied").read_bytes().decode(encoding) == NOTE


def test_it_takes_that_of_a_mac(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    program(bare, "pbcopy", f"/bin/cat > {bare}/copied")
    assert copy(NOTE) == "Copied."


def test_it_goes_on_when_one_fails(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "gone")
    program(bare, "xclip", "exit 1")
    program(bare, "xsel", f"/bin/cat > {bare}/copied")
    assert copy(NOTE) == "Copied."
    assert (bare / "copied").read_text("utf-8") == NOTE


def test_without_a_program_the_terminal_is_told(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert copy(NOTE).startswith("Handed to the terminal's clipboard.")
    code = terminal.getvalue().removeprefix("\x1b]52;c;").removesuffix("\x07")
    assert base64.b64decode(code).decode() == NOTE


@pytest.mark.usefixtures("bare")
def test_where_nothing_takes_it_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert copy(NOTE).startswith("There is no clipboard to copy to here.")
    assert terminal.getvalue() == ""
