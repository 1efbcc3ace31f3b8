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

from redleaf.contacts.matching.evidence import (
    OF_AN_IDENTITY,
    SAME_BIRTHDAY,
    SAME_FIRM,
    Piece,
    evidence,
)
from redleaf.contacts.matching.name_forms import is_given_name
from redleaf.contacts.matching.name_likeness import (
    INITIAL_RARITY,
    NameLikeness,
    Shared,
    name_likeness,
)
from redleaf.contacts.matching.phone_numbers import same_numbers
from redleaf.contacts.matching.traits import Traits
from redleaf.contacts.matching.word_likeness import word_likeness


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


_ASKED_FROM = -0.75
_LEAST_AT_ONE_FIRM = -1.6
# About one person in ten stands twice in a book that grew for years.
_TWICE_IN_THE_BOOK = 1.0
_MOST_OF_A_NAME = 6.7
# Given and family names of one country go together: both are less of a coincidence than each.
_OF_ONE_CULTURE = 0.7
# What two who share neither identity nor organisation may have in common besides their name.
_MOST_SUPPORT = 0.6
_OF_A_BIRTHDAY = 3.5
_MOST_DOUBTFUL = 0.95
_SHORTEST_HANDLE = 5
_WEIGHT_OF_A_PROFILE = 8.0
_TELLS_APART = -4.0
_NO_NAME = NameLikeness(0.0, (), (), ())
# Who has a name alone can be told from nobody by anything else: better asked once too often.
_OF_A_BARE_NAME = 0.5
# Numbers and what a network appends to a name are no words.
_HANDLE_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")


def compare(one: Traits, other: Traits, crowd: Crowd) -> Likeness | None:
    """How alike two contacts are; None for two different people."""
    if one.kind != other.kind:
        return None
    names, is_written = _names(one, other, crowd)
    if not (names.is_whole or names.is_single or _share_an_identity(one, other)):
        return None
    pieces = evidence(one, other, crowd.holders)
    weight = min(names.weight, _MOST_OF_A_NAME) + sum(piece.weight for piece in pieces)
    weight -= _against_chance(crowd)
    if names.is_equal and (_is_bare(one) or _is_bare(other)):
        weight += _OF_A_BARE_NAME
    reasons = (*_of_name(names), *(piece.reason for piece in pieces))
    if is_written and _is_same(names, pieces, one, other):
        return Likeness("same", _share(weight + 2), reasons)
    is_near = names.is_sure or names.is_single
    if _has_identity(pieces) or (is_near and _have_firm(pieces) and weight > _LEAST_AT_ONE_FIRM):
        weight = max(weight, _ASKED_FROM)
    if weight >= _ASKED_FROM and _is_askable(names, pieces, one, other, crowd):
        return Likeness("doubtful", min(_MOST_DOUBTFUL, _share(weight)), reasons)
    return None


def spare_rarity(name: Sequence[str], traits: Traits, crowd: Crowd) -> float:
    """How much rarer a name is than it must be for anybody else who has it, and no identity and no
    organisation in common, to be asked about; below 0 nobody would be.
    """
    rarity = sum(crowd.rarity(word) if len(word) > 1 else INITIAL_RARITY for word in name)
    support = _MOST_SUPPORT + (_OF_A_BIRTHDAY if traits.birthday else 0.0)
    return rarity - _against_chance(crowd) + support - _ASKED_FROM


def _against_chance(crowd: Crowd) -> float:
    """What a name has to outweigh: how many there are, of how few stands twice in a book."""
    return math.log10(crowd.holders("", "") + 10) + _TWICE_IN_THE_BOOK + _OF_ONE_CULTURE


def _closeness(names: NameLikeness) -> tuple[bool, bool, float]:
    return names.is_whole, names.is_single, names.weight


def names_in(traits: Traits) -> list[list[str]]:
    """Each name as words. Where there is none, or one word of it, what the address of their mail or
    profile says: ana.ruiz@example.org, /in/ana-ruiz-1b2c.
    """
    names = [name.split() for name in traits.names]
    if len(names) == 1 and len(names[0]) > 1:
        return names
    if any(len(name) > 1 for name in names):
        return names
    known = {word for name in names for word in name}
    handles = [each.partition("@")[0] for each in traits.emails]
    handles += [each.partition(":")[2] for each in traits.profiles]
    read = [_HANDLE_WORD.findall(handle) for handle in handles]
    told = [each for each in read if known <= set(each) and _is_name(each)]
    return names + told + [[name, rest] for name in known for rest in _families_in(name, read)]


