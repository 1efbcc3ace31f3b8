"""`redleaf desk`: the pages, in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from redleaf.cli.store import home_option, web_parts
from redleaf.errors import RedleafError

_TEAM_PARTS = {"allauth", "cryptography", "fido2", "qrcode"}


@click.command("desk", short_help="Open the desk in the browser.")
@click.option("--team", is_flag=True, help="Serve a team, with accounts (or REDLEAF_TEAM=1).")
@click.option("--host", help="With --team: the address to serve on; otherwise 127.0.0.1.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Serve here; otherwise the first free port from 8137.",
)
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@home_option
def command(
    team: bool, host: str | None, port: int | None, no_browser: bool, home: Path | None
) -> int:
    """Open the desk: check a text, write a note, and see what your invitations have been like.

    Serves this machine only. The address it prints holds a key that works once, so that no other
    user of the machine gets in. When the desk is open already, it gives a new key for it.

    With --team it is a server where people join and log in; docs/self-hosting.md tells the rest.
    """
    with web_parts("The desk"):
        from redleaf.web.mode import is_team

        if team or is_team():
            return _serve_team(host, port, home)
        if host is not None:
            raise click.UsageError("--host goes with --team: a desk of one's own serves loopback.")
        from redleaf.web.server import open_desk

        return open_desk(home=home, port=port, browser=not no_browser, say=_say)


def _serve_team(host: str | None, port: int | None, home: Path | None) -> int:
    from redleaf.web.team_server import open_team_desk

    try:
        return open_team_desk(home=home, host=host, port=port, say=_say)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _TEAM_PARTS:
            raise
        raise RedleafError(
            "A team's server needs a few parts that are not installed. "
            "Add them, in the checkout, with: pip install '.[web,team]'"
        ) from error


def _say(line: str) -> None:
    """The address is the answer and goes to stdout; what explains it goes to stderr."""
    click.echo(line, err="http" not in line)
