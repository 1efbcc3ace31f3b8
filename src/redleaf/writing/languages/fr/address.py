"""How somebody is addressed in a formal letter, in French.

"Madame" and "Monsieur" only where it is recorded which of the two it is: by the name ("Mme Holt"),
by a title or role that tells ("Directrice"). Else the whole name, as in "Bonjour Robin Maier".
"""

from __future__ import annotations

import re

from redleaf.writing.names import bare_name

_SALUTATION = re.compile(
    r"^(?P<who>Madame|Mme\.?|Mademoiselle|Mlle\.?|Monsieur|M\.|Mr\.?|Mrs\.?|Ms\.?|Frau|Herr)\s+",
    re.IGNORECASE,
)
_WOMEN = ("madame", "mme", "mademoiselle", "mlle", "mrs", "ms", "frau")
_HERS = re.compile(
    r"\b(?:directrice|professeure|présidente|rectrice|doyenne|conservatrice|inspectrice|"
    r"administratrice|fondatrice|rédactrice|éditrice|avocate|consule|préfète|ministre-déléguée|"
    r"chercheuse|enseignante|adjointe|déléguée|gérante|principale|proviseure|sénatrice|députée)\b",
    re.IGNORECASE,
)
# A woman may be called "directeur" too: what is masculine tells nothing.
_TITLES = re.compile(
    r"^(?P<title>(?:(?:Professeure?|Prof|Pr|Docteure?|Dre?|Maître|Me)\.?\s+)+)", re.I
)


def formal_name(name: str, _given: str = "", role: str = "") -> str:
    """The whole salutation without its comma: "Madame", "Monsieur", "Bonjour Robin Maier"."""
    said = _SALUTATION.match(name)
    rest = name[said.end() :] if said else name
    found = _TITLES.match(rest)
    title = found["title"].strip() if found else ""
    bare = bare_name(rest[found.end() :] if found else rest) or rest
    if said:
        return _function(said["who"].lower().rstrip(".") in _WOMEN, role)
    if _HERS.search(f"{title} {role}"):
        return _function(True, f"{title} {role}")
    return " ".join(part for part in ("Bonjour", title, bare) if part)


def _function(is_woman: bool, role: str) -> str:
    """ "Madame la Directrice" where the role is one of those that are addressed so."""
    who = "Madame" if is_woman else "Monsieur"
    pattern = (
        r"\b(directrice|professeure|présidente|rectrice|doyenne|proviseure|préfète)\b"
        if is_woman
        else r"\b(directeur|professeur|président|recteur|doyen|maire|proviseur|préfet)\b"
    )
    found = re.search(pattern, role, re.IGNORECASE)
    if not found:
        return who
    return f"{who} {'la' if is_woman else 'le'} {found[1].capitalize()}"
