"""Folders: the texts that somebody means who names the folder they lie in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_ENDINGS = (".md", ".txt")


def texts_in(folder: str) -> Iterator[str]:
    """Every .md and .txt in `folder` and the folders in it, by name; none that is hidden.

    Says on stderr when there is none.
    """
    found = False
    for place, inside, names in os.walk(folder):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(_ENDINGS) and not name.startswith("."):
                found = True
                yield str(Path(place) / name)
    if not found:
        sys.stderr.write(f"redleaf: {folder}: there is no .md or .txt in this folder.\n")
