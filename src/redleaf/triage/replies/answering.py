"""Answering: which ready answer an invitation gets, in the language of its text."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import cache

from redleaf.contacts.guessing import guessed_parts
from redleaf.notes.brief import Brief, Recipient
from redleaf.notes.brief import Sender as Writer
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.triage.acquaintance import Acquaintance, How
from redleaf.triage.cases import Case
from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Known, Owner
from redleaf.triage.replies.acts import Act, act_of, grave_words, is_sad
from redleaf.triage.replies.frames import Turns, frames
from redleaf.triage.replies.manner import is_formal, is_of_many, language_of_reply
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
    (Case.RECRUITER, "ask"): "recruiter ask",
    (Case.PLEA, "ask"): "plea",
    (Case.PLEA, "decline"): "no",
    (Case.SAYS_THEY_MET, "ask"): "which meeting",
    (Case.NAMES_A_SENDER, "ask"): "which sender",
}
# Who may be somebody else is asked at an address one knows, and the rude get no answer at all.
_SILENT = frozenset((Case.NAMESAKE, Case.IMITATION, Case.FRAUD, Case.RUDE))
_NOT_THEMSELVES = frozenset((How.NAMESAKE, How.IMITATION, How.OWN_NAME))
# Whom the writer greets and who signs until the names are put in: both are put in at once.
_READER, _OWNER = "Mira Quandt", "Torvin Halberg"
_NAMES = regex(rf"\b(?:{_READER}|{_OWNER}|{_READER.split()[0]}|{_OWNER.split()[0]})\b")
_SEEDS = 5
_UNWRITTEN = "The answer is yours: Redleaf writes English, German, French and Spanish."
_MOST_TO_BE_REMINDED = 6


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
        if case in _SILENT or acquaintance.how in _NOT_THEMSELVES or not invitation.sender.name:
            return ""
        if decision in ("wait", "accept"):
            return ""
        language = language_of_reply(wording, acquaintance, self._known)
        if not language:
            return ""
        owner = self._known.owner
        called = owner.given_name or next(iter(owner.name.split()), "")
        polite = is_formal(invitation, acquaintance, wording, language, called=called)
        name = _name_of(invitation, acquaintance)
        of = _Letter(invitation, name, self._known.owner, language, polite, self._turns)
        kind = _OF_CASES.get((case, decision), "")
        sender = acquaintance.introducer.name if acquaintance.introducer else ""
        if kind == "which sender" and not sender:
            kind = "plea"
        if kind:
            return of.framed([kind], sender=sender)
        if decision == "ask":
            return of.who()
        if decision == "decline":
            return ""
        return self._answer(of, acquaintance, wording)

    def left_to_the_user(
        self, invitation: Invitation, acquaintance: Acquaintance, wording: Wording
    ) -> str:
        """Why no answer is written to somebody who is owed one; "" for no such reason."""
        if not language_of_reply(wording, acquaintance, self._known):
            return _UNWRITTEN
        grave = grave_words(invitation.words)
        return f"It may speak of a death (“{grave}”): the answer is yours." if grave else ""

    def _answer(self, of: _Letter, acquaintance: Acquaintance, wording: Wording) -> str:
        words = of.invitation.words
        if is_sad(words):
            return of.framed([Act.SAD])
        if grave_words(words):
            return ""
        quote = _quote(of.invitation, acquaintance, wording)
        person = acquaintance.person
        has_memory = bool(person and (person.encounters or person.promises))
        # Who wrote of something else would wonder about an answer that is only about the past.
        is_short = wording.says_nothing or len(words.split()) <= _MOST_TO_BE_REMINDED
        if not quote and has_memory and is_short and self._left > 0:
            self._left -= 1
            drafted = of.from_memory(acquaintance, self._known)
            if drafted:
                return drafted
        if wording.says_nothing:
            return of.framed(["wave"])
        introducer = acquaintance.introducer
        sender = introducer.name if introducer and introducer.person else ""
        kind = "plain"
        if quote:
            recalls = bool(acquaintance.memories or wording.met)
            kind = act_of(words, quote, recalls=recalls)
        if kind == Act.TOLD and _opening(acquaintance) == "opening known":
            kind = "told known"
        owed = [Act.OWED] if person and person.promises else []
        if owed and kind != Act.QUESTION:
            return of.framed([_opening(acquaintance), *owed])
        return of.framed([_opening(acquaintance), kind, *owed], quote=quote, sender=sender)


def _opening(acquaintance: Acquaintance) -> str:
    if acquaintance.introducer and acquaintance.introducer.person:
        return "opening introduced"
    return "opening known" if acquaintance.is_known else "opening"


def _name_of(invitation: Invitation, acquaintance: Acquaintance) -> str:
    """As they call themselves; where that is cut to initials and they are known, the whole name."""
    name = invitation.sender.name
    person = acquaintance.person
    is_cut = any(len(word.rstrip(".")) == 1 for word in name.split())
    return person.name if is_cut and person and person.name and acquaintance.is_known else name


def _quote(invitation: Invitation, acquaintance: Acquaintance, wording: Wording) -> str:
    """Words of their own, and not those by which they name who sent them; "" where none are."""
    if wording.verdict in ("empty", "default", "template"):
        return ""
    introducer = acquaintance.introducer
    but = introducer.name if introducer else ""
    stock = [
        Span(each.start, each.end) for each in wording.report.findings if each.family == "boring"
    ]
    return quote_of(invitation.words, wording.particulars, but=but, stock=stock)


class _Letter:
    """One answer in the making: to whom, from whom, how politely."""

    def __init__(
        self,
        invitation: Invitation,
        name: str,
        owner: Owner,
        language: str,
        is_formal: bool,
        turns: Turns,
    ) -> None:
        self.invitation = invitation
        self._name = name
        self._turns = turns
        self._owner = owner
        self._language = language
        self._is_formal = is_formal
        # The same invitation gets the same answer, and two of them rarely the same one.
        self._pick = zlib.crc32(f"{invitation.id}\n{invitation.text}".encode())

    def framed(self, kinds: Sequence[str], *, quote: str = "", sender: str = "") -> str:
        """A frame of each kind in a row, between greeting and name."""
        body = " ".join(self._frame(kind) for kind in kinds)
        # What they wrote goes in last and in one piece, whatever signs it holds.
        text = f"{self._greeting()} {body} {self._signed()}".strip()
        return text.replace("{sender}", sender).replace("{quote}", quote)

    def who(self) -> str:
        """How do we know each other? Worded by the writer, for somebody it knows nothing of."""
        pool = _asked(self._language, self._is_formal, bool(self._owner.name))
        if not pool:
            return ""
        names = {
            _READER: self._name,
            _READER.split()[0]: self._called(),
            _OWNER: self._owner.name,
            _OWNER.split()[0]: self._given(),
        }
        text = self._turns.take(pool, self._pick)
        return _NAMES.sub(lambda match: names[match.group()], text)

    def from_memory(self, acquaintance: Acquaintance, known: Known) -> str:
        """Drafted from what is recorded with them; "" where the writer would rather ask."""
        person = acquaintance.person
        if person is None:
            return ""
        brief = Brief(
            recipient=Recipient(
                name=person.name or self._name,
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
        some = frames(self._language)
        polite = some.get(f"{kind} formal") if self._is_formal else None
        return self._turns.take(polite or some[kind], self._pick)

    def _greeting(self) -> str:
        pattern = self._frame("greeting")
        return pattern.replace("{called}", self._called()).replace("{name}", self._name)

    def _signed(self) -> str:
        return self._owner.name if self._is_formal else self._given()

    def _given(self) -> str:
        return self._owner.given_name or next(iter(self._owner.name.split()), "")

    def _called(self) -> str:
        """The given name where it stands first; what else is called a name may be a family's."""
        name = self._name
        if is_of_many(name):
            return name
        given = guessed_parts(name, self._language).given
        return given if given and name.startswith(given) else name


@cache
def _asked(language: str, is_formal: bool, is_signed: bool) -> tuple[str, ...]:
    """The ways in which the writer asks a stranger, between stand-ins for the two names."""
    given = _READER.split()[0]
    texts: dict[str, str] = {}
    for seed in range(_SEEDS):
        brief = Brief(
            recipient=Recipient(
                name=_READER,
                given_name=given,
                language=language,
                register="formal" if is_formal else "peer",
            ),
            sender=Writer(_OWNER if is_signed else ""),
            aim="answer",
            recognition="unknown",
        )
        # Two greetings before one question are still the one question.
        for each in draft(brief, seed=seed).drafts:
            texts.setdefault(each.text.partition(given)[2], each.text)
    return tuple(texts.values())
