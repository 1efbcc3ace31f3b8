"""What a vCard says, by a second reading that shares no code with Redleaf's.

It knows little: lines are unfolded, FN, N, EMAIL, TEL and ORG found by one pattern and
quoted-printable is undone by the standard library.
"""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field
from pathlib import Path

_LINE = re.compile(
    r"(?:[\w-]+\.)*(FN|N|EMAIL|TEL|ORG|VERSION)((?:;[^:\"]*(?:\"[^\"]*\")?)*):(.*)", re.I
)
_CUT = re.compile(r"(?<!\\);")
_FEWEST_DIGITS = 3


@dataclass(slots=True)
class Said:
    """What one card says; `name` is its first FN, or N in the order of most languages."""

    version: str = ""
    name: str = ""
    parts: list[str] = field(default_factory=list)
    emails: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    organisation: str = ""
    has_known_letters: bool = True

    @property
    def shown_name(self) -> str:
        family, given, more, prefix, suffix, *_ = (*self.parts, "", "", "", "", "")
        return self.name or " ".join(filter(None, (prefix, given, more, family, suffix)))

    @property
    def is_valid(self) -> bool:
        """Whether it has what its version asks for."""
        if not self.version or not self.has_known_letters:
            return False
        if self.version == "4.0":
            return bool(self.name)
        return bool(any(self.parts) and (self.name or self.version == "2.1"))


@dataclass(slots=True)
class Book:
    cards: list[Said] = field(default_factory=list)
    is_whole: bool = True

    @property
    def is_valid(self) -> bool:
        return self.is_whole and all(card.is_valid for card in self.cards)


def read_book(path: Path) -> Book:
    """The cards of a file, and whether each of them begins and ends."""
    book = Book()
    card: Said | None = None
    for line in _lines(_text(path.read_bytes())):
        fence = line.strip().upper()
        if fence == "BEGIN:VCARD":
            book.is_whole &= card is None
            card = Said()
            book.cards.append(card)
        elif fence == "END:VCARD":
            book.is_whole &= card is not None
            card = None
        elif card and (found := _LINE.fullmatch(line)):
            _say(card, found[1].upper(), found[2].upper(), found[3])
    book.is_whole &= card is None
    return book


def plain(text: str) -> str:
    """Without escapes, and with single spaces."""
    text = re.sub(r"\\[nN]|[\r\n]", " ", text)
    return " ".join(re.sub(r"\\(.)", r"\1", text).split())


def digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _text(data: bytes) -> str:
    if b"\0" in data[:4]:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> list[str]:
    text = re.sub(r"(?im)^(.*QUOTED-PRINTABLE(?:.*=\r?\n)*.*)$", _joined, text)
    return re.split(r"\r?\n", re.sub(r"\r?\n[ \t]", "", text))


def _joined(found: re.Match[str]) -> str:
    return re.sub(r"=\r?\n", "", found[1])


def _say(card: Said, name: str, params: str, value: str) -> None:
    if "QUOTED-PRINTABLE" in params:
        data = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
        value = _text(data)
        # Letters that are neither declared nor UTF-8 can only be guessed.
        is_guess = "CHARSET" not in params and data.decode("utf-8", "ignore").encode() != data
        card.has_known_letters &= not is_guess
    if name == "VERSION":
        card.version = value.strip()
    elif name == "FN":
        card.name = card.name or plain(value)
    elif name == "N":
        card.parts = card.parts or [plain(part.replace(",", " ")) for part in _CUT.split(value)]
    elif name == "EMAIL" and "@" in value:
        card.emails.add(plain(value).lower())
    elif name == "TEL" and len(digits(value)) >= _FEWEST_DIGITS:
        card.phones.add(digits(value))
    elif name == "ORG":
        card.organisation = card.organisation or plain(_CUT.split(value)[0])
