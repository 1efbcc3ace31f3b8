"""Whose it is: the fact says "su charla" or "la charla de Mira", the note says "tu" or "su"."""

from __future__ import annotations

import re

from redleaf.writing.languages.language import Owners

_THIRD = re.compile(
    r"\b(?:él|ella|ellos|ellas|le|les|su|sus|suy[ao]s?|usted|ustedes|tú|tu|tus|te|ti|tuy[ao]s?|"
    r"vosotr[ao]s|vuestr[ao]s?|os)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?:su|tu|vuestro|vuestra)(?P<many>s?)(?=\s)", re.IGNORECASE)


def is_about_a_third(text: str) -> bool:
    """Whether somebody is left in the text who could be anybody, or the reader is addressed."""
    return bool(_THIRD.search(text))


def owned(text: str, owners: Owners) -> str:
    """The reader's own thing with "su" before it: "la charla de Mira sobre sal"."""
    for owner in owners:
        name = re.escape(owner)
        text = re.sub(
            rf"^(?:(?:el|la|un|una)\s|(?P<many>los|las)\s)?(?P<what>[^\W\d_]+)\s(?:de|con)\s{name}"
            r"(?=\s|$)(?P<rest>.*)$",
            lambda found: f"{'sus' if found['many'] else 'su'} {found['what']}{found['rest']}",
            text,
            flags=re.IGNORECASE,
        )
    return text


def is_theirs(text: str) -> bool:
    """Whether the text opens with a possessive that means the reader: "su charla"."""
    return bool(_POSSESSIVE.match(text))


def addressed(text: str, pronoun: str) -> str:
    """ "su cocina" as "tu cocina"; `pronoun` is "tu" or "su"."""
    return _POSSESSIVE.sub(lambda found: pronoun + found["many"], text)


def as_mine(text: str) -> str:
    """The writer's own fact in first person: "sus notas" as "mis notas"."""
    return re.sub(r"\bsu(s?)(?=\s)", r"mi\1", text, flags=re.IGNORECASE)


def without_my(text: str, owner: str) -> str:
    """The writer named in their own fact: "la lista de Inés" as "mi lista"."""
    if not owner:
        return text
    name = re.escape(owner)
    text = re.sub(rf"\b(?:los|las)\s([^\W\d_]+)\sde\s{name}\b", r"mis \1", text)
    return re.sub(rf"\b(?:el|la)\s([^\W\d_]+)\sde\s{name}\b", r"mi \1", text)
