"""Promises of the sender: what is owed, as a thing, as a deed, and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.persons import is_about_a_third, without_my
from redleaf.writing.languages.de.phrases import Phrase, parse
from redleaf.writing.languages.de.verbs import is_infinitive
from redleaf.writing.languages.de.words import has_german_noun, is_foreign
from redleaf.writing.languages.language import Owners

_GIVING = (
    "schicken|zuschicken|senden|zusenden|mailen|weiterleiten|nachreichen|nachschicken|posten|"
    "weitergeben|leihen|ausleihen|geben|mitbringen|bringen|zeigen|vorbeibringen|heraussuchen|"
    "raussuchen|kopieren|scannen|besorgen|backen|drucken|teilen"
)
_SENT = regex(
    rf"^(?:DIR\s)?(?P<thing>(?!DIR|DICH)[^,]+?)(?:\s(?:an|für)\sDICH)?\s(?P<verb>{_GIVING})$"
)
_POSTED = frozenset(
    "schicken zuschicken senden zusenden mailen weiterleiten nachreichen nachschicken posten "
    "teilen weitergeben".split()
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DUE = regex(
    r"(?:^|\s)"
    r"((?:bis|vor|nach|am|im|noch in|in)\s(?:(?:zum|Ende|Anfang|Mitte|nächsten|nächster|nächste|"
    r"dieser|diese|kommenden|kommender|der|dem|den)\s){0,3}(?:\d{1,2}\.\s?)?(?:Montag|Dienstag|"
    rf"Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Wochenende|Woche|Monat|Jahr|Jahresende|{_MONTHS}|"
    r"Weihnachten|Ostern|Pfingsten|Advent|morgen|übermorgen)|morgen|übermorgen|heute|nächste Woche|"
    r"diese Woche)(?=\s|$)"
)
_DONE = regex(
    r"^(?:geschickt|gesendet|gegeben|erledigt|schon|habe|hat)\b|\b(?:geschickt|gesendet|erledigt)$"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """`deed` ends in its infinitive and has DIR and DICH for the reader; `thing` is owed.

    `due` is "bis Freitag" or "". `goes_out`: the thing is sent, and not handed over.
    """

    deed: str = ""
    thing: Phrase | None = None
    due: str = ""
    goes_out: bool = False


def read_promise(text: str, owners: Owners, own: str) -> Promise | None:
    """How to speak of a promise to the reader, or None when it cannot be told whose it is."""
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    text = re.sub(r"^(?:ich\s)?(?:versprochen,?\s|will\s|wollte\s|werde\s)", "", text, flags=re.I)
    text = _to_reader(without_my(text, own), owners)
    if not text or _DONE.search(text) or is_foreign(text):
        return None
    due = _DUE.search(text)
    bare = (text[: due.start()] + text[due.end() :]).strip(" ,") if due else text
    bare = re.sub(r"\szu\s(?=\S+$)", " ", bare)
    if is_about_a_third(bare):
        return None
    return _read_bare(bare, due[1] if due else "")


def addressed(deed: str, dative: str, accusative: str) -> str:
    """The deed spoken to the reader: with "dir" and "dich", or "Ihnen" and "Sie"."""
    return deed.replace("DIR", dative).replace("DICH", accusative)


def _read_bare(text: str, due: str) -> Promise | None:
    words = text.split()
    if not words:
        return None
    if not is_infinitive(words[-1]) or len(words) < 2:
        phrase = parse(text) if has_german_noun(text) else None
        return Promise(thing=phrase.with_the(), due=due) if phrase else None
    sent = _SENT.match(text)
    phrase = parse(sent["thing"]) if sent and has_german_noun(sent["thing"]) else None
    if not sent or not phrase:
        return Promise(deed=text, due=due) if "," not in text else None
    # "Muster schicken": what looks the same for one and many, and has no article, is many.
    if phrase.noun and phrase.noun.many is None and phrase.is_bare:
        phrase = replace(phrase, noun=replace(phrase.noun, many=True))
    thing = phrase.with_the()
    said = thing.said("acc")
    deed = f"DIR {said} {sent['verb']}" if said else ""
    is_given = bool(said) and sent["verb"] not in ("zeigen", "leihen", "ausleihen")
    return Promise(deed, thing if is_given else None, due, goes_out=sent["verb"] in _POSTED)


def _to_reader(text: str, owners: Owners) -> str:
    """The reader as DIR or DICH, whether named or a pronoun: "Mira die Liste schicken"."""
    for owner in owners:
        name = re.escape(owner)
        text = re.sub(rf"\b(für|an|über)\s{name}\b", r"\1 DICH", text)
        text = re.sub(rf"^{name}\s(?=(?:mit|bei|in|nach|zu)\b)", "DICH ", text)
        text = re.sub(rf"\b{name}\b", "DIR", text)
    text = re.sub(r"\b(?:ihm|dir|Ihnen|ihnen)\b", "DIR", text)
    text = re.sub(r"\b(?:ihn|sie|dich|Sie)\b", "DICH", text)
    return re.sub(r"\bihr\b", "DIR", text)
