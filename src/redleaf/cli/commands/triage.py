"""`redleaf triage`: the invitations that came in, those first that deserve an answer today."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from redleaf.cli.bar import bar
from redleaf.cli.store import home_option, opened_store
from redleaf.errors import FileError, InputError
from redleaf.triage import POLICIES, Invitation, Known, Policy, read_policy, triage

MAX_BYTES = 200_000_000


@click.command("triage")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "--policy",
    "chosen",
    metavar="open|choosy|strict|FILE",
    help="Whom to let in, or a file of your own settings; else the owner's, or choosy.",
)
@click.option(
    "--known", "known_file", metavar="KNOWN.json", help="What you know, instead of the store."
)
@home_option
def command(file: str, chosen: str | None, known_file: str | None, home: Path | None) -> int:
    """Rank the invitations in FILE: JSONL with id, text, from, received and network.

    Each gets a row with a decision, the reasons for it and, where one is owed, an answer. The
    first deserves most attention. People you know stand before strangers, whatever they wrote; the
    store tells who that is, or --known does. A row that cannot be read stands last, with its error.
    Nothing leaves this machine.

    Exit code: 0 every row was read, 1 some could not be, 2 wrong use.
    """
    if file == "-" and known_file == "-":
        raise click.UsageError(
            "Invitations and what is known cannot both come from standard input."
        )
    policy = _policy(chosen) if chosen else None
    invitations, errors = _read(file)
    known = _known(known_file, home)
    known = known if known.today else replace(known, today=_today())
    policy = policy or _policy(known.owner.policy)
    with bar("Reading") as tell:
        decisions = triage(
            invitations, known, policy=policy, tell=lambda done: tell(done / len(invitations))
        )
    for each in (*(each.to_json() for each in decisions), *errors):
        click.echo(json.dumps(each, ensure_ascii=False))
    if errors:
        rows = "1 row" if len(errors) == 1 else f"{len(errors):,} rows"
        click.echo(f"redleaf: {rows} could not be read.", err=True)
    return 1 if errors else 0


def _read(file: str) -> tuple[list[Invitation], list[dict[str, Any]]]:
    """The invitations, and a row with its error for each line that is none."""
    invitations, errors = [], []
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        data: Any = None
        try:
            data = json.loads(line)
            invitations.append(Invitation.from_json(data))
        except InputError as error:
            errors.append({"id": _id_in(data), "line": number, "error": str(error)})
        except (ValueError, RecursionError):
            errors.append({"id": None, "line": number, "error": "this line is not JSON in UTF-8."})
    return invitations, errors


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    yield from _bytes_of(file).removeprefix(b"\xef\xbb\xbf").split(b"\n")


def _bytes_of(file: str) -> bytes:
    try:
        with Path(file).open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError("there is no such file.", place=file) from None
    except IsADirectoryError:
        raise FileError("this is a folder; name a file in it.", place=file) from None
    except OSError as error:
        raise FileError(f"it cannot be read: {error.strerror}.", place=file) from None
    if len(data) > MAX_BYTES:
        raise FileError("this is over 200 MB; cut it in parts.", place=file)
    return data


def _id_in(data: Any) -> str | None:
    key = data.get("id") if isinstance(data, dict) else None
    return str(key) if isinstance(key, (str, int)) else None


def _known(file: str | None, home: Path | None) -> Known:
    if file is None:
        with opened_store(home) as owner:
            from redleaf.web.inbox.selectors.known import known_by

            return known_by(owner)
    name = "standard input" if file == "-" else file
    data = sys.stdin.buffer.read() if file == "-" else _bytes_of(file)
    try:
        return Known.from_json(json.loads(data))
    except InputError as error:
        raise FileError(str(error), place=name) from None
    except (ValueError, RecursionError):
        raise FileError("this is not JSON.", place=name) from None


def _policy(written: str) -> Policy:
    """A ready policy by its name, or the settings in a file or of the owner."""
    if not written:
        return POLICIES["choosy"]
    if written.casefold() in POLICIES or "\n" in written or ":" in written:
        return read_policy(written)
    if not Path(written).is_file():
        names = ", ".join(POLICIES)
        raise click.BadParameter(
            f"{written!r} is none of {names}, and no file.", param_hint="--policy"
        )
    return read_policy(_bytes_of(written).decode("utf-8-sig", "replace"), place=written)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
