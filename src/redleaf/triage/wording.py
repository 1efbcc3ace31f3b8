"""Wording: what an invitation's text says of itself, before anything is decided."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from redleaf.errors import UnknownName
from redleaf.judging import Report, check
from redleaf.networks import Network, network
from redleaf.notes.note import Note
from redleaf.notes.particulars import WEIGHTS, particulars_of
from redleaf.triage.invitation import Invitation
from redleaf.triage.signs import sign

# What asks for help without selling anything; a pitch that is nothing else is a plea.
_PLEAS = ("taking/favour-from-a-stranger", "taking/ask-before-give", "taking/time-asked-for")
_SELLING = (
    "taking/offer-to-sell",
    "taking/money-promise",
    "taking/meeting-link-first",
    "taking/request-for-money",
    "taking/follow-up-chain",
)
_SOUNDS_SO = "taking/reads-like-a-pitch"
_RECRUITING = "taking/recruiter-set"
_MANNERLESS = ("rude/insult", "rude/threat")
_RUDE_FROM = 50
_LONGEST_QUOTE = 70
_TELLING_KINDS = ("encounter", "said", "tie", "promise", "work", "past")


class Wording(NamedTuple):
    """A text as triage needs it: the report of check(), signs, and what stands out in it."""

    text: str
    report: Report
    fraud: str
    met: str
    recruiter: str
    seller: str
    student: str
    particulars: tuple[str, ...]
    network: Network | None

    @property
    def verdict(self) -> str:
        return self.report.verdict

    @property
    def rules(self) -> frozenset[str]:
        return frozenset(each.rule for each in self.report.findings)

    @property
    def is_rude(self) -> bool:
        """Insulting or threatening, or rude in several ways; a demand alone is only clumsy."""
        rude = [each for each in self.report.findings if each.family == "rude"]
        cost = sum(each.costs.get("courtesy", 0) for each in rude)
        return cost >= _RUDE_FROM or not self.rules.isdisjoint(_MANNERLESS)

    @property
    def is_plea(self) -> bool:
        """Asks a favour of a stranger and offers nothing, but sells nothing either."""
        rules = self.rules
        return not rules.isdisjoint(_PLEAS) and rules.isdisjoint(_SELLING)

    @property
    def is_sale(self) -> bool:
        """A pitch in which a rule has named the sale; the sound of the words alone is less."""
        return self.verdict == "pitch" and not self.rules.isdisjoint(_SELLING)

    @property
    def is_recruiting(self) -> bool:
        """By the profile or the words; who looks for work has the same words."""
        if self.recruiter:
            return True
        asks_for_work = bool(self.student) or not self.rules.isdisjoint(_PLEAS)
        return _RECRUITING in self.rules and not asks_for_work

    @property
    def disguise(self) -> str:
        """What a finding says of letters in dress or signs that nobody sees; "" where none are."""
        for each in self.report.findings:
            if each.rule in ("untrue/look-alike-letters", "untrue/invisible-characters"):
                return each.message
        return ""


def wording_of(invitation: Invitation) -> Wording:
    text = invitation.words
    known = network_or_none(invitation.network)
    report = read_text(text, known.name if known else "")
    headline = invitation.sender.headline
    return Wording(
        text=text,
        report=report,
        fraud=sign("fraud", invitation.all_words),
        met=sign("met", text),
        recruiter=sign("recruiter", headline),
        seller=sign("seller", headline),
        student=sign("student", headline),
        particulars=particular_words(text) if report.verdict in ("personal", "unclear") else (),
        network=known,
    )


@lru_cache(maxsize=4096)
def read_text(text: str, network_name: str) -> Report:
    """The report of check(); many invitations have the same words."""
    return check(text, network=network_name)


@lru_cache(maxsize=256)
def network_or_none(name: str) -> Network | None:
    """The network of that name; None for one that Redleaf does not know."""
    try:
        return network(name) if name else None
    except UnknownName:
        return None


@lru_cache(maxsize=4096)
def particular_words(text: str) -> tuple[str, ...]:
    """What in `text` could hardly be said to anybody else, the most telling first."""
    found = [each for each in particulars_of(Note(text)) if each.kind in _TELLING_KINDS]
    found.sort(key=lambda each: -WEIGHTS[each.kind])
    words = (" ".join(each.span.of(text).split()) for each in found)
    return tuple(word for word in words if len(word) <= _LONGEST_QUOTE)
