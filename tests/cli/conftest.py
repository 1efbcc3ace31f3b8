"""The command line, run in an empty folder so that no settings nearby are found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import Command

if TYPE_CHECKING:  # it needs Django, which is set up when a test asks for the store
    from redleaf.web.accounts.models import User


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
