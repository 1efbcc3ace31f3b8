"""What a mail server answers, as imaplib gives it: done or not, and the mails in it."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UID = re.compile(rb"\bUID (\d+)")


@dataclass(frozen=True, slots=True)
class Head:
    """A mail's number, its structure as the server tells it, and its headers.

    `refusal` says why the server does not give it; then the two are empty.
    """

    uid: int
    structure: bytes = b""
    headers: bytes = b""
    refusal: str = ""


def done(answer: tuple[str, Sequence[object]]) -> list[object]:
    status, data = answer
    if status != "OK":
        raise imaplib.IMAP4.error(data[0] if data else "no reason")
    return list(data)


def items_of(answer: list[object]) -> Iterator[Head]:
    """Of each mail its UID, all that was said beside the literal, and the literal.

    imaplib gives a pair for what ends in a literal, and the rest of the mail's answer after it.
    """
    before, data = b"", b""
    for part in answer:
        if isinstance(part, tuple):
            before, data = before + part[0], part[1]
            continue
        said = before + (part if isinstance(part, bytes) else b"")
        if (uid := _UID.search(said)) and before:
            yield Head(int(uid[1]), said, data)
        before, data = b"", b""
