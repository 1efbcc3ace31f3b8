"""Exports as LinkedIn writes them, of people who do not exist."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from redleaf.formats.limits import Limits
from redleaf.formats.linkedin import Export
from redleaf.formats.linkedin.export import read_unguarded

OWNER = "Ines Duarte"
OWNER_URL = "https://www.linkedin.com/in/ines-duarte-4a1"
PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email '
    'addresses are missing. You can learn more here https://example.org/answer/261"\n\n'
)
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
OLD_CONNECTIONS = "First Name,Last Name,Email Address,Company,Position,Connected On"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
OLD_INVITATIONS = "From,To,Sent At,Message,Direction"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
)
OLD_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
)


def url(name: str) -> str:
    return "https://www.linkedin.com/in/" + name.lower().replace(" ", "-")


def table(header: str, rows: Iterable[Sequence[str]], *, preamble: str = "") -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return f"{preamble}{header}\n{text.getvalue()}"


def connections(*people: tuple[str, str]) -> str:
    """Connections.csv of (name, day such as `08 Feb 2026`)."""
    rows = [
        [*name.rsplit(" ", 1), url(name), "", "Museum Nord, Inc.", "Curator", day]
        for name, day in people
    ]
    return table(CONNECTIONS, rows, preamble=PREAMBLE)


def sent(name: str, at: str = "1/29/26, 2:37 PM", note: str = "") -> list[str]:
    return [OWNER, name, at, note, "OUTGOING", OWNER_URL, url(name)]


def got(name: str, at: str = "1/29/26, 2:37 PM", note: str = "") -> list[str]:
    return [name, OWNER, at, note, "INCOMING", url(name), OWNER_URL]


def invitations(*rows: list[str]) -> str:
    return table(INVITATIONS, rows)


def message(
    talk: str, sender: str, receiver: str, at: str, text: str = "The kiln is free on Friday, come?"
) -> list[str]:
    """One row of messages.csv between two people; `at` is a day and time without zone."""

    def link(name: str) -> str:
        return OWNER_URL if name == OWNER else url(name)

    return [
        talk, "", sender, link(sender), receiver, link(receiver), f"{at} UTC", "", text, "INBOX",
        "", "No", "No",
    ]  # fmt: skip


def messages(*rows: Sequence[str]) -> str:
    return table(MESSAGES, rows)


def zip_of(files: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def read(source: bytes | str | Path | dict[str, Any]) -> Export:
    """Read without the child process: the guard has tests of its own."""
    if isinstance(source, dict):
        source = zip_of(source)
    if isinstance(source, str):
        source = source.encode()
    raw = source if isinstance(source, Path) else io.BytesIO(source)
    return Export.from_plain(read_unguarded(raw, Limits(), lambda _: None))
