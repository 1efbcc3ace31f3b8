"""The running interface does what its OpenAPI says, whatever it is asked: schemathesis tries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.api import limits
from tests.web.api.conftest import Program

# That a field may hold any text and not every text names a network no schema can say: 422 does.
LEFT_OUT = "positive_data_acceptance"
SECONDS = 900


def test_it_does_what_its_description_says(
    ana: User,
    live_server: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """0 server errors, 0 undocumented answers, 0 ignored keys."""
    monkeypatch.setattr(limits, "REQUESTS_A_MINUTE", 1_000_000)
    monkeypatch.setattr(limits, "STRANGERS_A_MINUTE", 1_000_000)
    # The first request reads every address of the desk, which takes a slow machine seconds.
    Client(SERVER_NAME="127.0.0.1").get("/api/openapi.json")
    program = Program(ana, may_bring=True, may_read=True)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run"),
            f"{live_server.url}/api/openapi.json",
            *("--header", f"Authorization: {program.headers['Authorization']}"),
            *("--wait-for-schema", "120", "--request-timeout", "60"),
            *("--phases", "examples,coverage,fuzzing", "--max-examples", "5"),
            *("--exclude-checks", LEFT_OUT, "--generation-deterministic", "--no-color"),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8_000:] + done.stderr[-2_000:]
