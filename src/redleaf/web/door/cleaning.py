"""What strangers write, as harmless text: what cannot be seen is gone, what can be seen stays."""

from __future__ import annotations

import re
import unicodedata

# Signs of these kinds are not seen: controls, what turns the direction of the line, tags in which
# a hidden message can be written, halves of a character, signs that mean something to one machine.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
# Words of Persian and of India are joined and parted by these two; emoji are joined by one.
_JOINERS = "\u200c\u200d"
# For `str.translate`, where there are no words: in an address.
JOINERS = dict.fromkeys(map(ord, _JOINERS))
_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_MANY_EMPTY_LINES = re.compile(r"\n{3,}")
# Marks heaped on one letter run over the lines around it; of what chooses a shape, one is enough.
_HEAPED = re.compile(r"([\u0300-\u036f\u0489\u20d0-\u20f0]{4})[\u0300-\u036f\u0489\u20d0-\u20f0]+")
_SHAPES = re.compile("([\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")


def harmless_line(written: str) -> str:
    """One line; every break and run of blanks is one blank."""
    return " ".join(harmless_text(written).split())


def harmless_text(written: str) -> str:
    """Several lines, with one empty line between two at most. HTML stays the text that it is."""
    lines = _BREAKS.sub("\n", written).replace("\t", " ")
    seen = "".join(each for each in lines if each == "\n" or _is_seen(each))
    plain = _SHAPES.sub(r"\1", _HEAPED.sub(r"\1", seen))
    return _MANY_EMPTY_LINES.sub("\n\n", plain).strip()


def _is_seen(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign) not in _UNSEEN
