"""The curve of recognition, drawn from the function itself: docs/pictures/recognition.svg."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from redleaf.contacts.recognition import CLOSE, RECENT, memory
from redleaf.notes.brief import Encounter

LEFT, RIGHT, TOP, BOTTOM = 60.0, 530.0, 20.0, 262.0
WIDTH, HEIGHT = 750, 300
# Memory is drawn by its logarithm: what halves again and again is then a straight line.
MOST, LEAST = 12.0, 0.02
DAYS, STEP = 730, 10
MONTH = 365.25 / 12
INK, GREY, PAPER = "#5d5348", "#9a8f7f", "#fffefb"
STYLE = 'role="img" font-family="sans-serif" font-size="12"'
_DAY = dt.date(2026, 1, 1)


@dataclass(frozen=True)
class Letter:
    """Enough of a letter for the curve."""

    is_sent: bool
    at: dt.datetime


@dataclass(frozen=True)
class Line:
    """Somebody last met on day 0: what came before, in days before it."""

    title: str
    colour: str
    kind: str
    days_before: tuple[int, ...] = (0,)
    letters: tuple[int, ...] = field(default=())

    def at(self, day: int) -> float:
        met = [Encounter(self.kind, _DAY - dt.timedelta(each)) for each in self.days_before]
        noon = dt.datetime.combine(_DAY, dt.time(12), dt.UTC)
        wrote = [
            Letter(is_sent=at % 2 == 0, at=noon - dt.timedelta(each))
            for at, each in enumerate(self.letters)
        ]
        return memory(met, _DAY + dt.timedelta(day), wrote)


LINES = (
    Line("a colleague of five years", "#7a2e2e", "work", (0, 5 * 365)),
    Line("three summers of a course", "#8a6d1c", "class", (0, 365, 730)),
    Line("three coffees in half a year", "#2e5e4e", "coffee", (0, 80, 160)),
    Line("one coffee", "#4b6fa5", "coffee"),
    Line("one conference chat", "#b0532f", "conference"),
    Line("six letters to and fro", "#6b4f8a", "other", (), (0, 5, 10, 15, 20, 25)),
)


def picture() -> str:
    """The whole drawing as SVG."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {STYLE}>',
        "<title>How memory fades over two years</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        *_bounds(),
        *_months(),
        *_lines(),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _bounds() -> Iterator[str]:
    for title, bound in (("close", CLOSE), ("recent", RECENT)):
        y = _y(bound)
        yield (
            f'<line x1="{LEFT:g}" x2="{RIGHT:g}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GREY}" '
            'stroke-dasharray="4 4"/>'
        )
        yield _text(LEFT - 6, y + 4, title, "end")


def _months() -> Iterator[str]:
    for months in range(0, 25, 6):
        yield _text(_x(months * MONTH), BOTTOM + 24, f"{months} months", "middle")


def _lines() -> Iterator[str]:
    order = sorted(LINES, key=lambda each: -each.at(0))
    for row, line in enumerate(order):
        days = [day for day in range(0, DAYS + 1, STEP) if line.at(day) > LEAST]
        points = " ".join(f"{_x(day):.1f},{_y(line.at(day)):.1f}" for day in days)
        yield f'<polyline points="{points}" fill="none" stroke="{line.colour}" stroke-width="2"/>'
        yield _text(RIGHT + 14, TOP + 18 + 20 * row, line.title, "start", line.colour)


def _x(day: float) -> float:
    return LEFT + (RIGHT - LEFT) * day / DAYS


def _y(value: float) -> float:
    share = math.log(max(value, LEAST) / LEAST) / math.log(MOST / LEAST)
    return BOTTOM - (BOTTOM - TOP) * share


def _text(x: float, y: float, text: str, anchor: str, colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'
