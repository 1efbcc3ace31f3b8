"""A LinkedIn export of invented people, in the shape of the real ones of 2024 to 2026.

    python -m tools.demo.export demo.zip [--sent 270] [--received 180] [--connections 900]

The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import random
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tools.demo.letters import RECEIVED, SENT, Letters
from tools.demo.people import Person, people

OWNER = Person("Ines", "Duarte", "ines-duarte-audio-guides", "Northlight Museums", "Audio guides")

PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses '
    'are missing."\n\n'
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How large an export is, and the last day in it."""

    until: dt.date
    sent: int = 270
    received: int = 180
    connections: int = 900
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """One invitation and when it was taken up, if it was."""

    person: Person
    on: dt.datetime
    note: str
    outgoing: bool
    accepted: dt.date | None


def export(shape: Shape) -> bytes:
    """The zip as LinkedIn would hand it out."""
    chance = random.Random(shape.seed)
    crowd = people(chance)
    asked = [
        *_invitations(shape, crowd, chance, outgoing=True),
        *_invitations(shape, crowd, chance, outgoing=False),
    ]
    asked.sort(key=lambda one: one.on, reverse=True)
    return _zipped(
        {
            "Connections.csv": PREAMBLE + _csv(_connections(shape, asked, crowd, chance)),
            "Invitations.csv": _csv(_invitation_rows(asked)),
            "messages.csv": _csv(_messages(asked, chance)),
            "Profile.csv": _csv(_profile()),
            "Email Addresses.csv": _csv(_addresses()),
        },
        shape.until,
    )


def _invitations(
    shape: Shape, crowd: Iterator[Person], chance: random.Random, *, outgoing: bool
) -> Iterator[Asked]:
    count = shape.sent if outgoing else shape.received
    letters = Letters(chance)
    for person in islice(crowd, count):
        note, accepted = letters.next(SENT if outgoing else RECEIVED)
        day = shape.until - dt.timedelta(days=int(chance.triangular(1, 900, 120)))
        taken_up = min(day + dt.timedelta(days=int(chance.expovariate(0.3))), shape.until)
        yield Asked(
            person=person,
            on=dt.datetime.combine(day, dt.time(chance.randrange(7, 23), chance.randrange(60))),
            note=_filled(note, person if outgoing else OWNER),
            outgoing=outgoing,
            accepted=taken_up if accepted else None,
        )


def _connections(
    shape: Shape, asked: Sequence[Asked], crowd: Iterator[Person], chance: random.Random
) -> Iterator[Sequence[str]]:
    yield (
        *("First Name", "Last Name", "URL", "Email Address"),
        *("Company", "Position", "Connected On"),
    )
    met = [(one.accepted, one.person) for one in asked if one.accepted]
    while len(met) < shape.connections:
        met.append((shape.until - dt.timedelta(days=chance.randrange(60, 4000)), next(crowd)))
    for day, person in sorted(met, key=lambda pair: pair[0], reverse=True):
        if chance.random() < 0.02:  # members who closed or hid their account
            yield ("", "", "", "", "", "", f"{day:%d %b %Y}")
            continue
        mail = f"{person.slug}@mail.example" if chance.random() < 0.05 else ""
        yield (
            *(person.given, person.family, person.url, mail),
            *(person.company, person.role, f"{day:%d %b %Y}"),
        )


def _invitation_rows(asked: Iterable[Asked]) -> Iterator[Sequence[str]]:
    yield (
        *("From", "To", "Sent At", "Message", "Direction"),
        *("inviterProfileUrl", "inviteeProfileUrl"),
    )
    for one in asked:
        writer, reader = (OWNER, one.person) if one.outgoing else (one.person, OWNER)
        yield (
            writer.name,
            reader.name,
            _american(one.on),
            one.note,
            "OUTGOING" if one.outgoing else "INCOMING",
            writer.url,
            reader.url,
        )


def _messages(asked: Iterable[Asked], chance: random.Random) -> Iterator[Sequence[str]]:
    yield (
        *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO"),
        *("RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER"),
    )
    for number, one in enumerate(asked):
        if one.accepted is None or chance.random() < 0.7:
            continue
        at = dt.datetime.combine(one.accepted, dt.time(9, number % 60))
        lines = [(one.person, OWNER, f"Thank you, {OWNER.given}.\nThe scan arrived.")]
        if chance.random() < 0.5:
            lines.append((OWNER, one.person, "Gladly. Tell me when the tower opens again."))
        for later, (writer, reader, text) in enumerate(lines):
            day = f"{at + dt.timedelta(days=later):%Y-%m-%d %H:%M:%S} UTC"
            yield (
                *(f"2-{number:06d}", "", writer.name, writer.url, reader.name, reader.url),
                *(day, "", text, "INBOX"),
            )


def _profile() -> Iterator[Sequence[str]]:
    yield (
        *("First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline"),
        *("Summary", "Industry", "Zip Code", "Geo Location", "Twitter Handles", "Websites"),
        "Instant Messengers",
    )
    yield (OWNER.given, OWNER.family, "", "", "", "Makes museum audio guides", *[""] * 7)


def _addresses() -> Iterator[Sequence[str]]:
    yield ("Email Address", "Confirmed", "Primary", "Updated On")
    yield ("ines@northlight.example", "Yes", "Yes", "4/9/18, 2:05 AM")


def _filled(note: str, person: Person) -> str:
    return note.replace("{given}", person.given).replace("{company}", person.company)


def _american(at: dt.datetime) -> str:
    """As Invitations.csv has it: `1/29/26, 2:37 PM`."""
    return f"{at.month}/{at.day}/{at:%y}, {at.hour % 12 or 12}:{at:%M} {at:%p}"


def _csv(rows: Iterable[Sequence[str]]) -> str:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(rows)
    return lines.getvalue()


def _zipped(files: dict[str, str], day: dt.date) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            # A fixed time inside, so that the same arguments give the same bytes.
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 4, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return packed.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    for name, count in (("sent", 270), ("received", 180), ("connections", 900), ("seed", 7)):
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument("--until", type=dt.date.fromisoformat, default=dt.date(2026, 11, 19))
    wanted = vars(parser.parse_args())
    path: Path = wanted.pop("file")
    path.write_bytes(export(Shape(**wanted)))


if __name__ == "__main__":
    main()
