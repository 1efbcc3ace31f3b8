"""Writing 30,000 new people into the store and undoing it, in SQLite and PostgreSQL."""

from __future__ import annotations

import resource
import sys
import time

from benchmarks.measure import Measure
from benchmarks.stores import measure_in_both, people, prepared

PEOPLE = 30_000


def main() -> None:
    measure_in_both("bench_store")


def measure() -> None:
    store = prepared()
    from redleaf.web.accounts.services import local_owner
    from redleaf.web.contacts.models import Contact
    from redleaf.web.contacts.services.keeping import keep_new_contact
    from redleaf.web.contacts.services.recording import recorded
    from redleaf.web.contacts.services.undoing import undo

    records, owner = list(people(PEOPLE)), local_owner()
    before, memory = _spent(), _peak_mb()
    with recorded(owner, "import", "Imported") as recorder:  # type: ignore[arg-type]
        for record in records:
            keep_new_contact(record, recorder)
    _say(f"{store}, writing {PEOPLE:,} people with their index", before, bar=4.0)
    Measure(f"{store}, memory of it", _peak_mb() - memory, "MB", 80.0).say()
    before = _spent()
    undo(recorder.act)
    _say(f"{store}, undoing it", before, bar=3.0)
    assert not Contact.objects.exists()


def _spent() -> tuple[float, float]:
    return time.process_time(), time.perf_counter()


def _say(what: str, before: tuple[float, float], *, bar: float) -> None:
    """The processor's time; beside it the clock's, which holds that of a server too."""
    cpu, wall = (now - then for now, then in zip(_spent(), before, strict=True))
    Measure(what, cpu, "s", bar, beside=f"{wall:.1f} s by the clock").say()


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
