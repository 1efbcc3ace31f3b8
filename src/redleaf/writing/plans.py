"""Plans: which moves follow each other, by what a note is for; read from plans.txt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from redleaf.notes.data_files import read_beside


def plan_names() -> tuple[str, ...]:
    """The headings of plans.txt: aims, and the situations that have plans of their own."""
    return tuple(_plan_book())


def plans_for(name: str) -> tuple[tuple[str, ...], ...]:
    """The plans under one heading of plans.txt; "connect + beside" are those with that end."""
    heading, _, end = name.partition(" + ")
    plans = _plan_book()[heading]
    return tuple(dict.fromkeys(_ending_in(end, plan) for plan in plans)) if end else plans


def _ending_in(move: str, plan: tuple[str, ...]) -> tuple[str, ...]:
    return plan if plan[-1].endswith(move) else (*plan, move)


@lru_cache(maxsize=1)
def _plan_book() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    book: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    name = ""
    lines = read_beside(__file__, "phrasebook", "plans.txt")
    for line in lines.splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            book[name].append(tuple(move.strip() for move in line.split(",")))
    return {name: tuple(plans) for name, plans in book.items()}
