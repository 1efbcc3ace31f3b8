"""Documents of lists and the search: made of the rows of contacts, whenever an act touched them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Document, Presence
from redleaf.web.contacts.rows import in_chunks, insert, names_of, rows_of_contacts
from redleaf.web.contacts.search.folding import name_words_of, spellings_of, words_of
from redleaf.web.contacts.search.standing import standings

# So much of one text is searched: a note of a megabyte would slow down every search.
_TEXT_CHARS = 20_000
_WORDS = 3_000
_CHUNK = 2_000
_CONTACTS = (
    "SELECT id, owner_id, name, headline, details, sort_name FROM contacts_contact"
    " WHERE id IN ({ids}) ORDER BY id"
)
# Each in an order, so that the same rows make the same document. A "uid" is a name nobody reads.
_TEXTS = (
    (
        "SELECT contact_id, organisation, title, department FROM contacts_role"
        " WHERE contact_id IN ({ids}) ORDER BY id"
    ),
    (
        "SELECT contact_id, value FROM contacts_identity"
        " WHERE contact_id IN ({ids}) AND kind <> 'uid' ORDER BY id"
    ),
    "SELECT contact_id, name FROM contacts_tag WHERE contact_id IN ({ids}) ORDER BY id",
    "SELECT contact_id, text FROM contacts_note WHERE contact_id IN ({ids}) ORDER BY id",
)
_ENCOUNTERS = (
    "SELECT p.contact_id, e.topics, e.event, e.place, e.said, e.notes, e.introduced_by"
    " FROM contacts_presence AS p JOIN contacts_encounter AS e ON e.id = p.encounter_id"
    " WHERE p.contact_id IN ({ids}) ORDER BY e.id"
)


def index(contact_ids: Sequence[UUID]) -> None:
    """Bring the documents of these contacts to what their rows say; take away those of none."""
    for chunk in in_chunks(list(dict.fromkeys(contact_ids)), _CHUNK):
        rows_of_contacts(
            "DELETE FROM contacts_document WHERE contact_id IN ({ids}) RETURNING id", chunk
        )
        _insert(_documents(chunk))


def index_all(owner: User) -> None:
    """Make all documents of a user anew."""
    Document.objects.filter(owner=owner).delete()
    index(list(Contact.objects.filter(owner=owner).values_list("pk", flat=True)))


def people_at(encounter_ids: Iterable[UUID]) -> list[UUID]:
    """The contacts in whose documents these encounters stand."""
    found: list[UUID] = []
    for chunk in in_chunks(list(encounter_ids)):
        people = Presence.objects.filter(encounter_id__in=chunk).order_by()
        found.extend(people.values_list("contact_id", flat=True))
    return found


def _insert(documents: Sequence[dict[str, Any]]) -> None:
    """Write many in one statement: for FTS5 each statement is a step of its own, and writes out.

    One by one, they took three times as long.
    """
    if connection.vendor == "postgresql":
        insert(Document, documents)
        return
    names = names_of(Document)
    columns = ", ".join(names)
    values = ", ".join(f"json_extract(value, '$[{place}]')" for place in range(len(names)))
    rows = [[document[name] for name in names] for document in documents]
    sql = f"INSERT INTO contacts_document ({columns}) SELECT {values} FROM json_each(%s)"  # noqa: S608 -- names of our own columns
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(rows)])


def _documents(contact_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    texts, stands = _texts(contact_ids), standings(contact_ids)
    return [
        {
            "owner_id": owner_id,
            "contact_id": contact_id,
            **_words([name, *_other_names(details)], [headline, *texts[contact_id]]),
            **stands[contact_id]._asdict(),
            "sort_name": sort_name,
        }
        for contact_id, owner_id, name, headline, details, sort_name in rows_of_contacts(
            _CONTACTS, contact_ids
        )
    ]


def _words(names: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    # Read as one text: to take each by itself would be most of the work.
    known = "\n".join(dict.fromkeys(names))
    each_name = [known] if known.isascii() else known.split("\n")
    of_names = dict.fromkeys(word for name in each_name for word in name_words_of(name))
    others = dict.fromkeys(words_of("\n".join(text[:_TEXT_CHARS] for text in texts if text)))
    return {
        "names": " ".join(of_names),
        "words": " ".join(list(others)[:_WORDS]),
        "spellings": " ".join(spellings_of(of_names)),
    }


def _other_names(details: str) -> list[str]:
    if details == "{}":
        return []
    known = json.loads(details)
    return [
        *known.get("parts", {}).values(),
        *(each["text"] for each in known.get("other_names", ())),
    ]


def _texts(contact_ids: Sequence[UUID]) -> dict[Any, list[str]]:
    texts: dict[Any, list[str]] = defaultdict(list)
    for sql in _TEXTS:
        for contact_id, *said in rows_of_contacts(sql, contact_ids):
            texts[contact_id].extend(said)
    for contact_id, topics, *said in rows_of_contacts(_ENCOUNTERS, contact_ids):
        texts[contact_id].extend([*said, *json.loads(topics)])
    return texts
