"""triage(): invitations and what the receiver knows in, decisions with reasons out. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from redleaf.triage.acquaintance import Acquaintance, How, acquaintance_with
from redleaf.triage.audiences import is_in
from redleaf.triage.campaigns import LetterToMany, letters_to_many
from redleaf.triage.cascade import Around, find_case
from redleaf.triage.cases import CLOSED, Case, Found
from redleaf.triage.directory import Directory
from redleaf.triage.habits import Habit, habit_for
from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Appointment, Known
from redleaf.triage.policies import ASK, CHOOSY, Policy, Treatment
from redleaf.triage.replies import Answering
from redleaf.triage.trades import Trades
from redleaf.triage.wording import Wording

# A draft from memory takes as long as fifty decisions; whoever comes first gets one.
_DRAFTED = 25
# A habit lifts a little, and nobody over those whom the user knows.
_BY_HABIT, _MOST_BY_HABIT = 0.1, 0.79
_FAR = dt.timedelta(days=366)
_SAYING_NOTHING = ("empty", "default", "template")
Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with an invitation, and why.

    `attention` from 0 to 1 is how soon it deserves a look; `decision` answer, accept, ask, wait or
    decline; `reasons` one line each; `reply` a ready answer that waits for a click, "" for none;
    `campaign` names the letter that several sent, "" for none. `case` is what the policy goes by.
    """

    id: str
    verdict: str
    attention: float
    decision: str
    reasons: tuple[str, ...]
    reply: str
    campaign: str
    case: Case
    is_known: bool

    def to_json(self) -> dict[str, Any]:
        """A row of `redleaf triage` (docs/triage.md)."""
        return {
            "id": self.id,
            "verdict": self.verdict,
            "attention": self.attention,
            "decision": self.decision,
            "reasons": list(self.reasons),
            "reply": self.reply,
            "campaign": self.campaign or None,
        }


def triage(
    invitations: Iterable[Invitation],
    known: Known | None = None,
    *,
    policy: Policy = CHOOSY,
    habits: Sequence[Habit] = (),
    drafted: int = _DRAFTED,
    tell: Tell | None = None,
) -> list[Decision]:
    """A decision for each invitation, the one that deserves most attention first.

    `habits` are what the user's own corrections showed (habits_of). The first `drafted` answers to
    people in the address book are drafted from what is recorded; others take up their words alone.
    `tell` is called with the number of those read so far.
    """
    invitations = list(invitations)
    known = known or Known()
    known = replace(known, today=known.today or _newest(invitations))
    around = Around(Directory(known), Trades(known), _occasions(known))
    seen = _seen(invitations, around.directory, tell)
    terms = _Terms(policy, habits, known.today)
    decided = sorted((_decided(each, around, terms) for each in seen), key=_rank)
    answering = Answering(known, drafted=drafted)
    return [each.decision(answering) for each in decided]


