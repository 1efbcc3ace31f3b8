"""Occasions and places: with the right preposition and case, or in quotation marks where the
gender of a name is not known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.persons import addressed, is_about_a_third, is_theirs, owned
from redleaf.writing.languages.de.phrases import ACC, DAT, NOM, Phrase, parse, with_capitals
from redleaf.writing.languages.de.words import NUMBERS, PREPOSITIONS, is_foreign
from redleaf.writing.languages.language import Owners

_YEAR_TAIL = regex(r"[\s,]+(?:19|20)\d\d$|\s+['’]\d\d$")
_DURATION = regex(
    rf"^(?:eine|einen|ein|ein paar|{'|'.join(sorted(NUMBERS))}|\d+)\s(?:halbe\s)?"
    r"(?:Minuten?|Stunden?|Tage?|Wochen?|Stationen|Kilometer|Haltestellen?)\b"
)
_MELTED = {
    "bei dem": "beim", "in dem": "im", "an dem": "am", "von dem": "vom", "zu dem": "zum",
    "zu der": "zur",
}  # fmt: skip
_WHOLE = {melted: whole for whole, melted in _MELTED.items()}
_COLON = regex(r"\w:\w")
_EVENT_ON = regex(
    r"(?:messe|tagung|konferenz|kongress|fest|party|hochzeit|markt|ausstellung|symposium|festival|"
    r"camp|tage|con|conf|expo|gala|premiere|vernissage|feier|regatta|versammlung|demo|börse|reise|"
    r"werft|fahrt|wanderung|ausflug|rundgang|exkursion|summit|hackathon|ball|days|tour|conference|week)$",
    re.IGNORECASE,
)
_EVENT_IN = regex(
    r"(?:kurs|klasse|seminar|webinar|vorlesung|thread|gruppe|chat|kanal|ausschuss|team|chor|schule|"
    r"jahr|jahrgang|semester|zug|bus|bahn|projekt|club|verein|forum|call|archiv|museum|bibliothek|"
    r"bücherei|werkstatt|atelier|labor|büro|amt|verlag|redaktion|krankenhaus|klinik|theater|galerie|"
    r"fabrik|erei|abteilung|klinikum)$",
    re.IGNORECASE,
)
_PLACE_ON = regex(
    r"(?:markt|messe|insel|turm|dach|hof|berg|fähre|schiff|boot|balkon|terrasse|platz|bühne|straße|"
    r"wiese|brücke|treppe|dachboden|baustelle|alm|weide|acker|feld|bahnsteig)$",
    re.IGNORECASE,
)
_PLACE_AT = regex(
    r"(?:hafen|ufer|bahnhof|strand|fluss|kanal|deich|teich|kai|küste|universität|uni|hochschule|"
    r"gymnasium|akademie|institut|tresen|theke|mole|steg|brunnen|schleuse|haltestelle|gleis|stand)$",
    re.IGNORECASE,
)
_TOWN = regex(r"(?:burg|stadt|dorf|bach|ruhe|feld|tal|berg|kirchen|hausen|born|hagen|stein)$")
_QUARTERS = frozenset("Altstadt Innenstadt Südstadt Nordstadt Weststadt Oststadt".split())


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event or place: its name as subject, in other cases, and with its preposition."""

    name: str
    dative: str
    within: str
    accusative: str = ""
    is_named: bool = False
    is_minutes: bool = False
    is_invitation: bool = False


def melted(text: str) -> str:
    """ "bei dem Fest" as "beim Fest"."""
    first, _, rest = text.partition(" ")
    second, _, others = rest.partition(" ")
    short = _MELTED.get(f"{first} {second}")
    return f"{short} {others}" if short and others else text


def event_texts(text: str, on: dt.date | None, owners: Owners) -> tuple[str, ...]:
    """The event as it is called to the reader: once, or with "dein" and with "Ihr"."""
    text = _shortened(text.strip(" .;,"), on)
    # "re:lokal" is a name, and written as it is.
    text = owned(text if _COLON.search(text) else with_capitals(text), owners)
    return (addressed(text, "dein"), addressed(text, "Ihr")) if is_theirs(text) else (text,)


def title_of(text: str, event: Occasion) -> str:
    """An event as a headline: "Salztage", "der Glasmarkt", without a preposition."""
    return event.name if text.split()[0].lower() in PREPOSITIONS else text


def read_event(text: str) -> Occasion | None:
    """How to speak of an event, or None when it cannot be told what it was."""
    if re.search(r"->|→|/|;", text) or is_about_a_third(_after_first(text)):
        return None
    if _COLON.search(text):
        return _quoted(text)
    if _DURATION.match(text):
        phrase = text[:1].lower() + text[1:]
        return Occasion(f"diese {phrase}", f"diesen {phrase}", phrase, is_minutes=True)
    first, _, rest = text.partition(" ")
    if first.lower() in PREPOSITIONS and rest:
        return _as_said(first.lower(), rest)
    named = parse(text)
    is_title = bool(named and named.is_bare and re.match(r"[&+]", named.tail))
    known = _known_event(named) if named and named.noun and not is_title else None
    return known or _quoted(text)


