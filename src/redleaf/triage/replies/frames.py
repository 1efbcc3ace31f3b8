"""Frames: what ready answers are made of, a file a language."""

from __future__ import annotations

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


def frame(language: str, kind: str, *, is_formal: bool, pick: int) -> str:
    """One frame of a kind; `pick` is any number and chooses among them."""
    heading = f"{kind} formal" if is_formal else kind
    some = frames(language)[heading]
    return some[pick % len(some)]
