"""Let a program in, and take its key away."""

from __future__ import annotations

import secrets

from redleaf.web.accounts.models import User
from redleaf.web.api.access import digest_of
from redleaf.web.api.models import Program

# So that a key is known for one where it lies about: in a log, in a repository.
_BEGINNING = "redleaf_"
_BYTES = 32
MOST_PROGRAMS = 20


def let_in(owner: User, name: str, *, may_bring: bool, may_read: bool) -> tuple[Program, str]:
    """A new program, and its key, which is told this once."""
    key = f"{_BEGINNING}{secrets.token_urlsafe(_BYTES)}"
    program = Program.objects.create(
        owner=owner, name=name, digest=digest_of(key), may_bring=may_bring, may_read=may_read
    )
    return program, key


def shut_out(program: Program) -> None:
    """Its key opens nothing from now on. What it brought stays."""
    program.delete()
