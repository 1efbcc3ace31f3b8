"""Folders: the texts that somebody means who names the folder they lie in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_ENDINGS = (".md", ".txt")


def texts_in(folder: str) -> Iterator[str]:
    """Every .md and .txt in `folder` and the folders in it, by name; no hidden ones, no links.

    A link may lead out of the folder, to what nobody named. Says on stderr when there is no text.
    """
    found = False
    for place, inside, names in os.walk(folder):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if name.endswith(_ENDINGS) and not name.startswith(".") and not path.is_symlink():
                found = True
                yield str(path)
    if not found:
        sys.stderr.write(f"redleaf: {folder}: there is no .md or .txt in this folder.\n")
