"""How tests run the command: through `main`, as the console script does."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple

import pytest

from redleaf.cli import main


class Run(NamedTuple):
    """What one run gave."""

    code: int
    out: str
    err: str


class Command:
    """`redleaf(...)`, with standard input from `stdin`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *args: str, stdin: str | bytes = "") -> Run:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        code = main(args)
        captured = self._capsys.readouterr()
        return Run(code, captured.out, captured.err)
