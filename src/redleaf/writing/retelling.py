"""Retelling: where a text says a fact of the brief in the fact's own words, or nearly so.

The verifier traces claims: names, days, events. To write of a recorded topic, or of what one does
oneself, claims nothing, and is still what a note is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redleaf.notes.brief import Brief
from redleaf.notes.note import Note
from redleaf.writing.drafts import FactSpan
from redleaf.writing.verifier.stems import is_everyday, is_small, root
from redleaf.writing.verifier.words import plain

_RETOLD = (
    "encounters.topics", "encounters.said", "sender.headline", "sender.offers", "noticed.title",
    "shared", "promises", "ask",
)  # fmt: skip
# How much of a fact has to be there, and how many words may stand between two of its words.
_LEAST_SHARE = 0.6
_WIDEST_GAP = 3


class _Word(NamedTuple):
    text: str
    root: str
    start: int
    end: int


def facts_retold(text: str, brief: Brief) -> tuple[FactSpan, ...]:
    """The stretches of `text` that retell a topic, what was said, what is shared or offered."""
    words = _words(text)
    spans = (_span(fact.path, _words(fact.text), words) for fact in brief.facts()
             if _kind(fact.path) in _RETOLD)  # fmt: skip
    return tuple(span for span in spans if span)


def _words(text: str) -> list[_Word]:
    return [
        _Word(plain(token), root(plain(token)), start, end)
        for token, start, end in Note(text).tokens
    ]


def _kind(path: str) -> str:
    return ".".join(part for part in path.split(".") if not part.isdigit())


def _span(path: str, fact: Sequence[_Word], words: Sequence[_Word]) -> FactSpan | None:
    """The best run of the fact's words of substance, widened by its small words beside it."""
    wanted = {each.root for each in fact if not is_small(each.text)}
    if not wanted:
        return None
    best = max(_runs(wanted, words), key=lambda run: len(_told(run, wanted, words)), default=None)
    if best is None or not _is_enough(_told(best, wanted, words), wanted, words[best.start]):
        return None
    small = {each.text for each in fact}
    first, last = best.start, best.stop - 1
    while first and words[first - 1].text in small:
        first -= 1
    while last + 1 < len(words) and words[last + 1].text in small:
        last += 1
    return FactSpan(path, words[first].start, words[last].end)


def _runs(wanted: set[str], words: Sequence[_Word]) -> Iterator[range]:
    """Stretches that begin and end with a wanted word, and have no wide gap within."""
    first = last = -1
    for at, word in enumerate(words):
        if word.root not in wanted:
            continue
        if first >= 0 and at - last > _WIDEST_GAP + 1:
            yield range(first, last + 1)
            first = at
        first, last = (at if first < 0 else first), at
    if first >= 0:
        yield range(first, last + 1)


def _told(run: range, wanted: set[str], words: Sequence[_Word]) -> set[str]:
    return {words[at].root for at in run} & wanted


def _is_enough(told: set[str], wanted: set[str], first: _Word) -> bool:
    """One everyday word is no fact: "days" is in every other note."""
    if len(told) == 1 and is_everyday(first.text):
        return False
    return len(told) >= _LEAST_SHARE * len(wanted)
