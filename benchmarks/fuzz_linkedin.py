"""What `benchmarks.fuzz` needs for LinkedIn's export: its tables one by one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.linkedin.importer import read_unguarded

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "csv"
_HEAD_BYTES = 8_000
_LINK = "https://www.linkedin.com/in/"
_CONNECTIONS = (
    'Notes:\n"Addresses may be missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    f"Tove,Lind,{_LINK}tove-lind,,Kiln,Potter,08 Feb 2026\n,,,,,,07 Jun 2026\n"
)
_INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Ines,Tove,"1/29/26, 2:37 PM","one\ntwo",OUTGOING,{_LINK}ines,{_LINK}tove\n'
)
_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
    f'a,,Ines,{_LINK}ines,"Tove, Ph.D.",{_LINK}tove,2026-03-01 08:00:00 UTC,Clay,"Hi,\n'
    'Tove",INBOX\n'
)
_CONTACTS = (
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,FullName,Birthday\n"
    "Gmail,Tove,Lind,Kiln,,t@kiln.example,+46 46 1234,,,\n"
)
PIECES = (b"INCOMING", b"LinkedIn Member", b"99 Feb 2026", b"/in/", b"%FF", b", ", b"UTC",
          "8 févr. 2026".encode(), "2026年2月8日".encode(), b"acoaa")  # fmt: skip


def seeds() -> Iterator[bytes]:
    for text in (_CONNECTIONS, _INVITATIONS, _MESSAGES, _CONTACTS):
        yield text.encode()
    for path in sorted(FOLDER.glob("*/sample_export/**/*.csv")):
        yield path.read_bytes()[:_HEAD_BYTES]


def read(data: bytes) -> object:
    return read_unguarded(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None)
