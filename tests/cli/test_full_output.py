"""Where what a command prints finds no room: a sentence, exit code 1, and no stack trace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.is_char_device(), reason="no device that is always full")


@pytest.mark.parametrize("arguments", [["networks"], ["check", "-"], ["rules", "--format", "json"]])
def test_it_is_told_in_one_sentence(arguments: list[str]) -> None:
    with FULL.open("wb") as nowhere:
        run = subprocess.run(
            [sys.executable, "-c", "from redleaf.cli import run; run()", *arguments],
            input=b"I'd like to add you to my professional network.",
            stdout=nowhere,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 1
    assert run.stderr == b"redleaf: This could not be written: No space left on device.\n"
