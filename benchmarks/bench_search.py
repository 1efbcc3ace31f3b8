"""Searching 100,000 contacts as people type, in SQLite and PostgreSQL.

SQLite works within the process, so that its time is the processor's, whatever else the machine
does; a server's is the clock's.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

from benchmarks.measure import Measure
from benchmarks.stores import (
    CJK_FAMILIES,
    CJK_GIVENS,
    PLACES,
    TITLES,
    TOPICS,
    encounter,
    measure_in_both,
    people,
    prepared,
)

CONTACTS = 100_000
MET_EVERY = 10
QUERIES_A_KIND = 60
BAR_MS = 50.0


def main() -> None:
    measure_in_both("bench_search")


def measure() -> None:
    store = prepared()
    owner, names = filled_store()
    from redleaf.web.contacts.search.finding import search_contacts

    clock = time.process_time if store == "SQLite" else time.perf_counter
    everything: list[float] = []
    for kind, query in kinds(names).items():
        times = []
        for _ in range(QUERIES_A_KIND):
            asked = query()
            start = clock()
            search_contacts(owner, asked)
            times.append((clock() - start) * 1000)
        everything += times
        say(f"{store}, search, {kind}", times)
    say(f"{store}, search, all kinds", everything)


def filled_store() -> tuple[Any, list[str]]:
    from redleaf.web.accounts.services import local_owner
    from redleaf.web.contacts.services.keeping import keep_encounter, keep_new_contact
    from redleaf.web.contacts.services.recording import recorded

    owner, names = local_owner(), []
    with recorded(owner, "import", "Imported") as recorder:  # type: ignore[arg-type]
        for number, person in enumerate(people(CONTACTS)):
            contact = keep_new_contact(person, recorder)
            if number % MET_EVERY == 0:
                keep_encounter(encounter(number), [contact.pk], recorder)
            names.append(person.name)
    return owner, [name for name in names if name.isascii()]


def kinds(names: list[str]) -> dict[str, Callable[[], str]]:
    chance = random.Random(3)

    def some_name() -> str:
        return chance.choice(names)

    def misspelt() -> str:
        word = some_name().split()[1]
        at = chance.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return {
        "1 letter": lambda: chance.choice("abcdefghijklmnopqrstuvwxyz"),
        "2 letters": lambda: some_name()[:2],
        "3 letters": lambda: some_name()[:3],
        "a name": lambda: some_name().split()[1],
        "two names": some_name,
        "a name and a beginning": lambda: some_name()[:-3],
        "a misspelt name": misspelt,
        "a frequent word": lambda: chance.choice([*TITLES, *TOPICS, *PLACES, "linkedin", "mail7"]),
        "four words": lambda: f"{some_name()} {chance.choice(TITLES).split()[0]} exam",
        "a topic and a name": lambda: f"{chance.choice(TOPICS)} {some_name()[:2]}",
        "no one": lambda: f"x{chance.randrange(10**6)}qx",
        "two of which one is no one": lambda: f"{some_name().split()[0]} qxqx",
        "CJK": lambda: chance.choice(CJK_FAMILIES) + chance.choice(["", *CJK_GIVENS])[:2],
    }


def say(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    Measure(f"{what}, median", ordered[len(ordered) // 2], "ms").say()
    Measure(f"{what}, p95", ordered[int(len(ordered) * 0.95)], "ms", BAR_MS).say()


if __name__ == "__main__":
    main()
