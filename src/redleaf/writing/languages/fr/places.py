"""Places: "à Porto", "en Bretagne", "au café du port", "sur le quai 3", "chez vous"."""

from __future__ import annotations

import re
from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.writing.languages.fr.persons import is_about_a_third, is_theirs, owned, to_tu, to_vous
from redleaf.writing.languages.fr.phrases import parse
from redleaf.writing.languages.fr.words import PREPOSITIONS, at, is_foreign, small, tidy
from redleaf.writing.languages.language import Owners

_NOUN = re.compile(
    r"(?:café|bar|bistrot|bistro|brasserie|restaurant|auberge|hôtel|gare|aéroport|bibliothèque|"
    r"médiathèque|librairie|musée|galerie|théâtre|cinéma|stade|piscine|salle|cuisine|cour|couloir|"
    r"hall|halles?|marché|parc|jardin|pont|palais|centre|maison|atelier|église|abbaye|chapelle|"
    r"cathédrale|château|ferme|port|quai|voie|plage|phare|digue|mairie|université|faculté|fac|"
    r"lycée|collège|école|institut|académie|conservatoire|bureau|cantine|buvette|kiosque|terrasse|"
    r"chantier|parking|train|bus|métro|ferry|bac|bateau|escalier|ascenseur|amphi|amphithéâtre|"
    r"étage|hôtel de ville|\w+ième étage|premier étage|rez-de-chaussée|hangar|entrepôt|usine|"
    r"fournil|moulin|cabane|refuge|gîte|camping|arrêt|embarcadère|écluse|îlot|île|sortie|stand|comptoir|"
    r"zinc|service|archives|rédaction|imprimerie|laboratoire|labo|ministère|préfecture|hôpital|clinique|"
    r"opéra|fonderie|verrerie|manufacture)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:salle|cuisine|cour|couloir|hall|train|bus|métro|escalier|ascenseur|amphi\w*|atelier|jardin|"
    r"bureau|hangar|entrepôt|cabane)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?:quai|voie|pont|plage|digue|terrasse|chantier|parking|ferry|bac|bateau|port|île|îlot|stand|"
    r"marché)\b",
    re.IGNORECASE,
)
# "rue des Tanneurs", "place du Marché" stand without a preposition.
_STREET = re.compile(
    r"(?:rue|avenue|boulevard|place|impasse|quai|chemin) (?:de|du|des|d'|[A-Z])", re.I
)


def place_texts(text: str, owners: Owners) -> tuple[str, ...]:
    """The place as it is called to the reader: once, or with "votre" and with "ton"."""
    text = owned(tidy(text), owners)
    for owner in owners:
        if re.fullmatch(rf"chez {re.escape(owner)}", text, re.IGNORECASE):
            return ("chez vous", "chez toi")
    return (to_vous(text), to_tu(text)) if is_theirs(text) else (text,)


def read_place(text: str, *, theirs: bool = False) -> str:
    """The place with its preposition, "au café du port"; "" when nothing says what it is."""
    if text in ("chez vous", "chez toi"):
        return text
    if not text or re.search(r"->|→|/|;", text):
        return ""
    if theirs:
        rest = text.partition(" ")[2]
        return "" if is_about_a_third(rest) else _preposed(text, rest)
    if is_about_a_third(text) or is_foreign(text.split(",")[0]):
        return ""
    first, _, rest = text.partition(" ")
    if rest and first.lower() in PREPOSITIONS:
        return text[:1].lower() + text[1:]
    listed = _listed().get(text)
    if listed:
        return f"{listed} {text}"
    return _by_noun(small(text))


def is_called_a_place(text: str) -> bool:
    """Whether a listed name, a preposition or a noun such as "musée" says that it is a place."""
    bare = re.sub(r"^(?:l'|(?:le|la|les)\s)", "", text, flags=re.IGNORECASE)
    first = text.partition(" ")[0].lower()
    return text in _listed() or first in PREPOSITIONS or bool(_NOUN.match(bare))


def _by_noun(text: str) -> str:
    if _STREET.match(text):
        return text[:1].lower() + text[1:]
    phrase = parse(text)
    phrase = phrase.as_one() if phrase else None
    if phrase and (phrase.article or _NOUN.match(phrase.bare)):
        return _preposed(phrase.definite, phrase.bare) if phrase.definite else ""
    return f"à {text}" if text[:1].isupper() else ""


def _preposed(name: str, bare: str) -> str:
    if _IN.match(bare):
        return f"dans {name}"
    return f"sur {name}" if _ON.match(bare) else at(name)


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    lines = read_beside(__file__, "places.txt").splitlines()
    pairs = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {name: how for how, _, names in pairs for name in names.split()}
