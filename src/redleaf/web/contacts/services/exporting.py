"""Export: everything of one user as plain data, in the shape of docs/exporting.md, a row at a time.

Rows come in the order of their ids, so that the same store gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from typing import IO, Any
from uuid import UUID

from django.db import connection, models, transaction

from redleaf.contacts import contact as record
from redleaf.contacts.plain import to_plain
from redleaf.formats.redleaf_export.writer import write_export
from redleaf.web.accounts.models import User
from redleaf.web.contacts.exchange import calendar_of, cards_of
from redleaf.web.contacts.models import Act, Contact, Encounter, Invitation, Letter, Pair, Promise
from redleaf.web.contacts.records import encounter_of, letter_of, promise_of, whole

_CHUNK = 2_000
_COLUMNS = ("headline", "language", "register", "relation", "introduced_by")
_IDENTITY = tuple(each.name for each in fields(record.Identity))
_ROLE = tuple(each.name for each in fields(record.Role))
# What is left out where it stands so, as in the records themselves.
_USUAL: tuple[Any, ...] = ("", None, False)

Told = Callable[[int], None]
_EntryOf = Callable[[Any], dict[str, Any]]


def export_everything(owner: User, target: IO[bytes], *, told: Told | None = None) -> None:
    """Write the whole memory of `owner` to `target`; `told` hears how many entries are written.

    All of it is as it was at one moment, whatever else writes to the store meanwhile.
    """
    with one_moment():
        write_export(
            target,
            own_words(owner),
            sections(owner, told),
            cards=cards_of(owner),
            calendar=calendar_of(owner),
        )


def entries_in(owner: User) -> int:
    """How many entries the export will have."""
    return sum(rows.count() for rows, _ in _rows(owner).values())


def own_words(owner: User) -> dict[str, Any]:
    """What the user says of themselves."""
    said = {"name": owner.get_full_name(), "headline": owner.headline, "offers": owner.offers}
    return {name: value for name, value in said.items() if value}


def sections(owner: User, told: Told | None = None) -> Mapping[str, Iterator[dict[str, Any]]]:
    """Every list of the export, read from the store while it is written."""
    counter = itertools.count(1)

    def entries(rows: models.QuerySet[Any], entry_of: _EntryOf) -> Iterator[dict[str, Any]]:
        for row in rows.order_by("pk").iterator(chunk_size=_CHUNK):
            yield entry_of(row)
            if told:
                told(next(counter))

    return {name: entries(rows, entry_of) for name, (rows, entry_of) in _rows(owner).items()}


# An act with this count brought an export back: it is no part of what the export tells of.
RESTORED = "restored"


@contextmanager
def one_moment() -> Iterator[None]:
    """Whatever is read within is the store of one moment."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if connection.vendor == "postgresql" and is_outermost:
            # SQLite reads one state of its own accord; here every query would see a later one.
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _rows(owner: User) -> dict[str, tuple[models.QuerySet[Any], _EntryOf]]:
    rows: dict[str, tuple[models.QuerySet[Any], _EntryOf]] = {
        "contacts": (whole(Contact.objects.all()), _contact),
        "encounters": (Encounter.objects.prefetch_related("presences"), _encounter),
        "letters": (Letter.objects.all(), _letter),
        "promises": (Promise.objects.all(), _promise),
        "invitations": (Invitation.objects.all(), _invitation),
        "pairs": (Pair.objects.all(), _pair),
        "log": (Act.objects.exclude(counts__has_key=RESTORED), _act),
    }
    return {name: (found.filter(owner=owner), of) for name, (found, of) in rows.items()}


def _contact(row: Contact) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "name": row.name,
        **({} if row.kind == "person" else {"kind": row.kind}),
        **_said(row, _COLUMNS),
        **row.details,
        **_listed("identities", row.identity_rows.all(), _IDENTITY),
        **_listed("roles", row.role_rows.all(), _ROLE),
        **_listed("notes", row.note_rows.all(), ("text",)),
        **_listed("tags", row.tag_rows.all(), ("name",)),
        "made_at": row.made_at.isoformat(),
        "changed_at": row.changed_at.isoformat(),
    }


def _listed(name: str, rows: Iterable[Any], columns: Iterable[str]) -> dict[str, Any]:
    entries = [
        {"id": str(row.pk), **_said(row, columns), **_place(row, place)}
        for place, row in enumerate(rows)
    ]
    return {name: entries} if entries else {}


def _place(row: Any, place: int) -> dict[str, int]:
    """The position of a row, where it is not its place in the list."""
    return {} if row.position == place else {"position": row.position}


def _encounter(row: Encounter) -> dict[str, Any]:
    presences = list(row.presences.all())
    plain = to_plain(encounter_of(row, [each.contact_id for each in presences]))
    people = [
        {"id": str(each.pk), "contact": str(each.contact_id), **_place(each, place)}
        for place, each in enumerate(presences)
    ]
    return {"id": str(row.pk), **plain, "people": people, "made_at": row.made_at.isoformat()}


def _letter(row: Letter) -> dict[str, Any]:
    plain = to_plain(letter_of(row))
    del plain["people"]
    return {"id": str(row.pk), "contact": str(row.contact_id), **plain}


def _promise(row: Promise) -> dict[str, Any]:
    plain = to_plain(promise_of(row))
    del plain["person"]
    return {"id": str(row.pk), "contact": str(row.contact_id), **plain}


def _invitation(row: Invitation) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "network": row.network,
        "is_incoming": row.is_incoming,
        "name": row.name,
        **_said(row, ("text", "headline", "at", "key")),
        **({"identities": row.identities} if row.identities else {}),
        **({"contact": str(row.contact_id)} if row.contact_id else {}),
    }


def _pair(row: Pair) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "first": str(row.first_id),
        "second": str(row.second_id),
        "answer": row.answer,
        "score": row.score,
        "reasons": row.reasons,
    }


def _act(row: Act) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "kind": row.kind,
        "what": row.what,
        "at": row.at.isoformat(),
        **_said(row, ("origin", "digest", "counts", "undone_at")),
    }


def _said(row: Any, columns: Iterable[str]) -> dict[str, Any]:
    said = ((name, getattr(row, name)) for name in columns)
    return {name: _text(value) for name, value in said if value not in (*_USUAL, {})}


def _text(value: Any) -> Any:
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