def _is_name(words: Sequence[str]) -> bool:
    return len(words) > 1 or (len(words) == 1 and is_given_name(words[0]))


def _families_in(given: str, handles: Sequence[Sequence[str]]) -> list[str]:
    """What may be the family in "nholt", where the given name is "nora"."""
    words = [words[0] for words in handles if len(words) == 1]
    return [
        word[1:]
        for word in words
        if word[0] == given[0] and word != given and len(word) >= _SHORTEST_HANDLE
    ]


def _names(one: Traits, other: Traits, crowd: Crowd) -> tuple[NameLikeness, bool]:
    """The two names that are most alike, and whether they were written and not read from mail."""
    mine, theirs = names_in(one), names_in(other)
    found = [name_likeness(a, b, crowd.rarity, crowd.is_known) for a in mine for b in theirs]
    best = found[0] if len(found) == 1 else max(found, key=_closeness, default=_NO_NAME)
    is_written = bool(one.names and other.names) or not (one.names or other.names)
    return best, is_written or not best.shared


def _is_bare(traits: Traits) -> bool:
    return not (traits.emails or traits.phones or traits.profiles or traits.firms)


def _share_an_identity(one: Traits, other: Traits) -> bool:
    return (
        _overlap(one.emails, other.emails)
        or _overlap(one.profiles, other.profiles)
        or _overlap(one.uids, other.uids)
        or bool(same_numbers(one.phones, other.phones))
    )


def _overlap(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return bool(mine and theirs) and any(each in theirs for each in mine)


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
    # Neither the house's mailbox beside its number nor the firm's name beside its switchboard tell
    # father from son, or two namesakes at one firm: a day of birth does.
    has_birthday = any(piece.reason == SAME_BIRTHDAY for piece in pieces)
    return has_birthday or _brings_nothing(one, other, pieces)


def _is_given(names: NameLikeness, one: Traits, other: Traits) -> bool:
    """Whether the one word that both have opens both names, and is surely the same."""
    shared = names.shared[0]
    opens = any(name.split()[0] == shared.one for name in one.names) and any(
        name.split()[0] == shared.other for name in other.names
    )
    return opens and shared.likeness.way in ("equal", "spelling", "script")


def _brings_nothing(one: Traits, other: Traits, pieces: Sequence[Piece]) -> bool:
    """Whether one of them has the other's numbers and no identity besides, and nothing differs.

    Who has another number beside a shared one may have that one from the house.
    """
    mine, theirs = {*one.emails, *one.profiles}, {*other.emails, *other.profiles}
    is_within = set(one.phones) == set(other.phones) and (mine <= theirs or theirs <= mine)
    is_number = any(piece.strength == "shared" and piece.weight >= 4 for piece in pieces)
    return is_within and is_number and all(piece.weight >= 0 for piece in pieces)


def _has_identity(pieces: Sequence[Piece]) -> bool:
    """Whether they have an identity in common, and nothing that tells them apart for sure."""
    return any(
        piece.weight >= OF_AN_IDENTITY and piece.strength != "support" for piece in pieces
    ) and (all(piece.weight > _TELLS_APART for piece in pieces))


def _have_firm(pieces: Sequence[Piece]) -> bool:
    is_same = any(piece.reason == SAME_FIRM for piece in pieces)
    return is_same and not any(piece.strength == "against" for piece in pieces)


def _is_askable(
    names: NameLikeness, pieces: Sequence[Piece], one: Traits, other: Traits, crowd: Crowd
) -> bool:
    if names.is_whole:
        return True
    is_own = any(piece.strength == "own" for piece in pieces)
    if names.is_single or not (one.names and other.names):
        return is_own or _has_identity(pieces) or _have_firm(pieces)
    if not is_own:
        return False
    is_profile = any(piece.weight >= _WEIGHT_OF_A_PROFILE for piece in pieces)
    return is_profile or any(
        _may_be_called_both(mine.split()[0], theirs.split()[0], crowd)
        for mine in one.names
        for theirs in other.names
    )


def _may_be_called_both(one: str, other: str, crowd: Crowd) -> bool:
    """Whether two given names may be one person's: alike, or at least with the same first letter
    and not two known names, as a couple's or brother's and sister's are.
    """
    if word_likeness(one, other, crowd.is_known):
        return True
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
        case "short form" | "two forms":
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
