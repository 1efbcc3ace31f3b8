"""Which file of an export is which: by the list in it, whatever the folders of the year are."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# What each list is, by its name in the file. "_v2" stands behind names since about 2021.
LISTS = {
    "friends": "friends",
    "received_requests": "received",
    "sent_requests": "sent",
    "rejected_requests": "declined",
    "deleted_friends": "removed",
}
# Files worth opening, by the names of all years, without folders and endings.
_FILES = frozenset(
    "friends your_friends friend_requests_received received_friend_requests friend_requests_sent "
    "sent_friend_requests rejected_friend_requests removed_friends profile_information "
    "your_address_books".split()
)
_MESSAGES = re.compile(r"(?:^|/)messages/[^/]+/[^/]+/message_\d+\.(?P<form>json|html)$")
# Newer exports of encrypted chats: one file a person, in a folder of its own.
_CHATS = re.compile(r"(?:^|/)messages/[^/]+_\d+\.(?P<form>json|html)$")
_VERSION = re.compile(r"_v\d+$")


def is_wanted(name: str, *, form: str = "json") -> bool:
    """Whether a member of an export is one of the files that are read."""
    path = PurePosixPath(name.replace("\\", "/").casefold())
    if path.suffix == f".{form}" and path.stem in _FILES:
        return True
    found = _MESSAGES.search(str(path)) or _CHATS.search(str(path))
    return found is not None and found["form"] == form


def bare_name(key: str) -> str:
    """The name of a list without its version."""
    return _VERSION.sub("", key)
