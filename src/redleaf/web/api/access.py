"""The only ways to a program: by its id for its owner, by its key for itself."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.http import Http404

from redleaf.web.accounts.models import User
from redleaf.web.api.models import Program


def program_for(user: User, program_id: UUID) -> Program:
    found = Program.objects.filter(pk=program_id, owner=user).first()
    if found is None:
        raise Http404("There is no such program.")
    return found


def program_with(key: str) -> Program | None:
    """The program with this key; None where there is none, or its owner's account is closed."""
    programs = Program.objects.select_related("owner")
    return programs.filter(digest=digest_of(key), owner__is_active=True).first()


def digest_of(key: str) -> str:
    # A key is long and by chance: there is nothing to guess that would need a slow digest.
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
