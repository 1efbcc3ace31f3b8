"""Accented names: where the reader's name stands without its accents or its own letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.folding import fold_text
from redleaf.notes.spans import Span
from redleaf.notes.tokens import Token
from redleaf.rules.reading import Reading

# Letters that do not fall apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"}
)
# "Do" and "An" are words before they are names without marks.
_SHORTEST = 3
_AROUND = ".,()\"'“”"


class Unaccented(NamedTuple):
    """Where a name stands without its marks, and how it is written."""

    span: Span
    written: str


def unaccented_names(reading: Reading) -> Iterator[Unaccented]:
    """The places in the order of the text; none without a brief."""
    brief = reading.brief
    if brief is None or brief.recipient.name.isascii():
        return
    names = _accented(brief.recipient.name, brief.recipient.given_name)
    # Nearly every note stops here: its words are asked before their places.
    if names.keys().isdisjoint(reading.note.words):
        return
    plainly = {word for fact in brief.facts() for word in _plain_words(fact.text)}
    for token in reading.note.tokens:
        written = names.get(token.word)
        if written and token.word not in plainly and _is_name(token, reading):
            yield Unaccented(Span(token.start, token.end), written)


@lru_cache(maxsize=256)
def _accented(name: str, given_name: str) -> dict[str, str]:
    """The words of the reader's name that have marks, by how they read without."""
    table = {}
    for word in f"{name} {given_name}".replace("-", " ").split():
        # Signs that nobody sees are no marks of a name, and no fix brings them in.
        written = "".join(sign for sign in word if sign.isprintable()).strip(_AROUND)
        plain = fold_text(written).translate(_PLAIN)
        if not written.isascii() and plain.isascii() and len(plain) >= _SHORTEST:
            table[plain] = written
    return table


def _plain_words(text: str) -> Iterator[str]:
    """The words of a fact that have no marks to lose."""
    words = text.replace("-", " ").split()
    return (word.strip(_AROUND).lower() for word in words if word.isascii())


def _is_name(token: Token, reading: Reading) -> bool:
    """A capital that no sentence asks for, or a word of the greeting."""
    text, span = reading.text, Span(token.start, token.end)
    if not span.of(text).isascii() or not span.of(text)[0].isupper():
        return False
    greeting = reading.note.greeting
    if greeting and greeting.name and greeting.name.holds(span):
        return True
    begins = {reading.note.body.start, *(sentence.start for sentence in reading.note.sentences)}
    return token.start not in begins
