"""`redleaf undo`: take back the last thing that was done to the memory."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redleaf.cli.options import format_option
from redleaf.cli.store import home_option, opened_store

if TYPE_CHECKING:
    from redleaf.web.contacts.models import Act


@click.command("undo")
@click.argument("act", required=False, metavar="[ACT]")
@click.option("--list", "lists", is_flag=True, help="Show what was done, the newest first.")
@home_option
@format_option
def command(act: str | None, lists: bool, home: Path | None, style: str) -> int:
    """Take back the last import, merge or edit; or ACT, by its name in the list.

    Everything it touched becomes what it was before, and nothing else does. What a later act was
    built upon is taken back after that one.

    Exit code: 0 done, 1 there is nothing to take back or it cannot be, 2 wrong use.
    """
    if lists and act is not None:
        raise click.UsageError("--list shows all acts; leave out which one.")
    with opened_store(home) as owner:
        from redleaf.cli.acts import act_called, acts_of, list_lines, undone_line
        from redleaf.web.contacts.services.undoing import last_act, undo

        if lists:
            told = acts_of(owner)
            if style == "json":
                _print_json(told)
            else:
                click.echo("\n".join(list_lines(told)))
            return 0
        chosen = last_act(owner) if act is None else act_called(owner, act)
        if chosen is None:
            click.echo("There is nothing to take back.", err=True)
            return 1
        undo(chosen)
        if style == "json":
            chosen.refresh_from_db()
            _print_json([chosen])
        else:
            click.echo(undone_line(chosen))
    return 0


def _print_json(acts: Sequence[Act]) -> None:
    from redleaf.cli.acts import act_json

    data = {"schema": 1, "acts": [act_json(each) for each in acts]}
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
