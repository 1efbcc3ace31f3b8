"""Business cards: the share of fields read exactly right, by language and by tilt.

The cards are drawn (benchmarks/cards.py), for no pictures of real ones with their truth may be
used: what is drawn is cleaner than life. Give a seed for other cards, and how many of each kind:
`python -m benchmarks.bench_cards 7 10`; add `show` to see what was read wrong.
"""

from __future__ import annotations

import io
import multiprocessing
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.cards import LANGUAGES, Card, Look, cards
from benchmarks.measure import Measure, spread
from redleaf.contacts.identities import phone, website
from redleaf.errors import FileError
from redleaf.formats.card import ReadCard
from redleaf.formats.card.reader import read_sides
from redleaf.formats.card.recognising import is_installed
from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.members import open_members

TILTS = (0.0, 5.0, 10.0, 15.0)
_MUST = ("name", "organisation", "email", "phone")
_BAR = 0.9
_WEAK = "cards drawn by us, cleaner than photographs"
Truth = dict[str, str]
Told = tuple[str, float, dict[str, bool], float, str]


def main(arguments: Sequence[str]) -> None:
    if not is_installed():
        print("Tesseract is not there: sudo apt-get install tesseract-ocr", file=sys.stderr)
        return
    numbers = [int(each) for each in arguments if each.isdigit()]
    seed, count = (numbers + [1, 4][len(numbers) :])[:2]
    jobs = [(seed, count, language, tilt) for language in LANGUAGES for tilt in TILTS]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        told = [each for part in pool.imap(_told, jobs) for each in part]
    if "show" in arguments:
        print("\n".join(each[4] for each in told if each[4]))
    _say_by("language", told, 0)
    _say_by("tilt", told, 1)
    middle, slow = spread([each[3] for each in told])
    Measure("cards, time to read one, median", middle, "s", rows=len(told)).say()
    Measure("cards, time to read one, 99th percentile", slow, "s", rows=len(told)).say()


def _told(job: tuple[int, int, str, float]) -> list[Told]:
    seed, count, language, tilt = job
    return [
        (language, tilt, *_judged(card, look, picture))
        for card, look, picture in cards(seed, count, language=language, tilt=tilt)
    ]


def _judged(card: Card, look: Look, picture: bytes) -> tuple[dict[str, bool], float, str]:
    start = time.perf_counter()
    try:
        read = read_sides(open_members(io.BytesIO(picture), DEFAULT_LIMITS), [""])
        seen, text = facts(read), read.sides[0].text
    except FileError as error:
        seen, text = {}, str(error)
    seconds = time.perf_counter() - start
    truth = truth_of(card)
    right = {name: seen.get(name, "") == value for name, value in truth.items()}
    wrong = [f"  {name}: {truth[name]!r} read as {seen.get(name, '')!r}"
             for name, is_right in right.items() if not is_right]  # fmt: skip
    shown = "\n".join([f"{look}", *wrong, *(f"      | {row}" for row in text.split("\n"))])
    return right, seconds, shown if wrong else ""


def truth_of(card: Card) -> Truth:
    """The fields of a card in the spelling in which they are compared."""
    numbers = sorted(each.value for _, number in card.phones if (each := phone(number)))
    site = website(card.website)
    return {
        "name": card.name,
        "title": card.title,
        "organisation": card.organisation,
        "email": card.email,
        "phone": " ".join(numbers),
        "website": site.value if site else "",
        "address": _bare(card.address),
    }


def facts(read: ReadCard) -> Truth:
    """What was read, in the same spelling."""
    contact = read.contact
    role = contact.role
    return {
        "name": contact.name,
        "title": role.title,
        "organisation": role.organisation,
        "email": " ".join(each.value for each in contact.identities_of("email")),
        "phone": " ".join(sorted(each.value for each in contact.identities_of("phone"))),
        "website": " ".join(each.value for each in contact.identities_of("website")),
        "address": _bare(contact.addresses[0].whole) if contact.addresses else "",
    }


def _bare(text: str) -> str:
    return " ".join(text.replace(",", " ").replace(".", ". ").split()).casefold()


def _say_by(what: str, told: Sequence[Told], at: int) -> None:
    right: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for each in told:
        for field, is_right in each[2].items():
            right[str(each[at]), field][is_right] += 1
    for (kind, field), counts in _ordered(right):
        bar = _BAR if what == "tilt" and field in _MUST else None
        share = counts[True] / counts.total()
        Measure(f"cards, {what} {kind}: {field} exactly right", share, "", bar, at_least=True,
                rows=counts.total(), weak=_WEAK).say()  # fmt: skip


def _ordered(
    right: dict[tuple[str, str], Counter[bool]],
) -> Iterator[tuple[tuple[str, str], Counter[bool]]]:
    kinds = list(dict.fromkeys(kind for kind, _ in right))
    yield from sorted(right.items(), key=lambda pair: kinds.index(pair[0][0]))


if __name__ == "__main__":
    main(sys.argv[1:])
