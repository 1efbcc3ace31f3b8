"""The words that were read in a picture, put together to lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from redleaf.formats.card.guesses import Box, union

# Words further apart than this many heights stand in different columns.
_COLUMN_GAP = 2.2


class Word(NamedTuple):
    """A word, how sure Tesseract is of it (0 to 1), and where it stands."""

    text: str
    confidence: float
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand side by side. `page` counts sides from 1."""

    words: tuple[Word, ...]
    page: int = 1

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return union(word.box for word in self.words)

    @property
    def height(self) -> float:
        """The height of its letters, which the longer words tell best."""
        return median(word.box.height for word in self.words for _ in word.text)

    @property
    def confidence(self) -> float:
        """How sure Tesseract is, the longer words weighing more."""
        letters = sum(len(word.text) for word in self.words) or 1
        return sum(word.confidence * len(word.text) for word in self.words) / letters

    def part(self, start: int, end: int) -> Line:
        """The words that have a letter from `start` to `end` of the text."""
        kept, at = [], 0
        for word in self.words:
            if at < end and at + len(word.text) > start:
                kept.append(word)
            at += len(word.text) + 1
        return Line(tuple(kept or self.words), self.page)


def lines_of(groups: Iterable[Sequence[Word]], page: int) -> list[Line]:
    """Lines from top to bottom; what Tesseract read as one across a wide gap is parted."""
    lines = [Line(tuple(words), page) for group in groups for words in _columns(group)]
    return sorted(lines, key=lambda line: (line.box.top + line.box.height / 2, line.box.left))


def _columns(words: Sequence[Word]) -> list[list[Word]]:
    columns: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.box.left):
        last = columns[-1][-1].box if columns else None
        height = max(word.box.height, last.height if last else 0)
        if last and word.box.left - (last.left + last.width) < _COLUMN_GAP * height:
            columns[-1].append(word)
        else:
            columns.append([word])
    return columns
