"""A thousand notes by fifty senders at the doors of a served team's desk, with faults.

Notes are sent twice at once, cut off before the answer is read and sent again; each sender says
more than one address may. Counted is what was lost, what arrived twice, and whether the limit held;
timed are the answers. The desk is the one that ships, on loopback, with a mail server beside it.
"""

from __future__ import annotations

import email
import http.client
import os
import random
import re
import resource
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from email import policy
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import django
from aiosmtpd.controller import Controller

from benchmarks.desk_load import served
from benchmarks.measure import Measure
from tests.web.running import free_port

SENDERS, NOTES, DOORS = 50, 8, 5
# As a limit of the desk has it: so many notes of one address within a day.
FITS = 5
SUBMISSIONS = 1_000
BAR_MS = 150.0
# What an answer costs the desk itself, however many others wait for the same core.
CPU_MS = 30.0
# Seconds; fifty people who write at once, and still each by hand.
_PAUSE = 12.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Box:
    """What the mail server was handed: links by address."""

    def __init__(self) -> None:
        self.links: dict[str, list[str]] = defaultdict(list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        letter = email.message_from_bytes(envelope.content, policy=policy.default)
        found = re.search(r"https?://[^/\s]+(/\S+)", letter.get_content())
        assert found
        self.links[str(letter["To"])].append(found[1])
        return "250 Kept"


class Sender(threading.Thread):
    """Somebody with one address on the net and one of e-mail, who says eight things."""

    def __init__(self, number: int, place: str) -> None:
        super().__init__()
        self.number, self._place = number, place
        self._chance = random.Random(number)
        self.email = f"guest{number}@oud.example"
        self._path = f"/to/door-{number % DOORS}/"
        self.taken: set[str] = set()
        self.refused: set[str] = set()
        self.odd: list[int] = []
        self.times: list[float] = []
        self.pages: list[float] = []
        self.sent = 0

    def run(self) -> None:
        time.sleep(self._chance.random() * _PAUSE)
        for number in range(NOTES):
            self.pages.append(self._timed("GET", None)[1])
            self._say(f"Last Thursday you said tin roofs sing; mine, number {self.number}, "
                      f"sings in {number + 2} voices.")  # fmt: skip
            time.sleep(self._chance.random() * _PAUSE)

    def _say(self, text: str) -> None:
        """Once cut off, then twice at the same moment; the last answer counts."""
        said = {"name": "Guest", "email": self.email, "text": text}
        if self._chance.random() < 0.5:
            self._cut_off(said)
        codes: list[int] = []
        both = [threading.Thread(target=self._once, args=(said, codes)) for _ in range(2)]
        for each in both:
            each.start()
        for each in both:
            each.join()
        place = self.taken if 302 in codes else self.refused
        place.add(text)
        self.odd += [each for each in codes if each not in (302, 429)]

    def _once(self, said: Mapping[str, str], codes: list[int]) -> None:
        code, took = self._timed("POST", said)
        self.times.append(took)
        self.sent += 1
        codes.append(code)

    def _timed(self, method: str, said: Mapping[str, str] | None) -> tuple[int, float]:
        start = time.perf_counter()
        code = ask(self._place, method, self._path, said, self.number)
        return code, (time.perf_counter() - start) * 1_000

    def _cut_off(self, said: Mapping[str, str]) -> None:
        line = http.client.HTTPConnection(self._place, timeout=60)
        line.request("POST", self._path, urlencode(said), headers_of(self.number))
        line.close()
        self.sent += 1


def main() -> None:
    box = Box()
    mail = Controller(box, hostname="127.0.0.1", port=free_port())
    mail.start()
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(
            REDLEAF_HOME=home, REDLEAF_TEAM="1", REDLEAF_PROXIES="127.0.0.1", EMAIL_USE_TLS="no",
            EMAIL_HOST="127.0.0.1", EMAIL_PORT=str(mail.port), DATABASE_URL="",
            DJANGO_SETTINGS_MODULE="redleaf.web.team_settings",
        )  # fmt: skip
        make_doors()
        with served(Path(home)) as (address, complaints):
            place = urlsplit(address).netloc
            senders = [Sender(number, place) for number in range(SENDERS)]
            warm_up(place)
            run_all(senders)
            confirm_all(place, senders, box)
            locked = complaints.read_text().count("locked")
        say_of(senders, locked)
        answers = sum(
            2 * len(box.links[each.email]) + each.sent + len(each.pages) for each in senders
        )
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        of_each = 1_000 * (used.ru_utime + used.ru_stime) / answers
        Measure("door, work of the desk for an answer", of_each, "ms of CPU", CPU_MS,
                rows=answers).say()  # fmt: skip
    mail.stop()


def make_doors() -> None:
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from redleaf.web.accounts.models import User
    from redleaf.web.door.models import Door

    settings.HOME.prepare()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    owner = User.objects.create_user("ana@harbour.example", first_name="Ana", last_name="Berg")
    for number in range(DOORS):
        Door.objects.create(owner=owner, handle=f"door-{number}")


def warm_up(place: str) -> None:
    """Each process reads its rules at the first note that it is asked about."""
    for _ in range(10):
        ask(place, "POST", "/to/door-0/reads/", {"text": "You said tin roofs sing."}, SENDERS)


def run_all(threads: list[Any]) -> None:
    for each in threads:
        each.start()
    for each in threads:
        each.join()


def confirm_all(place: str, senders: list[Sender], box: Box) -> None:
    """Every link of every letter, pressed twice at the same moment."""
    for sender in senders:
        links = box.links[sender.email] * 2
        run_all(
            [
                threading.Thread(target=ask, args=(place, "POST", link, {}, sender.number))
                for link in links
            ]
        )


def ask(place: str, method: str, path: str, said: Mapping[str, str] | None, number: int) -> int:
    line = http.client.HTTPConnection(place, timeout=60)
    try:
        line.request(method, path, None if said is None else urlencode(said), headers_of(number))
        answer = line.getresponse()
        answer.read()
        return answer.status
    finally:
        line.close()


def headers_of(number: int) -> dict[str, str]:
    """The desk stands behind a proxy that it knows, and each sender at an address of their own."""
    return {**_FORM, "X-Forwarded-For": f"198.51.100.{number}", "X-Forwarded-Proto": "https"}


def say_of(senders: list[Sender], locked: int) -> None:
    from redleaf.web.contacts.models import Invitation

    arrived = list(Invitation.objects.values_list("text", flat=True))
    taken = {text for each in senders for text in each.taken}
    refused = {text for each in senders for text in each.refused} - taken
    sent = sum(each.sent for each in senders)
    what = f"door, {sent:,} notes by {SENDERS} senders"
    Measure(f"{what}, sent", sent, "", SUBMISSIONS, at_least=True).say()
    Measure(f"{what}, lost", len(taken - set(arrived)), "", 0, rows=len(taken)).say()
    Measure(f"{what}, arrived twice", len(arrived) - len(set(arrived)), "", 0).say()
    Measure(f"{what}, arrived though refused", len(refused & set(arrived)), "", 0).say()
    over = sum(len(each.taken) > FITS for each in senders)
    Measure(f"{what}, senders past the limit", over, "", 0, rows=len(refused)).say()
    Measure(f"{what}, other answers", sum(len(each.odd) for each in senders), "", 0).say()
    Measure(f"{what}, database is locked", locked, "", 0).say()
    times, pages = (sorted(t for each in senders for t in getattr(each, name))
                    for name in ("times", "pages"))  # fmt: skip
    page = pages[int(len(pages) * 0.95)]
    Measure("door, a note taken, p95", times[int(len(times) * 0.95)], "ms", BAR_MS,
            page, "the page, p95", rows=len(times)).say()  # fmt: skip
    middle = times[len(times) // 2]
    Measure("door, a note taken, median", middle, "ms", rows=len(times)).say()
    Measure("door, the page, p95", page, "ms", BAR_MS, rows=len(pages)).say()
    print(f"{len(arrived)} arrived, {len(refused)} were refused", file=sys.stderr)


if __name__ == "__main__":
    main()
