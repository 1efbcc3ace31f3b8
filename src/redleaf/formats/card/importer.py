"""Business cards: a picture or PDF of one, or a folder or zip of pictures."""

from __future__ import annotations

from dataclasses import replace

from redleaf.formats.card.pictures import HEIC_BEGINNINGS, SUFFIXES
from redleaf.formats.card.reader import read_pictures
from redleaf.formats.importer import Importer
from redleaf.formats.limits import DEFAULT_LIMITS, MEGABYTE
from redleaf.formats.outside import Outside

_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"%PDF", b"GIF8", b"BM")


def _claims(outside: Outside) -> int:
    is_picture = outside.head.startswith(_BEGINNINGS) or (
        outside.head.startswith(b"RIFF") and outside.head[8:12] == b"WEBP"
    )
    if is_picture or outside.head[4:12] in HEIC_BEGINNINGS:
        return 3
    pictures = [name for name in outside.members if name.casefold().endswith(SUFFIXES)]
    if pictures and len(pictures) * 2 > len(outside.members):
        return 2
    return 1 if outside.suffix in (*SUFFIXES, ".pdf") else 0


IMPORTER = Importer(
    name="card",
    title="Pictures of business cards",
    claims=_claims,
    reader=read_pictures,
    # A picture takes seconds, and a folder may hold the cards of a whole fair. The pixels of a
    # large photo and Tesseract with four languages do not fit in less memory.
    limits=replace(DEFAULT_LIMITS, seconds=600.0, memory_bytes=600 * MEGABYTE),
    suffixes=(*SUFFIXES, ".pdf"),
)
