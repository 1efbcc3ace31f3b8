"""Ties: what sender and reader share, said as "wir" in a sentence of its own."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.persons import is_about_a_third
from redleaf.writing.languages.de.phrases import ACC, NOM, parse
from redleaf.writing.languages.de.words import PREPOSITIONS, has_german_noun, is_foreign

_PARTICIPLE = regex(
    r"\b(?:\w*ge\w{2,}(?:t|en)|\w{3,}iert|be\w{3,}(?:t|en)|ver\w{3,}(?:t|en)|er\w{3,}t)$"
)
_MOVED = regex(
    r"(?:gegangen|gelaufen|gefahren|gekommen|gewesen|geworden|gewachsen|geschwommen|gereist|"
    r"gezogen|geblieben|geflogen|gesegelt|gewandert|gerudert|geboren|gestrandet|begegnet)$"
)
_GROUP = regex(
    r"^(?:[A-ZÄÖÜ]\w+(?:er|erinnen|innen|linge|kollegen|mitglieder|nachbarn|eltern|fans|leute|absolventen|"
    r"freunde|schüler|studenten|musiker|imker|väter|mütter)|Mitglied|Absolventen|Ehemalige|"
    r"Nachbarn|Eltern|Kollegen|Leser|Mitglieder|Stammgäste|Alumni)\b"
)
_VERB = regex(r"^[a-zäöü][a-zäöüß]+(?:en|ern|eln)$|^(?:sind|waren|haben|hatten)$")
_NO_VERB = frozenset(
    "neben gegen wegen unseren einen keinen zwischen eben oben gestern selben".split()
)


def read_tie(text: str) -> str:
    """A clause that begins with "wir" or "uns"; "" when no good grammar can be made of it."""
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    if not text or is_foreign(text):
        return ""
    text = re.sub(r"^(?:wir|sie) (?=\w)", "", text, flags=re.IGNORECASE)
    first, _, rest = text.partition(" ")
    if first.lower() == "beide" and rest:
        return _of_both(rest)
    if _is_verb(first) and rest:
        rest = re.sub(r"^(?:beide|uns beide)\s", "", rest)
        return _sound(f"wir {first} beide {rest}")
    if " beide " in f" {text} ":
        return _of_both(re.sub(r"\s*\bbeide\b\s*", " ", text).strip())
    return _of_both(text) if first.lower() in PREPOSITIONS else _as_thing(text)


def _of_both(text: str) -> str:
    """What follows "beide": a deed, a group, a place, a past."""
    first, _, rest = text.partition(" ")
    if _is_verb(first) and rest:
        return _sound(f"wir {first} beide {rest}")
    if _PARTICIPLE.search(text) and len(text.split()) > 1:
        return _sound(f"wir {'sind' if _MOVED.search(text) else 'haben'} beide {text}")
    if first.lower() in PREPOSITIONS or _GROUP.match(text) or re.match(r"(?:aus|Mitglied)\b", text):
        return _sound(f"wir sind beide {text}")
    return _as_thing(text)


def _as_thing(text: str) -> str:
    if _GROUP.match(text) and not re.match(r"(?:der|die|das)\b", text):
        return _sound(f"wir sind beide {text}")
    if re.match(r"(?:die|das|der)(?:selbe| gleiche| selbe)\s", text):
        return _sound(f"uns verbindet {text}")
    phrase = parse(
        text[:1].lower() + text[1:] if re.match(r"(?:Die|Der|Das|Eine?)\s", text) else text
    )
    if not phrase or not has_german_noun(text):
        return ""
    if re.search(r"(?:schwäche|liebe|vorliebe|hang|neigung|abneigung|geduld)$", phrase.head, re.I):
        said = phrase.with_a().said(ACC)
        return _sound(f"wir teilen {said}") if said else ""
    if phrase.is_bare and not phrase.many:
        phrase = phrase.with_the()
    said = phrase.said(NOM)
    if not said or phrase.many is None:
        shared = phrase.said(ACC)
        return _sound(f"wir teilen {shared}") if shared and "," not in shared else ""
    return _sound(f"uns verbind{'en' if phrase.many else 'et'} {said}")


def _is_verb(word: str) -> bool:
    return bool(_VERB.match(word)) and word not in _NO_VERB and word not in PREPOSITIONS


def _sound(clause: str) -> str:
    rest = clause.partition(" ")[2]
    return "" if is_about_a_third(rest) else clause
