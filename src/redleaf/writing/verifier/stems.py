"""Roots of words, light and blind to grammar: enough to see "freezing" in "freeze"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex

_ENDINGS = (
    "isations",
    "izations",
    "isation",
    "ization",
    "ations",
    "ation",
    "ments",
    "ment",
    "nesses",
    "ness",
    "ingly",
    "fully",
    "ists",
    "ist",
    "ians",
    "ian",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "er",
    "ors",
    "or",
    "ies",
    "ied",
    "edly",
    "ed",
    "ese",
    "ish",
    "ity",
    "ive",
    "able",
    "ible",
    "als",
    "al",
    "ical",
    "ics",
    "ic",
    "ful",
    "ly",
    "es",
    "en",
    "an",
    "s",
    "y",
    "e",
)
_ORDER = {ending: at for at, ending in enumerate(_ENDINGS)}
_LENGTHS = range(1, 1 + max(map(len, _ENDINGS)))
_LIGHT_ENDINGS = frozenset(("s", "es", "ed", "ing", "ings", "y", "e", "ies", "ied", "ly"))
_DOUBLED = regex(r"([bdfgklmnprtvz])\1$")


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """What is left of a folded word without its endings: "milling", "mills", "miller" are "mil"."""
    word = word.removesuffix("'s").removesuffix("'")
    word = _irregular().get(word, word)
    for _ in range(2):
        shorter = _shorten(word)
        if shorter == word:
            break
        word = shorter
    return _DOUBLED.sub(r"\1", word)


def _shorten(word: str) -> str:
    """`word` without the first of the endings that it has, if enough is left."""
    length, first, cut = len(word), len(_ENDINGS), 0
    for size in _LENGTHS:
        ending = word[-size:]
        # Looked up, not tried in turn: this runs for every word of every draft.
        at = _ORDER.get(ending, first)
        if at < first and length - size >= (3 if ending in _LIGHT_ENDINGS else 4):
            if ending == "s" and word.endswith(("ss", "us", "is")):
                continue
            first, cut = at, size
    return word[: length - cut]


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    lines = (line.split() for line in lines_of("irregular.txt"))
    return {form: base for base, *forms in lines for form in forms}


@lru_cache(maxsize=1)
def irregular_forms() -> frozenset[str]:
    """Forms such as "sang" and "sung", of verbs for the most part."""
    return frozenset(_irregular())


@lru_cache(maxsize=1)
def everyday_words() -> frozenset[str]:
    """The words that claim nothing by themselves (everyday.txt)."""
    return words_of("everyday.txt") | words_of("persons.txt")


@lru_cache(maxsize=8)
def words_of(name: str) -> frozenset[str]:
    """The words of one of the lists beside this module."""
    return frozenset(word for line in lines_of(name) for word in line.split())


@lru_cache(maxsize=8)
def sections_of(name: str) -> dict[str, tuple[str, ...]]:
    """The words of a list that has parts, by the name in brackets that heads each part."""
    found: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in lines_of(name):
        if line.startswith("["):
            section = line[1:].partition("]")[0]
        else:
            found[section] = (*found.get(section, ()), *line.split())
    return found


@lru_cache(maxsize=1)
def commonplaces() -> frozenset[str]:
    """Names that anybody may use: nations, feasts, makers, the great (commonplaces.txt)."""
    parts = sections_of("commonplaces.txt").values()
    return frozenset(word for part in parts for word in part)


@lru_cache(maxsize=1)
def lexicon() -> frozenset[str]:
    """Everyday English words, to tell a name from a word that opens a sentence."""
    return frozenset(lines_of("lexicon.txt"))


@lru_cache(maxsize=4096)
def is_form_of_english(word: str) -> bool:
    """Does a folded word share its root with a word of the lexicon?

    A root is how its word, or the base of an irregular one, begins: so only the words that begin
    like this one are rooted, and not thousands of them at the first question.
    """
    return _is_root_of_one(root(word), _lexicon_in_order())


def _is_root_of_one(base: str, words: Sequence[tuple[str, str]]) -> bool:
    for at in range(bisect_left(words, (base, "")), len(words)):
        begins, other = words[at]
        if not begins.startswith(base):
            return False
        if root(other) == base:
            return True
    return False


@lru_cache(maxsize=1)
def _lexicon_in_order() -> list[tuple[str, str]]:
    return _in_order(lexicon())


@lru_cache(maxsize=1)
def _everyday_in_order() -> list[tuple[str, str]]:
    return _in_order(everyday_words())


def _in_order(words: Iterable[str]) -> list[tuple[str, str]]:
    """What the root of each word is taken from, with the word."""
    return sorted((_irregular().get(word, word), word) for word in words)


@lru_cache(maxsize=1)
def kin() -> dict[str, frozenset[str]]:
    """For the root of a word, the roots of the words that tell of the same thing (kin.txt)."""
    table: dict[str, set[str]] = {}
    for line in lines_of("kin.txt"):
        roots = {root(word) for word in line.split()}
        for each in roots:
            table.setdefault(each, set()).update(roots)
    return {each: frozenset(others) for each, others in table.items()}


@lru_cache(maxsize=16384)
def is_everyday(word: str) -> bool:
    """Does a folded word claim nothing by itself?"""
    if len(word) < 2 or word in everyday_words():
        return True
    base = root(word)
    # Short roots meet by chance: "bus" is no form of "busy".
    if len(base) >= 5:
        return _is_root_of_one(base, _everyday_in_order())
    return any(
        word.endswith(ending) and word[: -len(ending)] + more in everyday_words()
        for ending, more in _FORMS
    )


_FORMS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("d", ""),
    ("ed", ""),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("r", ""),
    ("est", ""),
    ("st", ""),
)


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """The first part of everyday.txt: articles, pronouns, prepositions, auxiliaries."""
    text = read_beside(__file__, "everyday.txt")
    part = text.partition("# -- small words\n")[2].partition("# --")[0]
    return frozenset(part.split())


def is_small(word: str) -> bool:
    """A word that holds sentences together and names nothing; contractions are such words."""
    return word in _small_words() or "'" in word


def lines_of(name: str) -> list[str]:
    """The lines of one of the lists beside this module, without its comments."""
    text = read_beside(__file__, name)
    return [line for line in text.splitlines() if line and not line.startswith("#")]
