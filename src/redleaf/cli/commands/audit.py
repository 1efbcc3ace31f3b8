"""`redleaf audit`: what your own invitations have been like so far."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from pathlib import Path

import click

from redleaf.audit import AuditReport, audit
from redleaf.audit.html import report_page
from redleaf.audit.summary import text_summary
from redleaf.cli.bar import bar
from redleaf.errors import FileError


@click.command("audit")
@click.argument("export", metavar="EXPORT.zip", type=click.Path(path_type=Path))
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report as one page that needs nothing else; replaces FILE.",
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--today",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Count from this day instead of today.",
)
def command(export: Path, page: Path | None, style: str, today: dt.datetime | None) -> int:
    """Count your own invitations in your LinkedIn data export.

    EXPORT.zip is the zip as LinkedIn sends it, the folder it unpacks to, or one table of it. Says
    how many went out without words of your own, who accepted, by kind of note, and whom to write
    to now. Nothing is sent anywhere.

    Exit code: 0 done, 1 the export or a table of it could not be read, 2 wrong use.
    """
    if page and page.resolve() == export.resolve():
        raise click.BadParameter("this is the export itself.", param_hint="--html")
    day = today.date() if today else dt.datetime.now().astimezone().date()
    with bar("Reading") as tell:
        report = audit(export, today=day, progress=tell)
    if page:
        _write(page, report_page(report))
        click.echo(f"The report is in {page}.", err=True)
    if style == "json":
        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        click.echo(text_summary(report))
    return 1 if _says_what_is_unread(report) else 0


def _says_what_is_unread(report: AuditReport) -> bool:
    """Whole tables that could not be read, on stderr. Single rows stand in the report alone."""
    tables = [each for each in report.skipped if not each.line]
    for each in tables:
        click.echo(f"redleaf: {each.file}: {each.what}", err=True)
    return bool(tables)


def _write(path: Path, text: str) -> None:
    """Write `text` to a file beside `path` and put it in its place: never half a report."""
    try:
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except OSError as error:
        what = f"the report cannot be written here: {error.strerror}."
        raise FileError(what, place=str(path)) from None
