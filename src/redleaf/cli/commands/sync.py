"""`redleaf sync`: people, encounters and invitations from a server of address books or mail."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redleaf.cli.store import home_option, opened_store

if TYPE_CHECKING:
    from redleaf.cli.mail_sync_run import MailSyncRun
    from redleaf.cli.sync_run import SyncRun
    from redleaf.web.accounts.models import User


@click.command("sync")
@click.argument("address", metavar="ADDRESS")
@click.option("--user", "user_name", required=True, metavar="NAME", help="Who you are there.")
@click.option(
    "--only",
    multiple=True,
    metavar="TITLE",
    help="Only the address book, calendar or mail folder of this name; may be given several times.",
)
@click.option("--list", "lists", is_flag=True, help="Show what is there, and read nothing.")
@click.option("--preview", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--anew", is_flag=True, help="Read everything again, not only what changed.")
@click.option(
    "--unencrypted", is_flag=True, help="Do without encryption; anybody on the way can read it."
)
@click.option("--token", is_flag=True, help="What is asked for is a token of OAuth (mail alone).")
@click.option(
    "--token-file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Take the token of OAuth, and what renews it, from this file (mail alone).",
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
    token: bool,
    token_file: Path | None,
    home: Path | None,
) -> int:
    """Read address books and calendars (CardDAV, CalDAV), or mail (IMAP), from a server.

    The address is that of the server, of your account on it, or of one collection; for mail it
    begins with imaps://, and the folder INBOX is read unless --only names others. Only what
    changed since the last time is read. Nothing is ever written to the server, and nothing is
    deleted here because it vanished there: it is listed, and stays. "redleaf undo" takes it back.

    The password is asked for, unless the environment, a file, or the desk's keyring holds what lets
    you in (see docs/sync.md). It is not kept.

    Exit code: 0 all of it is in, 1 something could not be read or done, 2 wrong use.
    """
    is_mail = address.casefold().startswith(("imap://", "imaps://"))
    for name, is_given in (("--token", token), ("--token-file", token_file is not None)):
        if is_given and not is_mail:
            raise click.BadParameter("is for mail alone (imaps://).", param_hint=name)
    with opened_store(home) as owner:
        run = (
            _mail_run(owner, address, user_name, token, token_file, unencrypted)
            if is_mail
            else _run(owner, address, user_name, unencrypted)
        )
        if lists:
            return run.show()
        return run.carry_out(only, anew=anew, is_preview=preview)


def _run(owner: User, address: str, user_name: str, unencrypted: bool) -> SyncRun:
    from redleaf.cli.mail_secrets import asked_secret
    from redleaf.cli.sync_run import SyncRun

    said = os.environ.get("REDLEAF_SYNC_PASSWORD") or asked_secret("Password", user_name)
    return SyncRun(owner, address, user_name, said, unencrypted=unencrypted)


def _mail_run(
    owner: User,
    address: str,
    user_name: str,
    is_token: bool,
    token_file: Path | None,
    unencrypted: bool,
) -> MailSyncRun:
    from redleaf.cli.mail_secrets import mail_secret
    from redleaf.cli.mail_sync_run import MailSyncRun

    secret = mail_secret(owner, address, user_name, is_token=is_token, token_file=token_file)
    return MailSyncRun(owner, address, user_name, secret, unencrypted=unencrypted)
