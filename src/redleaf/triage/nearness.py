"""Nearness: texts that a hurried eye takes for one another, found without comparing all to all."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.spelling import edits
from redleaf.triage.disguises import as_seen, without_digits

# Two letters that are read as one.
_PAIRS = (("rn", "m"), ("vv", "w"))
_SHORTEST = 6
# Of a domain, without what stands behind its last dot.
_LONG_DOMAIN = 10


def as_it_looks(text: str) -> str:
    """`text` as a hurried eye reads it: the letters that digits and other scripts imitate."""
    seen = without_digits(as_seen(text))
    for pair, letter in _PAIRS:
        seen = seen.replace(pair, letter)
    return seen


def is_deceiving(domain: str, known: str) -> bool:
    """Whether a hurried eye takes one domain that is near another for it.

    The long ones of one ending: ubs and ubm differ, and so do .de and .se.
    """
    if as_it_looks(domain) == as_it_looks(known):
        return True
    (name, _, end), (known_name, _, known_end) = domain.rpartition("."), known.rpartition(".")
    return end == known_end and min(len(name), len(known_name)) >= _LONG_DOMAIN


class NearTexts:
    """Known texts, found by what differs from them by a letter or only in how it is written."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._by_lack: dict[str, list[str]] = {}

    def add(self, text: str) -> None:
        """Take in a text; short ones are near too much to tell anything."""
        if text in self._known or len(text) < _SHORTEST:
            return
        self._known[text] = as_it_looks(text)
        for lacking in _lacking(self._known[text]):
            self._by_lack.setdefault(lacking, []).append(text)

    def near(self, text: str) -> str:
        """The known text that `text` imitates; "" where it is known itself, or near none."""
        return next(self.all_near(text), "")

    def all_near(self, text: str) -> Iterator[str]:
        """The known texts that `text` is near; none where it is known itself."""
        if text in self._known or len(text) < _SHORTEST:
            return
        seen = as_it_looks(text)
        for lacking in _lacking(seen):
            for known in self._by_lack.get(lacking, ()):
                if edits(seen, self._known[known]) <= 1:
                    yield known


def _lacking(text: str) -> Iterator[str]:
    """The text, and the text without each of its letters: two that differ by one share some."""
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]
