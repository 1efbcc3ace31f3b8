"""What is kept for a user: how much of what, where it lies and how large that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Invitation, Letter, Promise


@dataclass(frozen=True, slots=True)
class Kept:
    """Numbers of rows, by kind."""

    people: int
    encounters: int
    letters: int
    promises: int
    invitations: int


@dataclass(frozen=True, slots=True)
class Place:
    """The folder with everything, and its bytes. The store may lie on a server of its own."""

    folder: Path
    size: int
    is_on_a_server: bool


def kept_for(user: User) -> Kept:
    """How much is kept, in as many questions to the store as there are kinds."""
    kinds = (Contact, Encounter, Letter, Promise, Invitation)
    return Kept(*(kind._base_manager.filter(owner=user).count() for kind in kinds))


def place_of_all() -> Place | None:
    """Where a desk of one's own keeps all; None on a team's server, whose disk is not told of."""
    if settings.TEAM:
        return None
    home = settings.HOME
    return Place(home.path, sum(_sizes(home.path)), connection.vendor != "sqlite")


def _sizes(folder: Path) -> Iterator[int]:
    for file in folder.rglob("*"):
        try:
            if file.is_file() and not file.is_symlink():
                yield file.stat().st_size
        except FileNotFoundError:  # an upload that was read to its end just now
            continue
