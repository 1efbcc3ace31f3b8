"""The desk's answers while somebody types, and while many people use one that is served.

`make bench ARGS=desk/100000` serves so many contacts, with ten times as many encounters, letters
and notes between them; it takes some minutes to write them. Without a number the store is small.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

from benchmarks.desk_load import load
from benchmarks.desk_store import fill
from benchmarks.measure import Measure, seconds_of, spread
from tools.demo.letters import Letters

FACTS = {
    "name": "Tomasz Zieliński",
    "event": "Museums & Web",
    "on": "2026-11-12",
    "said": "nobody tests with the rain on",
    "promise": "send the microphone list",
    "network": "linkedin",
}

PEOPLE, SECONDS = 50, 60
CONTACTS, BETWEEN_EACH = 5_000, 10
# Milliseconds within which 19 of 20 answers come.
BARS = {"live check": 50.0}
BAR = 100.0


def main() -> None:
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else CONTACTS
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(REDLEAF_HOME=home, DJANGO_SETTINGS_MODULE="redleaf.web.settings")
        django.setup()
        client = owners_client()
        letters = Letters(random.Random(7))
        kinds = ("personal", "template", "campaign", "pitch")
        notes = [letters.note(kinds[number % 4]) for number in range(200)]
        checks = [{"text": note, "network": "linkedin", "kind": "note"} for note in notes]
        say("live check of a note", timed(client, "/check/", checks), bar=50.0)
        say("live check of a note seen before", timed(client, "/check/", checks), bar=50.0)
        reports = [report_twice(note) for note in notes]
        compare(
            "the report of a note seen before", "of a new one",
            [again for _, again in reports], [new for new, _ in reports], bar=0.1,
        )  # fmt: skip
        beside = timed_beside(client, "/check/", checks, long_texts(notes))
        alone = timed(client, "/check/", checks)
        compare("live check while long texts are checked", "of one alone", beside, alone, bar=150.0)
        say("three notes from facts", timed(client, "/write/", [FACTS] * 40), bar=None)
        looks = [{**FACTS, "number": "1", "text": note} for note in notes]
        say("second look at a note", timed(client, "/write/verify/", looks), bar=50.0)
        say_of_many(Path(home), contacts)


def say_of_many(home: Path, contacts: int) -> None:
    """Many people at a team's desk as it is shipped, with a store of this size."""
    from redleaf.web.accounts.services import local_owner
    from redleaf.web.contacts.models import Card
    from redleaf.web.contacts.selectors.events import people_of_event
    from redleaf.web.contacts.services.stacking import begin_stack

    owner = local_owner()
    ids = fill(owner, contacts, contacts * BETWEEN_EACH)
    begin_stack(owner, "Porto", people_of_event(owner, "Meeting 20")[:30])
    cards = [str(each) for each in Card.objects.values_list("pk", flat=True)]
    sessions = [session_of(owner) for _ in range(PEOPLE)]
    loaded = load(home, ids, cards, sessions, seconds=SECONDS)
    size = f"{PEOPLE} people who each do something every 8 s, {contacts:,} contacts"
    for kind, times in sorted(loaded.times.items()):
        ordered = sorted(times)
        Measure(f"desk, {size}, {kind}, median", ordered[len(ordered) // 2], "ms").say()
        p95 = ordered[int(len(ordered) * 0.95)]
        bar = BARS.get(kind, BAR)
        Measure(f"desk, {size}, {kind}, p95", p95, "ms", bar, rows=len(times)).say()
    Measure(f"desk, {size}, answers that failed", len(loaded.failed), "", 0).say()
    Measure(f"desk, {size}, database is locked", loaded.locked, "", 0).say()


def session_of(owner: Any) -> str:
    """The key of a session of the owner's on a team's server."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(owner.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = owner.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def owners_client() -> Any:
    """A browser of the owner's, without the browser."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from redleaf.web.accounts.services import local_owner

    settings.HOME.prepare()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(local_owner())
    return client


def timed(client: Any, page: str, forms: list[dict[str, str]]) -> list[float]:
    """Milliseconds for each form, the first left out: it loads the rules."""
    times = []
    for form in [forms[0], *forms]:
        start = time.perf_counter()
        client.post(page, form, headers={"hx-request": "true"})
        times.append((time.perf_counter() - start) * 1000)
    return times[1:]


def compare(
    what: str, against: str, times: list[float], others: list[float], *, bar: float
) -> None:
    """The median, as a multiple of that of the others: what travels between machines."""
    median, other = spread(times)[0], spread(others)[0]
    Measure(f"desk, {what}, median", median, "ms", bar, other, against).say()


def report_twice(note: str) -> tuple[float, float]:
    """Milliseconds for the report alone: of a note that is not remembered, and then does."""
    from redleaf.judging.remembered_reports import RememberedReports

    remembered = RememberedReports(limit=2_000_000)
    new = seconds_of(lambda: remembered.check(note))
    return new * 1000, seconds_of(lambda: remembered.check(note)) * 1000


def long_texts(notes: list[str]) -> Iterator[dict[str, str]]:
    """In turn a text as long as the page takes it and a paste of 100 kB, each time another."""
    whole = " ".join(notes) * 4
    for number in itertools.count():
        size = 100_000 if number % 2 else 19_900
        yield {"text": f"{number} {whole}"[:size], "network": "linkedin", "kind": "message"}


def timed_beside(
    client: Any, page: str, forms: list[dict[str, str]], others: Iterator[dict[str, str]]
) -> list[float]:
    """As `timed`, while another thread asks for the same page without a pause."""
    another = owners_client()
    is_over = threading.Event()

    def ask_on() -> None:
        while not is_over.is_set():
            another.post(page, next(others), headers={"hx-request": "true"})

    thread = threading.Thread(target=ask_on)
    thread.start()
    try:
        return timed(client, page, forms)
    finally:
        is_over.set()
        thread.join()


def say(what: str, times: list[float], *, bar: float | None) -> None:
    median, last = spread(times)
    Measure(f"desk, {what}, median", median, "ms").say()
    Measure(f"desk, {what}, 99th percentile", last, "ms", bar).say()


if __name__ == "__main__":
    main()
