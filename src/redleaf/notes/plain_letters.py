"""Plain letters: what letters in fancy dress stand for, and characters that show nothing.

Full-width, mathematical, circled, squared, raised and small capital letters are read as plain
ones. Source: the compatibility mappings of Unicode, and the charts of the blocks named below.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from redleaf.notes.regexes import regex

# Mathematical letters, enclosed ones, and those of other widths and heights.
_BLOCKS = (
    (0x1D400, 0x1D7FF), (0x2102, 0x2149), (0x249C, 0x24E9), (0x1F110, 0x1F149), (0xFF10, 0xFF19),
    (0xFF21, 0xFF3A), (0xFF41, 0xFF5A), (0x1D2C, 0x1D6A), (0x2071, 0x2071), (0x207F, 0x207F),
    (0x1D9B, 0x1DBF), (0x2090, 0x209C),
)  # fmt: skip
# White letters in black circles and squares, of which Unicode does not say what they stand for.
_NEGATIVE = (0x1F150, 0x1F170)
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
# A letter of its own in other languages; amid small capitals it is their q.
_Q = "ǫ"
SHOWS_NOTHING = (
    "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\u0334-\u0338\u20d0-\u20f0\\ud800-\\udfff"
)
_AS_Q = f"(?<=[{''.join(_SMALL_CAPITALS)}]){_Q}|{_Q}(?=ᴜ)"
_DRESSED = regex(
    f"{_AS_Q}|[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _BLOCKS)
    + f"{chr(_NEGATIVE[0])}-{chr(_NEGATIVE[1] + 25)}{''.join(_SMALL_CAPITALS)}]+|[{SHOWS_NOTHING}]+"
)  # fmt: skip


# What nearly all texts are written in; none of it is in dress.
_USUAL = frozenset(map(chr, (9, 10, 13, *range(32, 127), *range(0xC0, 0x180)))) | frozenset(
    "–’“”„…"
)
_NOTHING = regex(f"[{SHOWS_NOTHING}]")


def letters_out_of_dress(text: str) -> Iterator[tuple[int, int, str]]:
    """Where letters in dress stand in `text`, and the plain ones."""
    for match in _DRESSED.finditer(text):
        for at in range(*match.span()):
            plain = "q" if match.group() == _Q else plain_letter(text[at])
            if plain != text[at]:
                yield at, at + 1, plain


def is_in_dress(text: str) -> bool:
    """Whether there are letters in dress in `text`, or characters that show nothing."""
    unusual = set(text) - _USUAL
    return bool(unusual) and any(plain_letter(char) != char for char in unusual)


@lru_cache(maxsize=4096)
def plain_letter(char: str) -> str:
    """The letter that `char` stands for: itself when not in dress, "" for what shows nothing."""
    if char in _SMALL_CAPITALS:
        return _SMALL_CAPITALS[char]
    code = ord(char)
    for first in _NEGATIVE:
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    if any(first <= code <= last for first, last in _BLOCKS):
        letters = [each for each in unicodedata.normalize("NFKC", char) if each.isalnum()]
        return letters[0] if len(letters) == 1 else char
    return "" if _NOTHING.match(char) else char
