"""Links without what lets somebody in: the host and the words of the path stay, tokens go."""

from __future__ import annotations

import re

LINK = re.compile(r"""(?:https?://|www\.)[^\s<>"')\]]{2,2000}""", re.IGNORECASE)
# As people and programs write them without a scheme: "example.org/reset?token=...".
_BARE = re.compile(
    r"""(?<![\w@/.:-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/[^\s<>"')\]]{1,2000}""",
    re.IGNORECASE | re.ASCII,
)
_PARTS = re.compile(r"(?P<scheme>https?://)?(?P<host>[^/?#]*)(?P<path>[^?#]*)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[a-z]{2,5}$", re.ASCII)
_SIGNS = re.compile(r"[\W_]+|(?<=%)[0-9A-F]{2}")
_DIGITS = re.compile(r"\d+")
# As words are put together: "spring", "Gates2026Hoorn", "b1234567890", "TideClocks".
_WORDS = re.compile(r"(?:[A-Z]?[a-z]{2,}|[A-Z]{2,6}|\d{1,4})+|[A-Za-z]{0,2}\d+")
_NUMBER = re.compile(r"[A-Za-z]{0,2}\d+")
_VOWELS = re.compile(r"[aeiouyäöüàâéèêëîïôûáíóú]", re.IGNORECASE)
_SHORT, _LONG, _LONGEST, _LONGEST_NUMBER = 8, 13, 30, 19
# Profiles end in a few signs that the network chose; they are how a person is found again.
_PROFILE = re.compile(r"(?:^|\.)(?:linkedin\.com/in|xing\.com/profile)/[\w%-]{1,100}/?$", re.ASCII)


def without_tokens(text: str) -> str:
    """`text` with its links cut before their query, and before a part of the path by chance.

    That is where tokens stand: "/c/9f8e7d6c5b4a39281706", "/e/Qm9hdEJ1aWxkZXI3". A name and
    password before the host go, too, and a part of the host by chance.
    """
    return _BARE.sub(_cut, LINK.sub(_cut, text))


def _cut(link: re.Match[str]) -> str:
    parts = _PARTS.match(link[0])
    if parts is None:
        return ""
    host = _host(parts["host"].rpartition("@")[2])
    if _PROFILE.search(f"{host}{parts['path']}".casefold()):
        return f"{parts['scheme'] or ''}{host}{parts['path']}"
    return f"{parts['scheme'] or ''}{host}{_path(parts['path'])}"


def _host(host: str) -> str:
    labels = host.split(".")
    while len(labels) > 2 and is_by_chance(labels[0]):
        del labels[0]
    return ".".join(labels)


def _path(path: str) -> str:
    """The parts of a path before the first that is no word; "=" and ";" begin what is none."""
    kept: list[str] = []
    for part in path.split("/"):
        plain, sign, _ = part.partition(";")
        if "=" in plain or is_by_chance(plain):
            return "/".join([*kept, ""])
        kept.append(plain)
        if sign:
            break
    return "/".join(kept)


def is_by_chance(part: str) -> bool:
    """Whether a part of a link is no word of people: "9f8e7d6c5b4a", "kq3v9x7m", "aWxkZXJz"."""
    plain = _SUFFIX.sub("", part) if len(part) > _SHORT else part
    pieces = [each for each in _SIGNS.split(plain) if each]
    odd = [each for each in pieces if not _WORDS.fullmatch(each) or _is_mixed(each)]
    # Cut up by signs a token is many short pieces: "3f2a-9c1b-7d4e".
    return any(map(_is_token, pieces)) or (len(odd) > 1 and sum(map(len, odd)) >= _SHORT)


def _is_token(piece: str) -> bool:
    if len(piece) < _SHORT or not piece.isascii():
        return False
    if _NUMBER.fullmatch(piece):
        return len(piece) > _LONGEST_NUMBER
    if not _WORDS.fullmatch(piece) or _is_mixed(piece) or len(piece) > _LONGEST:
        return True
    has_few_vowels = len(_VOWELS.findall(piece)) * 5 < len(piece)
    return len(piece) >= _LONG and (has_few_vowels or piece.isupper())


def _is_mixed(piece: str) -> bool:
    """Whether digits stand among letters more than once."""
    return len(_DIGITS.findall(piece)) > 1
