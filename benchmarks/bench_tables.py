"""Tables of people and LinkedIn's export: how right, how safe, how fast.

Truth: roundcube's vCards beside its tables, csv-spectrum's JSON beside its own, and for lists with
plain headers a second reading by the standard library. Phones are compared by their digits; words
in a column of phones are no number. Figures of time are processor time of the guarded child.
"""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.connections import linkedin_zip, names
from benchmarks.measure import Measure
from benchmarks.vcard_truth import digits, plain, read_book
from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Role
from redleaf.contacts.harvest import Harvest
from redleaf.errors import FileError
from redleaf.formats.csv_people import write_people_csv
from redleaf.formats.csv_people.sheet import open_sheet
from redleaf.formats.importer import read_file
from redleaf.formats.limits import DEFAULT_LIMITS

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "csv"
FIELDS = ("name", "e-mail", "phone", "organisation")
ROWS = 30_000
CELLS = 10_000

# One line of JSON: processor seconds and peak megabytes of the child, and what came out of it.
READ = """
import json, resource, sys
from pathlib import Path
from redleaf.formats.importer import read_file
harvest = read_file(Path(sys.argv[1]))
used = resource.getrusage(resource.RUSAGE_CHILDREN)
# macOS counts in bytes, Linux in kilobytes.
unit = 1024**2 if sys.platform == "darwin" else 1024
seconds = used.ru_utime + used.ru_stime
print(json.dumps([seconds, used.ru_maxrss / unit, len(harvest.contacts), len(harvest.problems)]))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says, by a reading that shares no code with Redleaf's."""

    name: str
    emails: frozenset[str]
    phones: frozenset[str]
    organisation: str


@dataclass(slots=True)
class Tally:
    rows: int = 0
    right: Counter[str] = field(default_factory=Counter)
    files: int = 0
    crashes: list[str] = field(default_factory=list)


def main() -> None:
    if FOLDER.is_dir():
        say_suites()
        say_cells_of_suites()
    else:
        print("the tables of public suites are not beside the checkout: ../shared/data")
    say_formulas()
    say_speed()


def say_suites() -> None:
    tally = Tally()
    for path in sorted(FOLDER.rglob("*.csv")):
        tally.files += 1
        try:
            harvest = read_file(path)
        except FileError:
            continue
        except Exception as error:  # what must not happen is what is counted here
            tally.crashes.append(f"{path.name}: {error!r}")
            continue
        if truth := list(truth_of(path)):
            hold(path, truth, harvest, tally)
    for what in FIELDS:
        share = tally.right[what] / (tally.rows or 1)
        name = f"tables, rows with the right {what}"
        Measure(name, share, "", 0.99, at_least=True, rows=tally.rows).say()
    for crash in tally.crashes:
        print(crash, file=sys.stderr)
    Measure("tables, crashes", len(tally.crashes), "", 0, rows=tally.files).say()


def truth_of(path: Path) -> Iterator[Row]:
    answer = path.with_suffix(".vcf")
    if answer.exists():
        for card in read_book(answer).cards:
            yield Row(
                card.shown_name, frozenset(card.emails), frozenset(card.phones), card.organisation
            )
    elif plain_columns := _PLAIN.get(path.name):
        yield from _second_reading(path, *plain_columns)


# Tables whose headers leave no question: name (one column or two), e-mail, organisation.
_PLAIN = {
    "subs.csv": (("name",), "email", ""),
    "basic_csv_addressbook.csv": (("Display Name",), "Primary Email", "Organization"),
    "csv_semicolon.csv": (("Display Name",), "Primary Email", ""),
    "Connections.csv": (("First Name", "Last Name"), "Email Address", "Company"),
}


def _second_reading(path: Path, name: tuple[str, ...], email: str, firm: str) -> Iterator[Row]:
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if name[0] in line and email in line)
    delimiter = ";" if ";" in lines[first] else ","
    for row in csv.DictReader(lines[first:], delimiter=delimiter):
        whole = " ".join(filter(None, (row[each] for each in name)))
        emails = frozenset(filter(None, [row[email].lower()]))
        if whole or emails:
            yield Row(plain(whole), emails, frozenset(), plain(row.get(firm) or ""))


def hold(path: Path, truth: list[Row], harvest: Harvest, tally: Tally) -> None:
    tally.rows += len(truth)
    for row, contact in zip(truth, harvest.contacts, strict=False):
        found = right(row, contact)
        tally.right.update(found)
        if missing := set(FIELDS) - set(found):
            print(f"{path.name}, {contact.key}: {missing}", file=sys.stderr)


