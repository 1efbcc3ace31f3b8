"""Manners: what a model is told of a note in one language, in that language; in manners/*.txt."""

from __future__ import annotations

from functools import cache

from redleaf.notes.data_files import read_beside

_TOLD = ("de", "fr", "es")


def manners(code: str, register: str) -> tuple[str, ...]:
    """The lines for every note in the language with this code, and those for `register`.

    None for English, in which the house rules themselves are written, and for what nobody wrote.
    """
    if code not in _TOLD:
        return ()
    sections = _sections(code)
    return (*sections["all"], *sections[register])


@cache
def _sections(code: str) -> dict[str, tuple[str, ...]]:
    sections: dict[str, tuple[str, ...]] = {}
    heading = ""
    for line in read_beside(__file__, f"manners/{code}.txt").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            sections[heading] = ()
        elif heading and line:
            sections[heading] += (line,)
    return sections
