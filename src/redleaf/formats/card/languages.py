"""Which language a card is in, as far as its words, numbers and hosts tell.

Tesseract reads best with the one language it needs; with four it takes é for e.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redleaf.formats.card.words import Line
from redleaf.formats.hints import plain, title_languages

# What tells of a language, folded, and how much. The names are those of Tesseract's data.
_SIGNS = {
    "deu": (
        (r"\b(?:gmbh|ohg|gbr|e\. ?v|kg|mbh|ug)\b|\bag\b", 2),
        (r"\+ ?4[39]|\+ ?41|\.(?:de|at|ch)\b", 1),
        (r"\w*(?:strasse|strafse|str\.|weg|platz|gasse|allee|ufer|damm)\b", 2),
        (r"\b(?:telefon|fon|mobil|telefax|handy|durchwahl|und|fur|der|die|das|am|beim|von)\b", 1),
        (r"\b\w+(?:werk|verlag|buro|museum fur|universitat|verein|schule|amt)\b|[äöüß]", 1),
        (r"\b(?:deutschland|osterreich|schweiz|berlin|hamburg|munchen|koln|wien|zurich)\b", 1),
    ),
    "fra": (
        (r"\b(?:sarl|sas|sasu|eurl)\b|\bsa\b", 2),
        (r"\+ ?33|\+ ?32|\.(?:fr|be)\b", 1),
        (r"\b(?:rue|avenue|boulevard|quai|place|chemin|impasse|cours|cedex)\b", 2),
        (r"\b(?:tel|port|portable|telecopie|du|des|et|au|aux|la cour)\b|\b[ld]'", 1),
        (r"\b(?:france|paris|lyon|nantes|marseille|bruxelles|belgique|toulouse)\b", 1),
        (r"\b(?:societe|cabinet|atelier|editions|universite|musee|associes|maison)\b", 2),
        (r"[çèêœâîô]", 1),
    ),
    "spa": (
        (r"\bs\. ?l\b|\bs\. ?a\b|\bs\. ?coop\b", 2),
        (r"\+ ?34|\+ ?5[2-8]|\.es\b", 1),
        (r"\b(?:calle|avda|avenida|plaza|paseo|camino|poligono|c/)", 2),
        (r"\b(?:tfno|tlf|movil|telefono|del|los|las|el|y|correo)\b", 1),
        (r"\b(?:espana|madrid|sevilla|barcelona|bilbao|valencia|mexico|argentina|zaragoza)\b", 1),
        (r"\b(?:universidad|fundacion|taller|museo|bodegas|estudio|aguas|empresa)\b", 2),
        (r"[ñ¿¡]", 2),
    ),
}  # fmt: skip
_PATTERNS = {
    language: tuple((re.compile(pattern), points) for pattern, points in signs)
    for language, signs in _SIGNS.items()
}
_TITLES = {"de": "deu", "fr": "fra", "es": "spa"}
# English has to lose clearly: its own words are everywhere, and some of the signs are too.
_LEAST = 2


def language_of(lines: Sequence[Line]) -> str:
    """Tesseract's name of the card's language: "deu", "fra", "spa", or "eng" when none tells."""
    text = "\n".join(line.text for line in lines)
    folded = f"{text.casefold()}\n{plain(text)}"
    points = dict.fromkeys(_PATTERNS, 0)
    for language, patterns in _PATTERNS.items():
        points[language] = sum(value for pattern, value in patterns if pattern.search(folded))
    for word in set(re.findall(r"[^\W\d_]{4,}", text)):
        for code in title_languages(word):
            if code in _TITLES:
                points[_TITLES[code]] += 2
    best = max(points, key=lambda each: points[each])
    return best if points[best] >= _LEAST else "eng"
