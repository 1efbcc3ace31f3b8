"""The letters of a line: as its CHARSET says where that fits, else UTF-8, else a guess.

A guess is told, so that somebody can look at it. Only encodings of text are taken: a file can name
any codec of Python, and some of those are not encodings at all, or slow on purpose.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import Protocol

_OF_TEXT = re.compile(
    r"ascii|utf[-_](8|16|32)|latin|iso8859|iso2022|cp\d|koi8|mac|shift|euc|gb|big5|tis|johab|hz|kz"
)
# What files say, and what their programs mean: the larger set that holds the one they name.
_MEANT = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
}
# Of one byte a letter; where none fits better the first is taken.
_GUESSES = ("cp1252", "cp1250", "cp1251")
# What no word of the languages written in it has: a sign within a word, a run of accents.
_ODD = {
    "cp1252": re.compile(
        r"\w[³¹¿¼¾º¥£¯¢¤¦§¨¬±²´µ¶¸»]\w|\w[³¹¿]|[¿¹³]\w|ñ(?![aeiouáéíóú\s.,;-]|$)"
        r"|[À-ÖØ-öø-ÿ]{3}|[a-z][À-ÖØ-Þ]",
    ),
    "cp1250": re.compile(
        r"[^\W\d_a-zA-Z]{3}|[a-z](?=[^\W\d_a-zA-Z])[A-ZÀ-ÖØ-Þ]|\w[¤¦§¨©¬®°±´µ¶·¸»]"
    ),
    "cp1251": re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]|[Ѐ-ӿ][¤¦§¨©¬®°±µ¶·»]"),
}


class Tell(Protocol):
    """Hears what is not in order in a line, and whether it cost anything."""

    def __call__(self, what: str, /, *, is_loss: bool = True) -> None: ...


def decoded(data: bytes, charset: str, tell: Tell) -> str:
    """`data` as text. `tell` hears when the declared letters did not fit, or none were declared."""
    if data.isascii() and not charset.upper().startswith(("ISO-2022", "HZ")):
        return data.decode("ascii")
    codec = _codec(charset) if charset else "utf-8"
    if codec is None:
        tell(f"the letters {charset[:40]!r} are not known to Redleaf")
        codec = "utf-8"
    if codec != "utf-8" and _is_utf8(data):
        tell(f"this was said to be {charset}, but is UTF-8", is_loss=False)
        return data.decode()
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        text, guess = _guessed(data)
        tell(f"this is not {charset or 'UTF-8'}; it was read as {guess}", is_loss=False)
        return text


@lru_cache(maxsize=256)
def _codec(charset: str) -> str | None:
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name) if _OF_TEXT.match(name) else None


def _is_utf8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode())
    except UnicodeDecodeError:
        return False


def _guessed(data: bytes) -> tuple[str, str]:
    """The reading with the fewest oddities, and the name of its encoding."""
    best = min(_GUESSES, key=lambda codec: _oddities(data, codec))
    return data.decode(best, "replace"), best.replace("cp", "Windows-")


def _oddities(data: bytes, codec: str) -> int:
    text = data[:10_000].decode(codec, "replace")
    return 2 * len(_ODD[codec].findall(text)) + text.count("\ufffd")
