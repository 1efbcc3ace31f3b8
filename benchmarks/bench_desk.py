"""The desk's answers while somebody types, measured on the server's side."""

from __future__ import annotations

import os
import random
import tempfile
import time
from typing import Any

import django

from benchmarks.measure import Measure, spread
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


def say(what: str, times: list[float], *, bar: float | None) -> None:
    median, last = spread(times)
    Measure(f"desk, {what}, median", median, "ms").say()
    Measure(f"desk, {what}, 99th percentile", last, "ms", bar).say()


if __name__ == "__main__":
    main()
