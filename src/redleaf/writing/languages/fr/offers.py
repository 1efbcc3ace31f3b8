"""Offers: a thing to send, a person to introduce, or a hand to lend."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.fr.persons import as_mine, is_about_a_third
from redleaf.writing.languages.fr.phrases import Phrase, parse
from redleaf.writing.languages.fr.verbs import is_infinitive
from redleaf.writing.languages.fr.words import is_foreign, small, tidy

_INTRODUCTION = re.compile(
    r"(?:une? |la |le |l')?(?:mise en relation|mise en contact|contact|présentation|introduction|"
    r"rencontre|entrée)\s(?:avec|de|d'|à|auprès de|chez)\s?(?P<who>.+)",
    re.IGNORECASE,
)
_INTRODUCING = re.compile(
    r"(?:te |vous |la |le |l'|lui )?(?:présenter|faire rencontrer|"
    r"mettre en (?:contact|relation) avec)\s(?:à |avec )?(?P<who>.+)",
    re.IGNORECASE,
)
_FOREIGN_INTRODUCTION = re.compile(r"(?:an? )?intro(?:duction)? to (?P<who>.+)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NAME = re.compile(r"(?:Dr\.? |Pr\.? )?[A-ZÀ-Ý][\w'.-]*(?:\s(?:[A-ZÀ-Ý][\w'.-]*|de|van|der|le))*")
_SENDABLE = re.compile(
    r"(?:scans?|photos?|images?|listes?|copies?|enregistrements?|comparaisons?|comparatifs?|"
    r"tableaux?|notes?|modèles?|patrons?|recettes?|plans?|données|fichiers?|diapos?|diapositives?|"
    r"ébauches?|dessins?|rapports?|manuels?|modes? d'emploi|liens?|articles?|croquis|guides?|"
    r"relevés?|comptes?-rendus?|lettres?|adresses?|scripts?|horaires?|diagrammes?|brochures?|"
    r"calendriers?|catalogues?|registres?|résumés?|mesures?|chansons?|vidéos?|traductions?|"
    r"répertoires?|textes?|documents?|documentation|cadastre|partitions?|bibliographie|coordonnées|"
    r"cartes?|fiches?|schémas?|inventaires?|études?|exemples?|questionnaires?|grilles?|plannings?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One of three: a `thing`, a `deed` that opens with its infinitive, or a `person`."""

    thing: Phrase | None = None
    can_be_sent: bool = False
    deed: str = ""
    person: str = ""
    given: str = ""
    is_named: bool = False


def read_offer(text: str) -> Offer | None:
    """How to offer it, or None when it cannot be told what is meant."""
    text = _BRACKETS.sub("", tidy(text))
    found = (
        _FOREIGN_INTRODUCTION.fullmatch(text)
        or _INTRODUCTION.fullmatch(text)
        or _INTRODUCING.fullmatch(text)
    )
    if found:
        return _as_person(found["who"])
    if not text or is_foreign(text):
        return None
    lower = text[:1].lower() + text[1:]
    if is_infinitive(lower):
        deed = _to_reader(lower)
        return Offer(deed=deed) if not is_about_a_third(_said(deed)) else None
    phrase = parse(as_mine(small(lower if text[:1].isupper() and " " in text else text)))
    if not phrase or is_about_a_third(phrase.jotted) or not phrase.indefinite:
        return None
    return Offer(phrase, bool(_SENDABLE.match(phrase.bare)))


def addressed(deed: str, *, familiar: bool) -> str:
    """The deed spoken to the reader: "vous", "votre", "vos", or "te", "ton", "tes"."""
    if not familiar:
        return re.sub(r"YOUS\b", "vos", re.sub(r"YOU[MF]\b", "votre", deed.replace("TO ", "vous ")))
    deed = re.sub(r"\bTO (?=[aàeéèêioôuh])", "t'", deed).replace("TO ", "te ")
    return deed.replace("YOUM", "ton").replace("YOUF", "ta").replace("YOUS", "tes")


def _said(deed: str) -> str:
    return re.sub(r"TO |YOU[MFS] ", "", deed)


def _to_reader(text: str) -> str:
    """With TO for the reader and YOUM, YOUF, YOUS for what is theirs."""
    text = re.sub(r"^(?:te |t'|vous |lui )", "TO ", text)
    for own, mark in (("ton", "YOUM"), ("ta", "YOUF"), ("tes", "YOUS"), ("vos", "YOUS")):
        text = re.sub(rf"\b{own}\b", mark, text)
    return text


def _as_person(text: str) -> Offer | None:
    person = re.sub(r",?\s+(?:qui|que|dont)\s.*", "", text).strip(" .,")
    person = re.sub(r" (?:at|bei) (?=[A-ZÀ-Ý])", " chez ", person)
    if is_about_a_third(person) or is_foreign(person):
        return None
    name = _NAME.match(person)
    if name:
        words = name.group().split()
        given = name.group() if words[0].rstrip(".") in ("Dr", "Pr", "Mme", "M") else words[0]
        return Offer(person=person, given=given, is_named=True)
    phrase = parse(person)
    return Offer(person=person) if phrase and phrase.article else None