def right(row: Row, contact: Contact) -> list[str]:
    emails = {each.value for each in contact.identities_of("email")}
    phones = {digits(each.written) for each in contact.identities_of("phone")}
    # A vCard has to have a name; where there is none, the suite writes the address.
    name = contact.name or next(iter(emails), "")
    equal = (
        plain(name) == row.name,
        emails == row.emails,
        phones == row.phones,
        plain(contact.role.organisation) == row.organisation,
    )
    return [what for what, is_right in zip(FIELDS, equal, strict=True) if is_right]


def say_cells_of_suites() -> None:
    """csv-spectrum says of each table what stands in every cell."""
    tables = sorted(FOLDER.glob("*csv-spectrum/csvs/*.csv"))
    same = 0
    for path in tables:
        truth = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_text("utf-8"))
        header = list(truth[0])
        sheet = open_sheet(path.read_bytes(), path.name, DEFAULT_LIMITS, named=header)
        rows = [dict(zip(sheet.header, cells, strict=True)) for _, cells in sheet.rows()]
        same += rows == truth
    if tables:
        share = same / len(tables)
        what = "tables, of csv-spectrum the same in every cell"
        Measure(what, share, "", 1, at_least=True, rows=len(tables)).say()


def say_formulas() -> None:
    """Odd texts in every field, written for a spreadsheet and read again."""
    contacts = list(_odd_contacts(CELLS // 4))
    text = write_people_csv(contacts)
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    run = sum(cell.startswith(_RUN) for cell in cells)
    Measure("tables, cells that a spreadsheet runs", run, "", 0, rows=len(cells)).say()
    back = read_file(text.encode(), file_name="people.csv").contacts
    same = sum(
        (one.name, one.roles, one.notes) == (other.name, other.roles, other.notes)
        for one, other in zip(contacts, back, strict=True)
    )
    share = same / len(contacts)
    what = "tables, contacts that come back the same"
    Measure(what, share, "", 1, at_least=True, rows=len(contacts)).say()


_RUN = tuple("=+-@\t\r\n＝＋－＠")


def _odd_contacts(count: int) -> Iterator[Contact]:
    chance = random.Random(7)
    email = identities.email("odd@x.example")
    for _ in range(count):
        name, firm, title, note = (_odd_text(chance) for _ in range(4))
        yield Contact(
            name=name,
            identities=(email,) if email else (),
            roles=(Role(firm, title),),
            notes=(note,),
        )


def _odd_text(chance: random.Random) -> str:
    begin = chance.choice((*_RUN, "'", "''", " ", '"', ",", ";", "'=", "+49 431 ", "0/0/00", ""))
    signs = [chr(chance.choice((10, 13, 34, 39, 44, 59, 61, 64, 65, 228, 0x4E00, 0x1F33F)))
             for _ in range(chance.randrange(12))]  # fmt: skip
    return begin + "".join(signs) + chance.choice("abc")


def say_speed() -> None:
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.zip"
        linkedin_zip(export, ROWS, seed=3)
        table = Path(folder) / "people.csv"
        table.write_text(_google_table(ROWS), "utf-8")
        floor = _seconds_of_csv(table.read_text("utf-8"))
        for what, path, bar in (("LinkedIn", export, 2.5), ("Google", table, 6.0)):
            seconds, megabytes, people, problems = _read_in_child(path)
            if (people, problems) != (ROWS, 0):
                sys.exit(f"{what}: {people} people and {problems} problems in {ROWS} rows.")
            name = f"tables, {ROWS:,} people of {what}"
            beside = f"{seconds / floor:.0f} x csv.reader alone"
            Measure(name, seconds, "s", bar, beside=beside).say()
            Measure(
                f"{name}, peak memory", megabytes, "MB", 150.0 if path is export else None
            ).say()


def _google_table(count: int) -> str:
    header = (
        "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,"
        "Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,"
        "Website 1 - Label,Website 1 - Value"
    ).split(",")
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    for at, (given, family) in enumerate(names(count, seed=5)):
        writer.writerow(
            [given, "", family, "", "Kiln & Co", "Potter", "1980-04-02", "met at the fair",
             "* myContacts", "* Work", f"p{at}@kiln.example", "", "", "Mobile",
             f"+46 70 {at:07}", "Home", "Hamnen 1", "Lund", "", ""]
        )  # fmt: skip
    return text.getvalue()


def _seconds_of_csv(text: str) -> float:
    start = time.process_time()
    for _ in csv.reader(io.StringIO(text)):
        pass
    return time.process_time() - start


def _read_in_child(path: Path) -> tuple[float, float, int, int]:
    run = subprocess.run(
        [sys.executable, "-c", READ, str(path)], check=True, stdout=subprocess.PIPE, text=True
    )
    seconds, megabytes, people, problems = json.loads(run.stdout)
    return seconds, megabytes, people, problems


if __name__ == "__main__":
    main()
