"""What a header means: whole headers that programs write, and words in many languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from redleaf.formats.csv_people.fields import ADDRESS_PARTS, Field
from redleaf.formats.csv_people.phrases import Meaning, composed, pieces
from redleaf.formats.csv_people.vocabulary import Words, all_words, fold_header, phrases_of

_GOOGLE = re.compile(r"(?P<what>.+?)\s+(?P<group>\d+)\s+-\s+(?P<part>.+)")
_GOOGLE_KINDS = {
    "email": "email", "phone": "phone", "website": "website", "relation": "relation",
    "event": "occasion", "im": "messenger", "custom field": "extra", "organization": "organisation",
    "address": "address",
}  # fmt: skip
_GOOGLE_PARTS = {
    ("organization", "name"): "organisation",
    ("organization", "title"): "title",
    ("organization", "department"): "department",
    ("address", "formatted"): "address",
    ("address", "po box"): "box",
    ("address", "extended address"): "extended",
    ("address", "postal code"): "postal_code",
    **{("address", part): part for part in ADDRESS_PARTS if "_" not in part},
}
_SURE = 0.75
_SURE_OF_THE_LANGUAGE = 0.9
_MOST_CELLS = 300


class Headers:
    """The headers of one table, read with the words of the language they seem to be in."""

    def __init__(self, headers: Sequence[str]) -> None:
        self._folded = [fold_header(each) for each in headers]
        self._raw = headers
        self.words = _in_order(self._folded)
        self._phrases = phrases_of(self.words)

    @property
    def is_family_first(self) -> bool:
        return bool(self.words) and self.words[0].is_family_first

    @property
    def is_english(self) -> bool:
        return bool(self.words) and (self.words[0].is_program or self.words[0].name == "en")

    @property
    def says_nothing(self) -> frozenset[str]:
        """Cells of a setting that nobody chose, folded."""
        return frozenset().union(*(each.says_nothing for each in self.words))

    def meanings(self) -> list[Meaning | None]:
        """What each header means, None where its words are not known."""
        return [self._meaning(at) for at in range(len(self._raw))]

    def has_known_words(self, at: int) -> bool:
        """Whether any word of the header at a place is known, though it may mean nothing."""
        return any(meant is not None for _, meant in pieces(self._folded[at], self._phrases))

    def _meaning(self, at: int) -> Meaning | None:
        folded = self._folded[at]
        numbered = _GOOGLE.fullmatch(self._raw[at].strip())
        if numbered and (found := _of_google(numbered)):
            return Meaning(found, 1.0)
        for words in self.words:
            if folded in words.fields:
                return Meaning(words.fields[folded], 1.0)
        return composed(folded, self._phrases) if folded else None


def known_share(headers: Sequence[str]) -> tuple[int, float]:
    """How many of these cells are headers that are known, and their share of the filled ones."""
    filled = [each for each in headers[:_MOST_CELLS] if each.strip()]
    known = sum(map(_is_known, filled))
    return known, known / len(filled) if filled else 0.0


@lru_cache(maxsize=8_192)
def _is_known(header: str) -> bool:
    folded = fold_header(header)
    if any(folded in words.fields for words in all_words()) or _GOOGLE.fullmatch(header.strip()):
        return True
    found = composed(folded, phrases_of(all_words()))
    return found is not None and found.confidence >= _SURE


def _in_order(folded: Sequence[str]) -> tuple[Words, ...]:
    """The program that knows most of the headers, then the languages that do, then the rest.

    A program comes first only when it knows most of the table: its words are narrower.
    """
    counts: Counter[str] = Counter()
    for each in set(folded):
        counts.update(words.name for words in all_words() if _knows(words, each))
    enough = max(3, 0.6 * len({each for each in folded if each}))

    def rank(words: Words) -> tuple[int, int]:
        is_sure = words.is_program and counts[words.name] >= enough
        return (-int(is_sure), -counts[words.name] + (1_000 if not is_sure else 0))

    return tuple(sorted(all_words(), key=rank))


def _knows(words: Words, folded: str) -> bool:
    if folded in words.fields:
        return True
    if words.is_program:
        return False
    found = composed(folded, phrases_of((words,)))
    return found is not None and found.confidence >= _SURE_OF_THE_LANGUAGE


def _of_google(numbered: re.Match[str]) -> Field | None:
    what, part = fold_header(numbered["what"]), fold_header(numbered["part"])
    group = int(numbered["group"][:4])
    if what not in _GOOGLE_KINDS:
        return None
    kind = _GOOGLE_KINDS[what]
    if part in ("type", "label"):
        return Field(kind, "", group, is_label=True)
    if part == "value":
        return Field(kind, "", group)
    if what == "im" and part == "service":
        return Field("messenger", "", group, is_label=True)
    known = _GOOGLE_PARTS.get((what, part))
    return Field(known, "", group) if known else Field("extra")
