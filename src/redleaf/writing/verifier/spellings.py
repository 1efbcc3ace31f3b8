"""Names as people spell them: the facts that a name may come from, and those it nearly does."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.known import Paths
from redleaf.writing.verifier.naming import families
from redleaf.writing.verifier.reading import Reading

_SUFFIXES = ("ian", "ean", "an", "ese", "ish", "er", "n", "s", "i", "ic", "ers", "ians")


def paths_of(reading: Reading, at: int) -> Paths:
    """The facts that hold the name, or the one that it is a form of."""
    word = reading.words[at].text
    held = reading.known.holds_word(word)
    if held:
        return held
    if (
        at + 1 < len(reading.words)
        and reading.words[at + 1].gap.startswith(".")
        and 2 <= len(word) <= 4
    ):
        for known, paths in reading.known.words.items():  # "Ros." for Rosalind
            if known.startswith(word):
                return paths
    for form in (*_base_forms(word), *families().get(word, ())):
        held = reading.known.holds_word(form)
        if held:
            return held
    base = word if len(word) >= 4 else ""
    return next(
        (
            paths
            for known, paths in reading.known.words.items()
            if base and _is_adjective_of(base, known)
        ),
        (),
    )


def _base_forms(word: str) -> Iterator[str]:
    for ending in ("'", "s", "es", "n", "an"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield word[: -len(ending)]
    yield word + "s"


def _is_adjective_of(word: str, known: str) -> bool:
    """ "Burgundian" of "Burgundy": one stem, and the rest an ending that makes such words."""
    if len(known) < 4 or word[:4] != known[:4]:
        return False
    stem = known.rstrip("aeiouy")
    return len(stem) >= 4 and word.startswith(stem) and word[len(stem) :] in _SUFFIXES


def near_miss(reading: Reading, first: int, last: int) -> str:
    """The fact that shares a word with the name, or is spelled much like it."""
    for each in range(first, last + 1):
        for path in paths_of(reading, each):
            if path in reading.known.statements:
                return reading.known.statements[path].text
    from difflib import get_close_matches

    names = {
        word.text: statement.span_of(at, at).of(statement.text)
        for statement in reading.known.statements.values()
        for at, word in enumerate(statement.words)
        if word.is_capital
    }
    near = get_close_matches(reading.words[first].text, names, n=1, cutoff=0.75)
    return names[near[0]] if near else ""
