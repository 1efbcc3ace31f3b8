"""What words are likely to be: given names, titles, organisations, places.

Hints for readers of what people wrote by hand or printed on a card. A word that is not listed may
be any of them all the same; the lists are our own and hold the common ones only.
"""

from __future__ import annotations

import re
from functools import cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import fold_text

__all__ = [
    "is_given_name",
    "is_legal_form",
    "is_organisation_word",
    "is_place",
    "is_title_word",
    "names_organisation",
    "names_title",
    "plain",
    "title_languages",
]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# With such an ending a word is what somebody does.
_AGENT = re.compile(
    r".{3,}(?:ologist|ographer|wright|monger|smith|keeper|maker|binder|fluencer)s?"
    r"|.{4,}(?:leiter|entwickler|ingenieur|berater|manager|meister|techniker|arzt|lehrer|anwalt|"
    r"redakteur|referent|assistent|designer|planer|forscher|handler|pfleger|therapeut|bauer|"
    r"wissenschaftler|mechaniker|schreiber|macher|vertreter|sprecher)(?:in)?"
)


def plain(text: str) -> str:
    """`text` folded and without full stops, as the lists hold it."""
    return fold_text(text).replace(".", "").strip()


def is_given_name(word: str) -> bool:
    """Whether `word`, or a part of it at a hyphen, is a common given name."""
    return any(part in _listed("given_names.txt") for part in plain(word).split("-"))


def is_place(text: str) -> bool:
    """Whether `text` is the name of a known city or country."""
    return plain(text).replace(" ", "_") in _listed("places.txt")


def is_title_word(word: str) -> bool:
    """Whether `word` says what somebody does: "curator", "Geschäftsführerin"."""
    folded = plain(word)
    parts = {folded, folded.removesuffix("s"), *folded.split("-")[-1:]}
    return not parts.isdisjoint(_listed("titles.txt")) or bool(_AGENT.fullmatch(folded))


def names_title(text: str) -> bool:
    """Whether a word of `text` is a title, or it begins as longer titles do."""
    folded = plain(text)
    return folded.startswith(_beginnings()) or any(map(is_title_word, _WORD.findall(text)))


def title_languages(word: str) -> frozenset[str]:
    """The languages ("en", "de", "fr", "es") in whose list of titles `word` stands alone."""
    return frozenset(_titles_by_language().get(plain(word), ()))


def is_legal_form(word: str) -> bool:
    """Whether `word` is the legal form of an organisation: "GmbH", "S.L.", "Ltd"."""
    return re.sub(r"\W", "", plain(word)) in _organisation_words()["legal"]


def is_organisation_word(word: str) -> bool:
    """Whether organisations name themselves with `word`: "Museum", "Taller", "Töpferei"."""
    folded, words = plain(word), _organisation_words()
    return folded in words["in"] or folded.endswith(tuple(words["part"]))


def names_organisation(text: str) -> bool:
    """Whether a word of `text` tells that it is an organisation."""
    words = text.replace("&", " ").replace(",", " ").split()
    return any(is_organisation_word(each) for each in _WORD.findall(text)) or any(
        is_legal_form(each) and (len(plain(each)) > 2 or each.isupper() or "." in each)
        for each in words[1:]
    )


@cache
def _listed(name: str) -> frozenset[str]:
    lines = read_beside(__file__, name).splitlines()
    return frozenset(
        word for line in lines if not line.startswith(("#", "=")) for word in line.split()
    )


@cache
def _titles_by_language() -> dict[str, set[str]]:
    """For each title the language of its part of the list; one in two parts tells of neither."""
    words: dict[str, set[str]] = {}
    code = ""
    for line in read_beside(__file__, "titles.txt").splitlines():
        if line.startswith("# "):
            code = line[2:] if len(line) == 4 else ""
        elif code and not line.startswith("="):
            for word in line.split():
                words.setdefault(word, set()).add(code)
    return {word: codes for word, codes in words.items() if len(codes) == 1}


@cache
def _beginnings() -> tuple[str, ...]:
    lines = read_beside(__file__, "titles.txt").splitlines()
    return tuple(f"{line[2:]} " for line in lines if line.startswith("= "))


@cache
def _organisation_words() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for line in read_beside(__file__, "organisations.txt").splitlines():
        kind, _, entries = line.partition(": ")
        if not line.startswith("#"):
            words.setdefault(kind, set()).update(entries.split())
    return {kind: frozenset(each) for kind, each in words.items()}
