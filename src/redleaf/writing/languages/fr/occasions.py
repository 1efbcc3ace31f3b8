"""Occasions: what an event is called and how one was there, with the article its noun takes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from redleaf.writing.languages.fr.persons import is_about_a_third, is_theirs, owned, to_tu, to_vous
from redleaf.writing.languages.fr.phrases import parse
from redleaf.writing.languages.fr.places import is_called_a_place
from redleaf.writing.languages.fr.words import NUMBERS, PREPOSITIONS, at, is_foreign, small, tidy
from redleaf.writing.languages.language import Owners

_YEAR_TAIL = re.compile(r"[\s,]+(?:19|20)\d\d$|\s+'\d\d$")
_DURATION = re.compile(
    rf"^(?:une?|quelques|{'|'.join(sorted(NUMBERS))}|\d+)\s(?:petites?\s|bonnes?\s)?"
    r"(?:minutes?|heures?|stations|arrêts|kilomètres)\b",
    re.IGNORECASE,
)
# Capital or not, these are nouns with an article; another capital word is a name without one.
_EVENT = re.compile(
    r"(?:\d+(?:e|er|ère|ème)s?\s)?(?:grande?s?\s|petite?s?\s|nouvelles?\s|premi\wres?\s|nuits?\s)?"
    r"(?:salons?|fêtes?|festivals?|foires?|journées?|nuits?|rencontres?|congrès|colloques?|assises|"
    r"forums?|sommets?|conférences?|ateliers?|cours|stages?|séminaires?|webinaires?|marchés?|"
    r"bourses?|braderies?|brocantes?|kermesses?|expositions?|expos?|vernissages?|soirées?|"
    r"veillées?|apéros?|apéritifs?|dîners?|déjeuners?|repas|banquets?|bals?|concerts?|mariages?|"
    r"anniversaires?|baptêmes?|réunions?|assemblées?|visites?|balades?|randonnées?|sorties?|"
    r"excursions?|croisières?|tables?|biennales?|triennales?|universités?|écoles?|classes?|promos?|"
    r"promotions?|semaines?|week-ends?|hackathons?|meetups?|tournois?|courses?|régates?|concours|"
    r"fils?|groupes?|discussions?|débats?|cafés?|clubs?|chantiers?|projets?|restaurations?|"
    r"rénovations?|formations?|lectures?|projections?|premières?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|inaugurations?|inventaires?|"
    r"comités?|jurys?|chœurs?|chorales?|trains?|bus|cars?|permanences?|portes|symposiums?|tours?|"
    r"traversées?|voyages?|pique-niques?|partages?|sauvetages?|relevés?|récoltes?|vendanges|"
    r"répétitions?|comices|printemps|rendez-vous|championnats?|masterclass|conventions?|galas?)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:fil|groupe|discussion|train|bus|car|jury|chœur|chorale|comité|classe|promo|promotion)\b",
    re.IGNORECASE,
)
_UPON = re.compile(r"(?:chantier|projet)\b", re.IGNORECASE)
_WHOLE = {"au": "le ", "aux": "les ", "à la": "la ", "à l'": "l'"}
_INVITATION = re.compile(r"(?:son |ton |votre |l'|une )?(?:invitation|demande de contact)\b", re.I)


@dataclass(frozen=True, slots=True)
class Occasion:
    """`name` with its article, or "" where it has none; `within` is "au salon du livre"."""

    name: str
    within: str
    is_named: bool = False
    is_minutes: bool = False


def is_invitation(text: str) -> bool:
    """Whether the event was that they asked to connect."""
    return bool(_INVITATION.match(text.strip()))


def event_texts(text: str, on: dt.date | None, owners: Owners) -> tuple[str, ...]:
    """The event as it is called to the reader: once, or with "votre" and with "ton"."""
    text = owned(_shortened(tidy(text), on), owners)
    return (to_vous(text), to_tu(text)) if is_theirs(text) else (text,)


def read_event(text: str, *, theirs: bool = False) -> Occasion | None:
    """How to speak of an event, or None when it cannot be told what it was."""
    if not text or re.search(r"->|→|/|;", text):
        return None
    if is_about_a_third(text.partition(" ")[2] if theirs else text):
        return None
    if theirs:
        return Occasion(text, _preposed(text, text.partition(" ")[2]))
    if _DURATION.match(text):
        phrase = text[:1].lower() + text[1:]
        return Occasion("", phrase, is_minutes=True)
    first, _, rest = text.partition(" ")
    if rest and (first.lower() in PREPOSITIONS):
        return _as_said(text[:1].lower() + text[1:])
    return _by_noun(small(text))


def _by_noun(text: str) -> Occasion | None:
    phrase = parse(text)
    phrase = phrase.as_one() if phrase else None
    # Who worked together may note the house for an event: "Archives de Troyes".
    is_common = bool(
        phrase and (_EVENT.match(phrase.bare) or phrase.article or is_called_a_place(phrase.bare))
    )
    if phrase and is_common and not is_foreign(text) and phrase.definite:
        name = phrase.definite
        return Occasion(name, _preposed(name, phrase.bare), not phrase.article)
    if not re.search(r"[A-ZÀ-Ý0-9]", text[:1]) or not text:
        plain = phrase.definite if phrase and not is_foreign(text) else ""
        return Occasion(plain, at(plain)) if plain and not re.search(r"[&?]", text) else None
    name = _quoted(text) if re.search(r"[?!,:]", text) else text
    return Occasion(name, f"à {name}", is_named=True)


def _quoted(text: str) -> str:
    spaced = re.sub(r" (?=[?!:])", "\u00a0", text.strip("«» "))
    return f"«\u00a0{spaced}\u00a0»"


def _preposed(name: str, bare: str) -> str:
    """ "au salon", "dans le fil", "sur le chantier"."""
    if _WITHIN.match(bare):
        return f"dans {name}"
    return f"sur {name}" if _UPON.match(bare) else at(name)


def _as_said(text: str) -> Occasion | None:
    found = re.match(r"(au |aux |à la |à l')(.+)", text)
    return Occasion(_WHOLE[found[1].strip()] + found[2] if found else "", text)


def _shortened(text: str, on: dt.date | None) -> str:
    """ "Journées du sel 2026" as "Journées du sel" when the day already tells the year."""
    shorter = _YEAR_TAIL.sub("", text)
    return shorter if on and shorter and text.endswith(str(on.year)[2:]) else text
