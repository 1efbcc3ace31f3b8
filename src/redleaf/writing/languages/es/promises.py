"""Promises of the sender: what is owed, as a thing, as a deed, and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.es.nouns import is_known
from redleaf.writing.languages.es.persons import is_about_a_third, without_my
from redleaf.writing.languages.es.phrases import Phrase, parse
from redleaf.writing.languages.es.verbs import is_infinitive
from redleaf.writing.languages.es.words import is_foreign
from redleaf.writing.languages.language import Owners

_SENDING = "enviar|mandar|remitir|reenviar|pasar|compartir|hacer llegar"
_GIVING = f"{_SENDING}|dar|llevar|traer|buscar|copiar|escanear|conseguir|imprimir|regalar"
_DEED = re.compile(r"^(?P<verb>\w*?[aeií]r)(?P<who>te|le|la|lo)?(?:\s(?P<rest>.+))?$")
_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_DAYS = "lunes|martes|miércoles|jueves|viernes|sábado|domingo|fin de semana|mes|año"
_DUE = re.compile(
    r"\s((?:(?:antes del?|para|hasta|a finales de|en)\s)?(?:el\s|la\s)?(?:próxim[ao]\s)?(?:"
    rf"(?:{_DAYS}|semana)(?:\sque viene|\spróxim[ao])?|\d{{1,2}} de (?:{_MONTHS})|{_MONTHS}|mañana|"
    r"pasado mañana|hoy|Navidad|Pascua))(?=$|\s)"
)
_DONE = re.compile(r"^(?:enviad|mandad|hech|ya|entregad)|\b(?:enviad[ao]s?|hecho)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """`deed` opens with its infinitive and has TE for the reader; `thing` is owed.

    `due` is "antes del viernes" or "". `goes_out`: the thing is sent, and not handed over.
    """

    deed: str = ""
    thing: Phrase | None = None
    due: str = ""
    goes_out: bool = False


def read_promise(text: str, owners: Owners, own: str) -> Promise | None:
    """How to speak of a promise to the reader, or None when it cannot be told whose it is."""
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    text = re.sub(r"^(?:prometí|le prometí|quedé en|voy a)\s", "", text, flags=re.IGNORECASE)
    text = without_my(text, own)
    if not text or _DONE.search(text) or is_foreign(text):
        return None
    due = _DUE.search(text)
    bare = (text[: due.start()] + text[due.end() :]).strip(" ,") if due else text
    return _read_bare(bare, owners, due[1] if due else "")


def _read_bare(text: str, owners: Owners, due: str) -> Promise | None:
    deed = _DEED.match(text[:1].lower() + text[1:])
    first = text.split()[0].lower()
    if not deed or not is_infinitive(first) or is_known(first):
        text = text.lower() if text[1:].islower() else text
        phrase = parse(text) if not is_about_a_third(text) else None
        return Promise(thing=phrase.with_the(), due=due) if phrase else None
    rest, to_reader = _without_reader(deed["rest"] or "", owners)
    gives = re.fullmatch(_GIVING, deed["verb"])
    who = "TE" if deed["who"] or to_reader or gives else ""
    if is_about_a_third(rest) or not rest:
        return None
    phrase = parse(rest) if gives and not rest.startswith("a ") else None
    thing = phrase.with_the() if phrase and not phrase.is_name else None
    said = thing.text if thing else rest
    goes_out = bool(re.fullmatch(_SENDING, deed["verb"]))
    return Promise(f"{deed['verb']}{who} {said}", thing, due, goes_out=goes_out)


def _without_reader(rest: str, owners: Owners) -> tuple[str, bool]:
    """The rest of a deed without "a Mira", and whether it stood there."""
    for owner in owners:
        shorter = re.sub(rf"(?:^|\s)(?:a|para)\s{re.escape(owner)}\b", "", rest).strip()
        if shorter != rest:
            return shorter, True
    return rest, False
