"""`redleaf desk`: the pages, in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from redleaf.errors import RedleafError

_WEB_PARTS = {"django", "django_htmx", "granian", "whitenoise", "platformdirs"}


@click.command("desk", short_help="Open the desk in the browser.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Serve here; otherwise the first free port from 8137.",
)
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that holds everything the desk keeps (or REDLEAF_HOME).",
)
def command(port: int | None, no_browser: bool, home: Path | None) -> int:
    """Open the desk: check a text, write a note, and see what your invitations have been like.

    Serves this machine only. The address it prints holds a key that works once, so that no other
    user of the machine gets in. When the desk is open already, it gives a new key for it.
    """
    try:
        from redleaf.web.server import open_desk

        return open_desk(home=home, port=port, browser=not no_browser, say=_say)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _WEB_PARTS:
            raise
        raise RedleafError(
            "The desk needs a few parts that are not installed. "
            "Add them, in the checkout, with: pip install '.[web]'"
        ) from error


def _say(line: str) -> None:
    """The address is the answer and goes to stdout; what explains it goes to stderr."""
    click.echo(line, err="http" not in line)
