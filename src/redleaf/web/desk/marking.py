"""Marks inside a text: spans that may overlap, cut into pieces that a page can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redleaf.rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text from `start` to `end`, its number in the margin and its family."""

    number: int
    start: int
    end: int
    family: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same spans all along.

    `around` are the spans that cover it, the widest first; `begins` and `ends` are those that
    start with it and stop with it.
    """

    text: str
    around: tuple[Span, ...]
    begins: tuple[Span, ...]
    ends: tuple[Span, ...]


def spans_of(findings: Iterable[Finding]) -> list[Span]:
    """The findings numbered from 1 in their order."""
    return [
        Span(number, finding.start, finding.end, finding.family)
        for number, finding in enumerate(findings, 1)
    ]


def pieces_of(text: str, spans: Sequence[Span]) -> list[Piece]:
    """All of `text`, cut wherever a span starts or ends. Spans that reach outside are cut off."""
    inside = [cut for span in spans if (cut := _within(span, len(text)))]
    edges = sorted({0, len(text), *(s.start for s in inside), *(s.end for s in inside)})
    return [_piece(text, start, end, inside) for start, end in pairwise(edges)]


def _within(span: Span, length: int) -> Span | None:
    start, end = max(0, span.start), min(span.end, length)
    return Span(span.number, start, end, span.family) if start < end else None


def _piece(text: str, start: int, end: int, spans: Sequence[Span]) -> Piece:
    around = [span for span in spans if span.start <= start and end <= span.end]
    around.sort(key=lambda span: (span.start - span.end, span.number))
    return Piece(
        text=text[start:end],
        around=tuple(around),
        begins=tuple(span for span in around if span.start == start),
        ends=tuple(sorted((s for s in around if s.end == end), key=lambda span: span.number)),
    )
