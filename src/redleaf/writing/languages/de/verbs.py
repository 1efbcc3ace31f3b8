"""Verbs: from "repariert" back to "repariere", and the infinitive with "zu" in its place."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex

_IRREGULAR = {
    "ist": "bin", "hat": "habe", "liest": "lese", "gibt": "gebe", "spricht": "spreche",
    "fährt": "fahre", "hält": "halte", "trägt": "trage", "hilft": "helfe", "berät": "berate",
    "schläft": "schlafe", "läuft": "laufe", "wächst": "wachse", "fängt": "fange",
    "wäscht": "wasche", "gräbt": "grabe", "schlägt": "schlage", "sieht": "sehe", "nimmt": "nehme",
    "trifft": "treffe",
    "wirbt": "werbe", "bäckt": "backe", "brät": "brate", "isst": "esse", "misst": "messe",
    "vergisst": "vergesse", "wirft": "werfe", "flicht": "flechte", "ficht": "fechte",
    "drischt": "dresche", "sticht": "steche", "bricht": "breche", "weiß": "weiß", "kann": "kann",
    "tut": "tue", "lädt": "lade", "rät": "rate", "empfiehlt": "empfehle", "stiehlt": "stehle",
    "erhält": "erhalte", "betreibt": "betreibe", "schmilzt": "schmelze", "gilt": "gelte",
    "vertritt": "vertrete", "tritt": "trete", "betritt": "betrete", "entwirft": "entwerfe",
    "begräbt": "begrabe", "überträgt": "übertrage", "unterhält": "unterhalte", "quillt": "quelle",
    "fällt": "falle", "lässt": "lasse", "verlässt": "verlasse", "stößt": "stoße", "rettet": "rette",
    "übersieht": "übersehe", "bespricht": "bespreche", "vergibt": "vergebe", "bewirbt": "bewerbe",
    "übernimmt": "übernehme", "unternimmt": "unternehme", "will": "will", "darf": "darf",
    "muss": "muss", "mag": "mag",
}  # fmt: skip
_NO_VERB = frozenset(
    "nicht oft seit mit fast selbst meist zuerst zuletzt erst sonst jetzt dort fort statt samt "
    "bereits gut alt laut leicht weit breit bekannt zurzeit damit derzeit".split()
)
_PREFIXES = (
    "heraus heran herum hinaus hinein vorbei weiter zurück zusammen nach mit vor zu ab an auf aus "
    "bei ein durch her hin los um weg fest bereit frei bekannt dar empor"
).split()
# They look as if they could be taken apart, and cannot.
_WHOLE = regex(
    r"^(?:antworten|angeln|ankern|umarmen|umgeben|umrahmen|durchsuchen|durchqueren|absolvieren|"
    r"abonnieren|adoptieren|herrschen|auditieren|beichten|beißen|beizen|beil|einigen|anonym)"
)


def first_person(word: str) -> str:
    """ "repariere" of "repariert"; "" when it is no verb in the third person."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower != word or lower in _NO_VERB or len(lower) < 4 or not lower.endswith("t"):
        return ""
    stem = lower[:-1]
    if stem.endswith("e") and stem[-2] in "dtmn":
        return stem  # arbeitet: arbeite; zeichnet: zeichne
    if stem.endswith("el"):
        return f"{stem[:-2]}le"
    return f"{stem}e" if not stem.endswith("e") else stem


def with_zu(deed: str) -> str:
    """ "dir die Liste zu schicken" of "dir die Liste schicken", "mitzubringen" of "mitbringen"."""
    before, _, verb = deed.rpartition(" ")
    return f"{before} {_zu(verb)}".strip()


def is_infinitive(word: str) -> bool:
    """Whether a word could be the verb that ends a promise: small, and in -en, -eln or -ern."""
    return bool(re.fullmatch(r"[a-zäöü][a-zäöüß]+(?:en|eln|ern)|tun", word))


def _zu(verb: str) -> str:
    for prefix in _PREFIXES:
        rest = verb.removeprefix(prefix)
        if rest != verb and len(rest) > 4 and not _WHOLE.match(verb) and rest[0] not in "e":
            return f"{prefix}zu{rest}"
    return f"zu {verb}"
