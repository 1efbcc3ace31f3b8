"""Promises of the sender: what is owed, as a thing, as a deed, and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.fr.persons import as_mine, is_about_a_third, without_my
from redleaf.writing.languages.fr.phrases import Phrase, parse
from redleaf.writing.languages.fr.verbs import is_infinitive
from redleaf.writing.languages.fr.words import is_foreign, small, tidy
from redleaf.writing.languages.language import Owners

_GIVING = (
    "envoyer|renvoyer|transmettre|transférer|faire suivre|faire passer|expédier|poster|partager|"
    "donner|prêter|montrer|apporter|rendre|passer|retrouver|copier|scanner|imprimer"
)
_SENT = re.compile(rf"(?:TO )?(?P<verb>{_GIVING}) (?P<thing>[^,]+)")
_POSTED = frozenset("envoyer renvoyer transmettre transférer expédier poster partager".split()) | {
    "faire suivre",
    "faire passer",
}
_NEEDS_ONE = _POSTED | {"donner", "prêter", "montrer", "apporter", "rendre", "passer"}
_DAYS = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: prochain)?"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DUE = re.compile(
    rf"\s(?P<due>(?:d'ici|avant|pour|après|dès|en)\s(?:le\s|la\s|les\s)?(?:fin\s|début\s|mi-)?(?:"
    rf"{_DAYS}|\d{{1,2}}(?:er)?\s(?:{_MONTHS})|{_MONTHS}|demain|week-end|fin de semaine|"
    rf"semaine prochaine|Noël|Pâques|vacances|fêtes|fin du mois|fin de l'année)|"
    rf"{_DAYS}|demain|après-demain|la semaine prochaine|cette semaine|ce week-end)$"
)
_DONE = re.compile(r"^(?:envoyé|transmis|donné|fait|déjà|a |ai )|\b(?:fait|déjà fait|envoyée?s?)$")


@dataclass(frozen=True, slots=True)
class Promise:
    """`deed` opens with its infinitive and has TO for the reader; `thing` is owed.

    `due` is "d'ici vendredi" or "". `goes_out`: the thing is sent, and not handed over.
    """

    deed: str = ""
    thing: Phrase | None = None
    due: str = ""
    goes_out: bool = False


def read_promise(text: str, owners: Owners, own: str) -> Promise | None:
    """How to speak of a promise to the reader, or None when it cannot be told whose it is."""
    text = re.sub(
        r"^(?:promis ?:?\s?(?:de |d')?|je vais |j'ai promis (?:de |d'))", "", tidy(text), flags=re.I
    )
    text = _to_reader(text[:1].lower() + text[1:], owners)
    if not text or _DONE.search(text) or is_foreign(text.replace("TO ", "")):
        return None
    due = _DUE.search(text)
    bare = text[: due.start()].strip(" ,") if due else text
    if is_about_a_third(bare.replace("TO ", "").replace("YOU", "")):
        return None
    return _read_bare(bare, due["due"] if due else "", own)


def _read_bare(text: str, due: str, own: str) -> Promise | None:
    if not is_infinitive(text.removeprefix("TO ")):
        phrase = parse(as_mine(without_my(small(text), own))) if "TO " not in text else None
        return Promise(thing=phrase, due=due) if phrase and phrase.definite else None
    sent = _SENT.fullmatch(text)
    phrase = parse(as_mine(without_my(sent["thing"], own))) if sent else None
    if not sent or not phrase:
        return Promise(deed=text, due=due) if "," not in text else None
    said = phrase.definite or phrase.indefinite
    if not said:
        return None
    # "montrer le four" is shown to the reader; nobody else is there.
    whom = "TO " if sent["verb"] in _NEEDS_ONE or text.startswith("TO ") else ""
    is_given = sent["verb"] not in ("montrer", "prêter", "retrouver", "passer")
    thing = phrase if is_given and phrase.definite else None
    return Promise(f"{whom}{sent['verb']} {said}", thing, due, goes_out=sent["verb"] in _POSTED)


def _to_reader(text: str, owners: Owners) -> str:
    """The reader as TO, whether named or a pronoun: "présenter Mira à Bram", "lui envoyer"."""
    for owner in owners:
        name = re.escape(owner)
        verb = r"(?P<verb>\w+(?:er|ir|re)(?: suivre| passer)?)"
        text = re.sub(rf"^{verb} (?:à )?{name}\b(?= |$)", r"TO \g<verb>", text)
        text = re.sub(rf"^{verb} (?P<rest>.+) à {name}(?=$| )", r"TO \g<verb> \g<rest>", text)
    # "la présenter à Bram": a person, where something follows.
    text = re.sub(r"^(?:lui|te|vous|leur) ", "TO ", text)
    text = re.sub(r"^t'(?=\w)", "TO ", text)
    return re.sub(
        r"^(?:la |le |l')(?=(?:présenter|mettre en|inviter|prévenir|rappeler|recommander))",
        "TO ",
        text,
    )
