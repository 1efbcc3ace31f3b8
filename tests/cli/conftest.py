"""The command line, run in an empty folder so that no settings nearby are found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import django
import pytest

from tests.cli.running import Command

if TYPE_CHECKING:  # this is read before Django is set up, below
    from redleaf.web.accounts.models import User

# pytest-django looks for settings before the home of the tests is chosen, and so finds none.
django.setup()


@pytest.fixture
def redleaf(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Command:
    monkeypatch.chdir(tmp_path)
    return Command(monkeypatch, capsys)


@pytest.fixture
def owner(db: None) -> User:
    """Whose store the commands open: empty, and the same for all commands of a test."""
    from redleaf.web.accounts.services import local_owner

    return local_owner()
