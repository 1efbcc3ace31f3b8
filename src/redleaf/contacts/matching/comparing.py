"""Two contacts held against each other: the same, perhaps the same, or two people; and why.

Unasked only exact identities join two records, and only where the names are the same and nothing
speaks against it. What is asked is weighed: how rare the name is among the others of the book,
what else both have, what differs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from redleaf.contacts.matching.evidence import Piece, evidence
from redleaf.contacts.matching.name_likeness import NameLikeness, Shared, name_likeness
from redleaf.contacts.matching.traits import Traits


class Crowd(Protocol):
    """The others of the book: what is rare among them, and what several share."""

    def rarity(self, word: str) -> float:
        """The negative logarithm (base 10) of the share of names that have `word`."""

    def is_known(self, word: str) -> bool:
        """Whether `word` is a name of several, or one that our tables have."""

    def holders(self, what: str, value: str) -> int:
        """How many have an "email", "phone" or "firm"; of all contacts for ""."""


class Likeness(NamedTuple):
    """`certainty` is "same" or "doubtful"; `score` from 0 to 1; `reasons` in words."""

    certainty: str
    score: float
    reasons: tuple[str, ...]


_ASKED_FROM = -0.2
_MOST_OF_A_NAME = 7.0
_MOST_DOUBTFUL = 0.95
_WEIGHT_OF_A_PROFILE = 6.0
_NO_NAME = NameLikeness(0.0, (), (), ())
_MAIL_WORDS = re.compile(r"[^\W\d_]{2,}")


def compare(one: Traits, other: Traits, crowd: Crowd) -> Likeness | None:
    """How alike two contacts are; None for two different people."""
    if one.kind != other.kind:
        return None
    names, is_written = _names(one, other, crowd)
    pieces = evidence(one, other, crowd.holders)
    weight = min(names.weight, _MOST_OF_A_NAME) + sum(piece.weight for piece in pieces)
    weight -= math.log10(crowd.holders("", "") + 10)
    reasons = (*_of_name(names), *(piece.reason for piece in pieces))
    if is_written and _is_same(names, pieces, one, other):
        return Likeness("same", _share(weight + 2), reasons)
    if weight >= _ASKED_FROM and _is_askable(names, pieces, one, other, crowd):
        return Likeness("doubtful", min(_MOST_DOUBTFUL, _share(weight)), reasons)
    return None


def names_in(traits: Traits) -> list[list[str]]:
    """Each name as words; where there is none, what the mail address says: ana.ruiz@example.org."""
    if traits.names:
        return [name.split() for name in traits.names]
    mailboxes = [_MAIL_WORDS.findall(each.partition("@")[0]) for each in traits.emails]
    return [words for words in mailboxes if len(words) > 1]


def _names(one: Traits, other: Traits, crowd: Crowd) -> tuple[NameLikeness, bool]:
    """The two names that are most alike, and whether they were written and not read from mail."""
    mine, theirs = names_in(one), names_in(other)
    found = [name_likeness(a, b, crowd.rarity, crowd.is_known) for a in mine for b in theirs]
    best = max(found, key=lambda each: (each.is_whole, each.weight), default=_NO_NAME)
    is_written = bool(one.names and other.names) or not (one.names or other.names)
    return best, is_written or not best.shared


def _is_same(names: NameLikeness, pieces: Sequence[Piece], one: Traits, other: Traits) -> bool:
    if any(piece.strength == "against" for piece in pieces):
        return False
    own = [piece for piece in pieces if piece.strength == "own"]
    shared = [piece for piece in pieces if piece.strength == "shared"]
    if not (one.names and other.names):
        return bool(own)
    if own:
        return names.is_sure or (names.is_single and _is_given(names, one, other))
    if not (shared and names.is_sure):
        return False
    support = [piece for piece in pieces if piece.strength == "support" and piece.weight >= 1]
    return len(shared) + len(support) > 1 or _brings_nothing(one, other, shared)


def _is_given(names: NameLikeness, one: Traits, other: Traits) -> bool:
    """Whether the one word that both have opens both names, and is surely the same."""
    shared = names.shared[0]
    opens = any(name.split()[0] == shared.one for name in one.names) and any(
        name.split()[0] == shared.other for name in other.names
    )
    return opens and shared.likeness.way in ("equal", "spelling", "script")


def _brings_nothing(one: Traits, other: Traits, shared: Sequence[Piece]) -> bool:
    """Whether one of them has no identity that the other does not have."""
    mine = {*one.emails, *one.profiles, *one.phones}
    theirs = {*other.emails, *other.profiles, *other.phones}
    return any(piece.weight >= 3 for piece in shared) and (mine <= theirs or theirs <= mine)


def _is_askable(
    names: NameLikeness, pieces: Sequence[Piece], one: Traits, other: Traits, crowd: Crowd
) -> bool:
    if names.is_whole:
        return True
    if not any(piece.strength == "own" for piece in pieces):
        return False
    if names.is_single or not (one.names and other.names):
        return True
    is_profile = any(piece.weight >= _WEIGHT_OF_A_PROFILE for piece in pieces)
    return is_profile or _may_be_called_both(one.names[0], other.names[0], crowd)


def _may_be_called_both(mine: str, theirs: str, crowd: Crowd) -> bool:
    """Whether the given names may be one: alike in their first letter, and not two known names,
    as a couple's or brother's and sister's are.
    """
    one, other = mine.split()[0], theirs.split()[0]
    return one[0] == other[0] and not (crowd.is_known(one) and crowd.is_known(other))


def _share(weight: float) -> float:
    return round(1 / (1 + 10 ** -max(-6.0, min(6.0, weight))), 4)


def _of_name(names: NameLikeness) -> Iterator[str]:
    if names.is_equal:
        yield "the same name"
        return
    for each in names.shared:
        yield _told(each)
    if names.left and names.right:
        yield f"{' '.join(names.left)} and {' '.join(names.right)} differ"


def _told(shared: Shared) -> str:
    one, other = (each.lstrip("~").partition("/")[0] for each in shared[:2])
    match shared.likeness.way:
        case "short form":
            return f"{one} and {other} can be one name"
        case "script":
            return f"{one} in another script"
        case "slip":
            return f"{one} and {other} differ by little"
        case "initial" | "beginning":
            return (
                f"{one} may stand for {other}"
                if len(one) < len(other)
                else (f"{other} may stand for {one}")
            )
        case "equal":
            return f"{one} in both names"
    return f"{one} and {other} are written alike"
