"""Names as words to compare: romanised, without titles, degrees, signs, brackets and particles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redleaf.contacts.matching.han import is_japanese_family
from redleaf.contacts.matching.name_forms import given_lines
from redleaf.contacts.matching.romanising import romanised

# Two people under one name; it is like a generation, as it keeps two records apart.
COUPLE = "couple"

_TITLES = frozenset(
    "dr drs prof professor professora mr mrs ms mx miss sir herr frau herrn ing dipl med phil jur "
    "hc habil sra srta dott dottssa dottore avv mgr inz mme mlle monsieur madame dhr mevr mw rev "
    "mudr judr".split()
)
# Names or words of other languages too: a title only where a whole name follows.
_TITLES_OR_NAMES = frozenset(
    "don dona pan pani mag dame major sr m fra sri smt shri fr hr ir ra bc doc eng arq lic adv "
    "capt col gen lt sgt hon".split()
)
_CREDENTIALS = frozenset(
    "phd md mba msc bsc llm llb esq cpa cfa pmp mph jd dds obe mbe cbe frcs mrcs csm cissp dphil "
    "mphil beng meng bcom mcom acca".split()
)
# Names too, but not behind the comma that ends one.
_CREDENTIALS_OR_NAMES = frozenset("ba ma ca pe rn edd fca do dc ms bs aia".split())
_GENERATIONS = {
    "jr": "jr", "junior": "jr", "filho": "jr", "hijo": "jr", "fils": "jr",
    "sr": "sr", "senior": "sr", "pere": "sr", "padre": "sr",
    "ii": "2", "iii": "3", "iv": "4",
}  # fmt: skip
_PARTICLES = frozenset(
    "van von vom zu zum zur de der den da das do dos du di del della delle dei degli d la le las "
    "los l al el ul bin ibn ben bint abu ter ten te af av y e i und st mac mc o ni ua".split()
)
_DRESS = _TITLES | _CREDENTIALS
_BEHIND_A_NAME = _GENERATIONS.keys() | _CREDENTIALS
_BEHIND_A_COMMA = _TITLES | _CREDENTIALS | _CREDENTIALS_OR_NAMES | _GENERATIONS.keys()
_BRACKETS = re.compile(r"[(\[{<«\"“”„](?P<inside>[^)\]}>»\"“”„]*)[)\]}>»\"“”]?")
_COUPLE = re.compile(r"\s(?:&|\+|and|und|et|y|e|i|en|og|och|и)\s", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W\d_]+")
_APOSTROPHES = re.compile("(?<=\\w)['’ʼ`´](?=\\w)")
_FEWEST_WORDS = 2


class ReadName(NamedTuple):
    """The ways to read a name, each as words parted by spaces; and its generation."""

    names: tuple[str, ...]
    generation: str


@lru_cache(maxsize=1024)
def read_name(name: str) -> ReadName:
    """What `name` is read as: itself, and with what stands in brackets for a part of it."""
    if "@" in name:
        return ReadName((), "")
    bare = _BRACKETS.sub(" ", name)
    words = list(_in_order(bare))
    generation = next((_GENERATIONS[word] for word in words[1:] if word in _GENERATIONS), "")
    words = _without_dress(words)
    if _COUPLE.search(bare) and len(words) > _FEWEST_WORDS:
        generation = COUPLE
    inside = [each["inside"] for each in _BRACKETS.finditer(name)]
    readings = [words, *(other for text in inside for other in _with_other(words, text))]
    return ReadName(tuple(dict.fromkeys(" ".join(each) for each in readings if each)), generation)


def _in_order(name: str) -> Iterator[str]:
    """The words of a name, given names first where a comma says so."""
    family, _, given = name.partition(",")
    behind, before = _words(given), _words(family)
    left = [word for word in behind if word not in _BEHIND_A_COMMA]
    if left and before and (len(before) == 1 or given_lines(left[0])):
        yield from behind
    yield from before
    if not left:
        yield from (word for word in behind if word in _GENERATIONS)


def _words(text: str) -> list[str]:
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text))
    if text.isascii():
        return _NO_LETTERS.sub(" ", text).lower().split()
    whole = _NO_LETTERS.sub(_kept, text).split()
    is_whole = sum(each.casefold() not in _DRESS for each in whole) == 1
    is_japanese = any(map(is_japanese_family, whole))
    return [
        word
        for each in whole
        for word in romanised(each, is_whole=is_whole, is_japanese=is_japanese)
    ]


def _kept(signs: re.Match[str]) -> str:
    """Marks that belong to a letter, as in Hindi; a space for everything else between letters."""
    marks = "".join(char for char in signs.group() if unicodedata.category(char)[0] == "M")
    return marks if len(marks) == len(signs.group()) else " "


def _without_dress(words: list[str]) -> list[str]:
    """Without titles, degrees, generations and particles, as long as a name is left."""
    bare = [word for word in words if word not in _TITLES] or words
    while len(bare) > _FEWEST_WORDS and bare[0] in _TITLES_OR_NAMES:
        bare = bare[1:]
    for dress in (_BEHIND_A_NAME, _PARTICLES):
        kept = bare[:1] + [word for word in bare[1:] if word not in dress]
        bare = _unless_too_few(kept, bare)
    return bare


def _unless_too_few(kept: list[str], words: list[str]) -> list[str]:
    return kept if len(kept) >= min(_FEWEST_WORDS, len(words)) else words


def _with_other(words: list[str], inside: str) -> Iterator[list[str]]:
    """A word in brackets as another given name, or as another family."""
    other = [word for word in _words(inside) if word not in _PARTICLES]
    if len(other) == 1 and len(words) >= _FEWEST_WORDS:
        if given_lines(other[0]).isdisjoint(given_lines(words[0])):
            yield [*words[:-1], other[0]]
        else:
            yield [other[0], *words[1:]]
