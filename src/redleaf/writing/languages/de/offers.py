"""Offers: a thing to send, a person to introduce, or a hand to lend."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.persons import as_mine, is_about_a_third
from redleaf.writing.languages.de.phrases import DAT, Phrase, parse
from redleaf.writing.languages.de.verbs import is_infinitive
from redleaf.writing.languages.de.words import has_german_noun, is_foreign

_INTRODUCTION = regex(
    r"^(?:ein(?:e|en)?\s)?(?:Kontakt|Bekanntmachen|Bekanntschaft|Vorstellung|Vermittlung|Draht|"
    r"Verbindung)\s(?:zu|mit|bei|an)(?P<der>r|m)?\s(?P<who>.+)$",
    re.IGNORECASE,
)
_INTRODUCING = regex(
    r"^(?:(?:dich|sie|Sie|ihn)\s)?(?:mit\s)(?P<who>.+?)\s(?:bekannt\s?machen|zusammenbringen|"
    r"vernetzen|in Kontakt bringen)$"
)
_FOREIGN_INTRODUCTION = regex(r"^(?:an?\s)?intro(?:duction)? to (?P<who>.+)$", re.IGNORECASE)
_BRACKETS = regex(r"\s*\([^()]*\)")
_TIL = r"(?:bis|ab|im|am|nach|vor|jeden|jede) [^,]+"
_NAME = regex(r"(?:(?:Dr|Prof)\.?\s)?[A-ZÄÖÜ][\w'’.-]*(?:\s[A-ZÄÖÜ][\w'’.-]*)*")
_BODILY = regex(
    r"(?:platz|plätze|karte|karten|bett|tisch|zimmer|raum|führung|essen|kaffee|bier|stunde|stunden|"
    r"nachmittag|abend|besuch|zugang|probe|hilfe|hand|rat|kuchen|glas|gläser|flasche|flaschen|"
    r"mitfahrgelegenheit|fahrt|ruder|boot|werkzeug|honig|brot|setzlinge|ableger|samen|saatgut|"
    r"rundgang|termin|gespräch|sitz|sofa|unterkunft|garten)$",
    re.IGNORECASE,
)
_SENDABLE = regex(
    r"(?:scan|scans|foto|fotos|bild|bilder|liste|listen|kopie|kopien|aufnahme|aufnahmen|vergleich|"
    r"vergleiche|tabelle|tabellen|notizen|notiz|vorlage|vorlagen|muster|rezept|rezepte|plan|"
    r"pläne|daten|datei|dateien|beispieldatei|folien|entwurf|entwürfe|zeichnung|zeichnungen|bericht|"
    r"berichte|handbuch|anleitung|anleitungen|link|links|artikel|aufsatz|aufsätze|skizze|skizzen|"
    r"checkliste|leitfaden|mitschnitt|mitschnitte|protokoll|protokolle|brief|briefe|adresse|"
    r"adressen|skript|fahrplan|diagramm|broschüre|kalender|katalog|register|übersicht|"
    r"zusammenfassung|auswertung|messreihe|messreihen|messwerte|lied|lieder|video|videos|"
    r"übersetzung|verzeichnis|text|texte|unterlagen|tafel|tafeln|kataster|noten|schnittmuster|"
    r"literaturliste|aufmaß|aufmaße|messung|messungen|stimmplan|grundriss|datenblatt|datenblätter|lageplan|stadtplan|vortrag|vorträge|kapitel)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One of three: a `thing`, a `deed` that ends in its infinitive, or a `person` to introduce.

    `person` stands after "mit", in the dative.
    """

    thing: Phrase | None = None
    can_be_sent: bool = False
    deed: str = ""
    person: str = ""
    given: str = ""
    is_named: bool = False


def read_offer(text: str) -> Offer | None:
    """How to offer it, or None when it cannot be told what is meant."""
    text = text.strip(" .;,")
    introduction = (
        _INTRODUCTION.match(text) or _INTRODUCING.match(text) or _FOREIGN_INTRODUCTION.match(text)
    )
    if introduction:
        return _as_person(introduction["who"], is_dative="der" in introduction.groupdict())
    text = as_mine(_BRACKETS.sub("", text).strip())
    if not text or is_foreign(text):
        return None
    deed = _deed(text)
    deed = deed if is_infinitive(deed.split()[-1]) else ""
    if is_about_a_third(deed or text):
        return None
    if deed:
        return Offer(deed=deed) if len(text.split()) > 1 and "," not in text else None
    if not has_german_noun(text):
        return None
    phrase = parse(text[:1].lower() + text[1:] if _opens_small(text) else text)
    if not phrase:
        return None
    phrase = phrase.with_a()
    sends = bool(_SENDABLE.search(phrase.head)) and not _BODILY.search(phrase.head)
    return Offer(phrase, sends)


def addressed(deed: str, dative: str, accusative: str, possessive: str) -> str:
    """The deed spoken to the reader: with "dir", "dich", "dein", or "Ihnen", "Sie", "Ihr"."""
    said = deed.replace("DIR", dative).replace("DICH", accusative)
    return said.replace("DEIN", possessive)


def _deed(text: str) -> str:
    """The infinitive as it stands behind "ich kann", with DIR, DICH and DEIN for the reader."""
    text = re.sub(r"\szu\s(?=\S+$)", " ", text)
    # "… hochtragen bis Ostern" as "… bis Ostern hochtragen".
    text = re.sub(rf"^(.+) ([a-zäöü]+en) ({_TIL})$", r"\1 \3 \2", text)
    text = re.sub(r"\b(?:dir|Ihnen|ihm)\b", "DIR", text)
    text = re.sub(r"\b(?:dich|Sie|sie|ihn)\b", "DICH", text)
    text = re.sub(r"\b(?:[Dd]ein|Ihr)(e|em|en|er|es)?\b", r"DEIN\1", text)
    return text[:1].lower() + text[1:] if text.startswith(("Die ", "Das ", "Den ")) else text


def _opens_small(text: str) -> bool:
    return bool(
        re.match(r"(?:Ein|Eine|Einen|Mein|Meine|Die|Der|Das|Unser|Unsere|Zwei|Drei)\s", text)
    )


def _as_person(text: str, *, is_dative: bool) -> Offer | None:
    person = re.sub(r",?\s+(?:der|die|das|den|dem)\s.*", "", _BRACKETS.sub("", text)).strip(" .,")
    person = re.sub(r" at (?=[A-ZÄÖÜ])", " bei ", person)
    if is_about_a_third(person.replace("Ihr", "")) or is_foreign(person):
        return None
    name = _NAME.search(person)
    if name and person[:1].isupper() and person.startswith(name.group()):
        words = name.group().split()
        given = words[0] if not re.match(r"(?:Dr|Prof|Frau|Herr)", words[0]) else name.group()
        return Offer(person=person, given=given, is_named=True)
    phrase = parse(person)
    if not phrase or not phrase.kind or not (said := phrase.said(DAT)):
        return None
    return Offer(person=said if not is_dative or phrase.noun else person)
