"""The verdict: what kind of text this is, weighed from what was seen in it.

Findings speak for `template` or `pitch` (Finding.suggests, Finding.weight), what is particular in
the text speaks for `personal` (evidence.py), and the learned weights hear all words together. They
are mixed here. A network's own text and an empty one are decided by rules alone; a verdict of
template or pitch always has a finding that names what was seen.
The numbers below were chosen on the labelled notes, held out: `python -m benchmarks.verdicts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from redleaf.judging.evidence import Evidence, evidence_of, whole_default
from redleaf.judging.hearing import hears, loudest_sentence
from redleaf.judging.scorers import VERDICTS, margins_of
from redleaf.judging.scorers.scoring import shares
from redleaf.judging.scorers.weights import HEADS
from redleaf.notes.particulars import WEIGHTS, Particular
from redleaf.rules.catalogue import Roster
from redleaf.rules.finding import Finding
from redleaf.rules.reading import Reading

# What the rules' own verdict adds to the margins; a slot left open is all but a proof.
_LEANINGS = {"template": 0.5, "pitch": 0.5, "personal": 1.2}
_SLOT, _SLOT_WEIGHT = "untrue/leftover-slot", 2.0
# Against what the rules say, the words must be this sure; where the rules say nothing, this.
_AGAINST, _ALONE = 0.55, 0.4
# Fewer words say too little to be told by their sound alone.
_FEWEST_WORDS = 10
# And this, where the text tells of something that only two people share.
_AGAINST_A_TIE = 0.65
# Only a rule can tell a network's own text; what else sounds like one keeps this little.
_HARDLY, _SURELY = 0.01, 0.97
# The verdicts that a finding has to speak for.
_SPOKEN_FOR = ("template", "pitch")


class Judgement(NamedTuple):
    """A verdict, why, how likely each of the four is, and what the words alone gave away."""

    verdict: str
    reason: str
    p: dict[str, float]
    findings: tuple[Finding, ...] = ()


def judge(
    reading: Reading,
    findings: Sequence[Finding],
    *,
    roster: Roster,
    margins: Sequence[float] | None = None,
) -> Judgement:
    """The verdict of a text. `margins` are the scorers' (scorers.margins_of), where known already.

    `roster` holds the rules that run: what none of them may say is not said.
    """
    if reading.note.is_empty:
        return Judgement("empty", "There is no text.", dict.fromkeys(VERDICTS, 0.25))
    default = whole_default(findings)
    if default is not None:
        return Judgement("default", default.message, _told("default", _SURELY))
    evidence = evidence_of(reading, findings)
    if not hears(reading):
        return _by_rules(reading, findings, evidence)
    p = _mixed(margins or margins_of(reading.note, findings), evidence, findings)
    verdict = _chosen(p, evidence, reading, is_rude=any(map(_is_rude, findings)))
    p = _in_favour(p, verdict)
    if verdict not in _SPOKEN_FOR or _speaking(findings, verdict):
        return Judgement(verdict, _reason(verdict, reading, findings, evidence), p)
    named = _named(reading, verdict, roster)
    if not named:
        return _by_rules(reading, findings, evidence)
    return Judgement(verdict, named[0].message, p, tuple(named))


def _mixed(
    margins: Sequence[float], evidence: Evidence, findings: Iterable[Finding]
) -> dict[str, float]:
    told = dict(zip(HEADS, margins, strict=True))
    likely = {name: told[name] + _leaning(name, evidence, findings) for name in VERDICTS[1:]}
    p = shares(likely)
    return {"default": _HARDLY, **{name: share * (1 - _HARDLY) for name, share in p.items()}}


def _leaning(name: str, evidence: Evidence, findings: Iterable[Finding]) -> float:
    added = _LEANINGS.get(name, 0.0) if evidence.verdict == name else 0.0
    slot = name == "template" and any(finding.rule == _SLOT for finding in findings)
    return added + (_SLOT_WEIGHT if slot else 0.0)


def _in_favour(p: Mapping[str, float], verdict: str) -> dict[str, float]:
    """Where what has a name outweighs the words, the two change places: p tells the same."""
    if verdict not in p:
        return dict(p)
    best = max(p, key=p.__getitem__)
    return {**p, best: p[verdict], verdict: p[best]}


def _chosen(p: Mapping[str, float], evidence: Evidence, reading: Reading, *, is_rude: bool) -> str:
    best = max(p, key=p.__getitem__)
    if best == evidence.verdict:
        return best
    if evidence.verdict == "unclear":
        short = len(reading.note.words) < _FEWEST_WORDS
        # What is wrong with a rude text is said; to call it an offer besides would teach nothing.
        rude = best == "pitch" and is_rude
        return "unclear" if short or rude or p[best] < _ALONE else best
    enough = _AGAINST_A_TIE if reading.is_particular else _AGAINST
    return best if p[best] >= enough else evidence.verdict


def _is_rude(finding: Finding) -> bool:
    return finding.family == "rude"


def _by_rules(reading: Reading, findings: Sequence[Finding], evidence: Evidence) -> Judgement:
    verdict = evidence.verdict
    return Judgement(verdict, _reason(verdict, reading, findings, evidence), _told(verdict, 0.85))


def _told(verdict: str, share: float) -> dict[str, float]:
    """`share` for one verdict, the rest for the others alike; unclear leaves default aside."""
    if verdict not in VERDICTS:
        return {"default": _HARDLY, **dict.fromkeys(VERDICTS[1:], (1 - _HARDLY) / 3)}
    rest = (1 - share) / (len(VERDICTS) - 1)
    return {name: share if name == verdict else rest for name in VERDICTS}


def _named(reading: Reading, verdict: str, roster: Roster) -> list[Finding]:
    """What the rules for it say of the sentence whose words weigh most."""
    reading.echo = loudest_sentence(reading, verdict)
    return [finding for rule in roster.answering(reading) for finding in rule.find(reading)]


def _speaking(findings: Iterable[Finding], verdict: str) -> list[Finding]:
    return [finding for finding in findings if finding.suggests == verdict]


def _reason(verdict: str, reading: Reading, findings: Sequence[Finding], evidence: Evidence) -> str:
    if verdict == "unclear":
        return _unclear_reason(reading)
    if verdict == "personal":
        return _personal_reason(reading.text, evidence.particulars)
    return max(_speaking(findings, verdict), key=lambda finding: finding.weight).message


def _personal_reason(text: str, particulars: Sequence[Particular]) -> str:
    """The two most telling particulars, in the order in which they stand in the text."""
    if not particulars:
        return "Its words are those of a note to one person."
    told: dict[str, Particular] = {}
    for each in sorted(particulars, key=lambda each: -WEIGHTS[each.kind]):
        told.setdefault(" ".join(each.span.of(text).split()).casefold(), each)
    telling = sorted(list(told.values())[:2], key=_start)
    words = [" ".join(each.span.of(text).split()) for each in telling]
    return "It says what only these two share: " + " and ".join(f"“{word}”" for word in words) + "."


def _start(particular: Particular) -> int:
    return particular.span.start


def _unclear_reason(reading: Reading) -> str:
    if reading.recognition == "close":
        return "They know you well: a wave is enough."
    return "Nothing in it tells which reader it was written for."
