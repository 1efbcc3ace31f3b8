"""`redleaf sync`: people and encounters from an address book or calendar on a server."""

from __future__ import annotations

import os
from pathlib import Path

import click

from redleaf.cli.store import home_option, opened_store


@click.command("sync")
@click.argument("address", metavar="ADDRESS")
@click.option("--user", "user_name", required=True, metavar="NAME", help="Who you are there.")
@click.option(
    "--only",
    multiple=True,
    metavar="TITLE",
    help="Only the address book or calendar of this title; may be given several times.",
)
@click.option("--list", "lists", is_flag=True, help="Show what is there, and read nothing.")
@click.option("--preview", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--anew", is_flag=True, help="Read everything again, not only what changed.")
@click.option(
    "--unencrypted", is_flag=True, help="Use http; anybody on the way can read the password."
)
@home_option
def command(
    address: str,
    user_name: str,
    only: tuple[str, ...],
    lists: bool,
    preview: bool,
    anew: bool,
    unencrypted: bool,
    home: Path | None,
) -> int:
    """Read address books and calendars from a server (CardDAV, CalDAV).

    The address is that of the server, of your account on it, or of one collection. Only what
    changed since the last time is read. Nothing is ever written to the server, and nothing is
    deleted here because it vanished there: it is listed, and stays. "redleaf undo" takes it back.

    The password is asked for, unless the environment holds it (see docs/sync.md). It is not kept.

    Exit code: 0 all of it is in, 1 something could not be read or done, 2 wrong use.
    """
    password = os.environ.get("REDLEAF_SYNC_PASSWORD") or _asked_password(user_name)
    with opened_store(home) as owner:
        from redleaf.cli.sync_run import SyncRun

        run = SyncRun(owner, address, user_name, password, unencrypted=unencrypted)
        if lists:
            return run.show()
        return run.carry_out(only, anew=anew, is_preview=preview)


def _asked_password(user_name: str) -> str:
    password: str = click.prompt(f"Password of {user_name}", hide_input=True, err=True)
    return password
