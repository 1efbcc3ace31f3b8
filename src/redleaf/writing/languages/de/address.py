"""How somebody is addressed in a formal letter, in German.

"Sehr geehrte Frau", "Sehr geehrter Herr" only where it is recorded which of the two it is: by the
name ("Frau Dr. Holt"), by a title ("Professorin"), by a role that tells ("Amtsleiterin"), or for a
man by role and given name together. Else the whole name, as in "Guten Tag Robin Maier".
"""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.mens_names import is_a_mans_name
from redleaf.writing.names import bare_name, family_name

_SALUTATION = regex(
    r"^(?P<who>Frau|Fr\.|Herrn|Herr|Hr\.|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+", re.IGNORECASE
)
_TITLES = regex(
    r"^((?:(?:Professorin|Professor|Prof\.in|Prof\.|Prof|Dr\.in|Dr\.-Ing\.|Dr\.|Dr|Pfarrerin|Pfarrer|Dekanin|Dekan|"
    r"Richterin|Richter|Direktorin|Direktor|Bürgermeisterin|Bürgermeister)\s+"
    r"(?:(?:h\.\s?c\.|med\.|phil\.|rer\.\s?nat\.|jur\.|iur\.|Ing\.)\s+)*)+)"
)
_HERS = regex(
    r"\b\w*(?:erin|orin|eurin|istin|entin|antin|login|gogin|anin|ärztin|ältin|ektin|eutin|atin|"
    r"rätin|chefin|köchin|urgin|afin|frau)\b|\b(?:Dr|Prof)\.in\b",
    re.IGNORECASE,
)
# What a role is, without whose or where: "Assistent der Direktorin" says nothing of a woman.
_BEHIND = regex(r"\s(?:der|des|dem|die|von|vom|bei|beim|im|in|am|an|für|zu|zur|zum)\s|[,;(|/]")
_HIS = regex(
    r"\b\w+(?:leiter|meister|direktor|professor|lehrer|führer|arzt|rat|anwalt|ingenieur|berater|"
    r"redakteur|sprecher|forscher|inhaber|gründer|pfarrer|rektor|dekan|präsident|chef|koch|bauer|"
    r"händler|er|ist|ent|ant|oge|eur|or|mann)\b|\b(?:Leiter|Direktor|Professor|Lehrer|Arzt|Anwalt|Ingenieur|"
    r"Pfarrer|Rektor|Dekan|Präsident|Chef|Berater)\b"
)
_WOMEN = frozenset({"frau", "fr", "mrs", "ms", "miss"})


def formal_name(name: str, given: str = "", role: str = "") -> str:
    """The whole salutation without its comma: "Sehr geehrte Frau Dr. Holt", "Guten Tag Bo Li"."""
    said = _SALUTATION.match(name)
    rest = name[said.end() :] if said else name
    title, rest = _title_of(rest)
    family = family_name(bare_name(rest), given) if bare_name(rest) else ""
    who = _who(said["who"] if said else "", title, role, given or rest.split(" ")[0])
    if who and family:
        last = " ".join(part for part in (_short(title), family) if part)
        return f"Sehr geehrte {who} {last}" if who == "Frau" else f"Sehr geehrter {who} {last}"
    whole = " ".join(part for part in (_short(title), bare_name(rest)) if part)
    return f"Guten Tag {whole}"


def _who(said: str, title: str, role: str, given: str) -> str:
    if said:
        return "Frau" if said.lower().rstrip(".") in _WOMEN else "Herr"
    role = _BEHIND.split(role, maxsplit=1)[0]
    if _HERS.search(f"{title} {role}"):
        return "Frau"
    # A woman may be called "Amtsleiter" too: for a man, role and given name have to agree.
    is_his = bool(_HIS.search(role)) and is_a_mans_name(given.split("-")[0], beside=__file__)
    return "Herr" if is_his else ""


def _title_of(name: str) -> tuple[str, str]:
    found = _TITLES.match(f"{name} ")
    return (found[1].strip(), name[found.end() :].strip()) if found else ("", name)


def _short(title: str) -> str:
    """As it is written in a letter: "Prof. Dr. Dr." is "Prof. Dr.", "Dr. med." is "Dr."."""
    title = re.sub(r"\b(Dr|Prof)(?:\.in\b|(?!\.)\b)", r"\1.", title)
    title = re.sub(r"\s(?:h\.\s?c\.|med\.|phil\.|rer\.\s?nat\.|jur\.|iur\.|Ing\.)", "", title)
    title = title.replace("Dr.-Ing.", "Dr.")
    return re.sub(r"(?:Dr\.\s+)+Dr\.", "Dr.", title)
