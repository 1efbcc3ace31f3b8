"""What `redleaf draft` shows: advice, drafts with their length and tone, the facts they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

import click

from redleaf.cli.columns import set_off, width_of_output, wrapped
from redleaf.cli.terminal import printable
from redleaf.notes.brief import Brief
from redleaf.writing import Draft, Drafting
from redleaf.writing.budget import Budget, parted

ADVICE = {
    "note": "Send a note.",
    "no-note": "No note needed.",
    "email-first": "Write an e-mail first.",
    "after-acceptance": "Write after they accept.",
    "ask-me": "One question first.",
}
_HEADS = {"along": "", "afterwards": "For afterwards:", "mail": "The mail that goes with it:"}
_FIRST = "The mail to send first:"
# A greeting and a signature explain themselves.
_SELF_EVIDENT = ("recipient.name", "recipient.given_name", "sender.name")


@dataclass(frozen=True, slots=True)
class Shown:
    """A note as it is shown: the draft, or what the user made of it.

    `goes` says when: "along" with an invitation or by itself, "afterwards" when it is accepted, or
    as the "mail" beside it. `traces` are the words that say a fact, each with the fact's path.
    """

    text: str
    tone: str
    limit: int | None
    traces: tuple[tuple[str, str], ...]
    subject: str = ""
    goes: str = "along"
    by: str = ""
    is_edited: bool = False

    @property
    def size(self) -> str:
        """ "171 of 200"."""
        length = len(self.text)
        return f"{length} characters" if self.limit is None else f"{length} of {self.limit}"

    def edited(self, text: str, traces: Iterable[tuple[str, str]]) -> Shown:
        return replace(self, text=text, tone="yours", by="", traces=tuple(traces), is_edited=True)


def shown_drafts(answer: Drafting) -> list[Shown]:
    """The drafts of an answer in the order they are numbered."""
    mail = [_shown(answer.email, "mail")] if answer.email else []
    afterwards = [_shown(each, "afterwards") for each in answer.afterwards]
    later = mail + afterwards if answer.advice == "email-first" else afterwards + mail
    return [*(_shown(each, "along") for each in answer.drafts), *later]


def answer_lines(
    brief: Brief,
    answer: Drafting,
    *,
    budget: Budget | None = None,
    width: int | None = None,
) -> Iterator[str]:
    """The whole answer. With a width, for a terminal, lines are wrapped and notes numbered."""
    why, left = parted(answer.why, brief, budget)
    yield from _lines(f"{ADVICE[answer.advice]} {why}", width)
    if left:
        yield from _lines(left, width)
    if left_out := _left_out(answer):
        yield from _lines(left_out, width)
    if answer.question:
        yield ""
        yield from _lines(answer.question.text, width, indent="  ")
        if width is None:  # at a terminal a key takes the answer there
            yield f"  (goes into {answer.question.about})"
    goes = "along"
    for number, each in enumerate(shown_drafts(answer), 1):
        if each.goes != goes:
            yield ""
            is_first = (each.goes, answer.advice) == ("mail", "email-first")
            yield from _lines(_FIRST if is_first else _HEADS[each.goes], width)
            goes = each.goes
        yield ""
        yield from note_lines(each, brief, number=number if width else None, width=width)


def note_lines(
    note: Shown, brief: Brief, *, number: int | None = None, width: int | None = None
) -> Iterator[str]:
    """One note with its tone, its length, and a letter for each fact that it says."""
    head = f"{note.tone.capitalize()}, {note.size}{f', by {note.by}' if note.by else ''}"
    yield set_off(printable(f"{number}  {head}")) if number else printable(head)
    indent = "   " if number else "  "
    if note.subject:
        yield from _lines(f"Subject: {note.subject}", width, indent=indent)
        yield ""
    for line in note.text.splitlines():
        yield from _lines(line, width, indent=indent) if line else ("",)
    for line in _fact_lines(note, brief, width):
        yield set_off(line, quiet=True) if number else line


def fact_lines(brief: Brief, width: int) -> Iterator[str]:
    """All that the brief holds, each fact with its path."""
    yield "All that a note may say:"
    for fact in brief.facts():
        if fact.path != "today":
            text = f"{_plain(fact.text)}  ({fact.path})"
            yield from wrapped(printable(text), width, first="  ", others="    ")


def joined(parts: Sequence[str], width: int) -> Iterator[str]:
    """Parts in a row, parted by two blanks, none of them broken over two lines."""
    line = ""
    for part in parts:
        if line and len(line) + 2 + len(part) > width:
            yield line
            line = part
        else:
            line = f"{line}  {part}" if line else part
    if line:
        yield line


def tell(text: str) -> None:
    """A sentence to whoever sits at the terminal."""
    for line in wrapped(printable(text), width_of_output()):
        click.echo(line, err=True)


def _left_out(answer: Drafting) -> str:
    """The facts that no note can say as they are; the one that is asked for is named there."""
    asked = answer.question.about if answer.question else ""
    paths = ", ".join(path for path in answer.set_aside if path != asked)
    return f"Left out, because it cannot be used as it is recorded: {paths}." if paths else ""


def _shown(draft: Draft, goes: str) -> Shown:
    traces = tuple((draft.text[span.start : span.end], span.path) for span in draft.facts)
    by = "" if draft.by == "offline" else draft.by
    return Shown(draft.text, draft.tone, draft.limit, traces, draft.subject, goes, by)


def _fact_lines(note: Shown, brief: Brief, width: int | None) -> Iterator[str]:
    facts = {fact.path: _plain(fact.text) for fact in brief.facts()}
    said: dict[str, str] = {}
    for words, path in note.traces:
        if path in facts and path not in _SELF_EVIDENT:
            said.setdefault(path, _plain(words))
    for letter, (path, words) in zip(ascii_lowercase, said.items(), strict=False):
        line = f"{letter}  {_traced(words, facts[path])}  ({path})"
        yield from _lines(line, width, indent="    ", others="       ")


def _traced(words: str, fact: str) -> str:
    said, known = words.casefold(), fact.casefold()
    return fact if said in known or known in said else f"“{words}”: {fact}"


def _lines(
    text: str, width: int | None, *, indent: str = "", others: str | None = None
) -> Iterator[str]:
    shown = printable(text)
    if width is None:
        yield f"{indent}{shown}"
    else:
        others = indent if others is None else others
        yield from wrapped(shown, width, first=indent, others=others)


def _plain(text: str) -> str:
    return " ".join(text.split())
