"""Facebook's data export: friends, requests and messages."""

from __future__ import annotations

from redleaf.formats.facebook.export import read_unguarded
from redleaf.formats.facebook.kinds import LISTS, is_wanted
from redleaf.formats.importer import Importer
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.outside import Outside

_KEYS = (*LISTS, "address_book", "profile_v2")


def claims(outside: Outside) -> int:
    """A zip or folder by the names of its files, a single file by the lists in it."""
    if outside.members:
        forms = ("json", "html")
        return (
            3
            if any(is_wanted(name, form=form) for name in outside.members for form in forms)
            else 0
        )
    text = outside.text.lstrip()
    if not text.startswith("{"):
        return 3 if text.startswith("<") and is_wanted(outside.name, form="html") else 0
    has_list = any(f'"{key}"' in text or f'"{key}_v2"' in text for key in _KEYS)
    has_talk = '"participants"' in text and ("sender_name" in text or "senderName" in text)
    return 3 if has_talk or (has_list and is_wanted(outside.name)) else 2 * int(has_list)


IMPORTER = Importer(
    name="facebook",
    title="Facebook's data export (JSON)",
    claims=claims,
    reader=read_unguarded,
    options=frozenset({"file"}),
    # Photos that were sent lie among the messages: the archive is large, what is read is not. One
    # file of 50 MB, the most that is opened, takes up to 384 MB when its JSON is unpacked.
    limits=Limits(
        memory_bytes=512 * MEGABYTE,
        seconds=60.0,
        entries=20_000,
        total_bytes=4_000 * MEGABYTE,
    ),
    suffixes=(".zip", ".json"),
)
