"""Reading mail: letters, the people behind them, invitations of networks, and calendars inside."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO, Any

from redleaf.contacts import identities
from redleaf.contacts.harvest import Harvest, Problem
from redleaf.contacts.plain import to_plain
from redleaf.errors import FileError
from redleaf.formats.calendar.reader import Calendars
from redleaf.formats.limits import DEFAULT_LIMITS, Limits
from redleaf.formats.mail.bodies import BodyError, read_body
from redleaf.formats.mail.boxes import Message, is_mbox, messages_of
from redleaf.formats.mail.correspondence import Correspondence
from redleaf.formats.mail.forwarded import may_forward
from redleaf.formats.mail.headers import Headers, read_headers
from redleaf.formats.mail.network_mails import NetworkMails
from redleaf.formats.mail.services import Service, service_of
from redleaf.formats.members import Members, open_members
from redleaf.formats.names import shown
from redleaf.formats.sniffing import is_zip, known_kind

SUFFIXES = (".eml", ".mbox", ".mbx", ".emlx", ".msg", ".mail")
MOST_MAILS = 100_000
_MOST_PROBLEMS = 2_000
_MAILDIR = ("cur", "new")
_SENT = re.compile(
    r"\b(?:sent|gesendet\w*|envoy\w+|enviad\w+|inviat\w+|verzonden)\b", re.IGNORECASE
)
_NO_MAIL = (".msf", ".dat", ".html", ".json", ".csv", ".vcf", ".ics", ".pdf", ".jpg", ".png")
# Apple Mail writes the size of the mail above it.
_SIZE_LINE = re.compile(rb"\d{1,12}[ \t]*\r?\n")
_OUTLOOK = b"\xd0\xcf\x11\xe0"
_FEWEST_HEADERS = 3  # of a file whose name does not say that it is a mail
_NO_MAIL_HERE = "this is not a mail: it has no lines such as From:, To: and Subject: at its head."
_OF_OUTLOOK = "this is a mail as Outlook keeps it. Save it as .eml or text, and import that."


def read_mail(
    source: Path | IO[bytes],
    limits: Limits,
    tell: Callable[[float], None],
    *,
    file: str = "",
    mine: Sequence[str] = (),
    today: str = "",
    zone: str = "",
    by_hand: bool = False,
) -> dict[str, Any]:
    """The Harvest of mails as plain data; runs in the guard.

    `source` is one mail, an mbox, a Maildir, a folder or a zip of them. `mine` are the user's own
    addresses; `today` (an ISO day) and `zone` are for the calendars inside. With `by_hand` the user
    brought one mail as an invitation: that of a person is one, then. Raises FileError when nothing
    in the source is a mail.
    """
    members = open_members(source, _bounds(source, limits))
    reading = _Reading(members, tell, [each.value for each in map(identities.email, mine) if each])
    for name in _names(members):
        reading.read(name, shown(name or file))
    reading.refuse_nothing()
    if by_hand:
        reading.take_introduction()
    return to_plain(reading.harvest(today, zone))


class _Reading:
    """The state of reading one source."""

    def __init__(
        self, members: Members, tell: Callable[[float], None], mine: Sequence[str]
    ) -> None:
        self._members = members
        self._mine = frozenset(mine)
        self._tell = tell
        self._read = 0
        self._mails = Correspondence()
        self._calendars = Calendars()
        self._network_mails = NetworkMails(self._mine)
        self._problems: list[Problem] = []
        self._is_full = False
        self._first = b""
        self._count = 0

    def read(self, name: str, file: str) -> None:
        """The mails of one member. A damaged member becomes a problem."""
        if self._is_full:
            return
        try:
            with self._members.open(name) as raw:
                self._read_messages(raw, file, is_in_sent=_SENT.search(name) is not None)
        except FileError as error:
            if not error.place:
                raise  # a trap: nothing of this archive is to be trusted
            self._problem(file, 0, error.what)

    def refuse_nothing(self) -> None:
        if not self._mails and not self._network_mails:
            first = next(iter(self._problems), Problem("", 0, "there is no mail in it."))
            raise FileError(first.what, place="" if self._members.is_single else first.file)

    def take_introduction(self) -> None:
        """The only mail there is, as a person's invitation, where no network told of one."""
        if self._count == 1 and not self._network_mails:
            self._network_mails.take_introduction(self._first)

    def harvest(self, today: str, zone: str) -> Harvest:
        found = self._mails.harvest(sorted(self._mine))
        found.problems = [*self._problems, *found.problems]
        self._network_mails.add_to(found)
        if self._calendars.has_any:
            day = dt.date.fromisoformat(today) if today else None
            _add_meetings(found, self._calendars, day, zone)
        return found

    def _read_messages(self, raw: IO[bytes], file: str, *, is_in_sent: bool) -> None:
        for message in messages_of(raw):
            if len(self._mails) >= MOST_MAILS:
                what = f"only the first {MOST_MAILS:,} mails were read. Import the rest in parts."
                self._problem(file, message.line, what)
                self._is_full = True
                return
            self._tell(min(0.95, (self._read + message.end) / max(self._members.size, 1)))
            faults = self._take(message, is_in_sent=is_in_sent)
            if faults:
                self._problem(file, message.line, _told(faults))
        self._read += message.end

    def _take(self, message: Message, *, is_in_sent: bool) -> list[str]:
        """Take one mail; the reasons why not all of it could be read."""
        data = message.data
        if data.startswith(_OUTLOOK):
            return [_OF_OUTLOOK]
        if size := _SIZE_LINE.match(data):
            data = data[size.end() :]
        headers = read_headers(data)
        if not headers.raw:
            return [_NO_MAIL_HERE]
        self._count += 1
        self._first = self._first or data
        sender = next(iter(headers.mailboxes(b"from")), None)
        service = service_of(sender.address.casefold()) if sender else None
        is_told = False
        is_forward = service is None and may_forward(headers, data)
        if service or is_forward or b"text/calendar" in data or b"BEGIN:VCALENDAR" in data:
            is_told = self._look_inside(data, headers, service)
        if not is_told and not self._mails.add(headers, is_in_sent=is_in_sent):
            headers.faults.insert(0, "it names nobody.")
        return headers.faults

    def _look_inside(self, data: bytes, headers: Headers, service: Service | None) -> bool:
        """Whether the mail told of an invitation, and nothing else is to be kept of it."""
        try:
            body = read_body(data)
        except BodyError as error:
            headers.faults.append(str(error))
            return False
        for calendar in body.calendars:
            self._calendars.read(io.BytesIO(calendar), "")
        if service is not None:
            return self._network_mails.take(service, headers, body)
        if may_forward(headers, data):
            self._network_mails.take_forwarded(headers, body)
        return False

    def _problem(self, file: str, line: int, what: str) -> None:
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems.append(Problem(file, line, what))


