"""What `redleaf import` says: the preview, the questions, and what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redleaf.cli.columns import cells, pad, set_off, wrapped
from redleaf.cli.terminal import printable
from redleaf.contacts.harvest import Problem
from redleaf.web.contacts.services.importing.plan import Entry, ImportPlan
from redleaf.web.contacts.services.importing.telling import line_of

_SAMPLE = 5
_MOST_NAME = 28
_TITLES = {
    "new": "New",
    "changed": "Changed",
    "same": "Known already",
    "doubtful": "Perhaps known",
    "unreadable": "Could not be read",
    "faulty": "Read in spite of a fault",
}
_KINDS = (
    ("encounters", "encounter", "encounters"),
    ("letters", "letter", "letters"),
    ("promises", "promise", "promises"),
    ("invitations", "invitation", "invitations"),
)


def preview_lines(plan: ImportPlan, name: str, show: Sequence[str], *, width: int) -> Iterator[str]:
    """The counts, and the entries of the groups in `show`, or a few of those that matter."""
    yield from wrapped(set_off(printable(name)), width)
    yield from wrapped(counts_in_words(plan), width, first="  ", others="  ")
    for remark in plan.harvest.remarks:
        yield from wrapped(printable(remark), width, first="  ", others="  ")
    for change in show or ("changed", "doubtful", "unreadable"):
        most = None if show else _SAMPLE
        yield from _group(change, plan, most, width)
    if "unreadable" in show:
        yield from _group("faulty", plan, None, width)


def counts_in_words(plan: ImportPlan) -> str:
    """ "12 people are new, 3 changed, 20 known already. 4 encounters are new." """
    counts = plan.counts
    people = [
        f"{counts[change]:,} {words}"
        for change, words in (
            ("new", "new"),
            ("changed", "changed"),
            ("same", "known already"),
            ("doubtful", "perhaps known"),
        )
        if counts[change]
    ]
    sentences = [f"People: {', '.join(people)}."] if people else ["No people."]
    between = [
        f"{count:,} {one if count == 1 else many}"
        for kind, one, many in _KINDS
        if (count := sum(each.change == "new" for each in getattr(plan, kind)))
    ]
    if between:
        sentences.append(f"Also new: {', '.join(between)}.")
    unread = len(plan.harvest.losses)
    if unread:
        sentences.append(f"{_lines(unread)} could not be read.")
    if odd := len(plan.harvest.problems) - unread:
        sentences.append(f"{_lines(odd)} had a fault that cost nothing.")
    return " ".join(sentences)


def problem_line(problem: Problem) -> str:
    line = f":{problem.line}" if problem.line else ""
    return printable(f"{problem.file}{line}: {problem.what}")


def question_lines(entry: Entry, known: str, left: int, *, width: int) -> Iterator[str]:
    """Somebody of the file and whom they may be, one above the other."""
    yield ""
    rows = (("in the file", line_of(entry.contact)), ("known", known))
    for label, text in rows:
        first = f"  {pad(label, 12)} "
        yield from wrapped(printable(text), width, first=first, others=" " * cells(first))
    why = "; ".join(entry.reasons)
    yield from wrapped(printable(f"{why}."), width, first="  ", others="  ")
    if left:
        yield f"  {left:,} more after this one."


def _lines(count: int) -> str:
    return "One entry" if count == 1 else f"{count:,} entries"


def _group(change: str, plan: ImportPlan, most: int | None, width: int) -> Iterator[str]:
    rows = list(_rows(change, plan))
    if not rows:
        return
    yield ""
    yield set_off(_TITLES[change])
    column = min(_MOST_NAME, max(cells(name) for name, _ in rows[:most]))
    for name, told in rows[:most]:
        first = f"  {pad(name, column)}  " if cells(name) <= column else f"  {name}  "
        lines = list(wrapped(told, width, first=first, others=" " * (column + 4)))
        yield from lines or [first.rstrip()]
    if most is not None and len(rows) > most:
        yield f"  … and {len(rows) - most:,} more: --preview --show {change}"


def _rows(change: str, plan: ImportPlan) -> Iterator[tuple[str, str]]:
    if change not in ("unreadable", "faulty"):
        yield from _entries(change, plan)
        return
    for each in plan.harvest.problems:
        if each.is_loss == (change == "unreadable"):
            line = f":{each.line}" if each.line else ""
            yield printable(f"{each.file}{line}"), printable(each.what)


def _entries(change: str, plan: ImportPlan) -> Iterator[tuple[str, str]]:
    for entry in plan.entries_that_are(change):
        yield printable(entry.contact.called), printable(_told(entry))


def _told(entry: Entry) -> str:
    if entry.change == "changed":
        return "; ".join(entry.changes)
    if entry.change == "doubtful":
        return f"may be {entry.meets or 'somebody known'}: {'; '.join(entry.reasons)}"
    line = line_of(entry.contact).removeprefix(entry.contact.called).lstrip(", ")
    if entry.change == "same" and entry.meets not in ("", entry.contact.called):
        return f"{line}, known as {entry.meets}".lstrip(", ")
    return line
