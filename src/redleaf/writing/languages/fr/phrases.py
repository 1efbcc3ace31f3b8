"""Noun phrases as jotted: article, gender and number, with the article a sentence needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from redleaf.writing.languages.fr.nouns import is_either, noun_of
from redleaf.writing.languages.fr.words import NUMBERS, SMALL, elides, of, small

_ARTICLE = re.compile(
    r"(?P<article>l'|(?:le|la|les|un|une|des|du|de la|de l'|notre|nos|votre|vos|mon|ma|mes|ce|cet|"
    r"cette|ces)(?<!')\s|de l')(?=\S)",
    re.IGNORECASE,
)
_GENDERS = {
    "le": "m", "la": "f", "un": "m", "une": "f", "du": "m", "de la": "f", "mon": "", "ma": "f",
    "ce": "m", "cet": "m", "cette": "f",
}  # fmt: skip
_MANY = frozenset({"les", "des", "nos", "vos", "mes", "ces"})
_OWNED = frozenset(
    {"notre", "nos", "votre", "vos", "mon", "ma", "mes", "ce", "cet", "cette", "ces"}
)
# Adjectives that stand before their noun, as they are for one man or thing; the rest is told by
# the ending.
_BEFORE = re.compile(
    r"(?:(?P<m>vieux|vieil|nouveau|nouvel|beau|bel|bon|gros|long|premier|dernier|ancien|petit|"
    r"grand|haut|mauvais|faux|second|certain)|(?P<f>vieille|nouvelle|belle|bonne|grosse|longue|"
    r"première|dernière|ancienne|petite|grande|haute|mauvaise|fausse|seconde|certaine)|autre|jeune|"
    r"double|vrai|vraie|\w+ième|\d+(?:e|er|ère|ème))s?x?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`article` is small and without its space ("le", "l'", "une", "notre", "trois", or "")."""

    article: str
    bare: str
    gender: str
    many: bool
    is_mass: bool = False
    joined: Phrase | None = None
    is_unclear: bool = False

    @property
    def jotted(self) -> str:
        return self._with_second("jotted") or _joined(self.article, self.bare)

    @property
    def definite(self) -> str:
        """With "le", "la", "les"; what has an owner keeps it. "" where the gender is not known."""
        if self.joined:
            return self._with_second("definite")
        if self.is_unclear:
            return ""
        if self.article in _OWNED:
            return self.jotted
        if self.many:
            number = f"{self.article} " if self.article in NUMBERS else ""
            return f"les {number}{self.bare}"
        if elides(self.bare):
            return f"l'{self.bare}"
        return f"{'la' if self.gender == 'f' else 'le'} {self.bare}" if self.gender else ""

    @property
    def indefinite(self) -> str:
        """As something new: "une liste", "des photos", "du miel"; else as it was jotted."""
        if self.joined:
            return self._with_second("indefinite")
        if self.is_unclear:
            return ""
        if self.article:
            return self.jotted
        if self.many:
            return f"des {self.bare}"
        if self.is_mass and (elides(self.bare) or self.gender):
            part = "de l'" if elides(self.bare) else "de la" if self.gender == "f" else "du"
            return _joined(part, self.bare)
        return f"{'une' if self.gender == 'f' else 'un'} {self.bare}" if self.gender else ""

    @property
    def after_of(self) -> str:
        """Behind "de": "du bac", "d'un bac", "de notre bac", "d'ardoises", "de miel"."""
        if self.joined:
            return f"{replace(self, joined=None).after_of} et {self.joined.after_of}"
        counted_one = not (self.article or self.many or self.is_mass)
        return of(self.definite if counted_one and self.definite else self.jotted)

    def as_one(self) -> Phrase:
        """Of a noun that is the same for one and many, the one: "le repas", "le palais"."""
        return replace(self, is_unclear=False)

    def _with_second(self, form: str) -> str:
        """Both of "le four et la cheminée" in a form; "" when one of them has none."""
        if not self.joined:
            return ""
        one, other = getattr(replace(self, joined=None), form), getattr(self.joined, form)
        return f"{one} et {other}" if one and other else ""


def parse(text: str) -> Phrase | None:
    """A noun phrase as jotted, one thing or two; None when it is none."""
    one, _, other = text.partition(" et ")
    # "conserves de tomates et courgettes" is one thing with two parts.
    if other and not re.search(r"\b(?:qui|que|dont|où|entre)\b|,|&| (?:de|à|en) | d'", text):
        phrases = _parse(one), _parse(other)
        if phrases[0] and phrases[1] and not phrases[1].bare[:1].isupper():
            return replace(phrases[0], joined=phrases[1])
    return _parse(text)


def _parse(text: str) -> Phrase | None:
    text = small(text)
    found = _ARTICLE.match(text)
    article = found["article"].strip().lower() if found else ""
    bare = text[found.end() :] if found else text
    first = bare.split(" ")[0].lower()
    if not found and (first in NUMBERS or re.fullmatch(r"\d{1,4}", first)) and " " in bare:
        article, bare = first, bare.partition(" ")[2]
    words = bare.split()
    if (
        not words
        or words[0].lower() in SMALL
        or not (words[0][:1].isalpha() or _BEFORE.fullmatch(words[0]))
    ):
        return None
    told, head = _head(words)
    noun = noun_of(re.sub(r"^[ldLD]'", "", head))
    gender = _GENDERS.get(article, "") or told or noun.gender
    counted = article in NUMBERS or article.isdigit()
    many = article in _MANY or counted or (not article and noun.many)
    unclear = not article and is_either(head)
    return Phrase(article, bare, gender, many, noun.is_mass, is_unclear=unclear)


def _head(words: list[str]) -> tuple[str, str]:
    """The gender that an adjective before the noun tells, and the noun."""
    told = ""
    for word in words[:-1]:
        found = _BEFORE.fullmatch(word)
        if not found:
            return told, word
        told = told or ("m" if found["m"] else "f" if found["f"] else "")
    return told, words[-1] if len(words) == 1 or _BEFORE.fullmatch(words[-2]) else words[0]


def _joined(article: str, bare: str) -> str:
    return f"{article}{'' if not article or article.endswith(chr(39)) else ' '}{bare}"
