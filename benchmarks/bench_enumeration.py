"""Whether a stranger learns from an answer, or from its time, which addresses have an account.

A team's server in a home of its own, real hashes, a real mail server on loopback. Known and unknown
addresses take turns, 200 each, at the three forms that a stranger may send. The limits are wide
open here; on a server nobody asks so often.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measure import Measure
from tests.web.running import free_port

TRIES = 200
WARM_UP = 5
PASSWORD = "Kiln-7-and-a-half"  # noqa: S105 -- of nobody
KNOWN = "known@harbour.example"
Ask = Callable[[Any, str], Any]


def main(forms: Sequence[str]) -> None:
    with team_desk():
        for name, ask in FORMS.items():
            if not forms or name in forms:
                compare(name, ask)


def compare(name: str, ask: Ask) -> None:
    times: dict[bool, list[float]] = {True: [], False: []}
    answers: dict[bool, set[Any]] = {True: set(), False: set()}
    for number in range(TRIES + WARM_UP):
        # What the machine does beside must not always fall on the same of the two.
        for is_known in (True, False) if number % 2 else (False, True):
            email = KNOWN if is_known else f"who{number}{name.replace(' ', '')}@x.example"
            seconds, answer = asked(ask, email)
            answers[is_known].add(answer)
            if number >= WARM_UP:
                times[is_known].append(seconds)
    known, unknown = (median(times[each]) for each in (True, False))
    apart = abs(known - unknown) / min(known, unknown) * 100
    beside = f"{known * 1000:.1f} and {unknown * 1000:.1f} ms"
    what = f"enumeration, {name}: medians of known and unknown apart by"
    Measure(what, apart, "%", 5.0, beside=beside, rows=TRIES).say()
    different = len(answers[True] ^ answers[False])
    Measure(f"enumeration, {name}: answers that differ", different, "", 0, rows=TRIES).say()


def asked(ask: Ask, email: str) -> tuple[float, Any]:
    from django.core.cache import cache
    from django.test import Client

    cache.clear()  # an address gets one letter in three minutes
    client = Client(SERVER_NAME="127.0.0.1")
    start = time.perf_counter()
    answer = ask(client, email)
    seconds = time.perf_counter() - start
    page = re.sub(r'value="[^"]*"', "", answer.content.decode())
    return seconds, (answer.status_code, answer.headers.get("Location"), page)


def join(client: Any, email: str) -> Any:
    told = {"first_name": "Xiomara", "last_name": "Flores", "email": email, "password1": PASSWORD}
    return client.post("/join/", {**told, "website": ""})


def log_in(client: Any, email: str) -> Any:
    return client.post("/login/", {"login": email, "password": "Wrong-kiln-7"})


def forgotten(client: Any, email: str) -> Any:
    return client.post("/forgotten/", {"email": email})


FORMS: dict[str, Ask] = {"join": join, "log in": log_in, "new password": forgotten}


@contextmanager
def team_desk() -> Iterator[None]:
    home = Path(tempfile.mkdtemp(prefix="redleaf-bench-"))
    from aiosmtpd.controller import Controller
    from aiosmtpd.handlers import Sink

    letters = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    letters.start()
    os.environ |= {
        "REDLEAF_HOME": str(home),
        "REDLEAF_TEAM": "1",
        "DJANGO_SETTINGS_MODULE": "redleaf.web.team_settings",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(letters.port),
        "EMAIL_USE_TLS": "0",
    }
    try:
        set_up(home)
        yield
    finally:
        letters.stop()
        shutil.rmtree(home)


def set_up(home: Path) -> None:
    import django

    from redleaf.web.home import Home

    Home(home).prepare()
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ACCOUNT_RATE_LIMITS = False
    settings.STRANGERS_RATE = "100000/m/ip"
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from allauth.account.models import EmailAddress

    from redleaf.web.accounts.models import User

    user = User.objects.create_user(KNOWN, KNOWN, PASSWORD)
    EmailAddress.objects.create(user=user, email=KNOWN, verified=True, primary=True)


if __name__ == "__main__":
    main(sys.argv[1:])
