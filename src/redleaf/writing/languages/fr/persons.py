"""Whose it is: the fact says "sa conférence" or "l'atelier de Mira", the note "votre" or "ton"."""

from __future__ import annotations

import re

from redleaf.writing.languages.fr.nouns import noun_of
from redleaf.writing.languages.fr.words import elides
from redleaf.writing.languages.language import Owners

_WEATHER = (
    r"(?!\s(?:y\s|n'y\s|faut|faudra|fait|faisait|pleut|pleuvait|neige|gèle|reste|s'agit|est\s))"
)
_THIRD = re.compile(
    rf"(?:\bil{_WEATHER}\b|\belles?\b|\bils\b|\blui\b|\beux\b|\btu\b|\btoi\b|\bton\b|\btes\b|"
    r"\bvous\b|\bvotre\b|\bvos\b|(?:^|\s)t')",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?P<own>son|sa|ses|ton|ta|tes|votre|vos)\s(?=\S)", re.IGNORECASE)


def is_about_a_third(text: str) -> bool:
    """Whether an il or elle is left, who could be anybody, or an address to the reader.

    "Tu" and "vous" do not stand in a fact that may go into notes of either kind.
    """
    return bool(_THIRD.search(text))


def owned(text: str, owners: Owners) -> str:
    """The reader's own thing with "son" before it: "l'atelier de Mira", "atelier de Mira Holt"."""
    for owner in owners:
        of = rf"(?:de |d'|avec |chez |par ){re.escape(owner)}"
        found = re.match(rf"(?:l'|(?:le|la|les|un|une|des)\s)?(?P<thing>\S[^,]*?)\s{of}$", text)
        if found:
            return with_their(found["thing"])
        # The owner in the middle: "conférence de Mira sur les cloches".
        found = re.match(
            rf"(?:l'|(?:le|la|les|un|une)\s)?(?P<thing>\S+)\s{of}\s(?P<rest>\S.*)",
            text,
            re.IGNORECASE,
        )
        if found:
            return with_their(f"{found['thing']} {found['rest']}")
    return text


def with_their(thing: str) -> str:
    """ "atelier" as "son atelier", "conférence" as "sa conférence"."""
    head = noun_of(thing.split(" ")[0])
    thing = thing[:1].lower() + thing[1:]
    if head.many:
        return f"ses {thing}"
    return f"sa {thing}" if head.gender == "f" and not elides(thing) else f"son {thing}"


def is_theirs(text: str) -> bool:
    """Whether the text opens with a possessive that means the reader: "sa conférence"."""
    return bool(_POSSESSIVE.match(text))


def to_vous(text: str) -> str:
    """ "sa conférence" as "votre conférence"."""
    return _POSSESSIVE.sub(lambda f: "vos " if f["own"].lower() in _PLURAL else "votre ", text)


def to_tu(text: str) -> str:
    """ "sa conférence" as "ta conférence"."""
    return _POSSESSIVE.sub(lambda f: f"{_TU.get(f['own'].lower(), f['own'].lower())} ", text)


_PLURAL = frozenset({"ses", "tes", "vos"})
_TU = {"son": "ton", "sa": "ta", "ses": "tes", "votre": "ton", "vos": "tes"}


def as_mine(text: str) -> str:
    """The writer's own fact in first person: "ses notes" as "mes notes"."""
    mine = {"son": "mon", "sa": "ma", "ses": "mes"}
    return re.sub(r"\b(?:son|sa|ses)(?=\s)", lambda found: mine[found.group()], text)


def without_my(text: str, own: str) -> str:
    """The writer named in their own fact: "la liste d'Ines" as "ma liste"."""
    if not own:
        return text
    found = re.match(rf"(?:l'|(?:le|la|les)\s)(?P<thing>.+?)\s(?:de |d'){re.escape(own)}$", text)
    return as_mine(with_their(found["thing"])) if found else text