def _newest(invitations: Sequence[Invitation]) -> dt.date | None:
    """The day of the newest invitation; one far from all others has a clock that is wrong."""
    days = sorted(each.day for each in invitations if each.day)
    middle = days[len(days) // 2] if days else None
    return next((day for day in reversed(days) if middle and day - middle <= _FAR), None)


class _Terms(NamedTuple):
    """By what is decided: the same for all invitations of a run."""

    policy: Policy
    habits: Sequence[Habit]
    today: dt.date | None


class _Seen(NamedTuple):
    """An invitation with all that was seen of it."""

    invitation: Invitation
    acquaintance: Acquaintance
    wording: Wording
    letter: LetterToMany | None = None


class _Decided(NamedTuple):
    """What is decided, before its answer is written."""

    seen: _Seen
    case: Case
    attention: float
    choice: str
    reasons: tuple[str, ...]

    def decision(self, answering: Answering) -> Decision:
        invitation, acquaintance, wording, letter = self.seen
        reply = answering.reply(invitation, self.case, self.choice, acquaintance, wording)
        is_silent = self.choice == "answer" and not reply
        why = answering.left_to_the_user(invitation, acquaintance, wording) if is_silent else ""
        return Decision(
            id=invitation.id,
            verdict=wording.verdict,
            attention=self.attention,
            decision=self.choice,
            reasons=(*self.reasons, why) if why else self.reasons,
            reply=reply,
            campaign=letter.name if letter else "",
            case=self.case,
            is_known=acquaintance.is_known,
        )


def _seen(
    invitations: Sequence[Invitation], directory: Directory, tell: Tell | None
) -> list[_Seen]:
    seen = []
    for number, each in enumerate(invitations, 1):
        seen.append(_Seen(each, acquaintance_with(each, directory), Wording(each)))
        if tell:
            tell(number)
    return _with_letters(seen)


def _with_letters(seen: list[_Seen]) -> list[_Seen]:
    """The same, with the letters that several people sent marked as such."""
    places = [at for at, each in enumerate(seen) if _may_be_one_of_many(each)]
    wordings = {seen[at].invitation: seen[at].wording for at in places}
    letters = letters_to_many(
        [seen[at].invitation for at in places],
        is_pitch=lambda each: wordings[each].verdict == "pitch",
        is_own=lambda each: wordings[each].is_personal and not wordings[each].is_dressed,
    )
    for at, letter in letters.items():
        seen[places[at]] = seen[places[at]]._replace(letter=letter)
    return seen


def _may_be_one_of_many(seen: _Seen) -> bool:
    """A network's own text is nobody's campaign, no text nobody's letter, and a friend no sender
    of one; somebody is only said to be known where a name was dropped or a memory told."""
    if seen.wording.says_nothing:
        return False
    return not seen.acquaintance.is_known or seen.acquaintance.how in (How.INTRODUCED, How.MEMORY)


def _occasions(known: Known) -> tuple[Appointment, ...]:
    """Where the receiver has been: the calendar, and the events of all encounters."""
    met = [
        Appointment(each.event, each.on)
        for person in known.contacts
        for each in person.encounters
        if each.event and each.event != known.owner.company
    ]
    return (*known.calendar, *dict.fromkeys(met))


def _decided(seen: _Seen, around: Around, terms: _Terms) -> _Decided:
    invitation, acquaintance, wording, letter = seen
    found = find_case(
        invitation,
        acquaintance,
        wording,
        letter=letter,
        around=around,
    )
    person = acquaintance.person
    if found.case is Case.DECIDED and person and person.verdict:
        return _Decided(seen, found.case, found.attention, person.verdict.decision, found.reasons)
    if found.case in (Case.KNOWN, Case.INTRODUCED):
        return _Decided(
            seen, found.case, found.attention, _of_known(seen, found.case), found.reasons
        )
    return _by_policy(seen, found, terms)


def _by_policy(seen: _Seen, found: Found, terms: _Terms) -> _Decided:
    """What the terms say of somebody who is not known."""
    invitation, wording = seen.invitation, seen.wording
    reasons, attention = [*found.reasons], found.attention
    habit = None if found.case in CLOSED else habit_for(invitation, found.case, terms.habits)
    if habit:
        reasons.append(habit.in_words)
        attention = round(min(_MOST_BY_HABIT, attention + _BY_HABIT), 3)
    treatment, why = _treatment(invitation, found.case, wording, terms.policy)
    if why:
        reasons.append(why)
    if treatment.decision == "accept" and wording.disguise:
        reasons.append("Text in disguise is not let in by rule.")
        treatment = ASK
    if invitation.answered and wording.verdict in _SAYING_NOTHING:
        reasons.append("You asked, and their answer does not say how you know each other.")
        treatment = Treatment("wait")
    choice = treatment.on(invitation.day, terms.today)
    return _Decided(seen, found.case, attention, choice, tuple(reasons))


def _rank(decided: _Decided) -> float:
    return -decided.attention


def _of_known(seen: _Seen, case: Case) -> str:
    """Words are answered, a wave is waved back to."""
    person = seen.acquaintance.person
    owes = bool(person and person.promises)
    says_something = seen.wording.verdict not in _SAYING_NOTHING
    return "answer" if owes or says_something or case is Case.INTRODUCED else "accept"


def _treatment(
    invitation: Invitation, case: Case, wording: Wording, policy: Policy
) -> tuple[Treatment, str]:
    """What the policy says, and why in a line; a setting of one's own comes first."""
    if case not in CLOSED:
        for setting in policy.settings:
            if is_in(setting.audience, invitation, case, wording):
                return setting.treatment, f"Your own setting: {setting.line}."
    treatment = policy.treatment(case)
    why = f"{policy.title}: {_in_words(treatment)}." if case in _OF_POLICY else ""
    return treatment, why


def _in_words(treatment: Treatment) -> str:
    return {
        "ask": "this one is asked how you know each other",
        "accept": "this one too",
        "decline": "this one does not",
    }.get(treatment.decision, treatment.in_words)


_OF_POLICY = frozenset(
    (Case.DEFAULT, Case.EMPTY, Case.NO_ROOM, Case.UNCLEAR, Case.TEMPLATE, Case.PLEA)
)
