"""Mail: one message (.eml), an mbox, a Maildir, or a folder or zip of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from redleaf.formats.importer import Importer
from redleaf.formats.limits import DEFAULT_LIMITS, MEGABYTE
from redleaf.formats.mail.boxes import is_mbox
from redleaf.formats.mail.headers import read_headers
from redleaf.formats.mail.reader import SUFFIXES, read_mail
from redleaf.formats.outside import Outside

_TELLING = frozenset({b"from", b"to", b"date", b"subject", b"message-id", b"received"})


def _claims(outside: Outside) -> int:
    if outside.members or outside.is_folder:
        return _claims_many(outside)
    head = outside.head.lstrip(b"\r\n")
    if is_mbox(head):
        return 3
    named = len(_TELLING.intersection(read_headers(head).raw))
    if outside.suffix in SUFFIXES:
        return 3 if named else 2
    return 2 if named > 2 else 1 if named == 2 else 0


def _claims_many(outside: Outside) -> int:
    """A Maildir is certain; of a mixed folder the mails have to be the most."""
    paths = [PurePosixPath(name.replace("\\", "/")) for name in outside.members]
    if any(path.parent.name in ("cur", "new") for path in paths):
        return 3
    mails = sum(path.suffix.casefold() in SUFFIXES for path in paths)
    return 0 if not mails else 2 if mails * 2 >= len(paths) else 1


IMPORTER = Importer(
    name="mail",
    title="Mail (.eml, mbox, Maildir)",
    claims=_claims,
    reader=read_mail,
    options=frozenset({"by_hand", "mine", "today", "zone"}),
    # A mailbox of ten years is large, and is read by the line; a Maildir has a file for each mail.
    limits=replace(
        DEFAULT_LIMITS,
        seconds=300.0,
        memory_bytes=512 * MEGABYTE,
        total_bytes=4_000 * MEGABYTE,
        entries=200_000,
        depth=8,
    ),
    suffixes=SUFFIXES,
)
