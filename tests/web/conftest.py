"""A desk to ask, and the cast: Ana owns it, Ben shares the store, Cleo is a stranger."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import django
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client

from tools.demo.export import Shape, export

if TYPE_CHECKING:  # this is read before Django is set up, below
    from redleaf.web.accounts.models import User

# pytest-django looks for settings before the home of the tests is chosen, and so finds none.
django.setup()

UNUSED = ["htm*-4*", "htmx-2.js", "ext", "django-htmx.js", "*.py", "*.html", "page.css"]


@pytest.fixture(scope="session", autouse=True)
def _prepared_home() -> None:
    settings.HOME.prepare()
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=UNUSED)


@pytest.fixture
def ana(db: Any) -> User:
    return get_user_model().objects.create_user("ana")


@pytest.fixture
def ben(db: Any) -> User:
    return get_user_model().objects.create_user("ben")


@pytest.fixture
def ana_asks(ana: User) -> Client:
    return _client(ana)


@pytest.fixture
def ben_asks(ben: User) -> Client:
    return _client(ben)


@pytest.fixture
def cleo_asks(db: Any) -> Client:
    return _client(None)


@pytest.fixture(scope="session")
def demo_export() -> bytes:
    """The export of an invented person: 40 invitations sent, 30 received."""
    return export(Shape(until=dt.date(2026, 11, 20), sent=40, received=30, connections=120))


def _client(user: User | None) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    if user is not None:
        client.force_login(user)
    return client
