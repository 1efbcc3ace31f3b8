"""Headlines: what the sender does or is, turned into first person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.es.persons import as_mine, is_about_a_third
from redleaf.writing.languages.es.verbs import first_person
from redleaf.writing.languages.es.words import is_foreign

_CUT = re.compile(r"\s*(?:\||•|·|\u2013|\u2014|;|\s-\s|//).*")
_PERSON = re.compile(
    r"(?:[dts]or|[dts]ora|ista|[ei]er[oa]|ante|ent[ea]|[óo]log[oa]|ógraf[oa]|[áéíóú]\w{1,3}ic[oa]|"
    r"ari[oa]|nauta|tect[oa]|iatra|patra|aprendiz|aprendiza|madre|padre|abogad[oa]|maestr[oa]|"
    r"cociner[oa]|médic[oa]|jef[ae]|capitán|capitana|guía|chef|actriz|actor|becari[oa]|soci[oa]|"
    r"fundador[a]?|lector[a]?|corrector[a]?|alumn[oa]|emplead[oa]|voluntari[oa]|doctorand[oa]|"
    r"archiver[oa]|músic[oa]|luthier|editor[a]?|pastor[a]?|herrer[oa]|bibliotecari[oa]|agricultora?|"
    r"ceramista|piloto|marin[oa]|arquitect[oa]|ingenier[oa]|tejedor[a]?|dueñ[oa]|vecin[oa])$"
)
_VERB = re.compile(
    r"(?:genera|espera|lidera|opera|supera|mejora|explora|elabora|colabora|decora|valora|asesora|"
    r"presenta|representa|argumenta|documenta|comenta|fomenta|cuenta|inventa|orienta|planta|canta|"
    r"encuaderna|coordina|recupera|altera|cimenta|ensambla)$"
)
_NOT_A_PERSON = frozenset("primavera carretera madera sendero acero dinero febrero enero".split())


@dataclass(frozen=True, slots=True)
class Headline:
    """`i_am` is a clause such as "soy tejedora en Cádiz"; `as_a` is "tejedora en Cádiz", or ""."""

    i_am: str
    as_a: str = ""


def read_headline(text: str) -> Headline | None:
    """How the sender says who they are, or None when the headline is neither deed nor person."""
    text = _CUT.sub("", text.strip(" .;,")).replace(" @ ", " en ").strip()
    text = re.sub(r"^(?:yo\s|soy\s)", "", as_mine(text), flags=re.IGNORECASE)
    if not text or len(text) > 80 or is_foreign(text) or is_about_a_third(text):
        return None
    lower = text[:1].lower() + text[1:]
    first, _, rest = lower.partition(" ")
    word = first.rstrip(",")
    if _PERSON.search(word) and not _VERB.match(word) and word not in _NOT_A_PERSON:
        return _as_person(lower)
    if re.search(r"(?:o|oy|go)$", word) and rest and word.isalpha() and _is_deed(rest):
        return Headline(lower)
    verb = first_person(word) if rest else ""
    if not verb or rest.startswith(("de ", "del ", "en la ")):
        return None
    return Headline(f"{verb} {_deeds(rest)}")


def _is_deed(rest: str) -> bool:
    """Whether an object follows: "afino campanas", and not "taller de …"."""
    return rest.split()[0] not in ("de", "del", "y", "en")


def _deeds(rest: str) -> str:
    """The rest of "repara órganos y da clases", where each verb after "y" is turned too."""
    return re.sub(
        r"(\by )(lo |la |los |las )?([^\W\d_]+)(?=\s|$)",
        lambda found: found[1] + (found[2] or "") + (_verb_after(found[3]) or found[3]),
        rest,
    )


def _verb_after(word: str) -> str:
    """What follows "y" may be one more thing: only words that are verbs beyond doubt are turned."""
    sure = "escribe da enseña publica edita dirige hace traduce repara restaura vende cultiva cuida"
    return first_person(word) if word in sure.split() else ""


def _as_person(text: str) -> Headline:
    text = re.sub(r"^(?:una?|el|la)\s", "", text)
    before, comma, after = text.partition(", ")
    if comma and after[:1].isupper() and "," not in after:
        text = f"{before} en {after}"
    return Headline(f"soy {text}", text)
