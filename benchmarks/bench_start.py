"""Cold starts: what a person waits before `redleaf` has an answer."""

from __future__ import annotations

from benchmarks.measure import Measure, cold_seconds

NOTE = "Hi Mara, your talk on river ice in Tartu stayed with me. Shall I send the Inari logs?"

if __name__ == "__main__":
    bare = cold_seconds("-c", "pass") * 1000
    for what, arguments, bar in (
        ("import redleaf", ("-c", "import redleaf"), 100.0),
        ("import redleaf; redleaf.check", ("-c", "import redleaf; redleaf.check"), 150.0),
        ("redleaf --version", ("-m", "redleaf", "--version"), 200.0),
        ("redleaf check -", ("-m", "redleaf", "check", "-"), 300.0),
    ):
        taken = cold_seconds(*arguments, text=NOTE) * 1000
        Measure(what, taken, "ms", bar, bare, "python -c pass").say()
