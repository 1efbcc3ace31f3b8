"""What a model says around its notes, known by how it begins; the beginnings are in talk.txt."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_MARKS_BEFORE = " \t\n\"“„'*_#>(-"


def begins(kind: str, text: str) -> bool:
    """Whether `text` begins as a `preface`, an `afterword`, a `refusal` or a `greeting` does."""
    start = text[:200].lstrip(_MARKS_BEFORE).replace("’", "'").replace("*", "")
    return bool(_beginnings()[kind].match(" ".join(start.split())))


@cache
def _beginnings() -> dict[str, re.Pattern[str]]:
    kinds: dict[str, list[str]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            beginnings = kinds.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            beginnings.append(re.escape(line) + (r"\b" if line[-1].isalnum() else ""))
    return {kind: re.compile("|".join(each), re.IGNORECASE) for kind, each in kinds.items()}
