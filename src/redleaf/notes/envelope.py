"""The envelope of a note: greeting, signature, and the body between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


class _Phrases:
    """Phrases of one list, found where they stand without the cost of one long expression."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(phrases)
        self._lengths: dict[str, list[int]] = {}
        for first, length in sorted({(each[0], len(each)) for each in self._phrases}, reverse=True):
            self._lengths.setdefault(first, []).append(length)

    def ends(self, lowered: str, at: int) -> Iterator[int]:
        """Where those that stand at `at` end, the longest first."""
        for length in self._lengths.get(lowered[at : at + 1], ()):
            if lowered[at : at + length] in self._phrases:
                yield at + length


_WORDS = _lists()
TITLES = frozenset(_WORDS["titles"])
_HELLO = _Phrases(_WORDS["hello"])
_BEFORE_CLOSING = _Phrases(_WORDS["before closing"])
_CLOSING = _Phrases(_WORDS["closing"])
_LONGEST_HELLO = max(map(len, _WORDS["hello"]))
_MOST_BEFORE_CLOSING = 2
_AFTER_CLOSING = ",.!\u2013\u2014-"
_NAME = r"[^\W\d_][\w'’.\-]*"
_TITLE = regex(r"\s(?:(?P<first>\w+)\s)?(?P<title>\w+)\.")
_GREETED = regex(r"(?P<rest>[^\n.!?]{0,48}?)\s*(?:[,!.:;\u2013\u2014\n،，]|-\s|$)")
_BARE_NAME = regex(rf"\s*(?P<name>{_NAME}(?:\ {_NAME}){{0,2}})\s*(?:,|!|:|\u2014|\s-\s|\n)")
_NAME_LINE = regex(rf"[-\u2013\u2014~\s]*{_NAME}(?:[ &+]+{_NAME}){{0,3}}[.\s]*")
_CLAUSE_END_OF_ASCII = regex(r"(?P<sentence>(?<=[.!?])[\"')]*\s+)|,\s+")
_CLAUSE_END = regex(r"(?:(?P<sentence>(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+)|[,\u2013\u2014]\s+)")
_NOT_NAMES = frozenset(_WORDS["no names"])
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
    start = len(text) - len(text.lstrip())
    for end in _HELLO.ends(_lowered(text[: start + _LONGEST_HELLO]), start):
        if _is_whole(text, end):
            for stop in _titles_from(text, end):
                match = _GREETED.match(text, stop)
                if match:
                    name = _name_within(text, end, match.end("rest"))
                    return Greeting(Span(start, match.end()), name)
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
        if not words or _is_closing_with_name(words):
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
    clause_end = _CLAUSE_END_OF_ASCII if text.isascii() else _CLAUSE_END
    for match in clause_end.finditer(text, begin, line.end):
        tail = text[match.end() : line.end].strip()
        if not tail or len(tail) > 60:
            continue
        after_sentence = match["sentence"] is not None
        if _is_closing_with_name(tail) or (after_sentence and _is_name_line(tail)):
            return Span(match.end(), line.end)
    return None


def _is_closing_with_name(words: str) -> bool:
    """Whether it is a closing alone, or one with a name after it."""
    rests = _after_closings(words)
    first = next(rests, None)
    if first is None:
        return False
    return not first or _is_name_line(first) or "" in rests


def _after_closings(words: str) -> Iterator[str]:
    """What is left of `words` after the closing that opens them, for each way to read it."""
    for end in _closing_ends(_lowered(words), 0, _MOST_BEFORE_CLOSING):
        if _is_whole(words, end):
            while end < len(words) and (words[end].isspace() or words[end] in _AFTER_CLOSING):
                end += 1
            yield words[end:].strip()


def _closing_ends(lowered: str, at: int, most_before: int) -> Iterator[int]:
    if most_before:
        for end in _BEFORE_CLOSING.ends(lowered, at):
            if lowered[end : end + 1].isspace():
                yield from _closing_ends(lowered, end + 1, most_before - 1)
    yield from _CLOSING.ends(lowered, at)


def _titles_from(text: str, at: int) -> list[int]:
    """The places after the titles with a full stop that begin at `at`, the farthest first."""
    places = [at]
    while match := _TITLE.match(text, places[-1]):
        first, title = match.group("first", "title")
        if title.lower() not in TITLES or (first and first.lower() not in TITLES):
            break
        places.append(match.end())
    return places[::-1]


def _is_whole(text: str, end: int) -> bool:
    """Whether a word ends there, and is no first part of another."""
    after = text[end : end + 1]
    return not (after.isalnum() or after in ("_", "'", "\u2019"))


def _lowered(text: str) -> str:
    """`text` in small letters, each in its place: a few would become two."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(char.lower()[0] for char in text)


def _is_name_line(words: str) -> bool:
    return _looks_like_name(words) and _NAME_LINE.fullmatch(words) is not None


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
    while end > start and not (text[end - 1].isalnum() or _is_mark(text[end - 1])):
        end -= 1
    words = text[start:end].split()
    if not words or any(word.lower().strip(".") in _NOT_NAMES for word in words):
        return None
    return Span(start, end) if len(words) <= 4 else None


def _is_mark(char: str) -> bool:
    """A vowel of India or Thailand may end a name, and is no letter to Python."""
    if char.isascii():
        return False
    from unicodedata import category

    return category(char).startswith("M")


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
