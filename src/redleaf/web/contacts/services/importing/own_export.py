"""An export of Redleaf's own names people by the ids they have here: nobody needs to be likened."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from redleaf.contacts.harvest import Harvest
from redleaf.formats.redleaf_export.importer import NAME
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.rows import in_chunks
from redleaf.web.contacts.services.importing.joining import (
    join,
    joined,
    writable_contact,
)
from redleaf.web.contacts.services.importing.plan import Entry, Near


def entries_of(harvest: Harvest) -> list[Entry]:
    """The people of a file; those of an export are told apart already, however alike."""
    if harvest.format != NAME:
        return joined(harvest.contacts)
    entries: dict[UUID, Entry] = {}
    for each in harvest.contacts:
        entry = Entry(writable_contact(each), [each.key])
        known = entries.setdefault(_id_of(entry), entry)
        if known is not entry:  # several exports at once may hold the same person
            join(known, entry)
    return list(entries.values())


def meet_by_id(owner: User, harvest: Harvest, entries: Sequence[Entry]) -> None:
    """Whoever of an export is here under the same id is that very one."""
    if harvest.format != NAME:
        return
    by_id = {_id_of(entry): entry for entry in entries}
    for chunk in in_chunks(list(by_id)):
        rows = Contact.objects.filter(owner=owner, pk__in=chunk)
        for contact_id in rows.order_by().values_list("pk", flat=True):
            by_id[contact_id].near = (Near(contact_id, True, 1.0, ("the same entry",)),)


def _id_of(entry: Entry) -> UUID:
    """Of several files a key begins with the number of its file."""
    return UUID(entry.key.rpartition("/")[2])
