"""1,000 imports ended by SIGKILL: no acknowledged row is lost, none is half there."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile

from benchmarks.measure import Measure

KILLS = 1_000
_BARS = ("half", "lost", "damaged", "dangling", "earlier lost")


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.kills", home, str(KILLS), "1"],
            check=True,
            capture_output=True,
            text=True,
        )
    found = json.loads(done.stdout)
    for what in _BARS:
        Measure(f"imports killed, {what}", found[what], "", bar=0, rows=found["kills"]).say()
    # Kills that all came too early or too late would prove nothing.
    Measure("imports killed, whole all the same", found["whole"], "", rows=found["kills"]).say()


if __name__ == "__main__":
    main()
