"""Promises of the sender: what is owed, as a thing, as a deed, and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.nouns import is_plural, with_article, with_the
from redleaf.writing.languages.en.persons import as_promised, is_about_a_third, without_my
from redleaf.writing.languages.en.verbs import from_gerund, known_verbs

_GIVING = (
    "send|lend|give|show|bring|forward|mail|e-mail|email|post|pass|get|share|text|hand|copy|"
    "scan|find|make|bake|order|write|buy|save|keep|print|return|dig out|look up|look out|"
    "look for|pass on|send over|drop off"
)
_SENT = regex(
    rf"^(?P<verb>{_GIVING})\s+(?:(?:you|over|along|on)\s+)?(?P<thing>(?!to\b|on\b|about\b|"
    rf"back\b).+?)(?:\s+(?:to|for|with)\s+you)?$",
    re.IGNORECASE,
)
_DUE = regex(
    r"\s+((?:by|before|on|in|until|at)\s+(?:(?:next|the end of|early|late|this|"
    r"mid)[\s-]+)*(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|"
    r"may|june|july|august|september|"
    r"october|november|december|christmas|easter|tomorrow|tonight|week|month|year|"
    r"weekend)(?:\s\d{1,2})?|tomorrow|tonight|this week|next week|next month|today)$",
    re.IGNORECASE,
)
_DITRANSITIVE = frozenset(
    "send lend give show bring forward mail e-mail email pass get text hand find make bake order "
    "buy save print write".split()
)
_CARRIED = frozenset(
    "send forward mail e-mail email post share pass lend give bring get text hand copy".split()
)
_DONE = regex(
    r"^(?:sent|gave|lent|called|wrote|told|introduced|posted|done|did|brought)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Promise:
    """`deed` in plain form ("send you the list"), `thing` owed or "", `due` ("by Monday") or ""."""

    deed: str = ""
    thing: str = ""
    is_many: bool = False
    due: str = ""
    goes_out: bool = False


def read_promise(text: str, *, names: tuple[str, ...] = (), sender: str = "") -> Promise | None:
    """How to speak of a promise to the reader, or None when it cannot be told whose it is."""
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    text = re.sub(
        r"^(?:I|we)(?:'ll| will| promised to| said I would|'d| would)\s+|"
        r"^(?:promised\s+)?to\s+(?=[a-z])",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = _to_you(without_my(text, sender), names)
    first, _, rest = text.partition(" ")
    if _DONE.match(text) or re.match(r"(?:he|she|they|you)\b", first, re.IGNORECASE):
        return None
    if from_gerund(first) and rest:
        text = f"{from_gerund(first)} {rest}"
    text = (
        text[:1].lower() + text[1:]
        if first.lower() in known_verbs() or from_gerund(first)
        else text
    )
    text = as_promised(text)
    if is_about_a_third(text):
        return None
    due = _DUE.search(text)
    bare = text[: due.start()].strip(" ,") if due else text
    return _read_bare(bare, due[1] if due else "")


def _read_bare(text: str, due: str) -> Promise | None:
    verb = text.split()[0].lower() if text.split() else ""
    if verb not in known_verbs() and not re.match(rf"(?:{_GIVING})\b", text, re.IGNORECASE):
        thing = with_the(text[:1].lower() + text[1:] if text[:3] in ("The", "A l", "My ") else text)
        return Promise(thing=thing, is_many=is_plural(thing), due=due)
    sent = _SENT.match(text)
    if not sent or re.match(r"you(?:r)?\b$", sent["thing"]):
        return Promise(deed=text, due=due)
    thing, verb = sent["thing"], sent["verb"].lower()
    if verb in _DITRANSITIVE:
        text = f"{verb} you {with_article(thing)}"
    owed = "" if verb not in _CARRIED else with_the(thing)
    return Promise(
        deed=text,
        thing=owed,
        is_many=is_plural(thing),
        due=due,
        goes_out=verb in _CARRIED and verb not in ("bring", "lend", "hand", "give", "get"),
    )


def _to_you(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}['’]s?(?=\s)", "your", text)
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "you", text)
    return text
