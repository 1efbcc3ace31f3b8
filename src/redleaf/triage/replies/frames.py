"""Frames: what ready answers are made of, a file a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from redleaf.notes.data_files import read_beside

LANGUAGES = ("en", "de", "fr", "es")


@cache
def frames(language: str) -> dict[str, tuple[str, ...]]:
    """The frames of a language by heading, such as "no" and "no formal"."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in read_beside(__file__, f"{language}.txt").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(heading, []).append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


class Turns:
    """Takes texts in turns, so that two who compare their answers rarely hold the same one."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def take(self, some: Sequence[str], pick: int) -> str:
        """The least taken of `some`; of several the first from place `pick` on, any number."""
        start = pick % len(some)
        taken = min((*some[start:], *some[:start]), key=lambda text: self._taken[text])
        self._taken[taken] += 1
        return taken