def _bounds(source: Path | IO[bytes], limits: Limits) -> Limits:
    """A box on the disk is read by the line; what is unpacked or held has the usual bound."""
    is_file = isinstance(source, Path) and source.is_file()
    if isinstance(source, Path) and is_file:
        with source.open("rb") as file:
            is_file = not is_zip(file.read(4))
    usual = min(limits.total_bytes, DEFAULT_LIMITS.total_bytes)
    return limits if is_file else replace(limits, total_bytes=usual)


def _names(members: Members) -> Iterator[str]:
    """The members that may be mails. Raises FileError for a single file that is none."""
    if members.is_single:
        if members.head.startswith(_OUTLOOK):
            raise FileError(_OF_OUTLOOK)
        kind = known_kind(members.head)
        if kind and kind not in ("a web page", "a program or another binary file"):
            raise FileError(f"this is {kind}, not a mail.")
        yield from members.names
        return
    for name in members.names:
        if _may_be_mail(members, name):
            yield name


def _may_be_mail(members: Members, name: str) -> bool:
    """By its name, its place in a Maildir, or its first bytes."""
    path = PurePosixPath(name.replace("\\", "/"))
    suffix = path.suffix.casefold()
    if suffix in SUFFIXES or path.parent.name in _MAILDIR:
        return True
    if suffix in _NO_MAIL or path.name.startswith((".", "__")) or path.parent.name == "tmp":
        return False
    try:
        with members.open(name) as raw:
            head = raw.read(8_192)
    except FileError as error:
        if not error.place:
            raise
        return False
    return is_mbox(head) or len(read_headers(head).raw) >= _FEWEST_HEADERS


def _told(faults: Sequence[str]) -> str:
    first = faults[0]
    if first in (_OF_OUTLOOK, _NO_MAIL_HERE):
        return first
    outcome = "was left out" if first == "it names nobody." else "was read, but in part"
    return f"this mail {outcome}: {first}"


def _add_meetings(found: Harvest, calendars: Calendars, today: dt.date | None, zone: str) -> None:
    """What invitations to meetings inside the mails give; their people are contacts too."""
    own = [each.value for each in found.owner]
    meetings = calendars.harvest(today=today, mine=own, zone=zone)
    known = {contact.key for contact in found.contacts}
    found.encounters = meetings.encounters
    found.contacts.extend(each for each in meetings.contacts if each.key not in known)
    found.problems.extend(meetings.problems)
