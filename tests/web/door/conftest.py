"""Ana's door, and what somebody writes there."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf.web.accounts.models import User
from redleaf.web.door.models import Door

NOTE = (
    "Last Thursday you said nobody tests with the rain on. I have a shed with a tin roof for that."
)


@pytest.fixture
def door(ana: User) -> Door:
    ana.first_name, ana.last_name = "Ana", "Berg"
    ana.headline = "I make audio guides for museums."
    ana.save()
    return Door.objects.create(owner=ana, handle="ana", words="my talk in Turku")


def saying(**other: Any) -> dict[str, Any]:
    """What somebody says at a door."""
    return {
        "name": "Rashid Karim",
        "email": "rashid@oud.example",
        "page": "",
        "how": "You heard my question after the talk.",
        "text": NOTE,
        "website": "",
        **other,
    }
