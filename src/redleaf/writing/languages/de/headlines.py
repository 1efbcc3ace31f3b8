"""Headlines: what the sender does or is, turned into first person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.persons import as_mine, is_about_a_third
from redleaf.writing.languages.de.phrases import parse
from redleaf.writing.languages.de.verbs import first_person
from redleaf.writing.languages.de.words import is_foreign

_CUT = regex(r"\s*(?:\||•|·|\u2013|\u2014|;|\s-\s|//).*")
_PERSON = regex(
    r"(?:er|or|ist|ent|ant|oge|graf|eur|är|mann|frau|wirt|arzt|koch|hirte|ling|azubi|anwalt|"
    r"schmied|architekt|pilot|kraft|hilfe|rat|autodidakt|profi|coach|chef|vorstand|beamter|"
    r"angestellte|studierende|freiwillige|ehrenamtliche|vorsitzende|beauftragte|abgeordnete|"
    r"auszubildende|mutter|fan|doktorand|kapitän|hebamme|steward|lotse|in)$",
    re.IGNORECASE,
)
_NOT_A_PERSON = regex(
    r"(?:fenster|wasser|theater|messer|zimmer|muster|papier|motor|lager|orchester|kloster|register|"
    r"leder|wetter|feuer|ruder|pflaster|kupfer|silber|berlin|museum|verein|wein|stein|magazin|"
    r"medizin|benzin|talent|element|dokument|projektor|beton)$",
    re.IGNORECASE,
)
_SMALL_ADJECTIVE = regex(
    r"^(?:Freie|Freier|Freiberufliche|Freiberuflicher|Selbstständige|Selbstständiger|Angehende|"
    r"Angehender|Gelernte|Gelernter|Leitende|Leitender|Ehrenamtliche|Ehrenamtlicher|Eine?) "
    r"(?=[A-ZÄÖÜ])"
)


@dataclass(frozen=True, slots=True)
class Headline:
    """`i_am` is a clause that begins with "ich"; `as_a` is "Weberin in Turku", or ""."""

    i_am: str
    as_a: str = ""


def read_headline(text: str) -> Headline | None:
    """How the sender says who they are, or None when the headline is neither deed nor person."""
    text = _CUT.sub("", text.strip(" .;,")).replace(" @ ", " bei ").strip()
    if not text or len(text) > 80 or is_foreign(text):
        return None
    text = as_mine(text)
    first, _, rest = text.partition(" ")
    if first.lower() == "ich" and rest:
        return Headline(f"ich {rest}")
    verb = first_person(first)
    if verb and rest and not is_about_a_third(rest):
        return Headline(f"ich {verb} {_deeds(rest)}")
    return _as_person(text)


def _deeds(rest: str) -> str:
    """The rest of "baut Orgeln und unterrichtet", where each verb after "und" is turned too."""
    return re.sub(
        r"((?:^|\s)und |, )([a-zäöüß]+t)\b",
        lambda found: found[1] + (first_person(found[2]) or found[2]),
        rest,
    )


def _as_person(text: str) -> Headline | None:
    """ "Weberin in Turku": German needs no article before what somebody is."""
    if not parse(text) or is_about_a_third(text):
        return None
    words = [word.rstrip(",") for word in text.split()]
    if not any(_is_person(word) for word in words[:3]):
        return None
    text = _SMALL_ADJECTIVE.sub(lambda found: found.group().lower(), text)
    if _names_a_firm(text):
        text = text.replace(", ", " bei ", 1)
    return Headline(f"ich bin {text}", re.sub(r"^eine? ", "", text))


def _is_person(word: str) -> bool:
    if not word[:1].isupper() or _NOT_A_PERSON.search(word):
        return False
    return bool(_PERSON.search(word))


def _names_a_firm(text: str) -> bool:
    """Whether a single comma stands before a firm: "Dachdecker, Schiefer & Söhne"."""
    _, comma, after = text.partition(", ")
    if "&" in after and "," not in after:
        return True
    return bool(comma) and "," not in after and not any(map(_is_person, after.split()))
