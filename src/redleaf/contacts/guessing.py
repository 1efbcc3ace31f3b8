"""Guessing the parts of a name of which only the whole is known, to know what to call somebody.

Careful rather than clever: where the order cannot be told, nothing is said, and a note falls back
on the whole name. The name as written stays the truth.
"""

from __future__ import annotations

import re

from redleaf.contacts.matching.han import compound_family
from redleaf.contacts.matching.hangul import family_in_hangul
from redleaf.contacts.matching.name_forms import family_lines, is_given_name
from redleaf.contacts.matching.romanising import romanised
from redleaf.contacts.names import NameParts

_TITLES = frozenset(
    "dr drs prof professor mr mrs ms mx miss sir dame lord lady rev rabbi imam father sister herr "
    "frau hr fr monsieur madame mme mlle m señor señora sr sra srta don doña dott dottssa ing "
    "dipl-ing mag dhr mevr pan pani доктор д-р".split()
)
_SUFFIXES = frozenset(
    "jr sr ii iii iv phd md mba msc bsc ba ma llm esq cpa cfa pmp obe mbe junior senior filho neto"
    .split()
)  # fmt: skip
_PARTICLES = frozenset(
    "van von vom zu zum zur de der den da das do dos du di del della delle dei degli la le las los "
    "al el ul bin ibn ben bint ter ten te af av mac mc ó ní o' d' ua y e i".split()
)
# With the word behind them these are one given name.
_OPENINGS = frozenset("abdul abdel abd abu umm".split())
_FAMILY_FIRST = frozenset("hu ja zh ko vi".split())
_TWO_FAMILIES = frozenset("es pt ca gl".split())
_VIETNAMESE = frozenset(
    "nguyen tran pham huynh hoang phan vu dang bui ngo duong le vo ly truong dinh trinh".split()
)
_FAMILY_ENDING = re.compile(
    r"(?:ova|ov|eva|ev|ina|enko|ski|ska|sky|skaya|wicz|czyk|[ks]zek|ович|ова|ов|ева|ев|енко|ский|ская"
    r"|opoulos|idis|akis|yan|ian|dze|shvili|escu)$",
    re.IGNORECASE,
)
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovna|evna|ович|евич|овна|евна|ична)$", re.IGNORECASE)
# One or two syllables as East Asian names have them in Latin letters.
_SYLLABLES = re.compile(
    r"(?:(?:[bcdfghjklmnpqrstwxyz]|zh|ch|sh|kh|ng|kk|tt|ph|th|tr|nh)?[aeiouy]{1,3}(?:ng|n|k|l|m|p|t)?"
    r"-?){1,2}",
    re.IGNORECASE,
)
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NO_PERSON = re.compile(r"[@\d/|+&]|\b(?:and|und|et)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[{\"“„«][^)\]}\"”»]*[)\]}\"”»]?")
_SIGNS = re.compile(r"[^\w\s.,'’\-·]+")


def guessed_parts(name: str, language: str = "") -> NameParts:
    """The parts of `name` as far as they can be told; all empty where they cannot.

    `language` is a BCP 47 tag: it tells where families come first or are two.
    """
    if _NO_PERSON.search(name):
        return NameParts()
    bare = " ".join(_SIGNS.sub(" ", _BRACKETS.sub(" ", name)).split())
    before, _, behind = bare.partition(",")
    words, prefix, suffix = _undressed(before.split())
    last = behind.replace(",", " ").split()
    given = [word for word in last if _plain(word) not in _SUFFIXES]
    suffix = [*suffix, *(word for word in last if _plain(word) in _SUFFIXES)]
    if given:
        core = NameParts(given=" ".join(given), family=" ".join(words))
    else:
        core = _core(words, language.partition("-")[0].lower())
    if not core.given:
        return core
    return NameParts(core.given, core.family, core.additional, " ".join(prefix), " ".join(suffix))


def _undressed(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """The name itself, the titles before it and what stands behind it."""
    first, last = 0, len(words)
    while first < last - 1 and _plain(words[first]) in _TITLES:
        first += 1
    while last - 1 > first and _plain(words[last - 1]) in _SUFFIXES:
        last -= 1
    return words[first:last], words[:first], words[last:]


def _core(words: list[str], language: str) -> NameParts:
    if not words:
        return NameParts()
    if _EAST_ASIAN.search(words[0]):
        return _east_asian(words)
    if len(words) == 1:
        is_given = is_given_name("".join(romanised(words[0])))
        return NameParts(given=_not_shouted(words[0])) if is_given else NameParts()
    if _is_turned(words, language):
        return _turned(words)
    if language in _FAMILY_FIRST or _may_be_turned(words):
        return NameParts()
    return _given_first(words, language)


def _east_asian(words: list[str]) -> NameParts:
    """Family first: parted by a space, or by what is known of families; kana alone stays whole."""
    if len(words) == 2:
        return NameParts(given=words[1], family=words[0])
    name = words[0]
    family = family_in_hangul(name) or compound_family(name)
    if len(words) > 1 or not family or len(name) > len(family) + 3:
        return NameParts()
    return NameParts(given=name[len(family) :], family=family)


def _is_turned(words: list[str], language: str) -> bool:
    """Whether the family surely stands first: shouted, or by its ending beside a given name."""
    if language == "hu":
        return len(words) == 2
    if words[0].isupper() and len(words[0]) > 2 and not any(word.isupper() for word in words[1:]):
        return True
    second = "".join(romanised(words[1]))
    return bool(
        _FAMILY_ENDING.search(words[0])
        and is_given_name(second)
        and not is_given_name("".join(romanised(words[0])))
        and (len(words) == 2 or _PATRONYMIC.search(words[-1]))
    )


def _turned(words: list[str]) -> NameParts:
    family = _not_shouted(words[0])
    return NameParts(given=words[1], family=family, additional=" ".join(words[2:]))


def _may_be_turned(words: list[str]) -> bool:
    """Names that look East Asian: nobody can tell Li Wei from Wei Li."""
    first, last = ("".join(romanised(words[at])) for at in (0, -1))
    if first in _VIETNAMESE:
        return True
    is_family = bool(family_lines(first) or family_lines(last))
    return is_family and all(_SYLLABLES.fullmatch(word) for word in words) and len(words) < 4


def _given_first(words: list[str], language: str) -> NameParts:
    opening = 2 if _plain(words[0]) in _OPENINGS and len(words) > 2 else 1
    given, rest = words[:opening], words[opening:]
    at = next((n for n, word in enumerate(rest) if _is_particle(word)), None)
    if at is None and language in _TWO_FAMILIES and len(rest) > 1:
        if len(rest) > 2 or is_given_name("".join(romanised(rest[0]))):
            given, rest = [*given, rest[0]], rest[1:]
        at = 0
    at = len(rest) - 1 if at is None else at
    if len(given) == 1 and len(given[0].rstrip(".")) == 1:
        return NameParts()  # an initial is no name to call anybody by
    shown = (_not_shouted(" ".join(part)) for part in (given, rest[at:], rest[:at]))
    return NameParts(*shown)


def _is_particle(word: str) -> bool:
    is_initial = len(word) == 1 and word.isascii() and word.isupper()
    return word.casefold() in _PARTICLES and not is_initial


def _not_shouted(text: str) -> str:
    """ "MARTA" as "Marta"; two letters may be initials and stay."""
    if text.isupper() and len(text) > 2:
        return re.sub(r"[^\W\d_]+", lambda word: word[0][:1] + word[0][1:].lower(), text)
    return text


def _plain(word: str) -> str:
    return word.replace(".", "").casefold()
