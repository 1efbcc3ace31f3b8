"""The clipboard: through the program that this machine has for it, else through the terminal."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

_SECONDS = 5
_BY_PROGRAM = "Copied."
_BY_TERMINAL = "Handed to the terminal's clipboard. Not every terminal takes it."
_NOWHERE = "There is no clipboard to copy to here. The note stands above, to be marked by hand."
# Longer than any note; some terminals drop all of it when it is more.
_MOST_BYTES = 70_000


def copy(text: str) -> str:
    """Put `text` into the clipboard; gives a sentence that says how it went."""
    for command, encoding in _programs(os.environ, sys.platform):
        if _run(command, text.encode(encoding)):
            return _BY_PROGRAM
    if _tell_terminal(text):
        return _BY_TERMINAL
    return _NOWHERE


def _programs(env: Mapping[str, str], platform: str) -> Iterator[tuple[list[str], str]]:
    """What can be tried here, the likeliest first, with the encoding that each reads."""
    if platform == "darwin":
        yield ["pbcopy"], "utf-8"
    if env.get("WAYLAND_DISPLAY"):
        yield ["wl-copy"], "utf-8"
    if env.get("DISPLAY"):
        yield ["xclip", "-selection", "clipboard"], "utf-8"
        yield ["xsel", "--clipboard", "--input"], "utf-8"
    # On Windows itself, and on the Linux within it.
    yield ["clip.exe"], "utf-16"


def _run(command: list[str], data: bytes) -> bool:
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 (one of the programs above)
            [program, *command[1:]],
            input=data,
            # The one that keeps the clipboard stays behind, and would hold a pipe open.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _tell_terminal(text: str) -> bool:
    """By the code OSC 52, which a terminal far away understands as well."""
    data = base64.b64encode(text.encode())
    if os.environ.get("TERM", "dumb") == "dumb" or len(data) > _MOST_BYTES:
        return False
    if not sys.stderr.isatty():
        return False
    sys.stderr.write(f"\x1b]52;c;{data.decode()}\x07")
    sys.stderr.flush()
    return True
