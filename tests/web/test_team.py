"""A team's server keeps its promises: its tests run in a process with its settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 900


def test_the_tests_of_a_teams_server_pass() -> None:
    assert_passes({})


def test_what_the_store_promises_holds_on_postgresql_too(postgres: str) -> None:
    uses = ("account", "door", "permissions", "sharing")
    files = [f"tests/web/team/test_{each}.py" for each in uses]
    assert_passes({"REDLEAF_TESTS_STORE": postgres}, *files)


def assert_passes(more: dict[str, str], *files: str) -> None:
    # As in test_postgresql.py: settings are read once a process.
    inherited = ("PYTEST_", "DJANGO_", "REDLEAF_HOME")
    env = {name: value for name, value in os.environ.items() if not name.startswith(inherited)}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            *(files or ["tests/web/team"]),
        ],
        cwd=ROOT,
        env={**env, "REDLEAF_TESTS_TEAM": "1", **more},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
