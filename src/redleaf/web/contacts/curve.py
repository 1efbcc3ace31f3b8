"""The curve of one person's memory of the user, as positions for an SVG, and when it falls."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from redleaf.contacts.recognition import RECENT, Met, Wrote, memory, recognition

WIDTH, HEIGHT = 220, 64
_MOST_PAST = dt.timedelta(days=730)
_LEAST_PAST = dt.timedelta(days=180)
_AHEAD = dt.timedelta(days=180)
_FARTHEST = dt.timedelta(days=3_650)
# What rises is drawn by its jumps, and what falls alone is smooth: few points show it.
_STEPS_PAST, _STEPS_AHEAD = 48, 16
# Each step counts them all: of whoever was met a thousand times the newest are drawn.
_MOST_COUNTED = 200
_MOST_JUMPS = 24
_LOWEST_TOP = 1.5


@dataclass(frozen=True, slots=True)
class Curve:
    """`past` and `ahead` are the points of two lines; `line_y` is where recent ends and fades.

    `begins` and `ends` are the first and last day drawn, `today_x` where today stands.
    """

    past: str
    ahead: str
    line_y: float
    today_x: float
    begins: dt.date
    ends: dt.date


def curve_of(met: Sequence[Met], today: dt.date, letters: Sequence[Wrote] = ()) -> Curve | None:
    """The curve from the first encounters shown to half a year ahead; None where nobody met."""
    days = [each.on for each in met if each.on and each.on <= today]
    if not days:
        return None
    begins = min(max(min(days), today - _MOST_PAST), today - _LEAST_PAST)
    ends = today + _AHEAD
    met = sorted(met, key=lambda each: each.on or dt.date.min)[-_MOST_COUNTED:]
    letters = sorted(letters, key=_moment)[-_MOST_COUNTED:]
    jumps = sorted({day for day in days if day > begins})[-_MOST_JUMPS:]
    past = _steps(begins, today, jumps, _STEPS_PAST)
    ahead = _steps(today, ends, [], _STEPS_AHEAD)
    depths = {day: memory(met, day, letters) for day in (*past, *ahead)}
    top = max(*depths.values(), _LOWEST_TOP)

    def at(day: dt.date) -> str:
        x = WIDTH * (day - begins) / (ends - begins)
        return f"{x:.1f},{_y(depths[day], top):.1f}"

    return Curve(
        past=" ".join(at(day) for day in past),
        ahead=" ".join(at(day) for day in ahead),
        line_y=round(_y(RECENT, top), 1),
        today_x=round(WIDTH * (today - begins) / (ends - begins), 1),
        begins=begins,
        ends=ends,
    )


def fades_on(met: Sequence[Met], today: dt.date, letters: Sequence[Wrote] = ()) -> dt.date | None:
    """The day on which somebody who would know the user today no longer would, within ten years.

    None for whoever would not know them today, or still would then.
    """
    near, far = today, today + _FARTHEST
    if not _is_known(met, near, letters) or _is_known(met, far, letters):
        return None
    while far - near > dt.timedelta(days=1):
        middle = near + (far - near) // 2
        near, far = (middle, far) if _is_known(met, middle, letters) else (near, middle)
    return far


def _is_known(met: Sequence[Met], day: dt.date, letters: Sequence[Wrote]) -> bool:
    return recognition(met, day, letters) in ("close", "recent")


def _moment(letter: Wrote) -> float:
    return letter.at.timestamp() if letter.at else 0.0


def _steps(first: dt.date, last: dt.date, jumps: Sequence[dt.date], most: int) -> list[dt.date]:
    """Days to draw: evenly, and each jump with the day before it, so that it rises steeply."""
    count = min(most, (last - first).days) or 1
    even = {first + (last - first) * step / count for step in range(count + 1)}
    beside = {day - dt.timedelta(days=1) for day in jumps} | set(jumps)
    return sorted(even | {day for day in beside if first <= day <= last})


def _y(depth: float, top: float) -> float:
    # By its root: a conference chat would be a hair beside years of work.
    return HEIGHT - 4 - (HEIGHT - 8) * math.sqrt(depth / top)
