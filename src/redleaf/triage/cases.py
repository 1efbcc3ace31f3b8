"""Cases: what an invitation is, told apart before any policy says what to do with it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Case(StrEnum):
    """What an invitation is. Somebody known is never a case of text."""

    DECIDED = "decided"  # the user has decided about this person
    KNOWN = "known"
    INTRODUCED = "introduced"
    PERSONAL = "personal"
    SAYS_THEY_MET = "says they met"  # a meeting that nothing on record bears out
    NAMES_A_SENDER = "names a sender"  # an introducer who is not known for certain
    NAMESAKE = "namesake"
    IMITATION = "imitation"
    RECRUITER = "recruiter"
    PLEA = "plea"  # asks a favour and offers nothing
    UNCLEAR = "unclear"
    DEFAULT = "default"
    EMPTY = "empty"
    NO_ROOM = "no room"  # empty, where their network lets most people write nothing
    TEMPLATE = "template"
    PITCH = "pitch"
    CAMPAIGN = "campaign"
    RUDE = "rude"
    FRAUD = "fraud"


# What nobody's policy opens the door to.
CLOSED = frozenset((Case.FRAUD, Case.RUDE, Case.IMITATION, Case.NAMESAKE))


class Found(NamedTuple):
    """A case, the attention it deserves from 0 to 1, and what was seen, a line each."""

    case: Case
    attention: float
    reasons: tuple[str, ...]
