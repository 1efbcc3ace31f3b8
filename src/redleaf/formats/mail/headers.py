"""The headers of a mail that Redleaf reads, found in its first bytes without parsing the rest."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from email.utils import mktime_tz, parsedate_tz

from redleaf.formats.mail.addresses import Mailbox, read_addresses
from redleaf.formats.mail.charsets import decoded
from redleaf.formats.mail.words import decoded_words

LONGEST_HEADER = 65_536
_LONGEST_BLOCK = 1_000_000
_LONGEST_SUBJECT = 500
# A line of blanks is no end: it belongs to a header that was folded twice.
_END = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(
    rb"^(from|to|cc|bcc|reply-to|sender|date|subject|message-id|list-id|list-unsubscribe|precedence|"
    rb"auto-submitted|x-autoreply|x-spam-flag|delivered-to|x-original-to|content-type|received|"
    rb"return-path|x-gmail-labels|x-linkedin-template|x-linkedin-class|list-post|mailing-list)"
    rb"[ \t]*:([^\n]*+(?:\n[ \t][^\n]*+)*+)",
    re.IGNORECASE | re.MULTILINE,
)
_CHARSET = re.compile(r"charset\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)
_JOINED = frozenset({b"to", b"cc", b"bcc", b"delivered-to", b"x-original-to"})
_DATE = re.compile(
    r"(?:\w{3},?\s+)?(\d{1,2})\s+(\w{3})\w*\s+(\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s+"
    r"([+-])(\d\d)(\d\d)\b"
)
_COMMENT = re.compile(r"\([^()]*+\)")
_AROUND_COLON = re.compile(r"\s*+:\s*+")
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}


@dataclass(slots=True)
class Headers:
    """What the headers of one mail say. `raw` are all that were found, by name in lower case.

    `faults` are reasons why a part of them could not be read.
    """

    raw: dict[bytes, bytes] = field(default_factory=dict)
    end: int = 0
    faults: list[str] = field(default_factory=list)

    def text(self, name: bytes) -> str:
        """A header as text, its encoded words decoded, in one line; "" where it is missing."""
        value = self.raw.get(name)
        return " ".join(decoded_words(self._unicode(value)).split()) if value else ""

    @property
    def subject(self) -> str:
        return self.text(b"subject")[:_LONGEST_SUBJECT]

    def mailboxes(self, name: bytes) -> list[Mailbox]:
        """The mailboxes of an address header."""
        value = self.raw.get(name)
        if not value:
            return []
        found, has_more = read_addresses(self._unicode(value))
        if has_more:
            self.faults.append("it names more people than Redleaf reads in one mail.")
        return found

    @property
    def message_id(self) -> str:
        found = re.search(r"<\s*([^<>\s]{1,900})\s*>", self.text(b"message-id"))
        return found[1] if found else self.text(b"message-id")[:900]

    def moment(self) -> dt.datetime | None:
        """When it was written, or else when it was last received; None when no date can be read."""
        written = self.raw.get(b"date", b"").strip()
        at = read_date(self._unicode(written)) if written else None
        if at is None and written:
            self.faults.append("its date cannot be read.")
        if at is None and (received := self.raw.get(b"received")):
            at = read_date(self._unicode(received).rpartition(";")[2])
        return at

    def _unicode(self, value: bytes) -> str:
        try:
            return value.decode()
        except UnicodeDecodeError:
            pass
        found = _CHARSET.search(self.raw.get(b"content-type", b"").decode("latin-1"))
        return decoded(value, found[1] if found else "")


def read_headers(mail: bytes) -> Headers:
    """The headers of a mail; those that come twice count once, but all receivers count."""
    end = _END.search(mail, 0, _LONGEST_BLOCK)
    block = mail[: end.start() if end else min(len(mail), _LONGEST_BLOCK)]
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    headers = Headers(end=end.end() if end else len(block))
    for found in _HEADER.finditer(block):
        name, value = found[1].lower(), found[2].strip()
        if len(value) > LONGEST_HEADER:
            value = value[:LONGEST_HEADER]
            headers.faults.append(f"its {name.decode().capitalize()} is longer than 64 kB.")
        if name not in headers.raw:
            headers.raw[name] = value
        elif name in _JOINED and len(headers.raw[name]) < LONGEST_HEADER:
            headers.raw[name] += b", " + value
    return headers


def read_date(text: str) -> dt.datetime | None:
    """A date of a mail, aware of its zone; the year as it is meant. None when it is no date."""
    found = _DATE.match(text.strip())
    month = _MONTHS.get(found[2].lower()) if found else None
    try:
        if found and month:
            hours, minutes = int(found[8]), int(found[9])
            offset = dt.timedelta(hours=hours, minutes=minutes)
            zone = dt.timezone(-offset if found[7] == "-" else offset)
            clock = (int(found[4]), int(found[5]), min(int(found[6] or 0), 59))
            return dt.datetime(int(found[3]), month, int(found[1]), *clock, tzinfo=zone)
        return _odd_date(text)
    except (ValueError, OverflowError, OSError):
        return None


def _odd_date(text: str) -> dt.datetime | None:
    """As the standard library reads it, which knows old forms and may stumble on anything else."""
    try:
        bare = _AROUND_COLON.sub(":", _COMMENT.sub(" ", text[:200]))
        parts = parsedate_tz(bare)
        if parts is None:
            return None
        offset = dt.timedelta(seconds=parts[9] or 0)
        if abs(offset) >= dt.timedelta(days=1):
            return dt.datetime.fromtimestamp(mktime_tz(parts), dt.UTC)
        return dt.datetime(*parts[:6], tzinfo=dt.timezone(offset))
    except (ValueError, TypeError, IndexError, AttributeError, OverflowError):
        return None
