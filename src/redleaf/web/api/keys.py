"""The key of a program, in the header of each request: no session, no cookie opens the API."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from ninja.security import HttpBearer

from redleaf.web.api.access import program_with
from redleaf.web.api.limits import count, count_stranger, weigh
from redleaf.web.api.models import Program
from redleaf.web.api.refusals import no_key, not_allowed

Right = Literal["bring", "read"]
_TOLD = {"bring": "bring invitations", "read": "read the inbox"}


class Key(HttpBearer):
    """Lets a program in whose key has the right that is asked for, and counts what it asks."""

    openapi_description = "The key of a program. Settings, Programs makes one and shows it once."

    def __init__(self, right: Right | None = None) -> None:
        super().__init__()
        self._right = right

    def __call__(self, request: HttpRequest) -> Program:
        program: Program | None = super().__call__(request)
        if program is None:
            count_stranger(request)
            raise no_key()
        count(program)
        if self._right and not getattr(program, f"may_{self._right}"):
            raise not_allowed(_TOLD[self._right])
        weigh(request)
        return program

    def authenticate(self, _request: HttpRequest, token: str) -> Program | None:
        return program_with(token.strip())


def program_of(request: HttpRequest) -> Program:
    # Key lets nobody else come this far; ninja puts what it gave here.
    program: Program = request.auth  # type: ignore[attr-defined]
    return program
