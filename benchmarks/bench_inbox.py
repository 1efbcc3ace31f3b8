"""The inbox with thousands of invitations: how long it is read, and how soon its pages answer.

`make bench ARGS=inbox/5000` writes so many invitations, and a tenth as many contacts.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from typing import Any

import django

from benchmarks.bench_desk import owners_client
from benchmarks.desk_store import fill
from benchmarks.measure import Measure
from tools.demo.letters import Letters

INVITATIONS = 5_000
ROUNDS = 40
KINDS = ("personal", "template", "campaign", "pitch")
READ_SECONDS, PAGE_MS = 10.0, 100.0


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else INVITATIONS
    gc.set_threshold(50_000)  # as "redleaf desk" has it
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(REDLEAF_HOME=home, DJANGO_SETTINGS_MODULE="redleaf.web.settings")
        django.setup()
        client = owners_client()
        from redleaf.web.accounts.services import local_owner
        from redleaf.web.contacts.rows import id_in
        from redleaf.web.inbox.selectors.inbox import in_order, standing
        from redleaf.web.inbox.services.reading import read_inbox

        owner, today = local_owner(), dt.datetime.now().astimezone().date()
        fill(owner, many // 10, many)
        let_come(owner, many)
        started = time.process_time()
        read_inbox(owner, today)
        took = time.process_time() - started
        Measure("inbox, reading all of it", took, "s", READ_SECONDS, rows=many).say()
        order = [id_in(each.id) for each in in_order(standing(owner, today))]
        chance = random.Random(3)
        some = [chance.choice(order) for _ in range(ROUNDS)]
        say("the list", lambda _: client.get("/inbox/"), some)
        say("one invitation", lambda each: client.get(f"/inbox/{each}/"), some)
        say("a group", lambda _: client.get("/inbox/group/ask/?page=9"), some)
        say("a search", lambda _: client.get("/inbox/?q=garden"), some)
        decided = {"decision": "accept"}
        say("a decision", lambda each: client.post(f"/inbox/{each}/decide/", decided), some)
        say("what was decided", lambda _: client.get("/inbox/decided/"), some)
        say("what was learned", lambda _: client.get("/inbox/learned/"), some)


def let_come(owner: Any, many: int) -> None:
    from redleaf.contacts import identities
    from redleaf.contacts.plain import to_plain
    from redleaf.web.contacts.models import Invitation

    chance = random.Random(5)
    letters = Letters(chance)
    now = dt.datetime.now().astimezone()
    rows = []
    for number in range(many):
        kind = KINDS[number % len(KINDS)]
        text = "" if number % 3 == 0 else letters.note(kind)
        identity = identities.profile(f"https://www.linkedin.com/in/asks-{number}")
        rows.append(
            Invitation(
                owner=owner,
                network="linkedin",
                is_incoming=True,
                name=f"Asker Number{number}",
                headline="Potter",
                text=text,
                identities=[to_plain(identity)] if identity else [],
                at=now - dt.timedelta(hours=number),
                key=f"bench:{number}",
            )
        )
    Invitation.objects.bulk_create(rows, batch_size=500)


def say(what: str, act: Callable[[Any], Any], some: Sequence[Any]) -> None:
    """The 95th percentile in milliseconds of this process; the first answer warms up."""
    times = []
    for each in [some[0], *some]:
        started = time.process_time()
        act(each)
        times.append((time.process_time() - started) * 1000)
    ordered = sorted(times[1:])
    last = ordered[int(len(ordered) * 0.95)]
    Measure(f"inbox, {what}, 95th percentile", last, "ms", PAGE_MS, rows=len(ordered)).say()


if __name__ == "__main__":
    main()
