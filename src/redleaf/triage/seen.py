"""Seen: what in a text speaks for a verdict, told to its receiver in a line with the words."""

from __future__ import annotations

from collections.abc import Mapping

from redleaf.rules.finding import Finding
from redleaf.triage.wording import Wording

# What each rule has seen, as a receiver would say it; the words follow.
_TOLD: Mapping[str, str] = {
    "taking/offer-to-sell": "It offers something for sale",
    "taking/money-promise": "It promises money",
    "taking/meeting-link-first": "It has a meeting to book before you have said a word",
    "taking/request-for-money": "It asks for money",
    "taking/follow-up-chain": "It follows up on what you never began",
    "taking/recruiter-set": "It is in the words of recruiters",
    "taking/favour-from-a-stranger": "It asks a favour of a stranger",
    "taking/ask-before-give": "It asks before it says anything of itself",
    "taking/time-asked-for": "It asks for your time",
    "taking/several-asks": "It asks for several things",
    "taking/vote-or-like": "It asks for a vote or a like",
    "untrue/leftover-slot": "A slot was never filled",
    "untrue/hollow-scarcity": "It invents a hurry",
    "untrue/hollow-exclusiveness": "It says that you were chosen",
    "boring/praise-without-object": "Its praise would fit anybody",
    "boring/expanding-a-network": "It is about having more contacts",
    "boring/opening-for-anybody": "It opens as a note to anybody would",
    "boring/buzzwords": "It is made of words of the trade",
    "boring/set-phrases": "It is made of set phrases",
    "boring/stock-closing": "It closes as a note to anybody would",
    "boring/excuse-for-writing": "It excuses itself for writing",
    "boring/wish-without-content": "It wishes, and does not say what for",
    "rude/insult": "It insults",
    "rude/threat": "It threatens",
    "rude/demand": "It demands",
    "rude/guilt": "It wants you to feel guilty",
    "rude/pressure": "It puts you under pressure",
}
_LONGEST = 60
_AS_A_WHOLE = {
    "pitch": "Taken together, its words are those of letters that nobody asked for.",
    "template": "Taken together, its words would fit anybody.",
}


def seen_for(wording: Wording) -> str:
    """The finding that speaks loudest for the verdict, with the words it was seen in."""
    verdict = wording.verdict
    speaking = [each for each in wording.report.findings if each.suggests == verdict]
    for each in sorted(speaking, key=lambda each: -each.weight):
        if each.rule in _TOLD:
            return _line(each, wording)
    return _AS_A_WHOLE.get(verdict, wording.report.reason)


def rude_words(wording: Wording) -> str:
    """What is rudest in it."""
    if wording.threat:
        return f"It threatens: “{wording.threat}”."
    rude = [each for each in wording.report.findings if each.family == "rude"]
    worst = max(rude, key=lambda each: each.costs.get("courtesy", 0), default=None)
    if worst is None:
        return f"It is rude: “{wording.rudeness}”." if wording.rudeness else "It is rude."
    return _line(worst, wording) if worst.rule in _TOLD else worst.message


def _line(finding: Finding, wording: Wording) -> str:
    words = " ".join(wording.text[finding.start : finding.end].split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{_TOLD[finding.rule]}: “{shown}”."
