"""Own settings: a policy in the user's words, a line each, such as

    strangers with the default text: wait a week, then decline
    recruiters: the ready answer
    alumni of Slate College: answer

The first line that fits an invitation counts; "open", "choosy" or "strict" alone on a line says
what holds for the others. People one knows are no strangers: no line shuts them out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from redleaf.errors import ConfigError, UnknownName
from redleaf.networks import network
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.triage.cases import Case
from redleaf.triage.known import DECISIONS
from redleaf.triage.policies import CHOOSY, POLICIES, Audience, Policy, Setting, Treatment

_WITHOUT_REASON = frozenset((Case.DEFAULT, Case.EMPTY, Case.NO_ROOM, Case.TEMPLATE, Case.UNCLEAR))
_OFFERS = frozenset((Case.PITCH, Case.CAMPAIGN))
# Longer ones first: "strangers with the default text" is no "strangers".
_WHOM = r"(?:strangers |people |those )?"
_WHO: tuple[tuple[re.Pattern[str], frozenset[Case]], ...] = (
    (regex(_WHOM + r"with (?:the |a )?default (?:text|note)"), frozenset((Case.DEFAULT,))),
    (
        regex(_WHOM + r"(?:without|with no) (?:a |any )?(?:note|text|words?)"),
        frozenset((Case.EMPTY, Case.NO_ROOM)),
    ),
    (regex(_WHOM + r"with a template"), frozenset((Case.TEMPLATE,))),
    (regex(_WHOM + r"with a personal note"), frozenset((Case.PERSONAL,))),
    (regex(_WHOM + r"who (?:say|claim) (?:that )?we met"), frozenset((Case.SAYS_THEY_MET,))),
    (regex(_WHOM + r"who say nothing(?: of themselves)?"), _WITHOUT_REASON),
    (regex(_WHOM + r"who ask (?:for )?(?:a favour|favours)"), frozenset((Case.PLEA,))),
    (regex(r"recruiters?|headhunters?"), frozenset((Case.RECRUITER,))),
    (regex(r"sellers?|salespeople|pitches|offers"), _OFFERS),
    (regex(r"campaigns?"), frozenset((Case.CAMPAIGN,))),
)
_ANYBODY = regex(r"strangers|people|everybody(?: else)?|anybody(?: else)?|all|those|others")
_ABOUT = regex(
    r"(?:alumni of|(?:people )?(?:from|at)|of|in the field of|who write about|about)\s+(?P<what>.+)"
)
_NETWORK = regex(r"(?:on|through|via) (?P<name>[\w .-]+)$")
_LANGUAGE = regex(
    r"(?:who write |writing )?in "
    r"(?P<name>english|german|french|spanish|dutch|italian|portuguese)\b"
)
_LANGUAGES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "dutch": "nl",
    "italian": "it", "portuguese": "pt",
}  # fmt: skip
_WAIT = regex(
    r"wait(?: (?:for )?(?P<count>a|an|one|two|three|four|\d{1,3}) (?P<unit>day|week|month)s?)?"
    r"(?:,? (?:and )?then (?P<then>.+))?"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_DAYS = {"day": 1, "week": 7, "month": 30}
_WHAT = {
    "the ready answer": "decline", "ready answer": "decline", "say no": "decline", "no": "decline",
    "a kind no": "decline", "let in": "accept", "yes": "accept", "ask who they are": "ask",
    "ask how we know each other": "ask", "reply": "answer",
}  # fmt: skip
_HOW = "Write whom and what, as in “recruiters: decline” or “alumni of Slate College: answer”."


class Fault(StrEnum):
    """What is wrong with a line of own settings."""

    NO_POLICY = "no policy"
    NOBODY = "nobody"
    NO_DECISION = "no decision"


_SAID = {
    Fault.NO_POLICY: f"“{{words}}” is no policy. {_HOW}",
    Fault.NOBODY: f"“{{words}}” names nobody that can be told apart. {_HOW}",
    Fault.NO_DECISION: (
        f"“{{words}}” is not one of {', '.join(DECISIONS)}, or “wait a week, then decline”."
    ),
}


class UnreadSetting(ConfigError):
    """A line of own settings that cannot be read: its number, its `fault`, and the `words` of it.

    It says so in English; who speaks another language says it in their own by these three.
    """

    def __init__(self, fault: Fault, words: str, line: int, *, place: str) -> None:
        self.fault = fault
        self.words = f"{words:.60}"
        self.line = line
        super().__init__(_SAID[fault].format(words=self.words), place=place)


def read_policy(text: str, *, place: str = "policy") -> Policy:
    """The policy of that name, or of settings in words, a line each.

    Raises UnreadSetting that names the line that cannot be read.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    told = [(at, line) for at, line in enumerate(lines, 1) if line and not line.startswith("#")]
    base, settings = CHOOSY, []
    for at, line in told:
        if line.casefold() in POLICIES:
            base = POLICIES[line.casefold()]
        else:
            settings.append(
                _setting(line, at, place=f"{place}, line {at}" if len(told) > 1 else place)
            )
    if not settings:
        return base
    return replace(base, name="own", settings=tuple(settings))


def _setting(line: str, at: int, *, place: str) -> Setting:
    who, colon, what = line.rpartition(":")
    if not colon:
        raise UnreadSetting(Fault.NO_POLICY, line, at, place=place)
    audience = _audience(who.strip())
    treatment = _treatment(fold_text(what).strip(" ."))
    if audience is None:
        raise UnreadSetting(Fault.NOBODY, who.strip(), at, place=place)
    if treatment is None:
        raise UnreadSetting(Fault.NO_DECISION, what.strip(), at, place=place)
    return Setting(audience, treatment, line.rstrip("."))


def _audience(who: str) -> Audience | None:
    rest = fold_text(who)
    language = net = ""
    if found := _LANGUAGE.search(rest):
        language, rest = _LANGUAGES[found["name"]], _without(rest, found)
    if found := _NETWORK.search(rest):
        net, rest = _network(found["name"]), _without(rest, found)
        if not net:
            return None
    cases: frozenset[Case] = frozenset()
    for pattern, some in _WHO:
        if found := pattern.search(rest):
            cases, rest = some, _without(rest, found)
            break
    about = _ABOUT.search(rest)
    words = tuple(about["what"].replace(",", " ").split()) if about else ()
    rest = _without(rest, about) if about else rest
    left = _ANYBODY.sub("", rest).strip(" ,")
    is_anybody = bool(_ANYBODY.search(rest))
    if left or not (cases or words or net or language or is_anybody):
        return None
    return Audience(cases, words, net, language)


def _treatment(what: str) -> Treatment | None:
    if found := _WAIT.fullmatch(what):
        days = _NUMBERS.get(found["count"] or "", 0) or int(found["count"] or 0)
        days *= _DAYS.get(found["unit"] or "", 0)
        then = _decision(found["then"] or "")
        return None if found["then"] and not then else Treatment("wait", days, then)
    decision = _decision(what)
    return Treatment(decision) if decision else None


def _decision(what: str) -> str:
    bare = what.strip(" .").removesuffix(" them")
    return bare if bare in DECISIONS else _WHAT.get(bare, "")


def _network(name: str) -> str:
    try:
        return network(name).name
    except UnknownName:
        return ""


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
