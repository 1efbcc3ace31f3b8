"""Ties: what sender and reader share, said of "vous et moi" in a sentence of its own."""

from __future__ import annotations

import re

from redleaf.writing.languages.fr.persons import is_about_a_third
from redleaf.writing.languages.fr.phrases import parse
from redleaf.writing.languages.fr.verbs import we
from redleaf.writing.languages.fr.words import is_foreign, tidy

_BOTH = re.compile(r"\b(?:tous|toutes) (?:les )?deux\b|\bl'une? et l'autre\b|\bles deux\b", re.I)
# Nouns that are the same for women and men, behind "nous sommes".
_MEMBERS = re.compile(
    r"(?:membres?|bénévoles?|élèves?|adeptes?|fidèles?|archivistes?|guides?) ", re.I
)
_SAME = re.compile(r"(?:le|la|les) mêmes? |mêmes? ", re.IGNORECASE)


def read_tie(text: str) -> str:
    """What follows "vous et moi" or "toi et moi", a verb first; "" when it is no such clause."""
    text = _sound(text)
    if not text:
        return ""
    bare = re.sub(r"^(?:nous|ils|elles) ", "", re.sub(r"\s+", " ", _BOTH.sub("", text)).strip(" ,"))
    if re.match(r"on\s", bare, re.IGNORECASE):
        return ""
    first, _, rest = bare.partition(" ")
    verb = we(first.lower()) if rest else ""
    # "de Skerries" is where one is from; "à l'école à Ennis" has lost its verb.
    if verb and not _is_noun(first):
        return "" if re.match(r"(?:nés|nées|allés|allées|passés)\b", rest) else f"{verb} {rest}"
    if re.match(r"(?:originaires )?(?:de |d'|du |des )(?=[\w'])", bare) and bare[:1].islower():
        return f"venons {bare.removeprefix('originaires ')}"
    if _MEMBERS.match(bare):
        head, _, tail = bare.partition(" ")
        return f"sommes {head.lower().rstrip('s')}s {tail}"
    return ""


def read_common(text: str) -> str:
    """What the two have in common, as a noun phrase: "le même jardin ouvrier"; or ""."""
    text = _sound(text)
    if not text or read_tie(text):
        return ""
    bare = re.sub(r"\s+", " ", _BOTH.sub("", text)).strip(" ,")
    if _SAME.match(bare):
        phrase = parse(re.sub(r"^mêmes? ", "", bare, flags=re.IGNORECASE))
        if bare[:1].lower() == "m" and phrase:
            plural = "les mêmes" if phrase.many else ""
            one = {"f": "la même", "m": "le même"}.get(phrase.gender, "")
            return f"{plural or one} {phrase.bare}" if plural or one else ""
        return bare[:1].lower() + bare[1:]
    bare = re.sub(
        r"^(?:à|dans|sur) (?=l'|la |les |le )|^au (?=\w)|^aux (?=\w)", _with_article, bare
    )
    alumni = re.match(r"anciens? (?:élèves? |étudiants? )?(?:de |d')(?P<school>\S.+)", bare, re.I)
    school = parse(alumni["school"]) if alumni else parse(bare)
    if alumni and re.match(r"(?:du|des) ", alumni.group()[len("anciens ") :]):
        return ""
    if not school or re.match(r"anciens?\b|\w+s?eurs\b", school.bare, re.IGNORECASE):
        return ""
    return school.jotted if school.article else school.definite


def _with_article(found: re.Match[str]) -> str:
    """ "à la chorale" as "la chorale", "au club" as "le club"."""
    return {"au ": "le ", "aux ": "les "}.get(found.group(), "")


def _is_noun(word: str) -> bool:
    """Whether a word that sounds like a verb is none: "instruments", "saisons"."""
    return bool(re.search(r"(?:nts|saisons|maisons|leçons|chansons|façons)$", word))


def _sound(text: str) -> str:
    text = tidy(text)
    rest = re.sub(r"^(?:ils|elles) ", "", text)
    return "" if not text or is_foreign(text) or is_about_a_third(rest) else text
