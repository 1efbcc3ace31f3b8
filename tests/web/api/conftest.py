"""Ana's programs: one that may bring, one that may read, and what they say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.api.services import let_in

INVITATIONS = "/api/invitations"
NOTE = "You held my ash glaze against the window in Turku. May I ask what you saw?"


@pytest.fixture(autouse=True)
def _counts_anew(db: Any) -> None:
    cache.clear()


@pytest.fixture
def bringer(ana: User) -> Program:
    return Program(ana, may_bring=True)


@pytest.fixture
def reader(ana: User) -> Program:
    return Program(ana, may_read=True)


class Program:
    """A program of `owner` as it asks: by its key alone, without a cookie."""

    def __init__(self, owner: User, *, may_bring: bool = False, may_read: bool = False) -> None:
        name = f"{owner} {may_bring} {may_read}"
        self.row, self.key = let_in(owner, name, may_bring=may_bring, may_read=may_read)
        self._client = Client(SERVER_NAME="127.0.0.1")

    def get(self, address: str = INVITATIONS, **query: Any) -> Any:
        return self._client.get(address, query, headers=self.headers)

    def post(self, said: Any, address: str = INVITATIONS) -> Any:
        body = said if isinstance(said, (str, bytes)) else json.dumps(said)
        return self._client.post(
            address, body, content_type="application/json", headers=self.headers
        )

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}


def asking(**other: Any) -> dict[str, Any]:
    """An invitation in the shape that `redleaf triage` reads."""
    return {
        "id": "1",
        "text": NOTE,
        "from": {
            "name": "Jun Sato",
            "headline": "potter at Skutt",
            "identities": ["https://www.linkedin.com/in/jun-sato"],
        },
        "received": "2026-11-19T08:30:00Z",
        "network": "linkedin",
        **other,
    }


def by(name: str, link: str = "") -> dict[str, Any]:
    return {"name": name, "identities": [link] if link else []}


def changes_of(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [each["change"] for each in answer.json()["invitations"]]


def fields_of(answer: Any) -> dict[str, str]:
    """What is wrong with which field."""
    assert answer.status_code == 422, answer.content
    return {each["field"]: each["message"] for each in answer.json()["faults"]}
