"""The inner part of the report: headings, plots, lists, without a page around it.

Classes, for a style sheet of one's own (the page's is `report.css`): `audit` around all, `lede`,
`under` (a sentence below a plot), `kinds` (the table of shares), `bars`, `key`, `numbers`,
`campaigns`, `skeleton`, `worth` (the list of people), `leaf` and `leaf now`, `act` (the filled
link), `reason`, `counted` (the foot).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from redleaf.audit.conclusions import comparison, lede, received, scope
from redleaf.audit.html.markup import Markup, leaf, paragraph, text
from redleaf.audit.html.plots import kinds_table, months_heading, months_plot
from redleaf.audit.report import AuditReport, OwnCampaign, Worth
from redleaf.audit.wording import counted
from redleaf.contacts.harvest import Problem

_CAMPAIGNS_SHOWN = 10
_WHAT_A_CAMPAIGN_IS = (
    "Each stands for three or more notes. One that reads as personal by itself counts as a "
    "template above."
)
_SKIPPED_SHOWN = 200


def report_fragment(
    report: AuditReport, *, write_link: Callable[[Worth], str] | None = None
) -> Markup:
    """The report as HTML to stand inside another page, beginning with its h1.

    Everything that comes from the export is escaped in it.

    `write_link` gives the address behind "Write" for one person, "" for no link; without it the
    link opens the profile on LinkedIn.
    """
    parts = [
        "<h1>Your invitations so far</h1>",
        paragraph(scope(report), "scope"),
        paragraph(lede(report), "lede"),
        _kinds(report),
        _months(report),
        _campaigns(report.campaigns),
        _received(report),
        _worth(report.write_to, write_link),
        _foot(report),
    ]
    return Markup(f'<div class="audit">{"".join(parts)}</div>')


def _kinds(report: AuditReport) -> str:
    if not report.sent:
        return ""
    said = paragraph(" ".join(comparison(report)), "under")
    table = kinds_table(report) if report.has_outcomes else ""
    return f"<section><h2>Who accepted, by kind of note</h2>{table}{said}</section>"


def _months(report: AuditReport) -> str:
    if not report.months:
        return ""
    return f"<section><h2>{months_heading(report)}</h2>{months_plot(report)}</section>"


def _campaigns(campaigns: Sequence[OwnCampaign]) -> str:
    if not campaigns:
        return ""
    rows = "".join(
        f'<tr><td class="skeleton">{text(_with_dots(each.skeleton))}</td>'
        f'<td class="number">{each.count:,}</td>'
        f'<td class="number">{_known(each.accepted)}</td></tr>'
        for each in campaigns[:_CAMPAIGNS_SHOWN]
    )
    more = len(campaigns) - _CAMPAIGNS_SHOWN
    rest = paragraph(f"And {counted(more, 'smaller one')}.", "under") if more > 0 else ""
    return (
        '<section><h2>Your own campaigns</h2><table class="campaigns"><thead><tr>'
        '<th scope="col">The skeleton</th><th scope="col" class="number">Sent</th>'
        f'<th scope="col" class="number">Accepted</th></tr></thead><tbody>{rows}</tbody></table>'
        f"{rest}" + paragraph(_WHAT_A_CAMPAIGN_IS, "under") + "</section>"
    )


def _with_dots(skeleton: str) -> str:
    """Slots as a reader writes them; the brackets are for programs."""
    return re.sub(r"⟨[^⟩]*⟩\.?", "…", skeleton)


def _known(number: int | None) -> str:
    return "not known" if number is None else f"{number:,}"


def _received(report: AuditReport) -> str:
    if not report.received:
        return ""
    return f"<section><h2>What reached you</h2>{paragraph(received(report))}</section>"


def _worth(people: Sequence[Worth], write_link: Callable[[Worth], str] | None) -> str:
    if not people:
        return ""
    rows = "".join(
        f"<li>{leaf(is_now=at == 0)}<div><h3><bdi>{text(each.name)}</bdi></h3>"
        f'<p class="reason">{text(each.reason)}</p></div>'
        f"{_link(each, write_link, is_first=at == 0)}</li>"
        for at, each in enumerate(people)
    )
    return f'<section><h2>Whom to write to now</h2><ul class="worth">{rows}</ul></section>'


def _link(person: Worth, write_link: Callable[[Worth], str] | None, *, is_first: bool) -> str:
    href, label = (write_link(person), "Write") if write_link else (person.link, "Open profile")
    if not href:
        return ""
    name = "act" if is_first else "quiet-act"
    return (
        f'<a class="{name}" href="{text(href)}" rel="noreferrer noopener">{label}'
        f'<span class="unseen"> {"to " if write_link else "of "}{text(person.name)}</span></a>'
    )


def _foot(report: AuditReport) -> str:
    remarks = "".join(f"<li>{text(each)}</li>" for each in report.remarks)
    noted = f'<ul class="remarks">{remarks}</ul>' if remarks else ""
    return (
        f'<footer class="counted">{_skipped(report.skipped)}{noted}'
        "<p>Counted on your machine; nothing left it.</p></footer>"
    )


def _skipped(problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    rows = "".join(
        f'<tr><td>{text(each.file)}</td><td class="number">{each.line or ""}</td>'
        f"<td>{text(each.what)}</td></tr>"
        for each in problems[:_SKIPPED_SHOWN]
    )
    more = len(problems) - _SKIPPED_SHOWN
    rest = paragraph(f"And {counted(more, 'more row', 'more rows')}.") if more > 0 else ""
    said = counted(len(problems), "row").capitalize()
    return (
        f"<details><summary>{said} could not be read in full: see which and why</summary>"
        '<table><thead><tr><th scope="col">File</th><th scope="col" class="number">Line</th>'
        f'<th scope="col">Why</th></tr></thead><tbody>{rows}</tbody></table>{rest}</details>'
    )
