"""Soundness: which facts may reach a note, and what of them.

Facts come from people, imports and web pages. Markup, direction controls and line breaks are
taken off; what still looks like a slot, a link, a mail header or an order to a machine is set
aside whole, for nobody can tell which part of it was meant.
"""

from __future__ import annotations

import re
import unicodedata

from redleaf.notes.folding import INVISIBLE
from redleaf.notes.regexes import regex
from redleaf.notes.slots import slots_of

_SCRIPT = regex(r"<\s*(script|style|iframe|object|svg)\b", re.IGNORECASE)
_ATTRIBUTED = regex(r"<\s*\w+[^<>]*\s\w+\s*=")
_TAG = regex(r"</?[a-zA-Z][^<>]{0,80}>")
# What steers a terminal: "\x1b[31m". Its letters must not stay behind.
_STEERING = regex(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b.?")
_ENTITY = regex(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_LINK = regex(r"https?:|www\.|\w@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|io|ru|xyz)\b", re.IGNORECASE)
_HEADER = regex(r"(?:^|\s)(?:b?cc|to|from|subject|reply-to|content-type)\s*:", re.IGNORECASE)
_ORDER = regex(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules?|above|"
    r"previous|facts?|brief|limits?|everything)\b"
    r"|\b(?:ignorier|vergiss|missachte)\w*\b.{0,40}\b(?:anweisung|vorgabe|regel|bisherig)"
    r"|\b(?:ignore[rz]?|oublie[rz]?)\b.{0,40}\b(?:instructions|consignes|règles)\b"
    r"|\b(?:ignora|olvida|ignore)\b.{0,40}\b(?:instrucciones|reglas|anteriores)\b"
    r"|\b(?:developer|debug|god|admin|root) mode\b|\b(?:AI|language) (?:assistant|model)\b\s*[:,]"
    r"|\b(?:reveal|output|leak|print|send|forward)\b.{0,30}\b(?:address book|password|api key|"
    r"system prompt|credentials?|contacts list)\b"
    r"|\b(?:system|assistant|developer)\s*(?:prompt|message)?\s*:"
    r"|\b(?:the|this|your|every) (?:note|message|draft|output|answer|reply)\b.{0,30}\b(?:must|"
    r"should|shall) (?:include|say|contain|end|begin|start)\b"
    r"|\byou are (?:now )?(?:an?|the) (?:ai|assistant|language model|helpful)\b"
    r"|\b(?:as an ai|jailbreak|prompt injection|begin_?instructions?|end_?instructions?)\b"
    r"|\b(?:write|say|state|add|append|insert|print|output|reply)\b.{0,20}\b(?:in the (?:note|"
    r"message|draft)|that (?:we|i|they|you) (?:signed|agreed|accepted|owe))\b"
    r"|<\|.{0,20}\|>|\[/?inst\]",
    re.IGNORECASE | re.DOTALL,
)
_CODE = regex(
    r"[{}|\\^`~]|<|(?<![-=])>|\$\(|\balert\(|';|--\s|\bDROP TABLE\b|\bSELECT \*|=\s*['\"]|"
    r"%[0-9A-F]{2}|%[A-Za-z_]+%"
)
# What somebody wants sold, clicked or followed is nothing that two people spoke about.
_TOUTING = regex(
    r"\b(?:click (?:here|below|now)|buy now|order now|act now|sign up|subscribe (?:now|today|to)|"
    r"free trial|limited time|limited offer|promo(?:tion)? code|use code|download now|link in bio|"
    r"dm me|call now|book now|\d+ ?% off|half price|100 ?% free|money back|risk[- ]free|"
    r"follow us|visit our|check out our)\b",
    re.IGNORECASE,
)
_TWICE = regex(r"\b([^\W\d_]+) \1\b", re.IGNORECASE)
_NO_WORDS = regex(
    r"^(?:n/?a|none|null|nil|undefined|nan|unknown|tbd|todo|test|xxx+|-+|\?+|\.+)$", re.IGNORECASE
)

# How many characters a fact of a kind may have and still be a phrase in a sentence.
LONGEST = {
    "name": 60,
    "event": 80,
    "place": 60,
    "topic": 110,
    "said": 130,
    "title": 110,
    "offer": 110,
    "promise": 120,
    "shared": 110,
    "headline": 90,
    "company": 60,
}


class Sieve:
    """Lets sound facts through and keeps the paths of the others in `set_aside`."""

    def __init__(self, set_aside: list[str]) -> None:
        self.set_aside = set_aside

    def sound(self, path: str, text: str, what: str, *, lines: bool = False) -> str:
        """`text` cleaned, or "" when it must be left out; `what` says how long it may be."""
        clean = sound(text, longest=LONGEST[what], lines=lines)
        if text.strip() and not clean:
            self.leave_out(path)
        return clean

    def name(self, path: str, text: str) -> str:
        return self.sound(path, text, "name", lines=True)

    def leave_out(self, path: str) -> None:
        self.set_aside.append(path)


def sound(text: str, *, longest: int, lines: bool = False) -> str:
    """`text` with markup and invisible signs taken off, or "" when it must be set aside.

    `longest` is in characters. With `lines`, a line break counts as a space; without, a text of
    several lines is set aside, for a second line was seldom part of the same fact.
    """
    # What begins so was written backwards, and nobody can tell what it says.
    if text.lstrip()[:1] in ("\u202d", "\u202e"):
        return ""
    bare = _bare(text)
    broken = [line for line in re.split(r"[\r\n\u2028\u2029\x0b\x0c\x85]+", bare) if line.strip()]
    if len(broken) > 1 and not lines:
        return ""
    flat = _TWICE.sub(r"\1", " ".join(" ".join(broken).split()))
    if not flat or len(flat) > longest or not any(sign.isalnum() for sign in flat):
        return ""
    if _is_foul(text, flat):
        return ""
    return flat


def _bare(text: str) -> str:
    shown = unicodedata.normalize("NFC", _TAG.sub("", _STEERING.sub("", text[:4000])))
    shown = INVISIBLE.sub("", shown)
    return "".join(
        sign for sign in shown if sign in "\r\n\t\u2028\u2029\x0b\x0c\x85" or _is_shown(sign)
    )


def _is_shown(sign: str) -> bool:
    """False for control characters, unassigned code points, and pictures such as emoji."""
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk")


def _is_foul(raw: str, flat: str) -> bool:
    return bool(
        _SCRIPT.search(raw)
        or _ATTRIBUTED.search(raw)
        or slots_of(flat)
        or _ENTITY.search(flat)
        or _LINK.search(flat)
        or _HEADER.search(flat)
        or _ORDER.search(flat)
        or _CODE.search(flat)
        or _TOUTING.search(flat)
        or _NO_WORDS.match(flat)
    )
