"""Lists of addresses in mail headers, read in one pass however they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from redleaf.formats.mail.words import decoded_words

MOST_ADDRESSES = 500
_TOKEN = re.compile(
    r"(?P<word>=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*+\?=)"
    r'|"(?P<quoted>(?:[^"\\]|\\.)*+)(?:"|$)'
    r"|<(?P<angle>[^<>]*+)(?:>|(?=<)|$)"
    r"|(?P<open>\()"
    r"|(?P<sign>[,;:>])"
    r"|(?P<space>\s++)"
    r'|(?P<text>(?:(?!=\?)[^\s"<>(),;:])++|=)',
    re.DOTALL,
)
_COMMENT = re.compile(r"[()\\]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_INNER_COMMENT = re.compile(r"\([^()]*+\)")
_BARE = re.compile(r"[^\s@<>]+@[^\s@<>]+")


class Mailbox(NamedTuple):
    """A name as it is meant to be read, and an address as it was written; either may be ""."""

    name: str
    address: str


def read_addresses(text: str) -> tuple[list[Mailbox], bool]:
    """The mailboxes of a header, groups opened; and whether there were more than may be read."""
    reading = _Reading()
    at = 0
    while at < len(text):
        if len(reading.found) >= MOST_ADDRESSES:
            return reading.found, True
        found = _TOKEN.match(text, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        if found.lastgroup == "open":
            at = reading.comment(text, at)
        else:
            reading.take(found)
    reading.end()
    return reading.found[:MOST_ADDRESSES], len(reading.found) > MOST_ADDRESSES


class _Reading:
    def __init__(self) -> None:
        self.found: list[Mailbox] = []
        self._words: list[str] = []
        self._address: str | None = None
        self._comments: list[str] = []
        self._is_over = False

    def take(self, found: re.Match[str]) -> None:
        kind, text = found.lastgroup, found[found.lastgroup or 0]
        if self._is_over and text not in (",", ";"):
            return
        if kind == "angle":
            if self._address:
                self.end()  # a comma was forgotten
            self._address = text
        elif kind == "quoted":
            self._words.append(_ESCAPE.sub(r"\1", text))
        elif kind == "space":
            self._words.append(" ")
        elif kind != "sign":
            self._words.append(text)
        elif text == ":":
            self._colon()
        elif text != ">":
            self.end()

    def comment(self, text: str, at: int) -> int:
        """Take the comment that begins at `at`, with those inside it; the place behind it."""
        depth, start = 1, at
        while depth and (found := _COMMENT.search(text, at)):
            at = found.end() + (found[0] == "\\")
            depth += {"(": 1, ")": -1}.get(found[0], 0)
        end = at - 1 if not depth else len(text)
        self._comments.append(_ESCAPE.sub(r"\1", text[start:end]))
        return at if not depth else len(text)

    def end(self) -> None:
        """The mailbox that was read until here, if there is one."""
        words = decoded_words("".join(self._words)).strip()
        name, address = words, _without_route(self._address or "")
        if not address and "@" in words:
            name, address = _apart(words)
        if address and not name and self._comments:
            name = decoded_words(self._comments[-1])
        if name or address:
            self.found.append(Mailbox(" ".join(name.split()), address))
        self._words, self._address, self._comments, self._is_over = [], None, [], False

    def _colon(self) -> None:
        """What stood before it was the name of a group; behind an address it is a trick."""
        self._is_over = bool(self._address)
        if not self._address:
            self._words.clear()


def _apart(words: str) -> tuple[str, str]:
    """Name and address where nothing but a space stands between them."""
    parts = words.split()
    bare = next((part for part in parts if _BARE.fullmatch(part)), "")
    return " ".join(part for part in parts if part != bare), bare.strip(".,;'\"")


def _without_route(address: str) -> str:
    """`user@host` of "@first,@second:user@host", without spaces around its dots."""
    text = address.strip()
    while "(" in text and (bare := _INNER_COMMENT.sub("", text)) != text:
        text = bare
    if text.startswith("@") and ":" in text:
        text = text.rpartition(":")[2]
    text = text.removeprefix("mailto:")
    return re.sub(r"\s+", "", text) if " " in text and "@" in text else text
