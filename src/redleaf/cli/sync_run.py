"""One run of `redleaf sync`: find the collections, read what changed, show or import it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from redleaf.cli.bar import bar
from redleaf.cli.columns import width_of_output
from redleaf.cli.importing import counts_in_words, preview_lines, problem_line
from redleaf.cli.terminal import printable
from redleaf.cli.whereabouts import today
from redleaf.web.accounts.models import User
from redleaf.web.addressbooks.client import DavClient
from redleaf.web.addressbooks.discovery import Found, find_collections
from redleaf.web.addressbooks.services import Sync, finish_sync, prepare_sync
from redleaf.web.contacts.models import Act
from redleaf.web.zone import local_zone

_KINDS = {"addressbook": "address book", "calendar": "calendar"}
_MOST_PROBLEMS = 10
_MOST_VANISHED = 20


class SyncRun:
    """One user's collections on one server, held against the store of `owner`."""

    def __init__(
        self, owner: User, address: str, user_name: str, password: str, *, unencrypted: bool
    ) -> None:
        self._owner = owner
        self._user_name = user_name
        self._client = DavClient(address, user_name, password, unencrypted=unencrypted)

    def show(self) -> int:
        """List the collections. Gives the exit code."""
        with self._client as client:
            for each in find_collections(client):
                click.echo(f"{printable(each.title)}  {_KINDS[each.kind]}")
        return 0

    def carry_out(self, only: Sequence[str], *, anew: bool, is_preview: bool) -> int:
        """Read what changed, and import it or show what that would do. Gives the exit code."""
        with self._client as client, bar("Reading") as told:
            wanted = _chosen(find_collections(client), only)
            sync = prepare_sync(
                self._owner,
                client,
                wanted,
                user_name=self._user_name,
                options=self._options(),
                anew=anew,
                told=told,
            )
        if is_preview:
            _show(sync)
        else:
            with bar("Importing") as told:
                act = finish_sync(self._owner, sync, told=told)
            _say_what_was_done(sync, act)
        _say_what_vanished(sync)
        return 1 if sync.plan.harvest.losses else 0

    def _options(self) -> dict[str, object]:
        mine = [address for address in (self._owner.email, self._user_name) if "@" in address]
        return {"mine": mine, "today": today().isoformat(), "zone": local_zone()}


def _chosen(found: Sequence[Found], only: Sequence[str]) -> list[Found]:
    titles = {each.title.casefold() for each in found}
    for title in only:
        if title.casefold() not in titles:
            known = ", ".join(printable(each.title) for each in found)
            raise click.BadParameter(f"there is {known}, and no {title}.", param_hint="--only")
    wanted = {title.casefold() for title in only}
    return [each for each in found if not wanted or each.title.casefold() in wanted]


def _show(sync: Sync) -> None:
    names = ", ".join(each.found.title for each in sync.collections)
    click.echo("\n".join(preview_lines(sync.plan, names, (), width=width_of_output())))
    click.echo("Nothing is changed yet. Leave out --preview to import.", err=True)


def _say_what_was_done(sync: Sync, act: Act | None) -> None:
    problems = sync.plan.harvest.losses
    for problem in problems[:_MOST_PROBLEMS]:
        click.echo(f"redleaf: {problem_line(problem)}", err=True)
    if len(problems) > _MOST_PROBLEMS:
        click.echo(f"redleaf: … and {len(problems) - _MOST_PROBLEMS:,} more", err=True)
    for each in sync.collections:
        count = len(each.changes.items)
        click.echo(f"{printable(each.found.title)}: {count:,} new or changed on the server.")
    if act is not None:
        click.echo(counts_in_words(sync.plan))
        click.echo("redleaf undo takes it back.", err=True)


def _say_what_vanished(sync: Sync) -> None:
    names = sync.vanished
    if not names:
        return
    click.echo(f"No longer on the server, and kept here: {len(names):,}.")
    for name in names[:_MOST_VANISHED]:
        click.echo(f"  {printable(name)}")
    if len(names) > _MOST_VANISHED:
        click.echo(f"  … and {len(names) - _MOST_VANISHED:,} more")
