"""One run of `redleaf draft --batch`: briefs in, answers out, and what there is to say of them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

import click

from redleaf.cli.columns import wrapped
from redleaf.cli.drafting.stack import Sharing, Stack
from redleaf.cli.drafting.stack_files import answers_to, read_stack
from redleaf.cli.progress import Progress
from redleaf.cli.terminal import printable
from redleaf.writing.budget import left_in_words

_MOST_NAMED = 10
_WIDTH = 88
_WORDS = {
    "note": "to send with a note",
    "no-note": "who need no note",
    "email-first": "to write an e-mail first",
    "after-acceptance": "to write to after they accept",
    "ask-me": "with a question to you",
}


def draft_stack(
    source: str,
    output: str | None,
    *,
    network: str,
    count: int,
    seed: int,
    left: int | None,
    with_email: bool,
) -> int:
    """Draft every brief of a file; give the exit code: 1 when a line could not be done."""
    lines = read_stack(source, network)
    stack = Stack(lines, count=count, seed=seed, left=left, with_email=with_email)
    progress = Progress(quiet=output is None and _is_read_along())
    advice: Counter[str] = Counter()
    with answers_to(output) as write:
        for answer in stack.answers(lambda done: progress.tell(done, done, len(lines))):
            write(answer)
            advice[answer.get("advice", "")] += 1
    progress.rows = len(lines)
    progress.end()
    for line in _summary(stack, advice, output):
        click.echo(line, err=True)
    return 1 if advice[""] else 0


def _is_read_along() -> bool:
    """Answers that scroll by at a terminal leave no room for a line that counts them."""
    return sys.stdout.isatty()


def _summary(stack: Stack, advice: Counter[str], output: str | None) -> Iterator[str]:
    for sharing in stack.sharings:
        yield from _sharing_lines(sharing)
    if output:
        told = [f"{advice[kind]:,} {words}" for kind, words in _WORDS.items() if advice[kind]]
        yield f"{printable(output)}: {', '.join(told) or 'nothing could be written'}."
    if failed := advice[""]:
        lines = "1 line" if failed == 1 else f"{failed:,} lines"
        yield f"redleaf: {lines} of {len(stack.lines):,} could not be done; each says why."
        if failed == len(stack.lines):
            yield "--batch reads one brief a line. A single brief is drafted without it."
    if not stack.lines:
        yield "redleaf: there is no brief in it."


def _sharing_lines(sharing: Sharing) -> Iterator[str]:
    yield left_in_words(sharing.budget, None)
    chosen = [(line, need) for line, need in sharing.needs if need.has_note]
    if not chosen or len(chosen) == len(sharing.needs):
        return
    yield "They go to those who need them most:"
    for line, need in chosen[:_MOST_NAMED]:
        name = line.brief.recipient.name if line.brief else ""
        yield from wrapped(
            printable(f"{name}: {need.why}"), _WIDTH, first=f"  {need.rank}  ", others="     "
        )
    if len(chosen) > _MOST_NAMED:
        yield f"  … and {len(chosen) - _MOST_NAMED} more; “need” says it in each answer."
