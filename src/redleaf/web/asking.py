"""Who asks, and what day it is for them."""

from __future__ import annotations

import datetime as dt
from typing import cast

from django.conf import settings
from django.http import HttpRequest

from redleaf.web.accounts.models import User


def user_of(request: HttpRequest) -> User:
    # OwnerOnly lets nobody else come this far.
    return cast(User, request.user)


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page alone."""
    return bool(request.headers.get("HX-Request"))


def mode(_request: HttpRequest) -> dict[str, bool]:
    """For every template: whether the desk is a team's server, and can write to its people."""
    return {
        "is_team": settings.TEAM,
        "sends_letters": settings.TEAM and bool(settings.EMAIL_HOST),
    }
