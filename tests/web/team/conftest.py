"""A team's server to ask. Run by tests/web/test_team.py, or with REDLEAF_TESTS_TEAM=1."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from tests.conftest import TEAM
from tests.web.running import free_port

if TEAM:  # elsewhere these cannot be imported: the apps are not installed
    from allauth.account.models import EmailAddress

    from redleaf.web.accounts.models import User

collect_ignore_glob = [] if TEAM else ["*"]

PASSWORD = "Kiln-7-and-a-half"


class Letters:
    """What a real mail server on loopback was handed."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.refused: set[str] = set()

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refused:
            return "550 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 Known"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return "250 Kept"

    def last_to(self, address: str) -> EmailMessage:
        return next(each for each in reversed(self.taken) if each["To"] == address)

    def link_to(self, address: str) -> str:
        """The path of the link in the last letter to `address`."""
        found = re.search(r"https?://[^/\s]+(/\S+)", self.last_to(address).get_content())
        assert found, "the letter holds no link"
        return found.group(1)


@pytest.fixture(autouse=True)
def _quick(settings: Settings, db: Any) -> None:
    """Hashes that cost nothing, limits that count anew."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def stranger() -> Client:
    return Client(SERVER_NAME="127.0.0.1")


@pytest.fixture
def letters(settings: Settings) -> Iterator[Letters]:
    """A mail server, and a desk that writes through it."""
    taken = Letters()
    controller = Controller(taken, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controller.port
    settings.EMAIL_USE_TLS = False
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False
    yield taken
    controller.stop()


def joining(**other: str) -> dict[str, str]:
    """What somebody writes who joins."""
    return {
        "first_name": "Xiomara",
        "last_name": "Nguyễn Flores",
        "email": "xiomara@harbour.example",
        "password1": PASSWORD,
        "website": "",
        **other,
    }


@pytest.fixture
def ana(db: Any) -> User:
    return account("Ana", "Berg")


@pytest.fixture
def ana_asks(ana: User) -> Client:
    return logged_in(ana)


def account(first_name: str, last_name: str, *, password: str = PASSWORD) -> User:
    """Somebody who has joined and confirmed."""
    email = f"{first_name}@harbour.example".lower()
    user = User.objects.create_user(
        email, email, password, first_name=first_name, last_name=last_name
    )
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def logged_in(user: User) -> Client:
    """Logged in through the door, so that the session is on the list."""
    client = Client(SERVER_NAME="127.0.0.1")
    answer = client.post("/login/", {"login": user.email, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    return client


def body_of(answer: Any) -> bytes:
    """The whole of an answer. A file is closed too; to close the answer would close the store."""
    body: bytes = answer.getvalue()
    if getattr(answer, "file_to_stream", None):
        answer.file_to_stream.close()
    return body
