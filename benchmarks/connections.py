"""Invented address books of any size: LinkedIn connections, and people the store has already."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import zipfile
from pathlib import Path

_GIVEN = (
    "Ana Ben Cleo Dirk Eva Finn Gita Hugo Ines Jan Kaja Lars Mira Nils Ola Pavel Ruta Sven Tove "
    "Ugo Vera Wim Yusuf Zoe Aiko Bao Chidi Dalia Emre Farida Goran Hana"
).split()
_SYLLABLES = (
    "ber dal en fel gor hal ist jor kel lin mar nor ost pel rin sund tor ul ven wes".split()
)
_FIRMS = "Kiln Weir Harbour Orchard Lantern Quarry Ferry Mill Loom Beacon".split()
_TITLES = "Potter Curator Baker Surveyor Engineer Editor Pilot Teacher Gardener Printer".split()


def names(count: int, *, seed: int) -> list[tuple[str, str]]:
    """Given and family names, about as varied as those of a country."""
    chance = random.Random(seed)
    return [
        (
            chance.choice(_GIVEN) + chance.choice(("", "", "a", "o", "ette")),
            "".join(chance.choices(_SYLLABLES, k=3)).capitalize(),
        )
        for _ in range(count)
    ]


def linkedin_zip(path: Path, count: int, *, seed: int) -> None:
    """An export as LinkedIn sends it, with so many connections."""
    chance = random.Random(seed)
    text = io.StringIO()
    text.write('Notes:\n"Addresses are missing where members do not share them."\n\n')
    writer = csv.writer(text)
    writer.writerow(
        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    )
    for number, (given, family) in enumerate(names(count, seed=seed)):
        day = dt.date(2026, 11, 1) - dt.timedelta(days=chance.randrange(4_000))
        firm = f"{chance.choice(_FIRMS)} {chance.choice(_SYLLABLES)}{chance.randrange(300)}"
        link = f"https://www.linkedin.com/in/{given}-{family}-{seed}{number:x}".lower()
        mail = f"{given}.{family}{number}@{seed}.example".lower() if number % 12 == 0 else ""
        writer.writerow(
            [given, family, link, mail, firm, chance.choice(_TITLES), f"{day:%d %b %Y}"]
        )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", text.getvalue())
