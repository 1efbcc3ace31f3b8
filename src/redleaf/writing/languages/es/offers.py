"""Offers: a thing to send, a person to introduce, or a hand to lend."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.es.nouns import is_known
from redleaf.writing.languages.es.persons import as_mine, is_about_a_third
from redleaf.writing.languages.es.phrases import Phrase, parse
from redleaf.writing.languages.es.verbs import is_infinitive
from redleaf.writing.languages.es.words import is_foreign, looks_strange

_INTRODUCTION = re.compile(
    r"^(?:(?:un|el)\s)?(?:contacto (?:con|de)|(?:una\s)?presentación (?:a|con|de)|"
    r"presentar(?:te|le|la|lo)? a|poner(?:te|le|la|lo)? en contacto con|"
    r"(?:an\s)?intro(?:duction)? to)\s(?P<who>.+)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NAME = re.compile(r"[A-ZÁÉÍÓÚÑ][\w'’.-]*(?:\s(?:de|del|la|van|von)?\s?[A-ZÁÉÍÓÚÑ][\w'’.-]*)*")
_SENDABLE = re.compile(
    r"(?:copias?|escaneos?|fotos?|fotografías?|imagen|imágenes|listas?|listados?|grabación|"
    r"grabaciones|comparativas?|tablas?|notas?|apuntes|plantillas?|patrón|patrones|recetas?|"
    r"planos?|planes|datos|archivos?|ficheros?|diapositivas|borrador|borradores|dibujos?|"
    r"informes?|manual|manuales|instrucciones|enlaces?|artículos?|bocetos?|guías?|cartas?|"
    r"direcciones|dirección|guion|guiones|horarios?|diagramas?|folletos?|calendarios?|catálogos?|"
    r"registros?|resumen|resúmenes|mediciones|medición|canción|canciones|vídeos?|traducción|"
    r"traducciones|textos?|partituras?|mapas?|bibliografía|inventarios?|esquemas?|hojas?|fichas?|"
    r"actas?|transcripción|transcripciones|estudios?|cuestionarios?|glosarios?|documentos?)$"
)
_ENCLITIC = re.compile(r"^(?P<verb>\w*?[aei]r)(?P<who>te|le|la|lo)?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Offer:
    """One of three: a `thing`, a `deed` that opens with its infinitive, or a `person`."""

    thing: Phrase | None = None
    can_be_sent: bool = False
    deed: str = ""
    person: str = ""
    given: str = ""


def read_offer(text: str) -> Offer | None:
    """How to offer it, or None when it cannot be told what is meant."""
    text = text.strip(" .;,")
    introduction = _INTRODUCTION.match(text)
    if introduction:
        return _as_person(introduction["who"])
    text = _BRACKETS.sub("", text).strip()
    if not text or is_foreign(text) or looks_strange(text):
        return None
    lower = text[:1].lower() + text[1:]
    first = lower.split()[0]
    if is_infinitive(first) and not is_known(first):
        return Offer(deed=lower) if " " in text else None
    # A jotted "Guía de setas" is no name: nothing else in it is large.
    mine = as_mine(lower if text[1:].islower() or lower.startswith(("su ", "sus ")) else text)
    phrase = parse(mine) if not is_about_a_third(mine) else None
    if not phrase or phrase.is_name:
        return None
    return Offer(phrase.with_a(), bool(_SENDABLE.match(phrase.head)))


def addressed(deed: str, pronoun: str, possessive: str) -> str:
    """The deed spoken to the reader: with "te" and "tu", or with "le" and "su"."""
    deed = _ENCLITIC.sub(lambda m: m["verb"] + (pronoun if m["who"] else ""), deed)
    return re.sub(r"\b(?:tu|su)(s?)(?=\s)", rf"{possessive}\1", deed)


def _as_person(text: str) -> Offer | None:
    person = re.sub(r",?\s+(?:que|quien)\s.*", "", _BRACKETS.sub("", text)).strip(" .,")
    person = re.sub(r" (?:at|en|de|del) (?=(?:la |el )?[A-ZÁÉÍÓÚÑ][\w ]*$)", ", de ", person)
    name = _NAME.match(person)
    if not name or is_about_a_third(person) or is_foreign(person):
        return None
    person = person.replace(", de el ", ", del ")
    return Offer(person=person, given=name.group().split()[0])
