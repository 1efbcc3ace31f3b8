"""How somebody is addressed in a formal letter, in French.

"Madame" and "Monsieur" only where it is recorded which of the two it is: by the name ("Mme Holt"),
by a title or role that tells ("Directrice"), or for a man by role and given name together. Else
the title with the family name ("Bonjour Docteur Lescure"), or the whole name.
"""

from __future__ import annotations

import re

from redleaf.writing.languages.mens_names import is_a_mans_name
from redleaf.writing.names import bare_name, family_name

_SALUTATION = re.compile(
    r"^(?P<who>Madame|Mme\.?|Mademoiselle|Mlle\.?|Monsieur|M\.|Mr\.?|Mrs\.?|Ms\.?|Frau|Herr)\s+",
    re.IGNORECASE,
)
_WOMEN = ("madame", "mme", "mademoiselle", "mlle", "mrs", "ms", "frau")
_HERS = re.compile(
    r"\b(?:\w+trice|professeure|docteure|présidente|doyenne|avocate|consule|préfète|chercheuse|"
    r"enseignante|dre|pre|adjointe|déléguée|gérante|proviseure|députée|cheffe|\w+ienne|\w+ière|\w+euse)\b",
    re.IGNORECASE,
)
# A woman may be called "directeur" too: what is masculine tells only beside a man's name.
_HIS = re.compile(
    r"\b(?:\w+eur|président|doyen|avocat|consul|préfet|enseignant|adjoint|délégué|gérant|député|"
    r"maire|chef|\w+ien|\w+er)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?P<title>(?:(?:Professeure?|Prof|Pre?|Docteure?|Dre?|Maître|Me)\.?\s+)+)", re.I
)
_SPELT = {
    "prof": "Professeur", "pr": "Professeur", "professeur": "Professeur", "dr": "Docteur",
    "docteur": "Docteur", "maître": "Maître", "me": "Maître",
}  # fmt: skip
# The offices that one is addressed by, held oneself: not "secrétaire du directeur" or "adjointe".
_OFFICE = re.compile(
    r"^(?:l[ae]\s)?(?P<office>directrice|directeur|professeure?|présidente?|rectrice|recteur|"
    r"doyenne?|maire|proviseure?|préfète|préfet)\b(?!-|\sadjoint|\sdéléguée?)",
    re.IGNORECASE,
)
# What a role is, without whose or where.
_BEHIND = re.compile(r"\s(?:de|du|des|d['’]|au|aux|à|en|dans|chez|pour)\b|[,;(|/]")


def formal_name(name: str, given: str = "", role: str = "") -> str:
    """The whole salutation without its comma: "Madame", "Monsieur le Maire", "Bonjour Bo Li"."""
    said = _SALUTATION.match(name)
    rest = name[said.end() :] if said else name
    found = _TITLES.match(rest)
    title = found["title"].split()[0].rstrip(".").lower() if found else ""
    bare = bare_name(rest[found.end() :] if found else rest) or rest
    is_hers, is_his = _who(said["who"] if said else "", title, role, given or bare.split(" ")[0])
    spelt = _SPELT.get(title, "")
    if spelt == "Maître" or (spelt and not (is_hers or is_his)):
        return f"Bonjour {spelt} {family_name(bare, given)}"
    if is_hers or is_his:
        held = next((each for each in (role, title, rest) if _OFFICE.match(each)), "")
        return _function(held, is_woman=is_hers)
    return f"Bonjour {bare}"


def _who(said: str, title: str, role: str, given: str) -> tuple[bool, bool]:
    """Whether it is a woman, and whether it is a man; neither where nothing says so."""
    if said:
        is_woman = said.lower().rstrip(".") in _WOMEN
        return is_woman, not is_woman
    role = _BEHIND.split(role, maxsplit=1)[0]
    if _HERS.search(f"{title} {role}"):
        return True, False
    return False, bool(_HIS.search(role)) and is_a_mans_name(given, beside=__file__)


def _function(held: str, *, is_woman: bool) -> str:
    """ "Madame la Directrice" where the role is one of those that are addressed so."""
    who = "Madame" if is_woman else "Monsieur"
    found = _OFFICE.match(held)
    if not found:
        return who
    office = found["office"].capitalize()
    # "Mme Roy, directeur": what she is called there is not known.
    if office != "Maire" and is_woman != office.endswith("e"):
        return who
    return f"{who} {'la' if is_woman else 'le'} {office}"
