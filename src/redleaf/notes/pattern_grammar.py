"""The grammar of word patterns: how a line is taken apart.

    i came across your (profile|page|work)
    ^ (i hope|hope) this … finds you (well|)
    (book|take|spare) 0 min*

Words are folded. `(a|b c|)` are alternatives, an empty one makes it optional; `…` is a gap of up
to four words; `_` is any one word; `0` any word that begins with a digit; `reach*` any word that
begins so; `^` and `$` are the ends of a sentence.
"""

from __future__ import annotations

from functools import lru_cache

from redleaf.errors import RedleafError
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex

# How many letters of a stem the patterns are laid out by; shorter stems would fit too much.
STEM = 3
SIGNS = ("^", "$", "…", "_", "0")
_ELEMENT = regex(r"\(([^()]*)\)|([^\s()]+)")
_WORD = regex(r"[^\W_]+(?:'[^\W_]+)*")

Alternative = tuple[str, ...]
Element = tuple[Alternative, ...]


def elements_of(line: str) -> tuple[Element, ...]:
    """A pattern taken apart: elements, each its alternatives, each a row of words and signs.

    Raises RedleafError when a part is neither a word nor a sign.
    """
    return tuple(map(element_of, written_elements(line)))


def written_elements(line: str) -> list[str]:
    """The elements of a pattern as they are written, without the brackets around alternatives."""
    found = _ELEMENT.findall(line)
    for _, word in found:
        if "|" in word:
            raise RedleafError(f"{word!r} is no word of a phrase.")
    return [group or word for group, word in found]


@lru_cache(maxsize=4096)
def element_of(written: str) -> Element:
    """An element taken apart. Raises RedleafError when a part is neither a word nor a sign."""
    # Nearly every alternative is one plain word.
    return tuple((each,) if _is_plain(each) else tuple(_parts(each)) for each in written.split("|"))


def _is_plain(word: str) -> bool:
    return word.isalpha() and word.isascii() and word.islower()


def _parts(alternative: str) -> list[str]:
    parts: list[str] = []
    for part in alternative.split():
        # Nearly every part is a plain word.
        if part.isalnum() and part.isascii():
            parts.append(part.lower())
            continue
        if part in SIGNS:
            parts.append(part)
            continue
        words = fold_text(part.removesuffix("*")).split("-")
        if not all(_WORD.fullmatch(word) for word in words):
            raise RedleafError(f"{part!r} is no word of a phrase.")
        if part.endswith("*"):
            words[-1] += "*"
        parts += words
    return parts


def fits(wanted: str, word: str) -> bool:
    """Whether `word` is what a part of a pattern wants; for all signs but `^`, `$` and `…`."""
    if wanted == word or wanted == "_":
        return True
    if wanted[-1] == "*":
        return word.startswith(wanted[:-1])
    return wanted == "0" and word[0].isdigit()
