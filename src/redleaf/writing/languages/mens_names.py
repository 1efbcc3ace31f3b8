"""Men's names: given names that no woman has, of one language; asked together with a role, never
alone."""

from __future__ import annotations

from functools import cache

from redleaf.notes.data_files import read_beside


def is_a_mans_name(given: str, *, beside: str) -> bool:
    """Whether mens_names.txt in the folder of the module `beside` lists `given`."""
    return given in _listed(beside)


@cache
def _listed(beside: str) -> frozenset[str]:
    lines = read_beside(beside, "mens_names.txt").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())
