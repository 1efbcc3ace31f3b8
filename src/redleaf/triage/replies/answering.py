"""Answering: which ready answer an invitation gets, in the language of its text."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache

from redleaf.contacts.guessing import guessed_parts
from redleaf.notes.brief import Brief, Recipient
from redleaf.notes.brief import Sender as Writer
from redleaf.triage.acquaintance import Acquaintance
from redleaf.triage.cases import Case
from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Known, Owner
from redleaf.triage.replies.frames import Turns, frames
from redleaf.triage.replies.manner import is_formal, language_of_reply
from redleaf.triage.replies.quoting import quote_of
from redleaf.triage.wording import Wording
from redleaf.writing import draft

# Which frame answers what, where the decision is no plain "how do we know each other?".
_OF_CASES: Mapping[tuple[Case, str], str] = {
    (Case.PITCH, "decline"): "no",
    (Case.CAMPAIGN, "decline"): "no",
    (Case.TEMPLATE, "decline"): "no",
    (Case.RECRUITER, "decline"): "recruiter",
    (Case.RECRUITER, "answer"): "recruiter",
    (Case.RECRUITER, "ask"): "plea",
    (Case.PLEA, "ask"): "plea",
    (Case.PLEA, "decline"): "no",
    (Case.SAYS_THEY_MET, "ask"): "which meeting",
    (Case.NAMES_A_SENDER, "ask"): "which sender",
}
# Who may be somebody else is asked at an address one knows, and the rude get no answer at all.
_SILENT = frozenset((Case.NAMESAKE, Case.IMITATION, Case.FRAUD, Case.RUDE))
_STAND_IN = "Mira Quandt"
_SEEDS = 5


class Answering:
    """Writes the ready answers of one run. `drafted` is how many may be drafted from memory."""

    def __init__(self, known: Known, *, drafted: int) -> None:
        self._known = known
        self._left = drafted
        self._turns = Turns()

    def reply(
        self,
        invitation: Invitation,
        case: Case,
        decision: str,
        acquaintance: Acquaintance,
        wording: Wording,
    ) -> str:
        """The ready answer; "" where none is owed, or none can be written."""
        if case in _SILENT or decision in ("wait", "accept") or not invitation.sender.name:
            return ""
        language = language_of_reply(wording, acquaintance, self._known)
        if not language:
            return ""
        polite = is_formal(invitation, acquaintance, wording, language)
        of = _Letter(invitation, self._known.owner, language, polite, self._turns)
        kind = _OF_CASES.get((case, decision), "")
        if kind:
            sender = acquaintance.introducer.name if acquaintance.introducer else ""
            return of.framed(kind, sender=sender)
        if decision == "ask":
            return of.who()
        if decision == "decline":
            return ""
        return self._answer(of, acquaintance, wording)

    def _answer(self, of: _Letter, acquaintance: Acquaintance, wording: Wording) -> str:
        quote = _quote(of.invitation, acquaintance, wording)
        person = acquaintance.person
        has_memory = bool(person and (person.encounters or person.promises))
        if not quote and has_memory and self._left > 0:
            self._left -= 1
            drafted = of.from_memory(acquaintance, self._known)
            if drafted:
                return drafted
        if not quote:
            return of.framed("plain")
        if acquaintance.introducer and acquaintance.introducer.person:
            return of.framed("introduced", quote=quote, sender=acquaintance.introducer.name)
        return of.framed("question" if quote.endswith("?") else "thanks", quote=quote)


def _quote(invitation: Invitation, acquaintance: Acquaintance, wording: Wording) -> str:
    """Words of their own, and not those by which they name who sent them; "" where none are."""
    if wording.verdict in ("empty", "default", "template"):
        return ""
    introducer = acquaintance.introducer
    but = introducer.name if introducer else ""
    return quote_of(invitation.words, wording.particulars, but=but)


class _Letter:
    """One answer in the making: to whom, from whom, how politely."""

    def __init__(
        self,
        invitation: Invitation,
        owner: Owner,
        language: str,
        is_formal: bool,
        turns: Turns,
    ) -> None:
        self.invitation = invitation
        self._turns = turns
        self._owner = owner
        self._language = language
        self._is_formal = is_formal
        # The same invitation gets the same answer, and two of them rarely the same one.
        self._pick = zlib.crc32(f"{invitation.id}\n{invitation.text}".encode())

    def framed(self, kind: str, *, quote: str = "", sender: str = "") -> str:
        body = self._frame(kind)
        # What they wrote goes in last and in one piece, whatever signs it holds.
        text = f"{self._greeting()} {body} {self._signed()}".strip()
        return text.replace("{sender}", sender).replace("{quote}", quote)

    def who(self) -> str:
        """How do we know each other? Worded by the writer, for somebody it knows nothing of."""
        pool = _asked(self._language, self._is_formal, self._owner.name)
        if not pool:
            return ""
        name = self._name()
        text = self._turns.take(pool, self._pick)
        return text.replace(_STAND_IN, name).replace(_STAND_IN.split()[0], self._called())

    def from_memory(self, acquaintance: Acquaintance, known: Known) -> str:
        """Drafted from what is recorded with them; "" where the writer would rather ask."""
        person = acquaintance.person
        if person is None:
            return ""
        brief = Brief(
            recipient=Recipient(
                name=person.name or self._name(),
                given_name=person.given_name,
                company=person.company,
                role=person.role,
                language=self._language,
                register="formal" if self._is_formal else person.register or "peer",
            ),
            sender=Writer(self._owner.name, self._owner.headline),
            today=known.today or self.invitation.day,
            aim="answer",
            encounters=person.encounters,
            promises=person.promises,
        )
        drafts = draft(brief, n=1, seed=self._pick % 1000).drafts
        return drafts[0].text if drafts else ""

    def _frame(self, kind: str) -> str:
        heading = f"{kind} formal" if self._is_formal else kind
        return self._turns.take(frames(self._language)[heading], self._pick)

    def _greeting(self) -> str:
        pattern = self._frame("greeting")
        return pattern.replace("{called}", self._called()).replace("{name}", self._name())

    def _signed(self) -> str:
        owner = self._owner
        given = owner.given_name or next(iter(owner.name.split()), "")
        return owner.name if self._is_formal else given

    def _name(self) -> str:
        return self.invitation.sender.name

    def _called(self) -> str:
        """The given name where it stands first; what else is called a name may be a family's."""
        name = self._name()
        given = guessed_parts(name, self._language).given
        return given if given and name.startswith(given) else name


@lru_cache(maxsize=64)
def _asked(language: str, is_formal: bool, owner: str) -> tuple[str, ...]:
    """The ways in which the writer asks a stranger, to a stand-in whose name is put right."""
    texts: dict[str, str] = {}
    for seed in range(_SEEDS):
        brief = Brief(
            recipient=Recipient(
                name=_STAND_IN,
                given_name=_STAND_IN.split()[0],
                language=language,
                register="formal" if is_formal else "peer",
            ),
            sender=Writer(owner),
            aim="answer",
            recognition="unknown",
        )
        # Two greetings before one question are still the one question.
        for each in draft(brief, seed=seed).drafts:
            texts.setdefault(each.text.partition(_STAND_IN.split()[0])[2], each.text)
    return tuple(texts.values())
