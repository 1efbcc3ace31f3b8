"""The envelope of a note: greeting, signature, and the body between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span


def _lists() -> dict[str, list[str]]:
    """The lists of envelope_words.txt by heading."""
    lists: dict[str, list[str]] = {}
    heading = ""
    for line in read_beside(__file__, "envelope_words.txt").split("\n"):
        if line.startswith("["):
            heading = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            lists.setdefault(heading, []).extend(word.strip() for word in line.split(","))
    return lists


def _any_of(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first)


_WORDS = _lists()
_NAME = r"[^\W\d_][\w'’.\-]*"
_TITLED = rf"\s(?:(?:{_any_of(_WORDS['titles'])})\s)?(?:{_any_of(_WORDS['titles'])})\."
_GREETING = regex(
    rf"\s*(?P<word>{_any_of(_WORDS['hello'])})(?![\w'’])"
    rf"(?P<rest>(?:{_TITLED})*[^\n.!?]{{0,48}}?)"
    r"\s*(?P<end>[,!.:;\u2013\u2014\n،，]|-\s|$)",
    re.IGNORECASE,
)
_BARE_NAME = regex(rf"\s*(?P<name>{_NAME}(?:\ {_NAME}){{0,2}})\s*(?:,|!|:|\u2014|\s-\s|\n)")
_CLOSING = regex(
    rf"(?:(?:{_any_of(_WORDS['before closing'])})\s){{0,2}}"
    rf"(?:{_any_of(_WORDS['closing'])})"
    r"(?![\w'’])[\s,.!\u2013\u2014-]*",
    re.IGNORECASE,
)
_NAME_LINE = regex(rf"[-\u2013\u2014~\s]*{_NAME}(?:[ &+]+{_NAME}){{0,3}}[.\s]*")
_CLAUSE_END = regex(r"(?:(?P<sentence>(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+)|[,\u2013\u2014]\s+)")
_NOT_NAMES = frozenset(_WORDS["no names"])
TITLES = frozenset(_WORDS["titles"])
_PARTICLES = frozenset(_WORDS["particles"])
# Words that open sentences with a comma after them and are no names.
_NO_NAMES = _NOT_NAMES | frozenset(_WORDS["plain starts"])
# "Duuuude" is no name either: a letter held down counts once.
_DRAWL = regex(r"(.)\1{2,}")


class Greeting(NamedTuple):
    """The greeting of a note; `name` is the span of the name in it, None in "Hi there"."""

    span: Span
    name: Span | None


def greeting_of(text: str) -> Greeting | None:
    """The greeting that opens `text`: "Dear Ms Holt," or a bare name before a comma."""
    match = _GREETING.match(text)
    if match:
        return Greeting(
            Span(match.start("word"), match.end()), _name_within(text, *match.span("rest"))
        )
    bare = _BARE_NAME.match(text)
    if bare and _looks_like_name(bare.group("name")):
        return Greeting(Span(bare.start("name"), bare.end()), Span(*bare.span("name")))
    return None


def signature_of(text: str, begin: int = 0) -> Span | None:
    """Closing words and name at the end: "Best regards, Ines", or a name alone on its line."""
    end = len(text.rstrip())
    lines = _lines(text, begin, end)
    start = None
    for line in reversed(lines[-5:]):
        words = line.of(text).strip()
        if not words or _CLOSING.fullmatch(words) or _is_closing_with_name(words):
            start = line.start if words else start
        elif _is_name_line(words) and line is not lines[0]:
            start = line.start
        else:
            break
    if start is not None:
        return Span(start, end)
    return _closing_on_last_line(text, lines[-1] if lines else Span(begin, end))


def _closing_on_last_line(text: str, line: Span) -> Span | None:
    """A closing after the last sentence: "… on Friday. Best, Ines" or "… on Friday. Ines"."""
    begin = max(line.start, line.end - 90)
    for match in _CLAUSE_END.finditer(text, begin, line.end):
        tail = text[match.end() : line.end].strip()
        if not tail or len(tail) > 60:
            continue
        after_sentence = match["sentence"] is not None
        if _is_closing_with_name(tail) or (after_sentence and _is_name_line(tail)):
            return Span(match.end(), line.end)
    return None


def _is_closing_with_name(words: str) -> bool:
    match = _CLOSING.match(words)
    if not match or not match.group().strip():
        return False
    rest = words[match.end() :].strip()
    return not rest or _is_name_line(rest)


def _is_name_line(words: str) -> bool:
    return bool(_NAME_LINE.fullmatch(words) and _looks_like_name(words))


def _lines(text: str, begin: int, end: int) -> list[Span]:
    lines = []
    at = begin
    for line in text[begin:end].split("\n"):
        lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    return lines


def _name_within(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    words = text[start:end].split()
    if not words or any(word.lower().strip(".") in _NOT_NAMES for word in words):
        return None
    return Span(start, end) if len(words) <= 4 else None


@lru_cache(maxsize=1024)
def _looks_like_name(words: str) -> bool:
    parts = words.strip(" -\u2013\u2014~.").split()
    if not parts or len(parts) > 4:
        return False
    for part in parts:
        bare = part.strip(".").lower()
        if bare in _NO_NAMES or _DRAWL.sub(r"\1", bare) in _NO_NAMES:
            return False
        if not (part[0].isupper() or bare in TITLES or bare in _PARTICLES or not part[0].islower()):
            return False
    return any(part[0].isupper() or not part.isascii() for part in parts)
