"""Written: what was written before, to this reader or to others, so that no note repeats it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from redleaf.notes.regexes import regex
from redleaf.notes.skeleton import MASK, NAME, skeleton
from redleaf.writing.drafts import Draft, FactSpan
from redleaf.writing.worth import HOOKS, kind_of

# Two notes with so many pairs of words in common, facts masked, have one skeleton.
_LIKE = 0.6
# A note of which all notes before it hold so much, facts and all, was only put together anew.
_RECOMBINED = 0.5
# So many may say to several people what is true of all of them; more are a campaign.
_MOST_ALIKE = 4
_WORD = regex(r"[⟨\w][\w'’…⟩-]*")
_GAP = (MASK, MASK)
_PEOPLE = ("recipient.name", "recipient.given_name", "sender.name")

Pairs = frozenset[tuple[str, str]]


class Written:
    """The skeletons of notes. Give one to draft() for each of a stack, and add what is taken."""

    def __init__(self, texts: Iterable[str] = (), *, names: Iterable[str] = ()) -> None:
        self._patterns: list[Pairs] = []
        self._said: set[tuple[str, str]] = set()
        self._without_news = 0
        names = tuple(names)
        for text in texts:
            self._patterns.append(_pairs(skeleton(text, names)))

    def elsewhere(self) -> Written:
        """For people at another occasion: it shares the skeletons with this, and none of the words.

        What was told to somebody is no news only to those who may compare their notes.
        """
        other = Written()
        other._patterns = self._patterns
        return other

    def add(self, draft: Draft) -> None:
        """Remember a draft that was taken."""
        self._without_news += not self._has_news(draft.text, draft.facts)
        self._patterns.append(_pattern(draft.text, draft.facts))
        self._said |= _wording(draft.text, draft.facts)

    @property
    def is_full(self) -> bool:
        """Whether enough people were told what is true of all; only news is worth a note now."""
        return self._without_news >= _MOST_ALIKE

    def is_like(self, text: str, facts: Sequence[FactSpan]) -> bool:
        """Whether a note would repeat one of those before, or only puts their pieces together."""
        if self._said and not self._has_news(text, facts):
            wording = _wording(text, facts)
            again = len(wording & self._said) > _RECOMBINED * len(wording)
            if again or self.is_full:
                return True
        pattern = _pattern(text, facts)
        return any(_likeness(pattern, other) > _LIKE for other in self._patterns)

    def _has_news(self, text: str, facts: Sequence[FactSpan]) -> bool:
        """Whether something of this one reader is told that no other note has told."""
        return any(
            not _pairs(text[fact.start : fact.end]) <= self._said
            for fact in facts
            if kind_of(fact.path) in HOOKS
        )


def likeness(one: str, other: str) -> float:
    """From 0 to 1, how much of their pairs of neighbouring words two texts share."""
    return _likeness(_pairs(one), _pairs(other))


def masked(text: str, facts: Sequence[FactSpan]) -> str:
    """`text` with the words of facts masked: what stands between them."""
    return _masked(text, {(fact.start, fact.end) for fact in facts})


def _pattern(text: str, facts: Sequence[FactSpan]) -> Pairs:
    return _pairs(masked(text, facts))


def _wording(text: str, facts: Sequence[FactSpan]) -> Pairs:
    """All words but the names of the two people."""
    names = {(fact.start, fact.end) for fact in facts if fact.path in _PEOPLE}
    return _pairs(_masked(text, names))


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + MASK + text[end:]
    return text


def _pairs(text: str) -> Pairs:
    words = [MASK if word == NAME else word for word in _WORD.findall(text.lower())]
    return frozenset(pair for pair in pairwise(words) if pair != _GAP)


def _likeness(one: Pairs, other: Pairs) -> float:
    together = len(one) + len(other)
    return 2 * len(one & other) / together if together else 1.0
