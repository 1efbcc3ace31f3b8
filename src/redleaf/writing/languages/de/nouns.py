"""Nouns: their gender and number, by a list, by the last part of a compound, or by their ending."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex

# Shorter ends than this are found by chance: "Rat" in "Quadrat".
_SHORTEST_END = 4
_SHORT_ENDS = frozenset("tag weg hof zug amt bau rad tür uhr ort bad hut ofen öl con conf".split())
_BY_ENDING = (
    (regex(r"(?:ung|heit|keit|schaft|tät|ion|enz|anz|erei|elei)$"), "f", False),
    (regex(r"(?:ungen|[hk]eiten|schaften|täten|ionen|[ae]nzen|ereien|innen)$"), "f", True),
    (regex(r"(?:ismus|ling|eur)$"), "m", False),
    (regex(r"(?:linge|eure)$"), "m", True),
    (regex(r"(?:chen|lein|ment|tum|nis|ium)$"), "n", False),
    (regex(r"(?:mente|nisse|ien)$"), "n", True),
    (regex(r"[^e]in$"), "f", False),
)  # fmt: skip
_WEAK = regex(r"(?:ist|ent|ant|oge|nom|graf|soph|eut)$")
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}


@dataclass(frozen=True, slots=True)
class Noun:
    """What a form of a noun may be. `many` is None when it is the same for one and for many.

    `is_weak`: it takes -n or -en in every case but the first. `is_mass`: there are no two of it.
    """

    gender: str
    many: bool | None = False
    is_weak: bool = False
    is_mass: bool = False


def noun_of(word: str) -> Noun | None:
    """Gender and number of a noun as it stands, "Messreihe" or "Kräne"; None when undecided."""
    last = word.rpartition("-")[2] if not word.endswith("-") else word
    lower = last.lower()
    known = _forms().get(lower) or _by_end(lower)
    if known:
        return known if known.gender else None
    return _by_ending(lower)


def _by_end(lower: str) -> Noun | None:
    forms = _forms()
    for at in range(2, len(lower) - 1):
        end = lower[at:]
        if (len(end) >= _SHORTEST_END or end in _SHORT_ENDS) and end in forms:
            return forms[end]
    return None


def _by_ending(lower: str) -> Noun | None:
    if len(lower) < 5:
        return None
    if _WEAK.search(lower):
        return Noun("m", False, is_weak=True)
    for pattern, gender, many in _BY_ENDING:
        if pattern.search(lower):
            return Noun(gender, many)
    return None


@lru_cache(maxsize=1)
def _forms() -> dict[str, Noun]:
    """Every form of the first case that the list makes, in small letters."""
    forms: dict[str, Noun] = {}
    for line in read_beside(__file__, "nouns.txt").splitlines():
        if line.startswith("#"):
            continue
        kind, _, words = line.partition(":")
        for word in words.split():
            for form, noun in _forms_of(kind, word):
                forms[form.lower()] = _joined(forms.get(form.lower()), noun)
    return forms


def _joined(one: Noun | None, other: Noun) -> Noun:
    """A form of two nouns: of no gender when they differ, of no number either."""
    if one is None or one == other:
        return other
    gender = one.gender if one.gender == other.gender else ""
    return Noun(gender, one.many if one.many == other.many else None, one.is_weak)


def _forms_of(kind: str, word: str) -> Iterator[tuple[str, Noun]]:
    gender, _, plural = kind.partition(" ")
    if gender == "?":
        yield word, Noun("")
    elif gender == "pl":
        yield word, Noun("m", many=True)
    elif plural == "-" or plural == "0":
        yield word, Noun(gender, None if plural == "-" else False, is_mass=plural == "0")
    else:
        one, _, many = word.partition("=")
        is_weak = plural.endswith("!")
        many = many or _plural(one, plural.rstrip("!"))
        yield one, Noun(gender, many=False, is_weak=is_weak)
        yield many, Noun(gender, many=True)


def _plural(word: str, how: str) -> str:
    ending = how.removeprefix("^")
    if not how.startswith("^"):
        return word + ending
    at = max(word.rfind(vowel) for vowel in "aouAOU")
    at -= word[at - 1 : at + 1].lower() in ("au", "aa")
    end = at + 2 if word[at : at + 2].lower() == "aa" else at + 1
    return word[:at] + _UMLAUTS[word[at]] + word[end:] + ending
