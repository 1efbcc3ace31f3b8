"""Sentences: where one ends in the short, careless punctuation of real notes."""

from __future__ import annotations

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

# Most texts are ASCII, and the short expression costs a quarter of the other to compile.
_BREAK_OF_ASCII = regex(r"[.!?]+[\"')\]]*(?=\s|$)|\n\s*")
_BREAK = regex(r"(?:[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$))|(?:[\u3002\uff01\uff1f]+)|(?:\n\s*)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr vs etc inc ltd co no nr e.g i.e z.b d.h bzw ca approx dept hr fr "
    "sra srta dott ing mag mme mlle p.s u.a a b c d e f g h i j k l m n o p q r s t u v w x y "
    "z".split()
)
# Longer than any of them, with the sign before it.
_LOOK_BACK = 12


def sentences_of(text: str) -> tuple[Span, ...]:
    """The spans of the sentences, without the white space around them; a line break ends one."""
    spans: list[Span] = []
    begin = 0
    for match in (_BREAK_OF_ASCII if text.isascii() else _BREAK).finditer(text):
        is_line = match.group().isspace()
        if not is_line and _is_abbreviation(text, begin, match.end()):
            continue
        _add(spans, text, begin, match.start() if is_line else match.end())
        begin = match.end()
    _add(spans, text, begin, len(text))
    return tuple(spans)


def _is_abbreviation(text: str, begin: int, end: int) -> bool:
    before = text[max(begin, end - _LOOK_BACK) : end]
    word = before.removesuffix(".").replace("(", " ")
    if not before.endswith(".") or not word or word[-1].isspace():
        return False
    if word.split()[-1].lower() not in _ABBREVIATIONS:
        return False
    # A single letter ends a sentence when nothing but a lone "I" could stand there.
    return not before.endswith(" I.")


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
