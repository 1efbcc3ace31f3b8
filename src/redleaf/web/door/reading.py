"""How a note reads to who gets it, told to who writes it: kindly, the good first, three at most."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from redleaf.judging.checking import read
from redleaf.judging.evidence import DEFAULT_TEXT, evidence_of
from redleaf.judging.settings import DEFAULT
from redleaf.judging.verdict import judge
from redleaf.notes.particulars import TELLING, WEIGHTS
from redleaf.rules.finding import Finding
from redleaf.rules.reading import Reading

_MOST = 3
_MOST_QUOTED = 40
# Such a note is not refused; it is asked once for a sentence more.
_SAYS_NOTHING = ("empty", "default")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence about the note; the good are ticked, the others are advice."""

    words: str
    is_good: bool = False


@dataclass(frozen=True, slots=True)
class Impression:
    """What the page says of a note, and whether the note says anything of who wrote it."""

    sentences: tuple[Sentence, ...]
    says_nothing: bool


def impression_of(text: str, how: str, *, to: str) -> Impression:
    """How `text` reads to somebody called `to`; `how` is how the two know each other, or ""."""
    if not text.strip():
        ask = gettext("A line is plenty: what made you write to %(name)s?") % {"name": to}
        good = [Sentence(gettext("You say how you know each other."), is_good=True)] if how else []
        return Impression((*good, Sentence(ask), _wish(to)), says_nothing=not how)
    reading, findings = read(text)
    verdict = judge(reading, findings, roster=DEFAULT.roster).verdict
    good = _good(reading, findings, how, verdict)
    advice = list(_advice(reading, findings, how, verdict, to))
    sentences = tuple([*good, *advice][:_MOST])
    return Impression(sentences, says_nothing=verdict in _SAYS_NOTHING and not how)


def _good(reading: Reading, findings: list[Finding], how: str, verdict: str) -> list[Sentence]:
    if verdict in ("personal", "unclear"):
        particulars = evidence_of(reading, findings).particulars
        if particulars:
            best = max(particulars, key=lambda each: WEIGHTS[each.kind])
            # A day, a name or a number alone could stand in a letter of anybody's.
            is_yours = WEIGHTS[best.kind] > TELLING
            words = (
                gettext("Only you could have written “%(words)s”.")
                if is_yours
                else gettext("“%(words)s” says something of you.")
            )
            quoted = _quoted(best.span.of(reading.text))
            return [Sentence(words % {"words": quoted}, is_good=True)]
    if how:
        return [Sentence(gettext("You say how you know each other."), is_good=True)]
    if verdict == "personal":
        return [Sentence(gettext("It reads like a letter to one person."), is_good=True)]
    return []


def _advice(
    reading: Reading, findings: list[Finding], how: str, verdict: str, to: str
) -> list[Sentence]:
    text, named = reading.text, {"name": to}
    said = []
    for finding in findings:
        quoted = {"words": _quoted(text[finding.start : finding.end]), **named}
        if finding.rule == DEFAULT_TEXT:
            words = gettext("“%(words)s” is what the network writes by itself. It can go.")
        elif finding.family == "rude":
            words = gettext("“%(words)s” may sound harder than you mean it.")
        else:
            continue
        said.append(words % quoted)
    if verdict == "pitch":
        said.append(gettext("It reads like an offer. Say first why %(name)s.") % named)
    if verdict == "template":
        words = gettext("It could go to anybody. Name one thing that made you think of %(name)s.")
        said.append(words % named)
    if verdict != "personal" and not how:
        said.append(gettext("Where did you meet, or who sent you? A line is plenty."))
    advice = [Sentence(words) for words in dict.fromkeys(said)]
    return [*advice, _wish(to)] if "?" not in text and verdict == "personal" else advice


def _wish(to: str) -> Sentence:
    words = gettext("What would you like from %(name)s? One thing is enough; nothing is fine too.")
    return Sentence(words % {"name": to})


def _quoted(text: str) -> str:
    words = " ".join(text.split()).rstrip(".,;:")
    return words if len(words) <= _MOST_QUOTED else words[:_MOST_QUOTED].rsplit(" ", 1)[0] + " …"
