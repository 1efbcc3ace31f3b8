"""`redleaf check --fix` and `--diff`: the safe fixes taken in the files, or shown."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from redleaf.cli.checking import Checker, print_reports
from redleaf.cli.inputs import read_bytes, sources_in, text_of
from redleaf.cli.mending import mended_bytes, replace_file
from redleaf.cli.reporting import CheckedText
from redleaf.errors import FileError
from redleaf.judging.fixing import FixedText, fix_by

_NO_LINE_END = "\n\\ No newline at end of file\n"


def fix_files(
    files: Sequence[str], checker: Checker, *, style: str, fail_on: str, quiet: bool
) -> int:
    """Write each file anew with its safe fixes, then report what is left; give the exit code.

    The text of standard input goes to standard output, and its report to stderr. What was fixed
    is told on stderr.
    """
    checked: list[CheckedText] = []
    for source, before, fixed in _fixed(files, checker):
        after = mended_bytes(before, fixed.text)
        try:
            if source == "-":
                _write_out(after)
            elif after != before:
                replace_file(source, after)
        except FileError as error:
            checker.pass_over(error)
            continue
        _say_mended(fixed, "fixed")
        checked.append(CheckedText(fixed.text, fixed.report))
    reads_stdin = tuple(files) in ((), ("-",))
    print_reports(checked, style, checker, quiet=quiet, aside=reads_stdin)
    return checker.exit_code(checked, fail_on)


def show_fixes(files: Sequence[str], checker: Checker) -> int:
    """Print what `fix_files` would change, as a unified diff; 1 when it would change anything."""
    would_change = False
    for _, before, fixed in _fixed(files, checker):
        after = mended_bytes(before, fixed.text)
        if after != before:
            would_change = True
            texts = before.decode("utf-8"), after.decode("utf-8")
            sys.stdout.writelines(_diff(fixed.report.source, *texts))
            sys.stdout.flush()
            _say_mended(fixed, "to fix")
    return 1 if would_change or checker.passed_over else 0


def _fixed(files: Sequence[str], checker: Checker) -> Iterator[tuple[str, bytes, FixedText]]:
    for source in sources_in(files):
        try:
            before = read_bytes(source)
            text = text_of(before, source)
        except FileError as error:
            checker.pass_over(error)
            continue
        yield source, before, fix_by(text, partial(checker.check, source=source))


def _write_out(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _say_mended(fixed: FixedText, what: str) -> None:
    if fixed.mended:
        count = sum(fixed.mended.values())
        rules = ", ".join(f"{rule} {times}" for rule, times in sorted(fixed.mended.items()))
        source = fixed.report.source
        name = "standard input" if source == "-" else source
        places = "1 place" if count == 1 else f"{count} places"
        sys.stderr.write(f"redleaf: {name}: {places} {what}: {rules}\n")


def _diff(source: str, before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(_lines(before), _lines(after), source, source)
    return (line if line.endswith("\n") else line + _NO_LINE_END for line in lines)


def _lines(text: str) -> list[str]:
    """Cut at line feeds alone: other signs that end a line stand inside of lines here."""
    return [*_with_ends(text.split("\n"))]


def _with_ends(parts: Iterable[str]) -> Iterator[str]:
    *whole, last = parts
    yield from (f"{part}\n" for part in whole)
    if last:
        yield last
