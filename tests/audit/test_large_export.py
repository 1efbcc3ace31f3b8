"""The size that LinkedIn allows: 30,000 connections, and years of invitations."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.audit.test_counting import DEFAULT
from tests.formats.linkedin_export import connections, invitations, sent, zip_of

CPU_SECONDS = 10  # five when the machine has nothing else to do
BOTH_MEGABYTES = 200


def test_it_takes_seconds_and_little_memory(tmp_path: Path) -> None:
    path, out = tmp_path / "export.zip", tmp_path / "report.json"
    people = [f"Tove{at} Lind{at % 700}" for at in range(30_000)]
    rows = [
        sent(name, note=("", DEFAULT, f"{name}, the kiln of {at} broke after you left it.")[at % 3])
        for at, name in enumerate(people[:2_000])
    ]
    files = {
        "Connections.csv": connections(*((name, "31 Jan 2026") for name in people)),
        "Invitations.csv": invitations(*rows),
    }
    path.write_bytes(zip_of(files))
    command = [sys.executable, "-m", "redleaf", "audit", str(path), "--format", "json"]
    with out.open("wb") as stdout:
        process = subprocess.Popen(command, stdout=stdout)
        _, status, used = os.wait4(process.pid, 0)  # counts the reading child as well
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    assert json.loads(out.read_text("utf-8"))["by_verdict"]["empty"]["accepted"] == 667
    assert used.ru_utime + used.ru_stime < CPU_SECONDS
    assert 2 * used.ru_maxrss / 1000 < BOTH_MEGABYTES  # the larger of the two, twice
