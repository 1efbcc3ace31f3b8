"""What `redleaf check` does, once its arguments are read. Knows nothing of click."""

from __future__ import annotations

import sys

from redleaf.cli.inputs import read_brief, read_settings, read_text
from redleaf.cli.reporting import CheckedText, written
from redleaf.errors import FileError
from redleaf.judging.checking import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def check_files(
    files: Sequence[str] = (),
    *,
    network: str = "",
    brief_file: str | None = None,
    kind: str | None = None,
    style: str = "text",
    config: str | None = None,
) -> int:
    """Check each file, print the reports in one piece, give the exit code.

    A file that cannot be read is named on stderr and the others are checked all the same.
    """
    settings = read_settings(config)
    brief = read_brief(brief_file) if brief_file else None
    checked: list[CheckedText] = []
    unread = 0
    for source in files or ("-",):
        try:
            text = read_text(source)
        except FileError as error:
            sys.stderr.write(f"redleaf: {error}\n")
            unread += 1
            continue
        report = check(
            text, network=network, brief=brief, kind=kind or "", source=source, settings=settings
        )
        checked.append(CheckedText(text, report))
    output = written(checked, style)
    if output:
        sys.stdout.write(f"{output}\n")
        sys.stdout.flush()
    return 1 if unread or any(each.report.findings for each in checked) else 0
