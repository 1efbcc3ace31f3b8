"""The audit of a small and of a large export, each in a process of its own."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Measure
from tools.demo.export import Shape, export

TODAY = dt.date(2026, 11, 19)

# The reader of strangers' files works in a child; both peaks are counted as if at the same moment.
AUDIT = """
import datetime as dt, pathlib, resource, sys, time
import redleaf
start = time.perf_counter()
redleaf.audit(pathlib.Path(sys.argv[1]), today=dt.date.fromisoformat(sys.argv[2]))
taken = time.perf_counter() - start
peaks = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
# macOS counts in bytes, Linux in kilobytes.
unit = 1024**2 if sys.platform == "darwin" else 1024
print(taken, sum(peak.ru_maxrss for peak in peaks) / unit)
"""

if __name__ == "__main__":
    shapes = {
        "900 connections, 450 invitations": Shape(until=TODAY),
        "30,000 connections, 2,000 invitations": Shape(
            until=TODAY, connections=30_000, sent=1_200, received=800
        ),
    }
    for what, shape in shapes.items():
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "export.zip"
            file.write_bytes(export(shape))
            run = subprocess.run(
                [sys.executable, "-c", AUDIT, str(file), str(TODAY)],
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
        seconds, megabytes = map(float, run.stdout.split())
        Measure(f"audit, {what}", seconds, "s", 5.0).say()
        Measure(f"audit, {what}, peak memory", megabytes, "MB", 200.0).say()
