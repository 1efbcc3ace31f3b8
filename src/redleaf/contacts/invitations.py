"""Invitations as they lie in files and in the store: who asked whom to connect, when and how."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from redleaf.contacts.contact import Identity


@dataclass(frozen=True, slots=True)
class Invitation:
    """A request to connect; `name`, `headline` and `identities` are the other side's.

    `text` is the note that came with it, "" where it came without. `at` is the moment as far as
    known. A stranger who asks does not become a contact by asking: an invitation stands alone and
    is tied to a contact by its identities. `key` is a lasting name for it (a Message-ID).
    """

    network: str
    is_incoming: bool
    name: str
    text: str = ""
    headline: str = ""
    identities: tuple[Identity, ...] = ()
    at: dt.datetime | None = None
    key: str = ""
