"""`redleaf desk`: the pages, in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from redleaf.cli.store import home_option, web_parts


@click.command("desk", short_help="Open the desk in the browser.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Serve here; otherwise the first free port from 8137.",
)
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@home_option
def command(port: int | None, no_browser: bool, home: Path | None) -> int:
    """Open the desk: check a text, write a note, and see what your invitations have been like.

    Serves this machine only. The address it prints holds a key that works once, so that no other
    user of the machine gets in. When the desk is open already, it gives a new key for it.
    """
    with web_parts("The desk"):
        from redleaf.web.server import open_desk

        return open_desk(home=home, port=port, browser=not no_browser, say=_say)


def _say(line: str) -> None:
    """The address is the answer and goes to stdout; what explains it goes to stderr."""
    click.echo(line, err="http" not in line)
