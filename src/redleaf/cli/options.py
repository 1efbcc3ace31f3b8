"""Options that several commands of the store share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from redleaf.cli.whereabouts import today as this_day
from redleaf.notes.fields import YEARS

Command = TypeVar("Command", bound=Callable[..., Any])


def format_option(command: Command) -> Command:
    """`--format text|json`, as `style`."""
    return click.option(
        "--format", "style", type=click.Choice(["text", "json"]), default="text"
    )(command)  # fmt: skip


def today_option(command: Command) -> Command:
    """`--today YYYY-MM-DD`, as a date; this day where it is not given."""
    return click.option(
        "--today",
        metavar="YYYY-MM-DD",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=_day,
        help="Count from this day instead of today.",
    )(command)


def _day(_context: click.Context, _option: click.Parameter, day: dt.datetime | None) -> dt.date:
    if day and day.year not in YEARS:
        raise click.BadParameter(f"a day of the years {YEARS[0]} to {YEARS[-1]} is needed.")
    return day.date() if day else this_day()
