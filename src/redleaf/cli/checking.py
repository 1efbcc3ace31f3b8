"""What `redleaf check` does, once its arguments are read. Knows nothing of click."""

from __future__ import annotations

import sys

from redleaf.cli.inputs import read_brief, read_settings, read_text, sources_in
from redleaf.cli.reporting import CheckedText, Run, written
from redleaf.errors import FileError
from redleaf.judging.checking import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from redleaf.judging import Report
    from redleaf.judging.allowing import UnusedAllowance

# What --fail-on counts: what is named and whatever matters more.
FAILING = ("advice", "warning", "error", "none")


def check_files(
    files: Sequence[str],
    checker: Checker,
    *,
    style: str = "text",
    fail_on: str = "advice",
    quiet: bool = False,
) -> int:
    """Check each file, print the reports in one piece, give the exit code.

    A file that cannot be read is named on stderr and the others are checked all the same. `quiet`
    leaves out the texts without findings.
    """
    checked: list[CheckedText] = []
    for source in sources_in(files):
        try:
            text = read_text(source)
        except FileError as error:
            checker.pass_over(error)
            continue
        checked.append(CheckedText(text, checker.check(text, source)))
    print_reports(checked, style, checker, quiet=quiet)
    return checker.exit_code(checked, fail_on)


class Checker:
    """Checks texts of one run with the same facts and settings, and counts what went wrong."""

    def __init__(
        self,
        *,
        network: str = "",
        kind: str | None = None,
        brief_file: str | None = None,
        history_file: str | None = None,
        config: str | None = None,
        stdin_name: str = "-",
    ) -> None:
        self._network = network
        self._kind = kind or ""
        self._settings = read_settings(config)
        self._brief = read_brief(brief_file) if brief_file else None
        self._history = _history_in(history_file)
        self._stdin_name = stdin_name
        self._used: set[int] = set()
        self._reached: set[int] = set()
        self.passed_over: list[FileError] = []

    def check(self, text: str, source: str) -> Report:
        """The report of `text`; of the allowances in the settings those for `source` hold."""
        name = self._stdin_name if source == "-" else source
        settings = self._settings
        if settings.allowances:
            from redleaf.cli.whereabouts import place_of, today

            settings = settings.for_file(place_of(name), today())
            self._reached.update(each.number for each in settings.allowances)
        report = check(
            text,
            network=self._network,
            brief=self._brief,
            kind=self._kind,
            source=name,
            settings=settings,
            history=self._history,
        )
        self._used.update(each.allowance.number for each in report.allowed)
        return report

    def pass_over(self, error: FileError) -> None:
        """Name a file that cannot be read or written; the run goes on."""
        sys.stderr.write(f"redleaf: {error}\n")
        self.passed_over.append(error)

    def unused(self) -> Sequence[UnusedAllowance]:
        """The allowances that have ended, and those that could have held and were not needed."""
        if not self._settings.allowances:
            return ()
        from redleaf.cli.whereabouts import today
        from redleaf.judging.allowing import unused_allowances

        return tuple(
            unused_allowances(self._settings.allowances, self._reached, self._used, today())
        )

    def exit_code(self, checked: Iterable[CheckedText], fail_on: str) -> int:
        counted = FAILING[FAILING.index(fail_on) :]
        findings = (finding for each in checked for finding in each.report.findings)
        return 1 if self.passed_over or any(f.severity in counted for f in findings) else 0


def _history_in(source: str | None) -> Sequence[str]:
    if source is None:
        return ()
    from redleaf.cli.earlier import read_history  # here alone: most checks know no earlier notes

    return read_history(source)


def print_reports(
    checked: Sequence[CheckedText],
    style: str,
    checker: Checker,
    *,
    quiet: bool = False,
    aside: bool = False,
) -> None:
    """The reports to stdout, or `aside` to stderr; to stderr the allowances that nothing needs."""
    shown = [each for each in checked if each.report.findings or not quiet]
    run = Run(shown, checker.unused(), checker.passed_over)
    output = written(run, style)
    if output:
        stream = sys.stderr if aside else sys.stdout
        stream.write(f"{output}\n")
        stream.flush()
    for each in run.unused:
        sys.stderr.write(f"redleaf: {each.words}\n")
