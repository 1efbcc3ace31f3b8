"""Words in a template that a person sees and that stand outside of any translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, Token, TokenType

_SPOKEN_ATTRIBUTES = {"alt", "aria-label", "placeholder", "title"}
# What htmx and the desk's own scripts show.
_SPOKEN_DATA = re.compile(r"^(data-(copied|words-.*|large)|hx-confirm)$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_STRING = re.compile(r"""(?<!\()(?:"([^"]*)"|'([^']*)')""")
# Names, which are the same in every language.
_NAMES = {"redleaf", "linkedin", "localhost", "esc", "enter", "mb", "code"}
# A format, a file or the name of an element; the words of "default" stand in "_(...)".
_SILENT_FILTERS = ("date:", "json_script:")
_GIVEN = re.compile(r"""[= ](?:"([^"]* [^"]*)"|'([^']* [^']*)')""")
_CLASSES = re.compile(r"{% block page %}.*?{% endblock %}", re.DOTALL)


def unmarked_words(file: Path) -> list[str]:
    """The runs of text with a word in them, and the words given to filters."""
    left = "".join(_outside_translations(file.read_text()))
    reader = _Reader()
    if file.suffix == ".html":
        reader.feed(left)
        reader.close()
    else:
        reader.found.append(left)
    return [each.strip() for each in reader.found if _says_something(each)]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "kbd", "code", "pre"):
            self._inside.append(tag)
        self.found += [
            value or ""
            for name, value in attrs
            if name in _SPOKEN_ATTRIBUTES or _SPOKEN_DATA.match(name)
        ]

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.found.append(data)


def _outside_translations(source: str) -> Iterator[str]:
    """The source without tags and variables, and without what stands inside of blocktranslate."""
    is_translated = False
    for token in Lexer(_CLASSES.sub("", source)).tokenize():
        if token.token_type is TokenType.BLOCK:
            name = token.contents.split()[0]
            if name in ("include", "firstof"):
                yield from _words_of(_GIVEN, token.contents)
            is_translated = name.startswith("blocktrans") or (
                is_translated and not name.startswith("endblocktrans")
            )
        elif token.token_type is TokenType.VAR:
            yield from _given_to_filters(token)
        elif token.token_type is TokenType.TEXT and not is_translated:
            yield token.contents


def _given_to_filters(token: Token) -> Iterator[str]:
    for each in token.contents.split("|")[1:]:
        if not each.startswith(_SILENT_FILTERS) and not each.endswith('.html"'):
            yield from _words_of(_STRING, each)


def _words_of(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return ("".join(found) for found in pattern.findall(text))


def _says_something(text: str) -> bool:
    return any(word.casefold() not in _NAMES for word in _WORD.findall(text))
