"""Nouns: their gender and number, by a list or by their ending."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from redleaf.notes.data_files import read_beside

_BY_ENDING = (
    (re.compile(r"(?:age|isme|asme|ège|ème|ôme|aume|phone|scope|mètre|graphe|[ae]cle|ycle|atoire)$"),
     "m"),
    (re.compile(r"(?:tion|sion|xion|gion|ure|[ae]nce|ette|elle|esse|ille|ise|ade|ude|ie|ue|ée|aie|"
                r"ine|enne|onne|ère|euse|trice|otte|asse|aine|oire|ole|té|oise|ande|onde|ance|use|"
                r"anne|ouche|ique|ave|ive|rme|ampe|orne|alle|olle|ère)$"), "f"),
)  # fmt: skip
# What looks like a plural and is none, or is the same for both.
_ONE_IN_S = frozenset(
    "bois temps prix corps choix ours pays tapis souris noix voix croix bras repas pas mois fois "
    "cours discours parcours concours procès progrès succès accès congrès palais marais relais "
    "puits avis permis devis compromis tamis semis fils jus dos os gaz nez riz houx toux chaux "
    "faux paix cas velours secours recours débris taillis châssis croquis ananas lilas vernis "
    "anchois chamois bourgeois mars cyprès buis compas as abcès poids verglas canevas cabas lois "
    "français anglais allemand nous vous gris jus atlas campus bus virus cactus lys iris maïs "
    "sens encens plus dès chas rendez-vous brebis perdrix silex index vis puits".split()
) - {"lois", "allemand", "nous", "vous", "plus"}
# Of these a jotted word may be one or many: "souris dans le soufflet".
_EITHER = frozenset(
    "souris ours compas tapis puits fils os noix voix croix brebis perdrix croquis anchois chamois "
    "radis colis rubis canevas châssis bras avis repas discours parcours relais palais "
    "choix".split()
)
_MANY = re.compile(r"(?:[^s]s|aux|eux|oux|x)$")


@dataclass(frozen=True, slots=True)
class Noun:
    """Gender "m", "f" or "" where not known, and number. `is_mass`: there are no two of it."""

    gender: str
    many: bool
    is_mass: bool = False


def noun_of(word: str) -> Noun:
    """What a noun is as it stands: "ardoises", "fer", "Salon"."""
    lower = word.lower().strip("«»\"' ,;:")
    many = is_many(lower)
    for one in _singulars(lower) if many else (lower,):
        found = _listed().get(one)
        if found:
            return Noun(found[0], many, found == "f0" or found == "m0")
    last = lower.rpartition("-")[2]
    return Noun(_by_ending(lower.rstrip("s") if many else last), many)


def is_many(word: str) -> bool:
    """Whether the form of a noun is a plural."""
    lower = word.lower()
    return lower not in _ONE_IN_S and lower not in _listed() and bool(_MANY.search(lower))


def _singulars(lower: str) -> tuple[str, ...]:
    endings = (("aux", "al"), ("aux", "ail"), ("aux", "au"), ("eux", "eu"), ("s", ""), ("x", ""))
    return tuple(lower.removesuffix(many) + one for many, one in endings if lower.endswith(many))


def _by_ending(lower: str) -> str:
    for pattern, gender in _BY_ENDING:
        if pattern.search(lower):
            return gender
    # Of the others those in -e are of both genders, and the rest nearly all masculine.
    return "" if lower.endswith("e") or len(lower) < 3 else "m"


def is_either(word: str) -> bool:
    """Whether a noun looks the same for one and for many, and either is likely."""
    return word.lower() in _EITHER


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    lines = read_beside(__file__, "nouns.txt").splitlines()
    pairs = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {word: kind for kind, _, words in pairs for word in words.split()}