def place_texts(text: str, owners: Owners) -> tuple[str, ...]:
    """The place as it is called to the reader: once, or with "dein" and with "Ihr"."""
    text = owned(text.strip(" .;,"), owners)
    return (addressed(text, "dein"), addressed(text, "Ihr")) if is_theirs(text) else (text,)


def read_place(text: str) -> Occasion | None:
    """How to speak of a place, or None when nothing says what it is."""
    if not text or re.search(r"->|→|/|;", text) or is_about_a_third(_after_first(text)):
        return None
    first, _, rest = text.partition(" ")
    if first.lower() in PREPOSITIONS and rest:
        return _as_said(first.lower(), rest)
    listed = _listed_place(text)
    if listed:
        return listed
    phrase = parse(text)
    if phrase and phrase.noun and not _is_town(text):
        return _known_place(phrase)
    if not text[:1].isupper() or is_foreign(text.split(",")[0]):
        return None
    return Occasion(text, text, f"in {text}")


def _known_event(phrase: Phrase) -> Occasion | None:
    is_named = phrase.is_bare and bool(phrase.tail or phrase.before or phrase.many)
    definite = _definite(phrase)
    name, dative = definite.said(NOM), definite.said(DAT)
    if not (name and dative):
        return None
    head = phrase.head
    preposition = "auf" if _EVENT_ON.search(head) else "in" if _EVENT_IN.search(head) else "bei"
    is_invitation = bool(re.search(r"(?:einladung|anfrage)$", head, re.IGNORECASE))
    within, accusative = melted(f"{preposition} {dative}"), definite.said(ACC)
    return Occasion(name, dative, within, accusative, is_named, is_invitation=is_invitation)


def _known_place(phrase: Phrase) -> Occasion | None:
    head = phrase.head
    preposition = "auf" if _PLACE_ON.search(head) else "an" if _PLACE_AT.search(head) else "in"
    if phrase.is_bare and re.match(r"\d", phrase.tail):
        name = phrase.said(NOM)
        return Occasion(name, name, f"{preposition} {name}")
    definite = _definite(phrase)
    name, dative = definite.said(NOM), definite.said(DAT)
    return Occasion(name, dative, melted(f"{preposition} {dative}")) if name and dative else None


def _definite(phrase: Phrase) -> Phrase:
    """With its article; of one thing, where the noun looks the same for many."""
    noun = phrase.noun
    if noun and noun.many is None and phrase.is_bare:
        phrase = replace(phrase, noun=replace(noun, many=False))
    if phrase.kind == "ein" and phrase.article == "ein":
        return replace(phrase, kind="der", article="der")
    return phrase.with_the()


def _as_said(preposition: str, rest: str) -> Occasion | None:
    """ "beim Hoffest" stays; its name is read from what follows the preposition."""
    whole = _WHOLE.get(preposition, preposition)
    after = f"{whole.partition(' ')[2]} {rest}".strip()
    phrase = parse(after)
    within = f"{preposition} {rest}"
    if phrase and phrase.noun and phrase.said(NOM) and phrase.said(DAT):
        return Occasion(phrase.said(NOM), phrase.said(DAT), within)
    return Occasion(rest, rest, within) if rest[:1].isupper() and preposition == whole else None


def _quoted(text: str) -> Occasion | None:
    """A name of no known gender stands in quotation marks: bei „Museums & Web“."""
    if text.startswith("#"):
        return Occasion(text, text, f"unter {text}", text, is_named=True)
    if not re.search(r"[A-ZÄÖÜ0-9:]", text) and " " in text:
        return None
    bare = re.sub(r"^(?:der|die|das|den|dem)\s", "", text).strip("„“”\"'‚‘")
    name = f"„{bare}“"
    return Occasion(name, name, f"bei {name}", name, is_named=True)


def _shortened(text: str, on: dt.date | None) -> str:
    """ "Glockentage 2026" as "Glockentage" when the day already tells the year."""
    shorter = _YEAR_TAIL.sub("", text)
    return shorter if on and shorter and text.endswith(str(on.year)[2:]) else text


def _after_first(text: str) -> str:
    """Without the possessive it may open with, which is spoken to the reader."""
    return re.sub(r"^(?:[Dd]ein|Ihr)(?:e|em|en|er|es)?\s", "", text)


def _is_town(text: str) -> bool:
    if re.match(r"(?:Bad|Sankt|St\.) ", text):
        return True
    return " " not in text and bool(_TOWN.search(text)) and text not in _QUARTERS


def _listed_place(text: str) -> Occasion | None:
    how = _listed().get(text)
    if how is None:
        return None
    if how in ("auf", "über"):
        return Occasion(text, text, f"{how} {text}")
    if how == "town":
        return Occasion(text, text, f"in {text}")
    name = {"f": "die", "m": "der", "n": "das", "pl": "die"}[how]
    dative = {"f": "der", "m": "dem", "n": "dem", "pl": "den"}[how]
    ending = "n" if text.endswith("e") and how == "pl" else ""
    return Occasion(
        f"{name} {text}", f"{dative} {text}{ending}", melted(f"in {dative} {text}{ending}")
    )


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    lines = read_beside(__file__, "places.txt").splitlines()
    pairs = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {name.replace("-", " "): how for how, _, names in pairs for name in names.split()}
