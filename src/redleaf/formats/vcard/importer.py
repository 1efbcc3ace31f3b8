"""vCard, the format of address books everywhere."""

from __future__ import annotations

from redleaf.formats.importer import Importer
from redleaf.formats.limits import Limits
from redleaf.formats.outside import Outside
from redleaf.formats.vcard.reader import SUFFIXES, read_vcards


def _claims(outside: Outside) -> int:
    head = outside.text.lstrip("\ufeff\x00 \t\r\n")[:4_000].replace("\x00", "").upper()
    if head.startswith("BEGIN:VCARD"):
        return 3
    if "BEGIN:VCARD" in head and not head.startswith("BEGIN:VCALENDAR"):
        return 2
    if any(name.lower().endswith(SUFFIXES) for name in outside.members):
        return 2
    return 1 if outside.suffix in SUFFIXES else 0


IMPORTER = Importer(
    name="vcard",
    title="vCard",
    claims=_claims,
    reader=read_vcards,
    # The reader itself gives up sooner where no cards come forth. Some programs and servers keep
    # every card in a file of its own.
    limits=Limits(seconds=300.0, entries=20_000),
    suffixes=SUFFIXES,
)
