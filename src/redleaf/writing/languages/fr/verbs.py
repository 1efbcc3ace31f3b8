"""Verbs: which word is an infinitive, and what the third person is in the first."""

from __future__ import annotations

import re

_INFINITIVE = re.compile(
    r"(?:se |s')?(?:[\wéèêîôûç]{2,}(?:[^iéè]er|[cfglnrstdvp]ier|[^o]ir|oir)|"
    r"\w*(?:[aeo]ndre|indre|[cdl]uire|crire|lire|dire|faire|mettre|battre|suivre|vivre|boire|croire|"
    r"aître|oudre|ordre|perdre|prendre|rompre|clure|rire|plaire))",
    re.IGNORECASE,
)
_NO_INFINITIVE = frozenset(
    "mer hiver fer ver papier cuivre enfer cancer hier désir avenir plaisir souvenir loisir soir "
    "espoir miroir tiroir couloir trottoir comptoir cuir tir noir avoir-du ordre cendre gendre "
    "atelier métier cahier palier sentier chantier quartier courrier clavier escalier dossier "
    "cavalier ouvrier jardinier gibier mortier pommier poirier rosier encrier lever dîner déjeuner "
    "goûter plancher rocher clocher boucher berger verger danger léger premier dernier amer cher "
    "fier pouvoir savoir devoir manoir dortoir réservoir arrosoir élixir menhir pair".split()
) - {"dîner", "déjeuner", "savoir", "pouvoir", "devoir", "lever"}
_FOLLOWS = re.compile(
    r"\s(?:le|la|les|l'|un|une|des|du|de|d'|son|sa|ses|mon|ma|mes|ton|ta|tes|votre|vos|notre|nos|"
    r"sous|sur|à|au|aux|en|dans|avec|sans|pour|par|chez|comme|plus|moins|bien|\w)",
)
_FIRST = {
    "est": "suis", "a": "ai", "va": "vais", "fait": "fais", "peut": "peux", "veut": "veux",
    "sait": "sais", "vend": "vends",
}  # fmt: skip
_THIRD_S = re.compile(r"(?:[^aeiou]it|uit|[ae]int|oint|ient|[eo]rt|ît|oit|met|bat|ait|it|st)$")
_WE = {"sont": "sommes", "ont": "avons", "font": "faisons", "vont": "allons", "étaient": "étions",
       "avaient": "avions"}  # fmt: skip
_WE_STEMS = {"tienn": "ten", "vienn": "ven", "prenn": "pren", "boiv": "buv", "doiv": "dev",
             "reçoiv": "recev", "appell": "appel", "jett": "jet", "achèt": "achet",
             "élèv": "élev", "mèn": "men", "sèm": "sem"}  # fmt: skip


def is_infinitive(text: str) -> bool:
    """Whether the text opens with an infinitive that goes on: "tailler les rosiers"."""
    bare = re.sub(
        r"^(?:ne pas |bien |mieux |lui |le |la |l'|les |leur |te |t'|vous |me |m')+", "", text
    )
    first, space, _ = bare.partition(" ")
    if not space or first.lower() in _NO_INFINITIVE or not first[:1].islower():
        return False
    return bool(_INFINITIVE.fullmatch(first)) and bool(_FOLLOWS.match(bare[len(first) :]))


def first_person(verb: str) -> str:
    """ "répare" as it is, "tient" as "tiens"; "" for what is no verb of the third person."""
    if verb in _FIRST:
        return _FIRST[verb]
    if verb.endswith("e") and len(verb) > 3:
        return verb
    if verb.endswith("d") and len(verb) > 3:
        return f"{verb}s"
    return f"{verb[:-1]}s" if _THIRD_S.search(verb) and len(verb) > 2 else ""


def we(verb: str) -> str:
    """ "rament" as "ramons", "tiennent" as "tenons"; "" for what is no such verb."""
    if verb in _WE:
        return _WE[verb]
    if re.search(r"[aiouy]ons$", verb) or re.search(r"\wons$", verb):
        return verb
    if verb.endswith("aient"):
        return f"{verb[:-5]}ions"
    if not verb.endswith("ent") or len(verb) < 5:
        return ""
    stem = verb[:-3]
    for end, other in _WE_STEMS.items():
        if stem.endswith(end):
            return f"{stem.removesuffix(end)}{other}ons"
    return (
        f"{stem}eons"
        if stem.endswith("g")
        else f"{stem.removesuffix('c')}çons"
        if (stem.endswith("c"))
        else f"{stem}ons"
    )
