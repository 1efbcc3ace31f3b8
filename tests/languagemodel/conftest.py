"""A brief to write from, and a model to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from redleaf.languagemodel import Address, ModelSettings
from redleaf.notes.brief import Brief
from tests.languagemodel.keyrings import MemoryKeyring, memory_keyring
from tests.languagemodel.servers import ModelServer


@pytest.fixture
def brief() -> Brief:
    return Brief.from_json(
        {
            "today": "2026-11-19",
            "network": "linkedin",
            "sender": {"name": "Ines Duarte", "headline": "makes museum audio guides"},
            "recipient": {"name": "Mira Holt", "given_name": "Mira"},
            "encounters": [
                {
                    "kind": "conference",
                    "on": "2026-11-12",
                    "event": "Salt Days",
                    "place": "Turku",
                    "topics": ["the ferry that never turns round"],
                }
            ],
            "history": ["Ben, the bell in your tower still owes me a night's sleep."],
        }
    )


@pytest.fixture
def settings_for() -> Callable[..., ModelSettings]:
    def settings(server: ModelServer, *, seconds: int = 5) -> ModelSettings:
        return ModelSettings(Address.read(server.address), "larch", timeout_seconds=seconds)

    return settings


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as ring:
        yield ring
