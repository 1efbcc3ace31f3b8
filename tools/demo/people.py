"""Invented people: names, firms and roles drawn from lists, the same for the same seed."""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LISTS = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who does not exist. `slug` is the end of their profile's address."""

    given: str
    family: str
    slug: str
    company: str
    role: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def url(self) -> str:
        return f"https://www.linkedin.com/in/{self.slug}"


def people(chance: random.Random) -> Iterator[Person]:
    """People without end. Namesakes come up, as in life; no two share a slug."""
    number = 0
    while True:
        number += 1
        given = chance.choice(LISTS["given"])
        family = chance.choice(LISTS["family"])
        yield Person(
            given=given,
            family=family,
            slug=f"{_plain(given)}-{_plain(family)}-{number:x}{chance.randrange(16**4):04x}",
            company=chance.choice(LISTS["firms"]),
            role=chance.choice(LISTS["roles"]),
        )


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("ı", "i"))
    return re.sub(r"[^a-z]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")
