"""Two contacts held against each other: same, doubtful or others, and why."""

from __future__ import annotations

from typing import NamedTuple

from redleaf.contacts.matching.traits import Traits


class Likeness(NamedTuple):
    """`certainty` is "same" or "doubtful"; `score` from 0 to 1; `reasons` in words."""

    certainty: str
    score: float
    reasons: tuple[str, ...]


def compare(one: Traits, other: Traits) -> Likeness | None:
    """How alike two contacts are; None for two different people."""
    reasons = []
    for what, mine, theirs in (
        ("e-mail address", one.emails, other.emails),
        ("profile", one.profiles, other.profiles),
        ("card", one.uids, other.uids),
        ("phone number", one.phones, other.phones),
    ):
        if not set(mine).isdisjoint(theirs):
            reasons.append(f"the same {what}")
    named = bool(one.names and other.names)
    same_name = any(set(a.split()) == set(b.split()) for a in one.names for b in other.names)
    if named and not same_name:
        return None
    if same_name:
        reasons.append("the same name")
    contradicted = (
        bool(one.birthday and other.birthday and one.birthday != other.birthday)
        or one.generation != other.generation
    )
    if len(reasons) > same_name and not contradicted:
        return Likeness("same", 0.99, tuple(reasons))
    return Likeness("doubtful", 0.5, tuple(reasons)) if reasons else None
