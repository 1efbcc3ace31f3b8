"""A store to measure: an empty one in either database, and invented people to put into it."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from redleaf.contacts.contact import Contact, Identity, Role
from redleaf.contacts.encounters import Encounter, When
from tools.postgresql import NoPostgresqlError, postgresql

FAMILIES = 20_000
GIVENS = 3_000
FIRMS = 8_000
PLACES = "Porto Gent Oslo Lima Kyoto Graz Izmir Cork Turin Quito".split()
TITLES = "Curator,Sound engineer,Head of visitors,Consultant,Founder,Researcher".split(",")
TOPICS = "sound walks,river ice,audio guides,quiet rooms,old bridges,night trains".split(",")
CJK_FAMILIES = "山田 佐藤 王 李 김 박 田中 陈".split()
CJK_GIVENS = "太郎 花子 小明 伟 민수 서연 健一 芳".split()
TODAY = dt.date(2026, 11, 20)


def measure_in_both(module: str) -> None:
    """Run a benchmark's `measure` in a process for each database, on a store of its own."""
    _measure_in(module, "SQLite", {})
    try:
        with postgresql() as address:
            _measure_in(module, "PostgreSQL", {"DATABASE_URL": address})
    except NoPostgresqlError as error:
        print(error, file=sys.stderr)


def prepared() -> str:
    """Make the tables in the store of this process, and give its name."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "redleaf.web.settings"
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.HOME.prepare()
    call_command("migrate", verbosity=0, interactive=False)
    return os.environ["MEASURED_STORE"]


def people(count: int, seed: int = 7) -> Iterator[Contact]:
    """Invented people with two identities and a role; one in fifty writes their name in CJK."""
    chance = random.Random(seed)
    givens, families = ([_name(chance) for _ in range(many)] for many in (GIVENS, FAMILIES))
    for number in range(count):
        name = f"{chance.choice(givens)} {chance.choice(families)}"
        if number % 50 == 0:
            name = chance.choice(CJK_FAMILIES) + chance.choice(CJK_GIVENS)
        connected_on = TODAY - dt.timedelta(days=chance.randrange(5_000))
        slug = f"p{number}-{seed}"
        yield Contact(
            name,
            identities=(
                Identity("email", f"{slug}@mail{chance.randrange(90)}.example"),
                Identity("profile", slug, network="linkedin", connected_on=connected_on),
            ),
            roles=(Role(f"{_name(chance)} {chance.randrange(FIRMS)}", chance.choice(TITLES)),),
        )


def encounter(number: int) -> Encounter:
    chance = random.Random(number)
    day = TODAY - dt.timedelta(days=chance.randrange(2_000))
    return Encounter(
        (),
        "conference",
        When(day, day),
        place=chance.choice(PLACES),
        event=f"Meeting {chance.randrange(300)}",
        topics=(chance.choice(TOPICS),),
    )


def _name(chance: random.Random) -> str:
    syllables = range(chance.randrange(2, 5))
    word = "".join(chance.choice("bcdfghjklmnprstvz") + chance.choice("aeiou") for _ in syllables)
    return word.capitalize()


def _measure_in(module: str, store: str, more: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "REDLEAF_HOME": home, "MEASURED_STORE": store, **more}
        command = f"from benchmarks.{module} import measure; measure()"
        subprocess.run([sys.executable, "-c", command], env=environment, check=True)
