"""The interface for programs beside 5,000 invitations: how soon it answers.

`make bench ARGS=api/5000` writes so many invitations, and a tenth as many contacts. Timed is what
an answer costs the desk itself, however many others wait for the same core.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

import django

from benchmarks.bench_inbox import INVITATIONS, let_come
from benchmarks.desk_store import fill
from benchmarks.measure import Measure, spread

ROUNDS = 30
READ_MS, BRING_MS, BRING_MANY_MS = 100.0, 100.0, 300.0
MANY = 200
INVITATIONS_AT = "/api/invitations"


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else INVITATIONS
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(REDLEAF_HOME=home, DJANGO_SETTINGS_MODULE="redleaf.web.settings")
        django.setup()
        from django.core.management import call_command

        from redleaf.web.accounts.services import local_owner
        from redleaf.web.api import limits
        from redleaf.web.inbox.services.reading import read_inbox

        django.conf.settings.HOME.prepare()
        call_command("migrate", verbosity=0)
        limits.REQUESTS_A_MINUTE = 1_000_000
        owner, today = local_owner(), dt.datetime.now().astimezone().date()
        fill(owner, many // 10, many)
        let_come(owner, many)
        ask = asking(owner)
        say("bringing one", lambda number: ask([invitation(number)]), BRING_MS)
        say("bringing the same again", lambda _: ask([invitation(0)]), BRING_MS)
        say("bringing 200", lambda number: ask(rows(number + 1)), BRING_MANY_MS, rounds=3)
        read_inbox(owner, today)
        say("a page of the inbox", lambda _: ask(None), READ_MS)


def asking(owner: Any) -> Callable[[Any], None]:
    """A program that posts what it is given, or reads where that is None."""
    from django.test import Client

    from redleaf.web.api.services import let_in

    _, key = let_in(owner, "bench", may_bring=True, may_read=True)
    client = Client(SERVER_NAME="127.0.0.1", headers={"Authorization": f"Bearer {key}"})

    def ask(said: Any) -> None:
        if said is None:
            answer = client.get(INVITATIONS_AT)
        else:
            answer = client.post(INVITATIONS_AT, json.dumps(said), "application/json")
        assert answer.status_code == 200, answer.content

    return ask


def rows(part: int) -> list[dict[str, Any]]:
    return [invitation(part * 1_000 + number) for number in range(MANY)]


def invitation(number: int) -> dict[str, Any]:
    who = {"name": f"Jun Number{number}", "identities": [f"jun-{number}@kiln.example"]}
    text = f"You held glaze number {number} against the window."
    return {"id": number, "from": who, "text": text, "network": "linkedin"}


def say(what: str, act: Callable[[int], None], bar: float, *, rounds: int = ROUNDS) -> None:
    took = []
    for number in range(rounds):
        began = time.process_time()
        act(number)
        took.append((time.process_time() - began) * 1000)
    middle, _ = spread(took)
    Measure(f"api, {what}", middle, "ms", bar, rows=rounds).say()


if __name__ == "__main__":
    main()
