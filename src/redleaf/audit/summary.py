"""The report for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from redleaf.audit.conclusions import comparison, lede, received, scope, shown_kinds
from redleaf.audit.report import AuditReport, Kind
from redleaf.audit.wording import counted, percent, range_in_words

_WIDTH = 88
_SCALE = 30  # signs for 0 to 100 %
_CAMPAIGNS_SHOWN = 5
_SKIPPED_SHOWN = 10


def text_summary(report: AuditReport) -> str:
    """The same content as the page, in lines of at most 88 signs."""
    return "\n".join(_lines(report))


def _lines(report: AuditReport) -> Iterator[str]:
    yield "Your invitations so far"
    yield from _wrapped(scope(report))
    yield ""
    yield from _wrapped(lede(report))
    if report.sent:
        yield from _kinds(report)
    yield from _campaigns(report)
    if report.received:
        yield from ("", "What reached you")
        yield from _wrapped(received(report), "  ")
    yield from _worth(report)
    yield from _skipped(report)
    yield ""
    for remark in report.remarks:
        yield from _wrapped(remark)
    yield "Counted on your machine; nothing left it."


def _kinds(report: AuditReport) -> Iterator[str]:
    yield from ("", "Who accepted, by kind of note")
    for _, name, kind in shown_kinds(report):
        yield f"  {name:<15}{kind.sent:>6,}  {_share(kind)}".rstrip()
    yield ""
    sentences = comparison(report)
    yield from _wrapped(" ".join(sentences[1:] if report.has_outcomes else sentences), "  ")


def _share(kind: Kind) -> str:
    """A line like `──●──` on a scale of 30 signs, then the share and its range."""
    share = kind.share
    if share is None or share.value is None:
        return " " * (_SCALE + 3) + "not known yet"
    low, at, high = (round(each * _SCALE) for each in (share.low, share.value, share.high))
    scale = "".join(
        "●" if place == at else "─" if low <= place <= high else "·" for place in range(_SCALE + 1)
    )
    of = f" of {share.of:,}" if share.of != kind.sent else ""
    return f"{scale}  {percent(share.value)}{of}, {range_in_words(share.low, share.high)}"


def _campaigns(report: AuditReport) -> Iterator[str]:
    if not report.campaigns:
        return
    yield from ("", "Your own campaigns")
    for each in report.campaigns[:_CAMPAIGNS_SHOWN]:
        yield from _wrapped(" ".join(each.skeleton.split()), "  ")
        accepted = "" if each.accepted is None else f", {each.accepted:,} accepted"
        yield f"    {each.count:,} sent{accepted}"
    more = len(report.campaigns) - _CAMPAIGNS_SHOWN
    if more > 0:
        yield f"  And {counted(more, 'smaller one')}."


def _worth(report: AuditReport) -> Iterator[str]:
    if not report.write_to:
        return
    yield from ("", "Whom to write to now")
    for each in report.write_to:
        yield f"  {_printable(each.name)}"
        yield from _wrapped(each.reason, "    ")
        if each.link:
            yield f"    {each.link}"


def _skipped(report: AuditReport) -> Iterator[str]:
    if not report.skipped:
        return
    yield ""
    yield f"{counted(len(report.skipped), 'row').capitalize()} could not be read in full:"
    for each in report.skipped[:_SKIPPED_SHOWN]:
        row = f", line {each.line}" if each.line else ""
        yield from _wrapped(_printable(f"{each.file}{row}: {each.what}"), "  ")
    more = len(report.skipped) - _SKIPPED_SHOWN
    if more > 0:
        yield f"  And {counted(more, 'more row', 'more rows')}; --format json lists all."


def _wrapped(sentence: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        _printable(sentence),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _printable(text: str) -> str:
    """Without signs that would steer the terminal: names and notes come from strangers."""
    return "".join(char if char.isprintable() else " " for char in text)
