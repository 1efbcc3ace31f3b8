"""How a command gets at the store: the option `--home`, and the door to the owner's rows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from redleaf.errors import RedleafError

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User
    from redleaf.web.home import Home

Command = TypeVar("Command", bound=Callable[..., Any])
_WEB_PARTS = {
    "django",
    "django_htmx",
    "granian",
    "httpx",
    "icalendar",
    "platformdirs",
    "whitenoise",
}


class _Folder(click.Path):
    """An empty path is a variable that was never set, and not the folder one stands in."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        if value == "":
            self.fail("this is empty; name a folder.", param, ctx)
        return super().convert(value, param, ctx)


def home_option(command: Command) -> Command:
    """`--home DIR`, alike in every command that reads or writes what Redleaf keeps."""
    option = click.option(
        "--home",
        type=_Folder(file_okay=False, path_type=Path),
        help="The folder that holds everything Redleaf keeps (or REDLEAF_HOME).",
    )
    return option(command)


def home_of(chosen: Path | None) -> Home:
    """The home that `--home` names, else REDLEAF_HOME, else the platform's; nothing is made."""
    from redleaf.web.home import Home

    return Home(chosen.expanduser().absolute()) if chosen else Home.from_environment()


@contextmanager
def opened_store(home: Path | None) -> Iterator[User]:
    """The owner whose store this is; import what needs Django within the block.

    Raises RedleafError where the parts for it are not installed, or the disk complains.
    """
    with web_parts("The store"):
        from redleaf.web.store import opened_store as opened

        with opened(home) as owner:
            yield owner


@contextmanager
def web_parts(what: str) -> Iterator[None]:
    """Say in a sentence that `what` ("The desk") was installed without the parts it needs."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _WEB_PARTS:
            raise
        raise RedleafError(
            f"{what} needs a few parts that are not installed. "
            "Add them, in the checkout, with: pip install '.[web]'"
        ) from error
