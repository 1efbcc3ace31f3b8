"""Ties: what sender and reader share, said as "we" in a sentence of its own."""

from __future__ import annotations

import re

from redleaf.writing.languages.es.persons import is_about_a_third
from redleaf.writing.languages.es.phrases import parse
from redleaf.writing.languages.es.verbs import together
from redleaf.writing.languages.es.words import PREPOSITIONS, is_foreign, looks_strange

_BOTH = re.compile(r"\b(?:los dos|las dos|ambos|ambas)\b\s*", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:antigu[ao]s )?(?:alumn[ao]s|exalumn[ao]s|compañer[ao]s|vecin[ao]s|miembros|soci[ao]s|"
    r"voluntari[ao]s|\w+istas|\w+[dt]or[ea]s|\w+er[ao]s|padres|madres|hij[ao]s|colegas|soci[ao]s|"
    r"aficionad[ao]s|lector[ea]s|coralistas|paisan[ao]s)\b",
    re.IGNORECASE,
)


def read_tie(text: str) -> str:
    """A clause in the first person plural; "" when no good grammar can be made of it."""
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    if not text or is_foreign(text) or looks_strange(text):
        return ""
    both = _BOTH.search(text)
    bare = _BOTH.sub("", text, count=1).strip()
    bare = re.sub(r"^(?:nosotr[ao]s)\s", "", bare)
    bare = bare[:1].lower() + bare[1:] if not bare[:2].isupper() else bare
    if not bare or is_about_a_third(bare):
        return ""
    who = f"{both.group().strip().lower()} " if both else ""
    first, _, rest = bare.partition(" ")
    if _PEOPLE.match(bare):
        return f"{who}somos {bare}"
    if first in ("nos", "nuestro", "nuestra"):
        return f"{who}{bare}" if first == "nos" else f"compartimos {bare}"
    if first in PREPOSITIONS:
        return f"{who}somos {bare}" if first in ("de", "del") else f"{who}estamos {bare}"
    phrase = parse(bare)
    verb = together(first) if not (phrase and phrase.article) else ""
    if verb and rest:
        return f"{who}{verb} {rest}"
    return _as_thing(bare)


def _as_thing(text: str) -> str:
    phrase = parse(text)
    if not phrase or phrase.is_name:
        return ""
    if re.match(r"(?:el|la|los|las) mism", text):
        return f"compartimos {text}"
    said = phrase.with_the()
    if not said.article:
        return ""
    if re.match(r"(?:debilidad|afición|pasión|amor|manía|paciencia|gusto)", phrase.head):
        return f"compartimos {said.text if phrase.article else phrase.with_a().text}"
    return f"nos {'unen' if said.many else 'une'} {said.text}"
