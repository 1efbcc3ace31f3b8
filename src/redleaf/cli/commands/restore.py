"""`redleaf restore`: bring a backup back."""

from __future__ import annotations

from pathlib import Path

import click

from redleaf.cli.store import home_of, home_option, web_parts


@click.command("restore", short_help="Bring a backup back into a home.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@home_option
def command(file: Path, home: Path | None) -> int:
    """Bring back what "redleaf backup" wrote to FILE; the desk of that home must not run.

    The file is proven whole first. A store that is there already is put aside and not thrown away.

    Exit code: 0 brought back, 1 it could not be, 2 wrong use.
    """
    with web_parts("To restore"):
        from redleaf.web.backup import restore

        place = home_of(home)
        before = restore(file, place)
    click.echo(f"{place.path} is as it was when {file} was written.", err=True)
    if before:
        click.echo(f"What stood there before lies in {before}.", err=True)
    return 0
