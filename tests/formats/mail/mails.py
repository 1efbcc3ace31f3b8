"""Mails as programs write them, of people who do not exist."""

from __future__ import annotations

import io
from typing import Any

from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.plain import from_plain
from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.mail.reader import read_mail

ANA = "Ana Ruiz <ana@example.org>"
BEN = "Ben Okafor <ben@example.org>"


def mail(
    *headers: str, sender: str = ANA, to: str = BEN, key: str = "1@example.org", text: str = "Hello"
) -> str:
    """One mail from Ana to Ben, unless said otherwise; an empty header is left out."""
    head = {
        "From": sender,
        "To": to,
        "Message-ID": f"<{key}>" if key else "",
        "Date": "" if any(each.startswith("Date:") for each in headers) else DATE,
        "Subject": "" if any(each.startswith("Subject:") for each in headers) else "Fog horns",
    }
    lines = [f"{name}: {value}" for name, value in head.items() if value]
    return "\n".join([*lines, *headers, "", text, ""])


DATE = "Mon, 5 Jan 2026 10:00:00 +0100"


def mbox(*mails: str) -> str:
    return "".join(f"From ana@example.org Mon Jan  5 10:00:00 2026\n{each}\n" for each in mails)


def read(source: str | bytes, **options: Any) -> Harvest:
    """What the reader makes of it in this process; the guard has tests of its own."""
    data = source.encode() if isinstance(source, str) else source
    given = {"mine": ["ben@example.org"], **options}
    return from_plain(Harvest, read_mail(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None, **given))


def invitation(source: str) -> Invitation:
    """The one invitation that a mail tells of; it is no letter besides."""
    found = read(source)
    assert (found.letters, found.contacts) == ([], [])
    (only,) = found.invitations
    return only
