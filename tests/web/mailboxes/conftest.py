"""One real mail server and one that gives out tokens, for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from redleaf.web.mailboxes import client
from tests.languagemodel.keyrings import MemoryKeyring, memory_keyring
from tests.web.mailboxes.dovecot import Dovecot, dovecot
from tests.web.mailboxes.token_server import TokenServer, token_server


@pytest.fixture(scope="module")
def tokens_running() -> Iterator[TokenServer]:
    with token_server() as server:
        yield server


@pytest.fixture
def tokens(tokens_running: TokenServer) -> Iterator[TokenServer]:
    yield tokens_running
    tokens_running.forget_everything()


@pytest.fixture(scope="module")
def running(tokens_running: TokenServer) -> Iterator[Dovecot]:
    with dovecot(tokens_running.base) as server:
        yield server


@pytest.fixture
def server(running: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    """The server with an empty INBOX; what a test put there is gone after it."""
    monkeypatch.setattr(client, "_PAUSE_SECONDS", 0.02)
    yield running
    running.empty()


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as ring:
        yield ring
