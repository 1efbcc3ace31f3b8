"""Blame: which sentences and facts made a note fail, so that no other is tried with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from redleaf.writing.compositions import Composition

# A fact that spoiled so many sentences will spoil the next one, too.
_OFTEN = 3


class Blame:
    """What is known to fail in one drafting."""

    def __init__(self) -> None:
        self._sentences: set[str] = set()
        self._facts: Counter[str] = Counter()

    def lay(self, made: Composition | None, spans: Sequence[tuple[int, int]]) -> None:
        """Remember what of a failed note stands at `spans`, in code points."""
        if not made:
            return
        for sentence, start in zip(made.sentences, made.starts, strict=True):
            size = len(sentence.text)
            hit = [(a - start, b - start) for a, b in spans if a < start + size and b > start]
            # Where a whole note is at fault, no one sentence is.
            if not hit or any(b - a > size for a, b in hit):
                continue
            if sentence.text not in self._sentences:
                self._sentences.add(sentence.text)
                self._facts.update(
                    path
                    for part in sentence.parts
                    if any(a < part.end and b > part.start for a, b in hit)
                    for path in part.paths
                )

    def covers(self, made: Composition | None) -> bool:
        """Whether a note holds something that failed before."""
        if not made or not self._sentences:
            return False
        if any(sentence.text in self._sentences for sentence in made.sentences):
            return True
        return any(self._facts[path] >= _OFTEN for path in made.outline.told.paths)
