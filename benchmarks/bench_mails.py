"""Mails of public suites, read and held against the truth that stands beside them.

The truth of stalwart's mail-parser is JSON: from, to, cc with names and addresses, subject, date.
For the mails of other suites the standard library's own reader (policy.default) stands in; where
it raises, the mail is not counted, but has to be read or listed.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import email
import email.policy
import json
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.measure import Measure
from redleaf.errors import FileError
from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.mail.headers import read_headers
from redleaf.formats.mail.importer import IMPORTER
from redleaf.formats.mail.reader import read_mail

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "eml"
PEOPLE = ("from", "to", "cc")
PLAIN = """From ana@example.org Mon Jan  5 10:00:{second:02} 2026
Received: from mx.example.org by in.example.org; Mon, 5 Jan 2026 09:00:00 +0000
Message-ID: <{n}@example.org>
Date: Mon, 5 Jan 2026 10:00:{second:02} +0100
From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana{who}@example.org>
To: Ben Okafor <ben@example.org>
Cc: "Cleo, of Arles" <cleo@example.org>, dora{who}@example.net
Subject: The list of pilots, part {n}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{text}
"""


def suite_files() -> Iterator[Path]:
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in (".eml", ".msg"):
            yield path


def read(path: Path) -> dict[str, Any]:
    headers = read_headers(path.read_bytes())
    found: dict[str, Any] = {name: [] for name in PEOPLE}
    for name in PEOPLE:
        for each in headers.mailboxes(name.encode()):
            found[name].append((plain(each.name), each.address.casefold()))
    at = headers.moment() if b"date" in headers.raw else None
    return {**found, "subject": plain(headers.subject), "at": at.timestamp() if at else None}


def stalwart_truth(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {name: [] for name in PEOPLE}
    found.update(subject="", at=None)
    for header in json.loads(path.read_text())["parts"][0]["headers"]:
        name, value = header["name"], header["value"]
        if not isinstance(name, str) or not isinstance(value, dict):
            continue
        if name in PEOPLE and "Address" in value:
            found[name] = _people(value["Address"])
        elif name == "subject" and "Text" in value:
            found["subject"] = plain(value["Text"])
        elif name == "date" and "DateTime" in value:
            found["at"] = _moment(value["DateTime"])
    return found


def _people(value: dict[str, Any]) -> list[tuple[str, str]]:
    groups = value.get("Group")
    boxes = [each for group in groups for each in group["addresses"]] if groups else value["List"]
    return [(plain(each["name"] or ""), (each["address"] or "").casefold()) for each in boxes]


def _moment(value: dict[str, Any]) -> float | None:
    offset = dt.timedelta(hours=value["tz_hour"], minutes=value["tz_minute"])
    zone = dt.timezone(-offset if value["tz_before_gmt"] else offset)
    try:
        day = dt.date(value["year"], value["month"], value["day"])
        clock = dt.time(value["hour"], value["minute"], value["second"], tzinfo=zone)
        return dt.datetime.combine(day, clock).timestamp()
    except ValueError:
        return None


def library_truth(path: Path) -> dict[str, Any]:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    found: dict[str, Any] = {}
    for name in PEOPLE:
        header: Any = mail[name]
        boxes = header.addresses if header is not None else ()
        found[name] = [(plain(each.display_name), each.addr_spec.casefold()) for each in boxes]
    date: Any = mail["date"]
    at = date.datetime if date is not None else None
    found["subject"] = plain(str(mail["subject"] or ""))
    found["at"] = (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).timestamp() if at else None
    return found


def plain(text: str) -> str:
    return " ".join(text.split())


def agree(got: Any, wanted: Any) -> bool:
    """Whether they are equal, where the truth has not given up letters or an address itself."""
    if isinstance(wanted, list):
        return len(got) == len(wanted) and all(
            map(agree, map(" ".join, got), map(" ".join, wanted))
        )
    if isinstance(wanted, str) and ("\ufffd" in wanted or any(map(_is_half, wanted))):
        return True
    return bool(got == wanted) or plain(str(got)) == plain(str(wanted))


def _is_half(sign: str) -> bool:
    return "\ud800" <= sign <= "\udfff"


def measure_truth() -> None:
    counts = {"stalwart": [0, 0], "the library": [0, 0]}
    warnings.simplefilter("ignore")
    for path in suite_files():
        beside = path.with_suffix(".json")
        which = "stalwart" if beside.exists() else "the library"
        try:
            wanted = stalwart_truth(beside) if beside.exists() else library_truth(path)
        except Exception:  # the library stumbles over some of the suites' mails
            wanted = {}
        got = read(path)
        is_right = all(agree(got[name], wanted[name]) for name in wanted)
        counts[which][0] += is_right and bool(wanted)
        counts[which][1] += bool(wanted)
        if not is_right and "-v" in sys.argv:
            for name in wanted:
                if not agree(got[name], wanted[name]):
                    print(
                        "wrong",
                        path.relative_to(FOLDER),
                        name,
                        repr(wanted[name])[:300],
                        "|",
                        repr(got[name])[:300],
                    )
    for which, (right, total) in counts.items():
        bar = 0.99 if which == "stalwart" else None
        what = f"mails, names, addresses, subject and date right, against {which}"
        Measure(what, right / max(total, 1), "", bar, at_least=True, rows=total).say()


def measure_reading() -> None:
    """Every file through the reader itself: crashes, the slowest, and what was listed."""
    crashes = files = 0
    slowest = 0.0
    for path in FOLDER.rglob("*"):
        if not path.is_file():
            continue
        files += 1
        start = time.process_time()
        try:
            read_mail(path, DEFAULT_LIMITS, lambda _: None)
        except FileError as error:
            if path.suffix in (".eml", ".msg") and "-v" in sys.argv:
                print("refused", path.relative_to(FOLDER), error)
        except Exception as error:
            crashes += 1
            print("crash", path.name, repr(error)[:200])
        slowest = max(slowest, time.process_time() - start)
    Measure("mails, crashes", crashes, "", 0, rows=files).say()
    Measure("mails, slowest", slowest, "s", 2.0).say()


def measure_speed() -> None:
    text = "The fog horns of Arles are tuned a third apart, says the man who tunes them.\n" * 30
    count = 20_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.mbox"
        with path.open("w") as box:
            for n in range(count):
                box.write(PLAIN.format(n=n, who=n % 500, second=n % 60, text=text))
        start = time.process_time()
        read_mail(path, IMPORTER.limits, lambda _: None)
        seconds = time.process_time() - start
        megabytes = path.stat().st_size / 1_000_000
    Measure("mails, plain ones a second", count / seconds, "", 2_000, at_least=True).say()
    Measure("mails, mbox", megabytes / seconds, "MB a second", 5, at_least=True).say()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Measure("mails, peak memory", peak, "MB", 300.0).say()


BOMBS = {
    "10,000 addresses": b"From: a@example.org\nTo: " + b"Ana <a@example.org>, " * 10_000 + b"\n\n",
    "2,000 open brackets": b"From: a@example.org\nTo: " + b"(" * 2_000 + b"\n\n",
    "1,000 nested parts": b"From: a@linkedin.com\nTo: b@example.org\n"
    + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(1_000)
    ),
    "100,000 parts": b"From: a@linkedin.com\nTo: b@example.org\n"
    b'Content-Type: multipart/mixed; boundary="x"\n\n' + b"--x\n\na\n" * 100_000,
    "a header of 10 MB": b"From: a@example.org\nSubject: " + b"a" * 10_000_000 + b"\n\n",
    "a million headers": b"From: a@example.org\nTo: b@example.org\n"
    + b"To: c@example.org\n" * 1_000_000,
    "a million quotes": b"From: a@example.org\nTo: " + b'"' * 1_000_000 + b"\n\n",
    "nested mark-up": b"From: a@linkedin.com\nTo: b@example.org\nContent-Type: text/html\n\n"
    + b"<style><div>" * 100_000,
    "encoded words": b"From: a@example.org\nSubject: " + b"=?utf-8?Q?a?= " * 200_000 + b"\n\n",
}


def measure_bombs() -> None:
    slowest = 0.0
    for what, data in BOMBS.items():
        with tempfile.NamedTemporaryFile(suffix=".eml") as file:
            file.write(data)
            file.flush()
            start = time.process_time()
            with contextlib.suppress(FileError):
                read_mail(Path(file.name), DEFAULT_LIMITS, lambda _: None)
            taken = time.process_time() - start
        slowest = max(slowest, taken)
        if "-v" in sys.argv:
            print(f"{what}: {taken:.3f} s")
    Measure("mails, slowest of the costly ones", slowest, "s", 2.0, rows=len(BOMBS)).say()


if __name__ == "__main__":
    if FOLDER.is_dir():
        measure_truth()
        measure_reading()
    else:
        print("the mails of public suites are not beside the checkout: ../shared/data")
    measure_bombs()
    measure_speed()
