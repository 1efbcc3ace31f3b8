"""What may be concluded from a report, in sentences, and what may not.

Two kinds of note are called different only when their intervals do not touch; with fewer than
20 invitations a kind is said to say little. Nothing is said about causes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

from redleaf.audit.report import AuditReport, Kind, Month
from redleaf.audit.shares import Share
from redleaf.audit.wording import counted, day_in_words, month_in_words, of_ten

FEW = 20
KIND_NAMES = {
    "personal": "Personal",
    "template": "Template",
    "default": "Default text",
    "empty": "No note",
    "pitch": "Pitch",
    "unclear": "Unclear",
}
_KIND_NOUNS = {
    "personal": ("personal note", "personal notes"),
    "template": ("template", "templates"),
    "default": ("default text", "default texts"),
    "empty": ("invitation without a note", "invitations without a note"),
    "pitch": ("pitch", "pitches"),
    "unclear": ("unclear note", "unclear notes"),
}
_MONTHS_OF_TREND = 6
_NOT_OWN = {
    "empty": "without a note",
    "default": "with LinkedIn’s own words",
    "template": "with a text made to be sent to many",
}


def shown_kinds(report: AuditReport) -> list[tuple[str, str, Kind]]:
    """Verdict, its name for people, and its numbers, for the kinds that were sent at all."""
    return [
        (verdict, name, report.by_verdict[verdict])
        for verdict, name in KIND_NAMES.items()
        if report.by_verdict[verdict].sent
    ]


def scope(report: AuditReport) -> str:
    """From when to when, and how many."""
    counts = f"{report.sent:,} sent, {report.received:,} received."
    source = "what is kept here of LinkedIn" if report.is_kept else "your own LinkedIn export"
    if not report.first or not report.last:
        return f"From {source}. {counts}"
    return f"{_span(report.first, report.last)}, from {source}. {counts}"


def _span(first: dt.date, last: dt.date) -> str:
    """`May 2025 to 3 May 2026`; within one month to the day."""
    if first == last:
        return day_in_words(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    return f"{month_in_words(first.year, first.month)} to {day_in_words(last)}"


def lede(report: AuditReport) -> str:
    """The one thing to take away."""
    if not report.sent:
        where = "What is kept here" if report.is_kept else "This export"
        return f"{where} holds no invitation that you sent."
    kinds = [verdict for verdict in _NOT_OWN if report.by_verdict[verdict].sent]
    part = sum(report.by_verdict[verdict].sent for verdict in kinds)
    if not part:
        return "Each of your invitations went out with words of its own."
    how = _joined([_NOT_OWN[verdict] for verdict in kinds], "or")
    return f"{of_ten(part, report.sent)} went out {how}. {_trend(report.months)}".strip()


def comparison(report: AuditReport) -> list[str]:
    """What the shares by kind of note allow to say."""
    if not report.has_outcomes:
        return ["Without your connections nobody can tell who accepted."]
    shares = [(verdict, kind.share) for verdict, _, kind in shown_kinds(report) if kind.share]
    return [
        "A dot is the share accepted; the line is how far it could be off, given so few.",
        *_clear_differences(shares),
        *_overlaps(shares),
        *_too_few(shares),
        *_left_out(report),
        "You chose whom to send which words, so the words may not be the cause.",
    ]


def received(report: AuditReport) -> str:
    """What kinds of invitations came in."""
    parts = [
        f"{count:,} {_RECEIVED[verdict]}"
        for verdict, count in report.received_by_verdict.items()
        if count
    ]
    return f"Of {report.received:,} that reached you: {_joined(parts, 'and')}." if parts else ""


_RECEIVED = {
    "empty": "came without a note",
    "default": "with a default text",
    "template": "with a template",
    "pitch": "with a pitch",
    "personal": "with a personal note",
    "unclear": "with a note that could be either",
}


def _trend(months: Sequence[Month]) -> str:
    """Whether the last half year differs from the time before, beyond what chance explains."""
    if not months:
        return ""
    end = months[-1].year * 12 + months[-1].month
    recent = [each for each in months if end - (each.year * 12 + each.month) < _MONTHS_OF_TREND]
    before = months[: len(months) - len(recent)]
    now, then = _own_share(recent), _own_share(before)
    if min(now.of, then.of) < FEW:
        return ""
    since = month_in_words(recent[0].year, recent[0].month)
    if now.low > then.high:
        return f"Since {since} more of them carry words of your own."
    if now.high < then.low:
        return f"Since {since} fewer of them carry words of your own."
    return ""


def _own_share(months: Sequence[Month]) -> Share:
    own = sum(each.own for each in months)
    return Share(own, own + sum(each.without for each in months))


def _clear_differences(shares: Sequence[tuple[str, Share]]) -> Iterator[str]:
    for verdict, share in shares:
        below = [
            other
            for other, lower in shares
            if min(share.of, lower.of) >= FEW and share.low > lower.high
        ]
        if below:
            yield f"{_capital(_nouns([verdict]))} are clearly above {_nouns(below)}."


def _overlaps(shares: Sequence[tuple[str, Share]]) -> Iterator[str]:
    large = [(name, share) for name, share in shares if share.of >= FEW]
    pairs = [
        (one, other)
        for (one, first), (other, second) in combinations(large, 2)
        if first.low <= second.high and second.low <= first.high
    ]
    if not pairs:
        return
    names = [name for name, _ in large if any(name in pair for pair in pairs)]
    if len(pairs) == len(names) * (len(names) - 1) // 2:
        yield f"{_capital(_nouns(names))} cannot be told apart."
    else:
        for pair in pairs:
            yield f"{_capital(_nouns(pair))} cannot be told apart."


def _too_few(shares: Sequence[tuple[str, Share]]) -> Iterator[str]:
    few = [
        counted(share.of, *_KIND_NOUNS[verdict]) for verdict, share in shares if 0 < share.of < FEW
    ]
    if few:
        says = "says" if [share.of for _, share in shares if 0 < share.of < FEW] == [1] else "say"
        yield f"{_capital(_joined(few, 'and'))} {says} little."


def _left_out(report: AuditReport) -> Iterator[str]:
    kinds = [kind for kind in report.by_verdict.values() if kind.share]
    unsure = sum(kind.unsure or 0 for kind in kinds)
    early = sum(kind.sent - kind.share.of for kind in kinds if kind.share) - unsure
    if early > 0:
        yield (
            f"{_capital(counted(early, 'invitation'))} younger than {report.wait_days} days, or "
            f"without a day, {'is' if early == 1 else 'are'} left out of the shares."
        )
    if unsure:
        yield (
            f"For {counted(unsure, 'invitation')} the export does not tell, because of equal or "
            "hidden names; these are left out too."
        )


def _joined(parts: Sequence[str], last: str) -> str:
    """`a`, `a or b`, `a, b or c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def _nouns(verdicts: Sequence[str]) -> str:
    return _joined([_KIND_NOUNS[verdict][1] for verdict in verdicts], "and")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
