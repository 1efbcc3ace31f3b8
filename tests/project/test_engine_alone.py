"""The engine runs on the standard library, click and at most two wheels, and opens no socket."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TypedDict

import pytest

ALLOWED = {"redleaf", "click", "ahocorasick_rs", "rapidfuzz"}

# Runs in a process of its own, so that nothing pytest has loaded can hide what the engine loads.
WATCH = """
import json, os, sys
answer = os.dup(1)
sockets = []
sys.addaudithook(lambda event, args: sockets.append(event) if event.startswith("socket.") else None)
before = set(sys.modules)
{act}
loaded = {{name.split(".")[0] for name in set(sys.modules) - before}}
watched = {{"loaded": sorted(loaded), "modules": sorted(sys.modules), "sockets": sockets}}
os.write(answer, json.dumps(watched).encode())
"""

NOTE = "Hi Mara, your talk on river ice in Tartu stayed with me. Shall I send the Inari logs?"
ACTS = {
    "import": "import redleaf",
    "check": f"import redleaf; redleaf.check({NOTE!r}, network='linkedin')",
    "draft": "import redleaf as r; r.draft(r.Brief.from_json({'recipient': {'name': 'Mara'}}))",
    "command": "import redleaf.cli; os.dup2(2, 1); redleaf.cli.main(['check', '-'])",
}


class Watched(TypedDict):
    loaded: list[str]
    modules: list[str]
    sockets: list[str]


def watch(act: str) -> Watched:
    run = subprocess.run(
        [sys.executable, "-c", WATCH.format(act=act)],
        check=True,
        input=NOTE,
        capture_output=True,
        text=True,
    )
    watched: Watched = json.loads(run.stdout)
    return watched


@pytest.mark.parametrize("act", ACTS)
def test_it_loads_only_what_the_engine_may(act: str) -> None:
    strangers = {
        name
        for name in watch(ACTS[act])["loaded"]
        if name not in sys.stdlib_module_names and name not in ALLOWED
    }
    assert not strangers


@pytest.mark.parametrize("act", ACTS)
def test_it_opens_no_socket(act: str) -> None:
    assert watch(ACTS[act])["sockets"] == []


def test_a_check_does_not_load_the_writer_or_the_audit() -> None:
    """One note is checked in milliseconds; what it does not need would double that."""
    loaded = watch(ACTS["check"])["modules"]
    assert not [name for name in loaded if name.startswith(("redleaf.writing", "redleaf.audit"))]
