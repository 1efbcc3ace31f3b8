"""`redleaf export`: everything that Redleaf keeps, in one file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redleaf.cli.progress import Progress
from redleaf.cli.store import home_option, opened_store
from redleaf.cli.whereabouts import today
from redleaf.errors import FileError

_SUFFIXES = {"zip": ".zip", "vcard": ".vcf", "csv": ".csv", "ics": ".ics"}
_FORMATS = {suffix: name for name, suffix in _SUFFIXES.items()}


@click.command("export")
@click.argument("file", required=False, metavar="[FILE|-]")
@click.option("--as", "style", type=click.Choice(list(_SUFFIXES)),
              help="What to write; by the ending of FILE unless you say, and a zip without one.",
              )  # fmt: skip
@click.option("--overwrite", is_flag=True, help="Write over FILE where it is there already.")
@home_option
def command(file: str | None, style: str | None, overwrite: bool, home: Path | None) -> int:
    """Write everything that Redleaf keeps for you to FILE, or to standard output ("-").

    A zip holds all of it and comes back with "redleaf import". For other programs: people as
    vCards (vcard) or as a table (csv), encounters as a calendar (ics). Without FILE the zip is
    called redleaf-YYYY-MM-DD.zip and lies in this folder. Nobody else on this machine may read it.

    Exit code: 0 written, 1 it could not be, 2 wrong use.
    """
    style = style or (_FORMATS.get(Path(file or "").suffix.casefold(), "zip"))
    target = file or f"redleaf-{today():%Y-%m-%d}{_SUFFIXES[style]}"
    if target == "-" and overwrite:
        raise click.UsageError("--overwrite is about a file, and standard output is none.")
    if target == "-" and style == "zip" and sys.stdout.isatty():
        raise click.UsageError("A zip is not for a terminal: name a file, or --as vcard.")
    if target != "-" and Path(target).is_dir():
        raise click.UsageError(f"{target} is a folder; name a file in it.")
    if target != "-" and Path(target).exists() and not Path(target).is_file():
        raise FileError("this is a device or a pipe; “-” writes to standard output.", place=target)
    if target != "-" and Path(target).exists() and not overwrite:
        raise FileError("this is there already; --overwrite writes over it.", place=target)
    return _export(target, style, home)


def _export(target: str, style: str, home: Path | None) -> int:
    progress = Progress(quiet=False)
    with opened_store(home) as owner:
        from redleaf.cli.people.export_files import write_to

        try:
            told = write_to(target, owner, style, progress)
        finally:
            progress.end()
    click.echo(told, err=True)
    return 0
