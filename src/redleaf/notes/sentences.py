"""Sentences: where one ends in the short, careless punctuation of real notes."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

_BREAK = regex(r"(?:[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$))|(?:[\u3002\uff01\uff1f]+)|(?:\n\s*)")
_ABBREVIATION = regex(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|etc|inc|ltd|co|no|nr|e\.g|i\.e|z\.b|d\.h|bzw|ca|"
    r"approx|dept|hr|fr|sra|srta|dott|ing|mag|mme|mlle|p\.s|u\.a|[a-z])\.$",
    re.IGNORECASE,
)


def sentences_of(text: str) -> tuple[Span, ...]:
    """The spans of the sentences, without the white space around them; a line break ends one."""
    spans: list[Span] = []
    begin = 0
    for match in _BREAK.finditer(text):
        is_line = match.group().isspace()
        if not is_line and _is_abbreviation(text, begin, match.end()):
            continue
        _add(spans, text, begin, match.start() if is_line else match.end())
        begin = match.end()
    _add(spans, text, begin, len(text))
    return tuple(spans)


def _is_abbreviation(text: str, begin: int, end: int) -> bool:
    before = text[max(begin, end - 12) : end]
    if not _ABBREVIATION.search(before):
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
