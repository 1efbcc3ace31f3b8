"""Policies: how a receiver treats each case. Three ready ones, and settings of one's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from redleaf.triage.cases import Case


class Treatment(NamedTuple):
    """What is done: a decision at once, or after so many days of waiting another one."""

    decision: str
    wait_days: int = 0
    then: str = ""

    def on(self, received: dt.date | None, today: dt.date | None) -> str:
        """The decision on a day; who waited long enough has waited."""
        if self.decision != "wait" or not (self.then and received and today):
            return self.decision
        return self.then if (today - received).days >= self.wait_days else "wait"

    @property
    def in_words(self) -> str:
        if self.decision != "wait" or not self.wait_days:
            return self.decision
        days = "a day" if self.wait_days == 1 else f"{self.wait_days} days"
        return f"wait {days}, then {self.then}" if self.then else f"wait {days}"


class Audience(NamedTuple):
    """Whom a setting is about: all that is given has to hold.

    `cases` are cases, `words` stand in their headline, name or address, `network` and `language`
    are names and codes; what is empty holds always.
    """

    cases: frozenset[Case] = frozenset()
    words: tuple[str, ...] = ()
    network: str = ""
    language: str = ""


class Setting(NamedTuple):
    """One line of the user's own: whom, what, and the line as written."""

    audience: Audience
    treatment: Treatment
    line: str


@dataclass(frozen=True, slots=True)
class Policy:
    """A name, a treatment for each case, and settings of one's own, of which the first counts."""

    name: str
    title: str
    treatments: Mapping[Case, Treatment] = field(default_factory=dict)
    settings: tuple[Setting, ...] = ()

    def treatment(self, case: Case) -> Treatment:
        return self.treatments.get(case, _ALWAYS.get(case, ASK))


ANSWER, ACCEPT, ASK, DECLINE = map(Treatment, ("answer", "accept", "ask", "decline"))
_PATIENT = Treatment("wait", 14, "decline")

# Whatever the policy: somebody known gets in, a trick does not.
_ALWAYS = {
    Case.KNOWN: ACCEPT,
    Case.INTRODUCED: ANSWER,
    Case.PERSONAL: ANSWER,
    Case.RECRUITER: DECLINE,
    Case.PITCH: DECLINE,
    Case.CAMPAIGN: DECLINE,
    Case.RUDE: DECLINE,
    Case.FRAUD: DECLINE,
}
OPEN = Policy(
    "open",
    "You accept most people",
    {
        Case.RECRUITER: ASK,
        Case.UNCLEAR: ACCEPT,
        Case.DEFAULT: ACCEPT,
        Case.EMPTY: ACCEPT,
        Case.NO_ROOM: ACCEPT,
    },
)
CHOOSY = Policy("choosy", "You ask strangers who say nothing of themselves")
STRICT = Policy(
    "strict",
    "You let in who says why",
    {
        Case.PLEA: DECLINE,
        Case.TEMPLATE: DECLINE,
        Case.DEFAULT: _PATIENT,
        Case.EMPTY: _PATIENT,
    },
)
POLICIES = {each.name: each for each in (OPEN, CHOOSY, STRICT)}
