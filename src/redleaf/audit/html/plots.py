"""The two pictures: dots with whiskers inside a table, and bars over time with a table beside.

Positions across are in per cent, heights and text in pixels, so that nothing shrinks on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redleaf.audit.conclusions import shown_kinds
from redleaf.audit.html.markup import text
from redleaf.audit.report import AuditReport, Kind, Month
from redleaf.audit.wording import month_in_words, percent, range_in_words

_GRID = (0, 25, 50, 75, 100)
_BARS_MOST = 36
_BARS_HEIGHT = 120
_TOP = 14
_STEPS = (1, 3, 12, 60, 120, 600)
_NAMES = {1: "Month by month", 3: "Quarter by quarter", 12: "Year by year"}


def kinds_table(report: AuditReport) -> str:
    """Who accepted, by kind of note."""
    rows = "".join(_kind_row(verdict, name, kind) for verdict, name, kind in shown_kinds(report))
    ticks = "".join(
        f'<text x="{at}%" y="14" class="{_tick_anchor(at)}">{at}{" %" if at == 100 else ""}</text>'
        for at in _GRID
    )
    return (
        '<table class="kinds"><thead><tr>'
        '<th scope="col">Kind, and how many</th><th scope="col">Share accepted</th>'
        '<th scope="col" class="number">Share, 95 % range</th></tr></thead>'
        f"<tbody>{rows}</tbody>"
        f'<tfoot aria-hidden="true"><tr><td></td><td class="plot"><svg width="100%" height="20">'
        f"{ticks}</svg></td><td></td></tr></tfoot></table>"
    )


def _kind_row(verdict: str, name: str, kind: Kind) -> str:
    strong = ' class="own"' if verdict == "personal" else ""
    return (
        f'<tr{strong}><th scope="row">{text(name)} <span class="count">{kind.sent:,}</span></th>'
        f'<td class="plot">{_whisker(kind)}</td><td class="number">{_share_cell(kind)}</td></tr>'
    )


def _whisker(kind: Kind) -> str:
    grid = "".join(f'<line class="grid" x1="{at}%" x2="{at}%" y1="0" y2="100%"/>' for at in _GRID)
    share = kind.share
    mark = ""
    if share and share.value is not None:
        mark = (
            f'<line class="range" x1="{share.low * 100:.1f}%" x2="{share.high * 100:.1f}%" '
            f'y1="50%" y2="50%"/><circle cx="{share.value * 100:.1f}%" cy="50%" r="5"/>'
        )
    return f'<svg width="100%" height="44" aria-hidden="true">{grid}{mark}</svg>'


def _share_cell(kind: Kind) -> str:
    share = kind.share
    if share is None or share.value is None:
        return '<span class="spread">not known yet</span>'
    of = f' <span class="of">of {share.of:,}</span>' if share.of != kind.sent else ""
    return (
        f"{percent(share.value)}{of} "
        f'<span class="spread">{range_in_words(share.low, share.high)}</span>'
    )


def _tick_anchor(at: int) -> str:
    return {0: "start", 50: "middle", 100: "end"}.get(at, "middle minor")


@dataclass(frozen=True, slots=True)
class _Bar:
    """A stretch of months. `label` is short, `name` full."""

    label: str
    name: str
    own: int
    without: int

    @property
    def height(self) -> int:
        return self.own + self.without


def months_heading(report: AuditReport) -> str:
    return _NAMES.get(_step(report.months), "Over the years")


def months_plot(report: AuditReport) -> str:
    """Bars over time, and the same numbers as a table that opens."""
    bars = _bars(report.months)
    return (
        '<p class="key"><span class="swatch"><svg width="11" height="11" aria-hidden="true">'
        '<rect class="own" width="11" height="11"/></svg> with words of your own</span> '
        '<span class="swatch"><svg width="11" height="11" aria-hidden="true">'
        '<rect class="without" width="11" height="11"/></svg> without</span></p>'
        f"{_bars_svg(bars)}{_bars_table(bars)}"
    )


def _step(months: Sequence[Month]) -> int:
    """How many months one bar stands for, so that the bars stay wide enough to see."""
    first, last = _number(months[0]), _number(months[-1])
    return next(
        (step for step in _STEPS if last // step - first // step < _BARS_MOST), _STEPS[-1] * 10
    )


def _number(month: Month) -> int:
    return month.year * 12 + month.month - 1


def _bars(months: Sequence[Month]) -> list[_Bar]:
    """One bar for each step of time, also where nothing was sent."""
    step = _step(months)
    own: dict[int, int] = {}
    without: dict[int, int] = {}
    for each in months:
        at = _number(each) // step
        own[at] = own.get(at, 0) + each.own
        without[at] = without.get(at, 0) + each.without
    return [
        _Bar(*_bar_names(at * step, step), own.get(at, 0), without.get(at, 0))
        for at in range(min(own), max(own) + 1)
    ]


def _bar_names(number: int, step: int) -> tuple[str, str]:
    year, month = divmod(number, 12)
    full = month_in_words(year, month + 1)
    if step == 1:
        return f"{full[:3]} {year}", full
    if step == 3:
        name = f"{full[:3]} to {month_in_words(year, month + 3)[:3]} {year}"
        return f"{full[:3]} {year}", name
    return str(year), str(year) if step == 12 else f"{year} to {year + step // 12 - 1}"


def _bars_svg(bars: Sequence[_Bar]) -> str:
    top = _round_up(max(bar.height for bar in bars))
    pixels = _BARS_HEIGHT / top
    base = _TOP + _BARS_HEIGHT
    lines = "".join(
        f'<line class="grid" x1="0" x2="100%" y1="{base - value * pixels:.1f}" '
        f'y2="{base - value * pixels:.1f}"/>'
        f'<text x="0" y="{base - value * pixels - 4:.1f}">{value:,}</text>'
        for value in _levels(top)
    )
    ground = f'<line class="grid" x1="0" x2="100%" y1="{base}" y2="{base}"/>'
    width = 94 / len(bars)
    drawn = "".join(
        _bar_svg(bar, 6 + at * width, width, base, pixels) for at, bar in enumerate(bars)
    )
    labels = "".join(
        f'<text x="{6 + (at + 0.5) * width:.2f}%" y="{base + 18}" class="{anchor}">'
        f"{text(bars[at].label)}</text>"
        for at, anchor in _labelled(len(bars))
    )
    total = sum(bar.own for bar in bars)
    told = f"{total:,} of {sum(bar.height for bar in bars):,} went out with words of your own"
    return (
        f'<svg class="bars" width="100%" height="{base + 24}" role="img" '
        f'aria-label="Invitations sent over time: {told}. The numbers are in the table below.">'
        f"{lines}{drawn}{ground}{labels}</svg>"
    )


def _bar_svg(bar: _Bar, x: float, width: float, base: float, pixels: float) -> str:
    left, wide = x + width * 0.17, width * 0.66
    parts = []
    for name, count, under in (("own", bar.own, 0), ("without", bar.without, bar.own)):
        if count:
            y = base - (under + count) * pixels
            parts.append(
                f'<rect class="{name}" x="{left:.2f}%" width="{wide:.2f}%" y="{y:.1f}" '
                f'height="{count * pixels:.1f}"/>'
            )
    return "".join(parts)


def _round_up(most: int) -> int:
    """A round number at or above `most` that parts into even steps."""
    size = 1
    while True:
        for step in (3, 4, 6, 10, 20):
            if step * size >= most:
                return step * size
        size *= 10


def _levels(top: int) -> list[int]:
    parts = 4 if top % 4 == 0 else 3 if top % 3 == 0 else 2
    return [top * each // parts for each in range(1, parts + 1)]


def _labelled(count: int) -> list[tuple[int, str]]:
    """Which bars are named, and how the name stands to its bar, so that none runs out."""
    places = sorted({0, count // 3, 2 * count // 3, count - 1}) if count > 6 else range(count)
    if count <= 6:
        return [(at, "middle") for at in places]
    return [(at, "start" if at == 0 else "end" if at == count - 1 else "middle") for at in places]


def _bars_table(bars: Sequence[_Bar]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{text(bar.name)}</th><td class="number">{bar.own:,}</td>'
        f'<td class="number">{bar.without:,}</td></tr>'
        for bar in bars
        if bar.height
    )
    return (
        '<details class="numbers"><summary>The numbers as a table</summary><table>'
        '<thead><tr><th scope="col">When</th><th scope="col" class="number">With words of your '
        'own</th><th scope="col" class="number">Without</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></details>"
    )
