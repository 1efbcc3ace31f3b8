"""Unfilled greetings and signatures: where a name should stand, and nothing or nobody's does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

_EMPTY = regex(
    r"^\s*((?:hi|hello|hey|dear|hallo|hola|bonjour|ciao|ol[aá]|hoi|beste|liebe[r]?|gentile|car[oa]"
    r"|estimad[oa]|good (?:morning|afternoon|evening)|guten tag|buon ?giorno|buenos d[ií]as"
    r"|bom dia|goedemorgen|goedemiddag)(?:\s+(?:null|none|nan|undefined|n/a|unknown|test"
    r"|firstname|first name|name here|your name|vorname|nachname)\b|\s+(?:first|last)(?=\s*,)"
    r"|\s+\.?,))",
    re.IGNORECASE,
)
_DOUBLED = regex(r"^\s*((hi|hello|hey|dear|hallo|hola|bonjour|ciao)[,!]?\s+\2)\b", re.IGNORECASE)
# What _EMPTY wants after the greeting.
_NOBODY = (
    "null", "none", "nan", "undefined", "n/a", "unknown", "test", "first", "last", "name",
    " ,", " .,",
)  # fmt: skip
# A form of address for either: whoever wrote it did not look whom it goes to.
_EITHER = regex(
    r"^[^\w\n]*(?:\w+\s)?((?:mrs?|ms|frau|herrn?|sr|sra|sig|madame|monsieur)\.?\s?/\s?"
    r"(?:mrs?|ms|miss|frau|herrn?|sra?|sig|madame|monsieur)\b(?:\.ra)?\.?"
    r"|(?:sehr )?(?:geehrte|liebe)(?:/r|\(r\))"
    r"|(?:estimado|querido|prezado|caro|egregio|cher)(?:/[ae]|\([ae]\)))",
    re.IGNORECASE,
)
# "Best regards, Your Name": nobody signed.
_UNSIGNED = regex(
    r"[,\n]\s*(your name|ihr name|dein name|votre nom|tu nombre|su nombre|il tuo nome"
    r"|seu nome|je naam)\W*$",
    re.IGNORECASE,
)
_OWNER = regex(r"nam[e ]|nom", re.IGNORECASE)


def unfilled_places(text: str) -> Iterator[Span]:
    """The greeting and the signature of `text`, where a machine was to put a name."""
    for pattern in _telling(text):
        match = pattern.search(text)
        if match:
            yield Span(*match.span(1))


def _telling(text: str) -> Iterator[re.Pattern[str]]:
    """The expressions that could match: hardly any text begins so, and to compile them is slow."""
    head = text.split(None, 4)[:4]
    opening = " ".join(head).lower()
    if any(word in opening for word in _NOBODY):
        yield _EMPTY
    if "/" in opening or "(" in opening:
        yield _EITHER
    if _OWNER.search(text, max(0, len(text) - 16)):
        yield _UNSIGNED
    if len(head) > 1 and head[1].lower().startswith(head[0].rstrip(",!").lower()):
        yield _DOUBLED
