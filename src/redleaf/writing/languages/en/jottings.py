"""Jottings: what the writer noted about the reader, turned to the reader.

"her plan to walk to Leith" is your plan, "he told me to charge by the hour" is what you told me,
"we talked about moss" is about moss.
"""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.verbs import from_third_person

_REPORTS = regex(
    r"^(?:(?:i|we) (?:told|asked|showed|said to) (?:her|him|them|you) (?:all |more )?about|"
    r"(?:he|she|they) (?:told (?:me|us)|asked(?: me| us)?|talked|spoke|raved|complained|joked) "
    r"(?:all |more )?about|"
    r"(?:we )?(?:had a (?:chat|talk|conversation|discussion) about|talked about|spoke about|"
    r"talked of|spoke of|chatted about|talking about|chatting about|discussed|discussing))\s+",
    re.IGNORECASE,
)
_COUNSEL = regex(
    r"^(?:he|she|they) (?:told|advised|urged|warned|taught|reminded) (?:me|us) "
    r"((?:not |never )?to [a-z].+)$",
    re.IGNORECASE,
)
_OWN = regex(r"^(?:her|his|their)\b(?=\s+\w)", re.IGNORECASE)
_OWN_LATER = regex(r"(?<=\sand )(?:her|his|their)\b(?=\s+\w)", re.IGNORECASE)
_ASKED = regex(
    r"^((?:whose|which|what)(?: \w+)?|why|how|where|when|whether|who) (he|she|they)\s+(\w+)",
    re.IGNORECASE,
)
# Of two people one is me: "lending me her ladder".
_OWN_AFTER_ME = regex(r"^(\w+ing (?:me|us) )(?:her|his|their)\b(?=\s+\w)", re.IGNORECASE)
_NAMED = regex(r"\b[A-Z]\w")
_OWN_OF = {"he": "his", "she": "her", "they": "their"}
# Who stands alone before "and her plan" is somebody else, whose plan it may be.
_SOMEBODY = regex(
    r"\b(?:the|a|an|my|our) \w+ (?=and (?:her|his|their)\b)|\b[A-Z]\w+ (?=and (?:her|his|their)\b)"
)
_BE = {"is": "are", "was": "were", "has": "have", "does": "do"}


def without_report(text: str) -> str:
    """What was spoken about, without "we talked about"."""
    return _REPORTS.sub("", text)


def counsel_of(text: str) -> str:
    """ "to charge by the hour" of "she told me to charge by the hour"; else ""."""
    found = _COUNSEL.match(text)
    return found[1] if found else ""


def turned(text: str) -> str:
    """The reader's own in second person, where he or she can be nobody else."""
    text = _OWN_AFTER_ME.sub(r"\1your", _OWN.sub("your", text))
    asked = _ASKED.match(text)
    if asked and (verb := _second_person(asked[3])):
        text = f"{asked[1]} you {verb}{_owned_too(text[asked.end() :], asked[2].lower())}"
    return text if _SOMEBODY.search(text) else _OWN_LATER.sub("your", text)


def _owned_too(rest: str, who: str) -> str:
    """ "her leeks" of "how she lost her leeks", where nobody else is named whose they may be."""
    if _NAMED.search(rest):
        return rest
    return re.sub(rf"\b{_OWN_OF[who]}\b(?=\s+\w)", "your", rest)


def _second_person(verb: str) -> str:
    lower = verb.lower()
    if lower in _BE:
        return _BE[lower]
    if lower.endswith("s") and not lower.endswith("ss"):
        return from_third_person(lower)
    return lower
