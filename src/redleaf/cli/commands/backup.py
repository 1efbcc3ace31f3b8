"""`redleaf backup`: everything a home holds, in one file."""

from __future__ import annotations

from pathlib import Path

import click

from redleaf.cli.store import home_of, home_option, web_parts
from redleaf.cli.whereabouts import today
from redleaf.errors import FileError


@click.command("backup", short_help="Write everything a home holds to one file.")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--overwrite", is_flag=True, help="Write over FILE where it is there already.")
@home_option
def command(file: Path | None, overwrite: bool, home: Path | None) -> int:
    """Write the store of a home, with its secret, to FILE; "redleaf restore" brings it back.

    A desk may be open meanwhile. Of a team's server it holds everybody; what is one person's alone
    is the work of "redleaf export". Without FILE it is called redleaf-backup-YYYY-MM-DD.zip. Nobody
    else on this machine may read it.

    Exit code: 0 written, 1 it could not be, 2 wrong use.
    """
    target = file or Path(f"redleaf-backup-{today():%Y-%m-%d}.zip")
    if target.exists() and not overwrite:
        raise FileError("this is there already; --overwrite writes over it.", place=str(target))
    with web_parts("A backup"):
        import datetime as dt

        from redleaf.web.backup import back_up

        size = back_up(home_of(home), target, at=dt.datetime.now().astimezone())
    click.echo(f"Everything is in {target} ({size / 1e6:.1f} MB).", err=True)
    return 0
