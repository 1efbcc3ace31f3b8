"""The desk's answers while somebody types, measured on the server's side."""

from __future__ import annotations

import itertools
import os
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from typing import Any

import django

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


def main() -> None:
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
