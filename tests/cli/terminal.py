"""A command at a terminal of its own: it is answered by keys when it asks."""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_SECONDS = 30
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Session(NamedTuple):
    """What one command at a terminal gave: its exit code, all it wrote, and that without colour."""

    code: int
    raw: str

    @property
    def text(self) -> str:
        return _STYLE.sub("", self.raw).replace("\r\n", "\n")


def at_terminal(
    home: Path,
    arguments: Sequence[str],
    answers: Sequence[tuple[str, str]] = (),
    *,
    columns: int = 80,
    env: dict[str, str] | None = None,
) -> Session:
    """Run `redleaf` at a terminal; each of `answers` is typed when the text before it appears."""
    ours, theirs = pty.openpty()
    _set_width(theirs, columns)
    command = subprocess.Popen(
        [sys.executable, "-m", "redleaf", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=home,
        env=_environment(home, env or {}),
        start_new_session=True,
    )
    os.close(theirs)
    try:
        raw = _conversation(ours, list(answers))
        return Session(command.wait(_SECONDS), raw)
    finally:
        command.kill()
        command.wait()
        os.close(ours)


def _environment(home: Path, more: dict[str, str]) -> dict[str, str]:
    # Whoever runs the tests may have said how wide another terminal is.
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return {**inherited, "REDLEAF_HOME": str(home), "TERM": "xterm", **more}


def _conversation(ours: int, answers: list[tuple[str, str]]) -> str:
    said, seen_up_to = "", 0
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        if answers and answers[0][0] in said[seen_up_to:]:
            seen_up_to = len(said)
            os.write(ours, answers.pop(0)[1].encode())
        if not select.select([ours], [], [], 0.05)[0]:
            continue
        try:
            piece = os.read(ours, 65_536)
        except OSError:  # the other end is closed: the command has ended
            break
        if not piece:
            break
        said += piece.decode("utf-8", "replace")
    assert not answers, f"never asked: {answers[0][0]!r} in {said}"
    return said


def _set_width(terminal: int, columns: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
