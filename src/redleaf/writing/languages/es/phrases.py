"""Noun phrases as jotted: article, head and the rest, with the article that a sentence needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from redleaf.writing.languages.es.nouns import (
    gender_of,
    is_known,
    is_many,
    is_mass,
    takes_el,
)
from redleaf.writing.languages.es.words import MANY, PREPOSITIONS

_THE = {"m": ("el", "los"), "f": ("la", "las")}
_A = {"m": "un", "f": "una"}
_ARTICLES = {
    "el": ("m", False), "la": ("f", False), "los": ("m", True), "las": ("f", True),
    "un": ("m", False), "una": ("f", False), "unos": ("m", True), "unas": ("f", True),
    "nuestro": ("m", False), "nuestra": ("f", False), "nuestros": ("m", True),
    "nuestras": ("f", True), "mi": ("", False), "mis": ("", True), "tu": ("", False),
    "tus": ("", True), "su": ("", False), "sus": ("", True), "este": ("m", False),
    "esta": ("f", False), "ese": ("m", False), "esa": ("f", False), "aquel": ("m", False),
    "aquella": ("f", False),
}  # fmt: skip
_BEFORE = re.compile(
    r"(?:gran|buen[ao]?s?|mal[ao]?s?|mejor(?:es)?|peor(?:es)?|nuev[ao]s?|viej[ao]s?|"
    r"antigu[ao]s?|pequeñ[ao]s?|primer[ao]?s?|segund[ao]s?|tercer[ao]?s?|últim[ao]s?|"
    r"únic[ao]s?|mism[ao]s?|gran|grandes|largas?|largos?|simples?|famos[ao]s?|"
    r"\d+\.?[ºªoa]?|[IVXL]+)$",
    re.IGNORECASE,
)
_NO_HEAD = PREPOSITIONS | frozenset(
    "ambos ambas qué quién y o que no se me lo le les nos muy más".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`article` as jotted or "", `body` what follows it, `head` its noun in small letters.

    `gender` is "m", "f" or "" where it cannot be told.
    """

    article: str
    body: str
    head: str
    gender: str
    many: bool
    is_name: bool = False

    @property
    def text(self) -> str:
        return f"{self.article} {self.body}".strip()

    def with_the(self) -> Phrase:
        """With "el", "la" where it has no article or "un"; as it is where none can be told."""
        if self.article not in ("", "un", "una", "unos", "unas") or not self.gender:
            return self
        if self.body.split()[0].lower() in MANY:
            return replace(self, article=_THE[self.gender][1])
        article = _THE[self.gender][self.many]
        if article == "la" and takes_el(self.body.split()[0].lower()):
            article = "el"
        return replace(self, article=article)

    def with_a(self) -> Phrase:
        """With "un", "una" where one thing has no article; "miel" and many things have none."""
        if self.article or self.many or not self.gender or is_mass(self.head):
            return self
        article = "un" if takes_el(self.body.split()[0].lower()) else _A[self.gender]
        return replace(self, article=article)


def parse(text: str) -> Phrase | None:
    """`text` as a noun phrase, or None when its first words cannot be one."""
    words = text.split()
    if not words:
        return None
    article = words[0].lower() if words[0].lower() in _ARTICLES and len(words) > 1 else ""
    # "La Laguna", "El Escorial": the article is part of a name.
    if article and words[0][:1].isupper() and words[1][:1].isupper():
        return Phrase("", text, words[1].lower(), "", many=False, is_name=True)
    body = words[1:] if article else words
    at = 0
    while at < len(body) - 1 and (body[at].lower() in MANY or _BEFORE.match(body[at])):
        at += 1
    head = body[at].strip(".,:;«»\"'").lower()
    if not head or not head[0].isalpha() or head in _NO_HEAD or head in MANY:
        return None
    counted = bool(body[0].lower() in MANY)
    gender, many = _ARTICLES.get(article, ("", counted or is_many(head)))
    if article == "el" and takes_el(head):
        gender = "f"
    is_name = not article and body[at][:1].isupper() and not is_known(head)
    gender = gender or ("" if is_name else gender_of(head))
    text = " ".join(body)
    return Phrase(article, text if is_name else _small(text, head), head, gender, many, is_name)


def joined(preposition: str, text: str) -> str:
    """ "de el tren" as "del tren", "a el tren" as "al tren"."""
    if text.startswith("el ") and preposition in ("de", "a"):
        return f"{preposition}l {text[3:]}"
    return f"{preposition} {text}"


def _small(text: str, head: str) -> str:
    """A jotted "Hornos con leña" in running text; "Jornadas de la Sal" is a name and stays."""
    rest = [word for word in text.split()[1:] if word.lower() not in PREPOSITIONS]
    is_title = any(word[:1].isupper() for word in rest[:2])
    opens = text.split()[0].lower() == head and text[:1].isupper()
    return text[:1].lower() + text[1:] if opens and not is_title else text
