"""One version, said the same everywhere."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import redleaf
from tests.project.tree import ROOT


def test_the_package_and_its_metadata_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == redleaf.__version__


def test_the_command_says_it() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "redleaf", "--version"], check=True, capture_output=True, text=True
    )
    assert run.stdout == f"redleaf {redleaf.__version__}\n"


def test_the_changelog_has_an_entry_for_it() -> None:
    assert f"## {redleaf.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
