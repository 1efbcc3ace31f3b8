"""One run of `redleaf sync` with a mail server: list its folders, or read what is newer in some."""

from __future__ import annotations

from collections.abc import Sequence

import click

from redleaf.cli.bar import bar
from redleaf.cli.columns import width_of_output
from redleaf.cli.importing import counts_in_words, preview_lines, problem_line
from redleaf.cli.terminal import printable
from redleaf.cli.whereabouts import today
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act
from redleaf.web.mailboxes.client import MailClient
from redleaf.web.mailboxes.secrets import Secret
from redleaf.web.mailboxes.services import MailSync, finish_mail_sync, prepare_mail_sync
from redleaf.web.zone import local_zone

_MOST_PROBLEMS = 10
_USUAL = ("INBOX",)


class MailSyncRun:
    """One user's folders on one mail server, held against the store of `owner`."""

    def __init__(
        self, owner: User, address: str, user_name: str, secret: Secret, *, unencrypted: bool
    ) -> None:
        self._owner = owner
        self._user_name = user_name
        self._client = MailClient(address, user_name, secret, unencrypted=unencrypted)

    def show(self) -> int:
        """List the folders. Gives the exit code."""
        with self._client as client:
            for name in client.folders():
                click.echo(printable(name))
        return 0

    def carry_out(self, only: Sequence[str], *, anew: bool, is_preview: bool) -> int:
        """Read what is newer, and import it or show what that would do. Gives the exit code."""
        with self._client as client, bar("Reading") as told:
            sync = prepare_mail_sync(
                self._owner,
                client,
                only or _USUAL,
                user_name=self._user_name,
                options=self._options(),
                anew=anew,
                told=told,
            )
        if is_preview:
            names = ", ".join(each.name for each in sync.folders)
            lines = preview_lines(sync.plan, names, (), width=width_of_output())
            click.echo("\n".join(lines))
            click.echo("Nothing is changed yet. Leave out --preview to import.", err=True)
        else:
            with bar("Importing") as told:
                act = finish_mail_sync(self._owner, sync, told=told)
            _say_what_was_done(sync, act)
        for fault in dict.fromkeys(sync.faults):
            click.echo(f"redleaf: {printable(fault)}", err=True)
        return 1 if sync.faults or sync.plan.harvest.losses else 0

    def _options(self) -> dict[str, object]:
        mine = [address for address in (self._owner.email, self._user_name) if "@" in address]
        return {"mine": mine, "today": today().isoformat(), "zone": local_zone()}


def _say_what_was_done(sync: MailSync, act: Act | None) -> None:
    problems = sync.plan.harvest.losses
    for problem in problems[:_MOST_PROBLEMS]:
        click.echo(f"redleaf: {problem_line(problem)}", err=True)
    if len(problems) > _MOST_PROBLEMS:
        click.echo(f"redleaf: … and {len(problems) - _MOST_PROBLEMS:,} more", err=True)
    for each in sync.folders:
        click.echo(f"{printable(each.name)}: {each.read:,} new on the server.")
    if act is not None:
        click.echo(counts_in_words(sync.plan))
        click.echo("redleaf undo takes it back.", err=True)
