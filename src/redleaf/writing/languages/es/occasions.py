"""Occasions and places: with their article where it is known, and with their preposition."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from redleaf.writing.languages.es.persons import addressed, is_about_a_third, is_theirs, owned
from redleaf.writing.languages.es.phrases import joined, parse
from redleaf.writing.languages.es.words import NUMBERS, PREPOSITIONS
from redleaf.writing.languages.language import Owners

_YEAR_TAIL = re.compile(r"[\s,]+(?:de\s)?(?:19|20)\d\d$|\s+['’]\d\d$")
_DURATION = re.compile(
    rf"^(?:un|una|unos|unas|media|{'|'.join(sorted(NUMBERS))}|\d+)\s"
    r"(?:minutos?|horas?|días?|semanas?|paradas|estaciones|kilómetros|hora)\b"
)
_EVENT = re.compile(
    r"(?:jornadas?|congreso|feria|taller|curso|boda|mercad(?:o|illo)|noche|tarde|encuentros?|"
    r"simposio|festival|fiestas?|seminario|foro|hilo|grupo|clase|promoción|reunión|cena|comida|"
    r"desayuno|paseo|visita|ruta|excursión|exposición|muestra|concierto|ensayo|coro|presentación|"
    r"mesa|semana|día|ciclo|torneo|regata|asamblea|charla|conferencia|ponencia|salón|cumbre|"
    r"bienal|escuela|máster|proyecto|equipo|campamento|certamen|concurso|gala|premios|carrera|"
    r"maratón|invitación|solicitud|webinario|rastro|romería|verbena|vermut|tertulia|subasta|viaje)"
)
_PLACE = re.compile(
    r"(?:andén|cocina|biblioteca|café|cafetería|bar|muelle|esclusa|piso|planta|museo|universidad|"
    r"instituto|escuela|facultad|estación|parque|jardín|plaza|calle|terraza|librería|teatro|taller|"
    r"ayuntamiento|hospedería|hotel|casa|sala|salón|centro|archivo|fábrica|tren|autobús|ferri|barco|"
    r"barrio|mercado|iglesia|imprenta|redacción|laboratorio|ministerio|hospital|clínica|archivos|catedral|colegio|oficina|huerto|huerta|cantina|vestíbulo|pasillo|patio|"
    r"aula|gimnasio|revista|boletín|gaceta|cuadernos|anales|diario|periódico|semanario|suplemento|"
    r"ateneo|refugio|albergue|puesto|balcón|azotea|playa|orilla|molino|aeropuerto|galería)"
)
_ONLINE = re.compile(r"(?:zoom|teams|skype|webex|jitsi|google meet|meet|videollamada)$", re.I)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event or place: its name with its article, as a headline, and with its preposition."""

    name: str
    within: str
    title: str = ""
    is_named: bool = False
    is_minutes: bool = False
    is_invitation: bool = False


def event_texts(text: str, on: dt.date | None, owners: Owners) -> tuple[str, ...]:
    """The event as it is called to the reader: once, or with "tu" and with "su"."""
    text = owned(_shortened(text.strip(" .;,"), on), owners)
    return (addressed(text, "tu"), addressed(text, "su")) if is_theirs(text) else (text,)


def read_event(text: str) -> Occasion | None:
    """How to speak of an event, or None when it cannot be told what it was."""
    if re.search(r"->|→|/|;", text) or is_about_a_third(_after_first(text)):
        return None
    lower = text[:1].lower() + text[1:]
    if _DURATION.match(lower):
        return Occasion(lower, lower, is_minutes=True)
    first, _, rest = lower.partition(" ")
    if first in PREPOSITIONS and rest:
        return _as_said(first, rest)
    if re.search(r"[¿?!:|«»\"“”]", text):
        name = "«" + text.strip('«»"“”') + "»"
        return Occasion(name, f"en {name}", text, is_named=True)
    phrase = parse(text)
    if not phrase:
        return Occasion(text, f"en {text}", text, is_named=True) if text[:1].isupper() else None
    is_named = not phrase.article and text[:1].isupper()
    is_common = _EVENT.fullmatch(phrase.head) or _PLACE.fullmatch(phrase.head)
    known = phrase.article or is_common or not phrase.body[:1].isupper()
    named = phrase.with_the() if known and not phrase.is_name else phrase
    if not named.article and not named.body[:1].isupper():
        return None
    # What began with a capital is a name and keeps it: "la Noche de hornos abiertos".
    head, name = phrase.head, f"{named.article} {text}".strip() if is_named else named.text
    invites = bool(re.match(r"(?:invitación|solicitud)", head))
    return Occasion(name, f"en {name}", text, is_named, is_invitation=invites)


def place_texts(text: str, owners: Owners) -> tuple[str, ...]:
    """The place as it is called to the reader: once, or with "tu" and with "su"."""
    text = owned(text.strip(" .;,"), owners)
    return (addressed(text, "tu"), addressed(text, "su")) if is_theirs(text) else (text,)


def read_place(text: str) -> Occasion | None:
    """How to speak of a place, or None when nothing says what it is."""
    if not text or re.search(r"->|→|/|;", text) or is_about_a_third(_after_first(text)):
        return None
    first, _, rest = text.partition(" ")
    if first.lower() in PREPOSITIONS and rest:
        return _as_said(first.lower(), rest)
    if _ONLINE.match(text):
        return Occasion(text, f"por {text}")
    phrase = parse(text)
    is_common = bool(phrase and (phrase.article or _PLACE.fullmatch(phrase.head)))
    if phrase and (is_common or text[:1].islower()) and not phrase.is_name:
        name = phrase.with_the()
        return Occasion(name.text, f"en {name.text}") if name.article else None
    return Occasion(text, f"en {text}") if text[:1].isupper() else None


def of_event(event: Occasion) -> str:
    """ "de las Jornadas", "del mercado"."""
    return joined("de", event.name)


def _as_said(preposition: str, rest: str) -> Occasion | None:
    """ "durante la cena" stays; its name is read from what follows the preposition."""
    words = rest.split()
    while len(words) > 1 and words[0].lower() in PREPOSITIONS - {"al", "del"}:
        words = words[1:]
    after = " ".join(words)
    for melted, whole in (("al ", "el "), ("del ", "el ")):
        if after.startswith(melted):
            after = whole + after.removeprefix(melted)
    if preposition in ("al", "del"):
        after = f"el {after}"
    phrase = parse(after)
    return Occasion(phrase.text, f"{preposition} {rest}", phrase.text) if phrase else None


def _shortened(text: str, on: dt.date | None) -> str:
    """ "Jornadas de la Sal 2026" as "Jornadas de la Sal" when the day already tells the year."""
    shorter = _YEAR_TAIL.sub("", text)
    return shorter if on and shorter and text.endswith(str(on.year)[2:]) else text


def _after_first(text: str) -> str:
    """Without the possessive it may open with, which is spoken to the reader."""
    return re.sub(r"^(?:[Ss]us?|[Tt]us?)\s", "", text)
