"""The invented people of benchmarks/address_book.py: names of many cultures, jobs, addresses."""

from __future__ import annotations

import datetime as dt
import random
import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

NAMES = Path(__file__).with_name("address_book_names.txt")
PROVIDERS = ("gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "proton.me")
TRADES = (
    "Kilns Museum Rivers Optics Paper Sound Maps Gardens Bakery Archive Rail Pumps Atlas".split()
)
FORMS = ("GmbH", "Ltd", "Inc.", "S.L.", "S.r.l.", "Sp. z o.o.", "AB", "B.V.", "", "", "")
CITIES = (
    "Porto Turku Gdansk Leeds Graz Nantes Brno Siena Gent Malmo Patras Haifa Osaka Busan".split()
)
TITLES = "Curator Engineer Editor Buyer Director Analyst Designer Teacher Nurse Planner".split()


@dataclass(frozen=True)
class Name:
    """A name in its own script, if that is not Latin, and the ways to write it in Latin letters."""

    latin: tuple[str, ...]
    native: str = ""


@dataclass(frozen=True)
class Culture:
    """What the names of one culture are, and how they are put together."""

    code: str
    tld: str
    phone: str
    mobile: str
    men: tuple[Name, ...]
    women: tuple[Name, ...]
    families: tuple[Name, ...]
    openings: tuple[str, ...]
    endings: tuple[str, ...]
    syllables: tuple[Name, ...]
    short: dict[str, tuple[str, ...]]
    gendered: tuple[tuple[str, str], ...]
    family_first: bool
    double: bool
    native: str


@dataclass(frozen=True)
class Job:
    firm: str
    domain: str
    title: str
    switchboard: str
    mailboxes: dict[str, int] = field(default_factory=dict, compare=False)

    def mail_of(self, mailbox: str, number: int) -> str:
        """An address nobody else has: who comes second gets a number."""
        is_theirs = self.mailboxes.setdefault(mailbox, number) == number
        return f"{mailbox}{'' if is_theirs else number}@{self.domain}"


@dataclass(frozen=True)
class Person:
    """Somebody invented. `before` is where they worked until some years ago."""

    number: int
    culture: Culture
    is_woman: bool
    given: Name
    middle: Name | None
    family: Name
    second_family: Name | None
    born: dt.date
    city: str
    street: str
    mobile: str
    landline: str
    private: tuple[str, ...]
    job: Job
    before: Job
    slug: str
    latin: int = 0
    generation: str = ""
    household: str = ""

    def work_mail(self, job: Job) -> str:
        given, family = ascii_of(self.given.latin[0]), ascii_of(self.family.latin[0])
        form = self.number % 4
        local = (f"{given}.{family}", f"{given[:1]}{family}", given, f"{family}.{given[:1]}")[form]
        return job.mail_of(local, self.number)


@cache
def cultures() -> tuple[Culture, ...]:
    blocks = re.split(r"^\[(\w+)\]$", NAMES.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return tuple(_culture(code, text) for code, text in zip(blocks[::2], blocks[1::2], strict=True))


def _culture(code: str, text: str) -> Culture:
    rows = dict(line.split(" ", 1) for line in text.strip().splitlines())
    phone, _, mobile = rows["phone"].partition(" mobile ")
    openings, _, endings = rows.get("tail", " + ").partition(" + ")
    short = [line.split() for line in rows.get("short", "").split("|") if line]
    gendered = [pair.split() for pair in rows.get("gendered", "").split("|") if pair]
    native = rows.get("native", "")
    men, women, families = (
        tuple(_name(each, native) for each in rows[key].split())
        for key in ("men", "women", "families")
    )
    return Culture(
        code, rows["tld"], phone, mobile, men, women, families,
        tuple(openings.split()), tuple(endings.split()),
        tuple(_name(each, native) for each in rows.get("syllables", "").split()),
        {line[0]: tuple(line[1:]) for line in short},
        tuple((his, hers) for his, hers in gendered),
        rows.get("family") == "first", rows.get("double") == "yes", native,
    )  # fmt: skip


def _name(text: str, native: str) -> Name:
    written, _, latin = text.replace("_", " ").partition("=")
    if latin:
        return Name(tuple(latin.split(",")), written)
    return Name(transliterated(written, native), written) if native else Name((written,))


_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_SCHEMES = (
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
    "a b w g d e sch s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja",
    "a b v g d e j z i i k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia",
    "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia",
    "a b w g d e z z i j k l m n o p r s t u f ch c cz sz szcz - y - e ju ja",
)
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω"
_GREEK_SCHEMES = (
    "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
    "a v g d e z i th i k l m n x o p r s s t i f h ps o",
    "a b g d e z e th i k l m n x o p r s s t y ph ch ps o",
)


def transliterated(text: str, script: str) -> tuple[str, ...]:
    """The spellings of a name in the schemes of several countries, the most frequent first."""
    letters, schemes = (_CYRILLIC, _SCHEMES) if script == "cyrillic" else (_GREEK, _GREEK_SCHEMES)
    plain = unicodedata.normalize("NFD", text.lower()) if script == "greek" else text.lower()
    plain = "".join(each for each in plain if not unicodedata.combining(each)).replace("ё", "е")
    plain = plain.replace("ου", "ou")
    spellings = []
    for scheme in schemes:
        table = dict(zip(letters, scheme.replace("-", "_").split(), strict=True))
        latin = "".join(table.get(each, each) for each in plain).replace("_", "")
        spellings.append(latin.capitalize())
    return tuple(dict.fromkeys(spellings))


def ascii_of(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.lower().translate(str.maketrans("łøđıß", "lodis")))
    return re.sub("[^a-z]", "", split)


def firms(chance: random.Random, count: int) -> list[Job]:
    made = []
    for number in range(count):
        culture = chance.choice(cultures())
        word = chance.choice(culture.families).latin[0]
        name = f"{word} {chance.choice(TRADES)} {chance.choice(FORMS)}".strip()
        domain = f"{ascii_of(word)}-{ascii_of(name.split()[1])}{number % 97}.{culture.tld}"
        switchboard = culture.phone + f"{chance.randrange(10**6, 10**7)}"
        made.append(Job(f"{name}", domain, "", switchboard))
    return made


# Who has few names in our list comes seldom, or everybody would be a namesake.
_SHARES = {
    "en": 12,
    "cn": 3,
    "kr": 2,
    "jp": 2,
    "ar": 1,
    "he": 1,
    "gr": 2,
    "cz": 3,
    "se": 3,
    "tr": 3,
}


def person(number: int, chance: random.Random, places: list[Job]) -> Person:
    weights = [_SHARES.get(each.code, 4) for each in cultures()]
    culture = chance.choices(cultures(), weights)[0]
    is_woman = chance.random() < 0.5
    givens = culture.women if is_woman else culture.men
    given = _given(culture, givens, chance)
    middle = _frequent(givens, chance) if chance.random() < 0.25 and not culture.native else None
    if culture.family_first:
        middle = None
    second = family_of(culture, is_woman, chance) if culture.double else None
    made = Person(
        number, culture, is_woman, given, middle if middle != given else None,
        family_of(culture, is_woman, chance), second,
        dt.date(1945, 1, 1) + dt.timedelta(days=chance.randrange(20_000)),
        chance.choice(CITIES), f"{chance.choice(culture.families).latin[0]} {number % 190}",
        culture.mobile + str(chance.randrange(10**5, 10**7)).zfill(7),
        culture.phone + str(chance.randrange(10**5, 10**7)).zfill(7),
        (), job_of(places, chance), job_of(places, chance), "", chance.randrange(5),
    )  # fmt: skip
    return replace(made, private=mailboxes(made, chance), slug=_slug(made, chance))


def job_of(places: list[Job], chance: random.Random) -> Job:
    place = places[int(len(places) * chance.random() ** 3)]
    return replace(place, title=chance.choice(TITLES))


def family_of(culture: Culture, is_woman: bool, chance: random.Random) -> Name:
    if culture.openings and chance.random() < 0.85:
        text = chance.choice(culture.openings) + chance.choice(culture.endings)
        family = _name(text, culture.native)
    else:
        family = _frequent(culture.families, chance)
    return hers(culture, family) if is_woman else family


def hers(culture: Culture, family: Name) -> Name:
    """The form of a family that its women have."""
    written = family.native or family.latin[0]
    for his, her in culture.gendered:
        if written.endswith(his):
            return _name(written[: -len(his)] + her, culture.native)
    return family


def _given(culture: Culture, givens: tuple[Name, ...], chance: random.Random) -> Name:
    """One of the list; or of two syllables where names are made so."""
    if not culture.syllables or chance.random() < 0.3:
        return _frequent(givens, chance)
    first, second = chance.sample(culture.syllables, 2)
    joined = first.latin[0] + second.latin[0].lower()
    split = f"{first.latin[0]}-{second.latin[0].lower()}"
    latin = (joined,) if culture.code == "cn" else (split, joined)
    return Name(latin, first.native + second.native)


def _frequent(names: tuple[Name, ...], chance: random.Random) -> Name:
    return names[int(len(names) * chance.random() ** 1.15)]


def mailboxes(who: Person, chance: random.Random) -> tuple[str, ...]:
    """One or two private addresses. No two people have one: it may end in a number of theirs."""
    given, family = ascii_of(who.given.latin[0]), ascii_of(who.family.latin[0])
    forms = (
        f"{given}.{family}{who.number}",
        f"{given[:1]}{family}{who.born.year % 100}x{who.number}",
        f"{family}{given[:3]}{who.number}",
        f"{chance.choice(['sky', 'river', 'moon', 'rock', 'tiger'])}{who.number}",
    )
    count = 1 + (chance.random() < 0.4)
    return tuple(
        f"{each}@{chance.choice((*PROVIDERS, 'mail.' + who.culture.tld))}"
        for each in chance.sample(forms, count)
    )


def _slug(who: Person, chance: random.Random) -> str:
    given, family = ascii_of(who.given.latin[0]), ascii_of(who.family.latin[0])
    return f"{given}-{family}-{chance.randrange(16**6):06x}"
