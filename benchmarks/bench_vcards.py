"""vCards of public suites and real programs, held against the suites' own normal forms.

Truth is found by `benchmarks.vcard_truth`, from the `.out` file of a card where its suite has one,
else from the card itself. Phones are compared by their digits; a TEL without any is no number.
A card of which the standard's own demands fail (no end, no version, no name) counts as invalid.
"""

from __future__ import annotations

import io
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure import Measure, spread
from benchmarks.vcard_truth import Book, Said, digits, plain, read_book
from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain
from redleaf.errors import FileError
from redleaf.formats.importer import read_file
from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.vcard import write_vcards
from redleaf.formats.vcard.reader import read_vcards

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "vcard"


@dataclass(slots=True)
class Tally:
    cards: int = 0
    right: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    unlisted: list[str] = field(default_factory=list)
    invalid: int = 0
    files: int = 0
    changed: list[str] = field(default_factory=list)


def main() -> None:
    if not FOLDER.is_dir():
        print("the vCards of public suites are not beside the checkout: ../shared/data")
        return
    tally = Tally()
    for path in sorted(FOLDER.rglob("*.vcf*")):
        tally.files += 1
        try:
            harvest = read_file(path)
        except FileError as error:
            tally.invalid += 1
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        except Exception as error:  # what must not happen is what is counted here
            tally.crashes.append(f"{path.name}: {error!r}")
            continue
        hold_against_truth(path, harvest, tally)
        hold_against_itself(path, harvest, tally)
    say(tally)
    say_speed()


def hold_against_truth(path: Path, harvest: Harvest, tally: Tally) -> None:
    source = read_book(path)
    if not source.is_valid:
        tally.invalid += 1
        if not harvest.problems:
            tally.unlisted.append(path.name)
        return
    answer = path.with_name(f"{path.name}.out")
    truth: Book = read_book(answer) if answer.exists() else source
    tally.cards += len(truth.cards)
    for said, contact in zip(truth.cards, harvest.contacts, strict=False):
        for what in right(said, contact):
            tally.right[what] += 1
        if len(right(said, contact)) < len(FIELDS):
            print(f"{path.name}: {set(FIELDS) - set(right(said, contact))}", file=sys.stderr)


FIELDS = ("name", "e-mail", "phone", "organisation")


def right(said: Said, contact: Contact) -> list[str]:
    """The fields in which a contact is what its card says."""
    emails = {plain(each.written).lower() for each in contact.identities_of("email")}
    phones = {digits(each.written) for each in contact.identities_of("phone")}
    firm = next((each.organisation for each in contact.roles), "")
    equal = (
        plain(contact.name) == said.shown_name,
        emails == said.emails,
        phones == said.phones,
        plain(firm) == said.organisation,
    )
    return [name for name, is_right in zip(FIELDS, equal, strict=True) if is_right]


def hold_against_itself(path: Path, harvest: Harvest, tally: Tally) -> None:
    """Written and read again, in both versions, the contacts are the same."""
    for version in ("3.0", "4.0") if harvest.contacts else ():
        text = write_vcards(harvest.contacts, version=version)
        if read(text.encode()).contacts != harvest.contacts:
            tally.changed.append(f"{path.name} as {version}")


def read(data: bytes) -> Harvest:
    """Without the guard, whose child would be most of what is measured."""
    return from_plain(Harvest, read_vcards(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None))


def say(tally: Tally) -> None:
    for failure in (*tally.crashes, *tally.unlisted, *tally.changed):
        print(failure, file=sys.stderr)
    for name in FIELDS:
        share = tally.right[name] / tally.cards
        what = f"vCards, valid cards with the right {name}"
        Measure(what, share, "", 0.99, at_least=True, rows=tally.cards).say()
    Measure("vCards, crashes", len(tally.crashes), "", 0, rows=tally.files).say()
    listed = 1 - len(tally.unlisted) / max(1, tally.invalid)
    Measure("vCards, invalid files listed", listed, "", 1, at_least=True, rows=tally.invalid).say()
    same = 1 - len(tally.changed) / (2 * tally.files)
    what = "vCards, the same when written and read again"
    Measure(what, same, "", 1, at_least=True, rows=2 * tally.files).say()


def say_speed() -> None:
    times = []
    for path in sorted(FOLDER.rglob("*.vcf*")):
        data = path.read_bytes()
        start = time.process_time()
        cards = len(read(data).contacts)
        times += [1000 * (time.process_time() - start) / max(1, cards)] * cards
    median, worst = spread(times)
    Measure("vCards, a card, median", median, "ms", 10, rows=len(times)).say()
    Measure("vCards, a card, 99th percentile", worst, "ms", rows=len(times)).say()


if __name__ == "__main__":
    main()
