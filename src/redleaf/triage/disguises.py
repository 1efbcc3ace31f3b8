"""Disguises: names and addresses with signs that imitate Latin letters, or that nobody sees.

Source: Unicode Technical Standard 39, confusables, cut down to single letters of scripts in which
nobody who has a Latin name writes it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex

_PAIRS = (
    # Cyrillic
    "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl ԛq ԝw вb кk мm нh тt гr пn ьb үy ёe "
    # Greek
    "αa βb εe ιi κk νv οo ρp τt υu χx ηn ωw γy ϲc ϳj "
    # Armenian
    "աw օo ոn սu հh ցg զq գq քp լl յj "
    # Cherokee
    "Ꭺa Ᏼb Ꮯc Ꭰd Ꭼe Ꮐg Ꮋh Ꭻj Ꮶk Ꮮl Ꮇm Ꮲp Ꮢr Ꮪs Ꭲt Ꮩv Ꮃw Ꮓz"
)
# Letters that are called Latin, and stand in no name of a language that has capitals.
_ODD_PAIRS = "ɑa ɡg ɩi ʏy ɴn ʀr ʟl ʜh ᴀa ᴄc ᴇe ᴍm ᴏo ᴛt ᴜu ᴠv ᴡw ᴢz"
_ODD = frozenset(pair[0] for pair in _ODD_PAIRS.split())
_LATIN_OF = {
    ord(form): pair[1]
    for pair in f"{_PAIRS} {_ODD_PAIRS} ıi".split()
    for form in {pair[0], pair[0].lower(), pair[0].upper(), pair[0].casefold()}
    if len(form) == 1
}
# Folding makes another letter of it.
_ALIKE_UNTIL_FOLDED = {ord("ϲ"): "c", ord("Ϲ"): "c"}
_DIGIT_AMID_LETTERS = regex(r"[^\W\d_]\d+[^\W\d_]")
# These write without marks that are seen only by what they do to their neighbours.
_OWN_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_REVERSED, _REVERSED_END = "\u202e", "\u202c"
_DIGITS = str.maketrans("013457", "oleast")
_WORD = regex(r"\S+")
# The raised end of a word cut short, as in Mª and Dʳ: what is left of such a one has no vowel.
_RAISED_END = regex(r"^([B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{1,3}\.?)[ªºʰ-ʸˡ-ˣᴬ-ᵪⁿ]{1,4}\.?$")


@lru_cache(maxsize=65536)
def as_seen(text: str) -> str:
    """`text` in small Latin letters, in each word whose signs all are or imitate such."""
    if text.isascii():
        return text.casefold()
    seen = _without_unseen(_turned(text)).translate(_ALIKE_UNTIL_FOLDED)
    seen = unicodedata.normalize("NFKC", seen)
    return _WORD.sub(lambda match: _as_seen(match.group()), fold_text(seen))


@lru_cache(maxsize=65536)
def is_disguised(name: str) -> bool:
    """Whether a name is written with digits or letters of two scripts in one word, with signs that
    only look like letters, or with some that nobody sees.
    """
    if any(_DIGIT_AMID_LETTERS.search(word) for word in name.split()):
        return True
    if name.isascii():
        return False
    if _REVERSED in name and _is_of_plain_scripts(name):
        return True
    # What hangs at its ends came along when it was copied.
    if _is_of_plain_scripts(name) and _without_unseen(name) not in name:
        return True
    if not _ODD.isdisjoint(name):
        return True
    return any(_is_mixed(word) or _is_dressed(word) for word in name.split())


def without_digits(seen: str) -> str:
    """The same with the letters that digits imitate."""
    return seen.translate(_DIGITS)


def _turned(text: str) -> str:
    """What is written backwards behind the sign for it, forwards."""
    before, sign, rest = text.partition(_REVERSED)
    if not sign:
        return text
    inside, _, after = rest.partition(_REVERSED_END)
    return f"{before}{inside[::-1]}{after}"


def _without_unseen(text: str) -> str:
    return "".join(char for char in text if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or char in "\u034f\u115f\u1160\u3164\uffa0"


def _as_seen(word: str) -> str:
    looks = word.translate(_LATIN_OF)
    return looks if all(char.isascii() or not char.isalpha() for char in looks) else word


def _is_of_plain_scripts(name: str) -> bool:
    return all(_script(char) in _OWN_SCRIPTS for char in name if char.isalpha())


def _is_mixed(word: str) -> bool:
    scripts = {_script(char) for char in word if char.isalpha()}
    return "LATIN" in scripts and any(other in scripts for other in _OWN_SCRIPTS[1:])


def _is_dressed(word: str) -> bool:
    """Letters of mathematics, in circles or wide, which are plain ones in another dress."""
    return any(
        len(plain := unicodedata.normalize("NFKC", char)) == 1
        and plain.isascii()
        and plain.isalpha()
        for char in _RAISED_END.sub(r"\1", word)
        if not char.isascii() and not char.isspace()
    )


@lru_cache(maxsize=1024)
def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]
