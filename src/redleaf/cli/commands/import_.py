"""`redleaf import`: people, encounters and invitations out of files that you have."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from redleaf.cli.options import format_option
from redleaf.cli.store import home_option, opened_store
from redleaf.formats.importer import importers

_SHOWN = ("new", "changed", "same", "doubtful", "unreadable")


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--preview", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--show",
    multiple=True,
    type=click.Choice(_SHOWN),
    help="In the preview, list all of these; may be given several times.",
)
@click.option(
    "--as", "format_name", metavar="FORMAT", default="", help="Read the files as this format."
)
@click.option(
    "--me",
    multiple=True,
    metavar="ADDRESS",
    help="An e-mail address of your own, for calendars and mail; may be given several times.",
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="What a column of a table holds, where Redleaf guesses otherwise.",
)
@click.option("--yes", is_flag=True, help="Import without asking anything.")
@home_option
@format_option
def command(
    files: tuple[str, ...],
    preview: bool,
    show: tuple[str, ...],
    format_name: str,
    me: tuple[str, ...],
    mapping: tuple[str, ...],
    yes: bool,
    home: Path | None,
    style: str,
) -> int:
    """Take people, encounters, letters and invitations out of files, and keep them.

    A FILE is an address book (vCard, CSV), an export of LinkedIn or Facebook, a calendar, mail, a
    picture of a business card, an export of Redleaf, or a folder of these; "-" is standard input.
    Whoever is known already is not made twice: the same file again changes nothing. All files come
    in together or not at all, and "redleaf undo" takes them back.

    Exit code: 0 all of it is in, 1 something could not be read or done, 2 wrong use.
    """
    if show and not preview:
        raise click.UsageError("--show is about the preview; add --preview.")
    if format_name and format_name not in importers():
        known = ", ".join(importers())
        raise click.BadParameter(f"there is {known}, and no {format_name}.", param_hint="--as")
    options: dict[str, Any] = {"mine": list(me), "mapping": _mapping(mapping)}
    with _keeping_everything(), opened_store(home) as owner:
        from redleaf.cli.import_run import ImportRun

        run = ImportRun(owner, files, format_name, options)
        if preview:
            return run.preview(show, style)
        return run.carry_out(asks=not yes and style == "text", style=style)


@contextmanager
def _keeping_everything() -> Iterator[None]:
    """All rows of a file are needed to the end: to look for rubbish in them takes a tenth of it."""
    was_looked_for = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looked_for:
            gc.enable()


def _mapping(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for each in given:
        column, equals, field = each.rpartition("=")
        if not equals or not column.strip() or not field.strip():
            raise click.BadParameter(
                f"{each!r} is not COLUMN=FIELD, such as 'Firma=organisation'.", param_hint="--map"
            )
        pairs[column.strip()] = field.strip()
    return pairs
