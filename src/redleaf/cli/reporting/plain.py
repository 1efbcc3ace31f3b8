"""Reports for people: verdict and reason, each finding with the words it means, the scores."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.cli.reporting.source import CheckedText, Run
from redleaf.cli.terminal import lines_of, printable
from redleaf.rules.finding import Finding

WIDTH = 88
# How much is quoted on either side of what cannot be seen.
_AROUND = 16
_ARTICLES = {
    "empty": "Empty",
    "default": "A default text",
    "template": "A template",
    "pitch": "A pitch",
    "personal": "A personal note",
    "unclear": "Unclear",
}


def text_report(run: Run) -> str:
    return "\n\n".join(_one(each, with_source=len(run.texts) > 1) for each in run.texts)


def _one(each: CheckedText, *, with_source: bool) -> str:
    report = each.report
    head = f"{_ARTICLES[report.verdict]}. {report.reason}"
    if with_source or report.source != "-":
        head = f"{report.source}: {head}"
    lines = _wrapped(head)
    for finding in report.findings:
        lines += _finding(each, finding)
    if report.allowed:
        lines += ["", *_allowed(each)]
    scores = report.scores
    lines.append("")
    lines.append(
        f"courtesy {scores.courtesy} · interest {scores.interest} · giving {scores.giving}"
        f" · {_length(report.length, report.limit)}"
    )
    return "\n".join(printable(line) for line in lines)


def _allowed(each: CheckedText) -> Iterator[str]:
    """A line for each rule whose findings stand by the settings, with the reason."""
    for rule, reason in dict.fromkeys(
        (a.finding.rule, a.allowance.reason) for a in each.report.allowed
    ):
        yield from _wrapped(f"Allowed: {rule}. {reason}", first="  ", others=" " * 6)


def _finding(each: CheckedText, finding: Finding) -> list[str]:
    line, column = each.place(finding.start)
    words = _quoted(each.text, finding.start, finding.end)
    lines = ["", f"  {line}:{column}  {finding.severity}  {finding.rule}"]
    if words:
        lines.append(f"      “{words}”")
    for told in (finding.message, finding.advice):
        lines += _wrapped(told, first=" " * 6, others=" " * 6)
    return lines


def _quoted(text: str, start: int, end: int) -> str:
    """The words that are meant; for what cannot be seen signs, and what is around it."""
    meant = text[start:end]
    if not meant or any(sign.isprintable() and not sign.isspace() for sign in meant):
        return _shortened(meant, 70)
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    shown = "".join("␣" if sign == " " else f"⟨U+{ord(sign):04X}⟩" for sign in meant[:_AROUND])
    return f"{before}{shown}{after}"


def _shortened(text: str, width: int) -> str:
    """The first words of `text` that fit into `width`, or the first letters of a longer word."""
    words = text.split()
    whole = " ".join(words)
    if len(whole) <= width:
        return whole
    line = next(lines_of(words, width - 2))
    return f"{line} …" if len(line) < width else f"{line[: width - 1]}…"


def _wrapped(text: str, *, first: str = "", others: str = "") -> list[str]:
    """`text` in lines; what is marked with hyphens stays whole."""
    return list(lines_of(text.split(), WIDTH, first=first, others=others))


def _length(length: int, limit: int | None) -> str:
    if limit is None:
        return f"{length} characters" if length != 1 else "1 character"
    if length > limit:
        return f"{length} of {limit} characters, {length - limit} too many"
    return f"{length} of {limit} characters"
