"""What `benchmarks.fuzz` needs for mail: letters, mailboxes, invitations, calendars inside."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.mail.reader import read_mail

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "eml"
_HEAD_BYTES = 12_000
_NO_SEEDS = (".json", ".out")
_LETTER = """From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@example.org>
To: Ben <ben@example.org>, "Cleo, of Arles" <cleo@example.org>
Date: Mon, 5 Jan 2026 10:00:00 +0100
Subject: =?iso-8859-1?B?RukgZW4=?= fog
Message-ID: <1@example.org>

Bring the map
"""
_INVITATION = """From: Dora Lind <invitations@linkedin.com>
To: ben@example.org
Date: Mon, 5 Jan 2026 10:00:00 +0100
Subject: Ben, please add me to your LinkedIn network
Content-Type: multipart/alternative; boundary="x"

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Hi Ben,
We met at the ferry museum.
Dora Lind
Curator
https://www.linkedin.com/comm/in/dora-lind?midToken=3DAQ
--x
Content-Type: text/calendar; charset=utf-8

BEGIN:VEVENT
DTSTART:20260105
ATTENDEE;CN=Ana:mailto:ana@example.org
END:VEVENT
--x--
"""
_BOX = "".join(f"From ana@example.org Mon Jan  5 10:00:00 2026\n{_LETTER}\n" for _ in range(3))
PIECES = (
    b"\n\nFrom ana@example.org Mon Jan 5 10:00:00 2026\n", b"\n\n", b"=?utf-8?B?",
    b"=?utf-7?Q?+A-?=",
    b"=?idna?Q?xn--?=", b"?=", b"<", b">", b"(", b")", b"--x\n", b"From: a@linkedin.com\n",
    b"Content-Type: multipart/mixed; boundary=x\n", b"Content-Transfer-Encoding: base64\n",
    b"Content-Transfer-Encoding: x-uuencode\n", b"Date: Mon, 99 Jan 99999 99:99:99 +9999\n",
    b"Date: 1 Jan 1 1:1 Z\n", b"Content-Length: 99\n", b"charset*0*=x''%ff",
    b"filename*=utf-8''%ff.ics", b"Content-Type: message/rfc822\n\n", b"<style>", b"&#xffffff;",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    for text in (_LETTER, _INVITATION, _BOX):
        yield text.encode()
        yield text.replace("\n", "\r\n").encode()
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix not in _NO_SEEDS:
            yield path.read_bytes()[:_HEAD_BYTES]


def read(data: bytes) -> object:
    return read_mail(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None, today="2026-11-23")
