"""Exports: how long 100,000 people with 50,000 encounters take to be written, and how much memory.

Everybody is invented by chance, with two identities, a role, and here and there a note and a tag.
Counted is the processor time and the peak memory of the command itself, as a user runs it.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Measure
from redleaf.contacts.contact import Contact, Identity, Role
from redleaf.contacts.encounters import Encounter, When

PEOPLE = 100_000
BAR_SECONDS = 60.0
BAR_MEGABYTES = 300.0
_SYLLABLES = ("ka", "lo", "mi", "ren", "ta", "su", "vo", "nel", "bar", "dis")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _run([sys.executable, "-m", "benchmarks.bench_export", "fill"], home)
        for style, name in (("everything", "all.zip"), ("a table", "all.csv")):
            seconds, megabytes = _run([sys.executable, "-m", "redleaf", "export", name], home)
            what = f"export of {PEOPLE:,} people: {style}"
            Measure(what, seconds, "s", bar=BAR_SECONDS, rows=PEOPLE).say()
            bar = BAR_MEGABYTES if name == "all.zip" else None
            Measure(f"{what}, memory", megabytes, "MB", bar=bar).say()


def fill() -> None:
    """Make the people in the home of the environment."""
    from redleaf.web.store import opened_store

    with opened_store(None) as owner:
        from redleaf.web.contacts.models import Act
        from redleaf.web.contacts.services.keeping import keep_encounter, keep_new_contact
        from redleaf.web.contacts.services.recording import recorded

        chance = random.Random(7)
        with recorded(owner, Act.Kind.IMPORT, "Imported people.csv") as recorder:
            for number in range(PEOPLE):
                contact = keep_new_contact(_person(number, chance), recorder)
                if number % 2 == 0:
                    keep_encounter(_meeting(number, chance), [contact.pk], recorder)


def _person(number: int, chance: random.Random) -> Contact:
    return Contact(
        f"{_word(chance)} {_word(chance)}",
        identities=(
            Identity("email", f"p{number}@example.org", f"P{number}@example.org", label="work"),
            Identity("phone", f"+4912345{number}"),
        ),
        roles=(Role(f"{_word(chance)} & Sons", chance.choice(("curator", "glazier", "pilot"))),),
        notes=("Takes no calls before ten.",) if number % 5 == 0 else (),
        tags=("museum",) if number % 7 == 0 else (),
    )


def _meeting(number: int, chance: random.Random) -> Encounter:
    day = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(1_000))
    return Encounter(
        (), "conference", When(day, day), "Porto", f"{_word(chance)} Days", (_word(chance),),
        key=f"met-{number}",
    )  # fmt: skip


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _run(command: list[str], home: Path) -> tuple[float, float]:
    """Processor seconds and peak megabytes of a command."""
    environment = {**os.environ, "REDLEAF_HOME": str(home / "home")}
    root = Path(__file__).resolve().parents[1]
    where = root if "benchmarks.bench_export" in command else home
    process = subprocess.Popen(command, cwd=where, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1_024


if __name__ == "__main__":
    fill() if sys.argv[1:] == ["fill"] else main()
