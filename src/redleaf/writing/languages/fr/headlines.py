"""Headlines: what the sender does or is, turned into first person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.fr.persons import as_mine, is_about_a_third
from redleaf.writing.languages.fr.verbs import first_person
from redleaf.writing.languages.fr.words import elides, is_foreign, tidy

_CUT = re.compile(r"\s*(?:\||•|·|\u2013|\u2014|;|\s-\s|//).*")
_PERSON = re.compile(
    r"(?:\w*(?:eur|euse|trice|ier|ière|iste|ien|ienne|logue|graphe|aire|ante?|ente?|ecte|pompier|"
    r"ère|berger|cher|ger|ain|aine|vain|vaine|ron|ronne|ard|arde|at|"
    r"ate|ène|mestre)|guide|maire|maître|élève|prof|juge|pilote|médecin|avocate?|chef|cheffe|"
    r"apprentie?|facteur|interprète|peintre|poète|luthier|sage-femme|père|mère|cadre|bénévole|"
    r"forgeron|vigneron|maçon|marin|potière?|potier|tisserande?|artisane?|attachée?|chargée?|"
    r"agente?|adjointe?|secrétaire|ingénieure?|professeure?|doctorante?|stagiaire|gardienne?|"
    r"couvreur|couvreuse|responsable|consultante?|indépendante?)$",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"(?:chantier|atelier|métier|papier|mortier|escalier|clavier|dossier|laboratoire|inventaire|"
    r"questionnaire|instrument|couleur|fleur|musée|jardin|pain|train|main|talent|document|canard)s?$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"(?:des|les|le|la|l'|un|une|du|de|d'|ses|son|sa|à|au|aux|en|dans|sur|avec|chez|pour|\d+|"
    r"deux|trois)(?:\s|(?<='))"
)


@dataclass(frozen=True, slots=True)
class Headline:
    """`i_am` is a clause that begins with "je"; `as_a` is "tisserande à Leith", or ""."""

    i_am: str
    as_a: str = ""


def read_headline(text: str) -> Headline | None:
    """How the sender says who they are, or None when the headline is neither deed nor person."""
    text = _CUT.sub("", tidy(text)).replace(" @ ", " chez ").strip()
    if not text or len(text) > 80 or is_foreign(text):
        return None
    text = as_mine(text)
    if re.match(r"(?:je |j')\S", text, re.IGNORECASE):
        return Headline(text[:1].lower() + text[1:])
    first, _, rest = text.partition(" ")
    first, is_person = first.rstrip(","), _is_person(first.rstrip(","))
    verb = first_person(first.lower()) if rest else ""
    if (
        verb
        and _DETERMINED.match(rest)
        and not (is_person and re.match(r"(?:à|au|aux|en|dans|sur|de|d'|chez|pour)\b", rest))
    ):
        return None if is_about_a_third(rest) else Headline(_i(f"{verb} {_deeds(rest)}"))
    return _as_person(text) if is_person else None


def _i(clause: str) -> str:
    return f"j'{clause}" if elides(clause) else f"je {clause}"


def _deeds(rest: str) -> str:
    """The rest of "répare des orgues et tient un carnet", where the verb after "et" is turned."""
    return re.sub(
        r"(\bet )([a-zà-ÿ]+(?:e|it|ient|end))(?= (?:des|les|le|la|l'|un|une|du|à|en|sur)\b)",
        lambda found: found[1] + (first_person(found[2]) or found[2]),
        rest,
    )


def _as_person(text: str) -> Headline | None:
    if is_about_a_third(text):
        return None
    text = re.sub(r"^une? ", "", text)
    if re.match(r"[A-ZÀ-Ý][a-zà-ÿ-]", text):
        text = text[:1].lower() + text[1:]
    if _names_a_firm(text):
        text = text.replace(", ", " chez ", 1)
    return Headline(f"je suis {text}", text)


def _is_person(word: str) -> bool:
    return bool(_PERSON.match(word)) and not _NOT_A_PERSON.search(word)


def _names_a_firm(text: str) -> bool:
    """Whether a single comma stands before a firm: "couvreur, Ardoise & Fils"."""
    _, comma, after = text.partition(", ")
    return bool(comma) and "," not in after and after[:1].isupper()
