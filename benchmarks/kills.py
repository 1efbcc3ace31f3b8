"""Imports that are ended by SIGKILL at a random moment, and what is then in the store.

Run by itself (`python -m benchmarks.kills HOME KILLS SEED`), because it forks: each import runs in
a child that shares what is loaded already, and is killed there. Prints what it found as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
import zlib
from pathlib import Path
from typing import Any

from benchmarks.connections import names

PEOPLE = 300


def main(home: Path, kills: int, seed: int) -> None:
    from redleaf.cli.store import opened_store

    chance = random.Random(seed)
    with opened_store(home) as owner:
        from django.db import connections

        connections.close_all()
        lasts = max(_timed(owner, f"Whole{number}") for number in range(3))
        found = {"kills": 0, "acknowledged": 0, "whole": 0, "half": 0, "lost": 0}
        for number in range(kills):
            _kill_one(owner, f"Kill{number:05}", chance.uniform(0.0, 1.5) * lasts, home, found)
        found["damaged"] = int(_ask(home, "PRAGMA integrity_check") != [("ok",)])
        found["dangling"] = len(_ask(home, "PRAGMA foreign_key_check"))
        found["earlier lost"] = sum(
            _people(home, f"Whole{number}") != PEOPLE for number in range(3)
        )
    print(json.dumps(found))


def _kill_one(owner: Any, mark: str, after: float, home: Path, found: dict[str, int]) -> None:
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _import(owner, mark)
        os.write(tells, b"done")
        signal.pause()
    os.close(tells)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(told, "rb") as pipe:
        is_acknowledged = pipe.read() == b"done"
    there = _people(home, mark)
    found["kills"] += 1
    found["acknowledged"] += is_acknowledged
    found["whole"] += there == PEOPLE
    found["half"] += there not in (0, PEOPLE)
    found["lost"] += is_acknowledged and there != PEOPLE


def _timed(owner: Any, mark: str) -> float:
    """Seconds of a whole import in a child, as the others run."""
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        _import(owner, mark)
        os._exit(0)
    os.waitpid(child, 0)
    return time.monotonic() - start


def _import(owner: Any, mark: str) -> None:
    from redleaf.contacts import identities
    from redleaf.contacts.contact import Contact, Role
    from redleaf.contacts.harvest import Harvest
    from redleaf.web.contacts.services.importing import apply_import, plan_import

    harvest = Harvest("vcard")
    for number, (given, family) in enumerate(names(PEOPLE, seed=zlib.crc32(mark.encode()))):
        mail = identities.email(f"{number}@{mark}.example")
        harvest.contacts.append(
            Contact(
                f"{given} {family}",
                key=str(number),
                identities=(mail,) if mail else (),
                roles=(Role(f"{family} {mark}", "Warden"),),
                notes=("x" * 300,),
            )
        )
    apply_import(owner, plan_import(owner, harvest), file_name=mark)


def _people(home: Path, mark: str) -> int:
    """How many of an import are there with all that belongs to them."""
    found = _ask(
        home,
        "SELECT count(DISTINCT i.id), count(DISTINCT c.id), count(DISTINCT r.id), "
        "count(DISTINCT n.id) FROM contacts_identity i "
        "LEFT JOIN contacts_contact c ON c.id = i.contact_id "
        "LEFT JOIN contacts_role r ON r.contact_id = c.id "
        "LEFT JOIN contacts_note n ON n.contact_id = c.id WHERE i.value LIKE ?",
        f"%@{mark.casefold()}.example",
    )
    return int(found[0][0]) if len(set(found[0])) == 1 else -1


def _ask(home: Path, question: str, *values: str) -> list[tuple[Any, ...]]:
    store = sqlite3.connect(home / "db.sqlite3", timeout=20)
    try:
        return store.execute(question, values).fetchall()
    finally:
        store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
