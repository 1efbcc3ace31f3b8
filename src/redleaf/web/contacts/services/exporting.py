"""Export: everything of one user as plain data, in the shape of docs/exporting.md, a row at a time.

Rows come in the order of their ids, so that the same store gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, Any
from uuid import UUID

from django.db import connection, models, transaction

from redleaf.contacts.plain import to_plain
from redleaf.formats.redleaf_export.writer import write_export
from redleaf.web.accounts.models import User
from redleaf.web.accounts.preferences import preferences_of
from redleaf.web.contacts.exchange import calendar_of, cards_of
from redleaf.web.contacts.models import (
    Act,
    Contact,
    Encounter,
    Invitation,
    Letter,
    Pair,
    Picture,
    Promise,
    Stack,
)
from redleaf.web.contacts.passing import (
    LISTS,
    SINGLE,
    PassingContact,
    PassingEncounter,
    Row,
    passing_contacts,
    passing_encounters,
)
from redleaf.web.contacts.records import letter_of, promise_of
from redleaf.web.contacts.services.brought_along import BROUGHT_ALONG

_CHUNK = 2_000
# A picture may be as large as a thousand other rows.
_CHUNK_OF_PICTURES = 50
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
    passing = (Contact.objects.filter(owner=owner), Encounter.objects.filter(owner=owner))
    rows = [*passing, *(found for found, _ in _queries(owner).values())]
    along = sum(each.count(owner) for each in BROUGHT_ALONG.values())
    return along + sum(each.count() for each in rows)


def own_words(owner: User) -> dict[str, Any]:
    """What the user says of themselves, and how they set their desk."""
    said = {"name": owner.get_full_name(), "headline": owner.headline, "offers": owner.offers,
            "links": owner.links, "voice": owner.voice,
            "settings": preferences_of(owner)}  # fmt: skip
    return {name: value for name, value in said.items() if value}


def sections(owner: User, told: Told | None = None) -> Mapping[str, Iterator[dict[str, Any]]]:
    """Every list of the export, read from the store while it is written."""
    lists: dict[str, Iterator[dict[str, Any]]] = {
        "contacts": (_contact(each) for each in passing_contacts(owner)),
        "encounters": (_encounter(each) for each in passing_encounters(owner)),
    }
    for name, (rows, entry_of) in _queries(owner).items():
        size = _CHUNK_OF_PICTURES if name == "pictures" else _CHUNK
        lists[name] = map(entry_of, rows.order_by("pk").iterator(chunk_size=size))
    for name, brought in BROUGHT_ALONG.items():
        lists[name] = iter(brought.entries(owner))
    if told is None:
        return lists
    counter = itertools.count(1)
    return {name: _counted(entries, counter, told) for name, entries in lists.items()}


def _counted(
    entries: Iterator[dict[str, Any]], counter: Iterator[int], told: Told
) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield entry
        told(next(counter))


CHOICE_TEXTS = ("decision", "place", "note", "answered", "reply", "case")
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


def _queries(owner: User) -> dict[str, tuple[models.QuerySet[Any], _EntryOf]]:
    """What is read row by row: of these there are fewer, and they have no lists."""
    rows: dict[str, tuple[models.QuerySet[Any], _EntryOf]] = {
        "letters": (Letter.objects.all(), _letter),
        "promises": (Promise.objects.all(), _promise),
        "invitations": (Invitation.objects.select_related("choice"), _invitation),
        "pairs": (Pair.objects.all(), _pair),
        "stacks": (Stack.objects.prefetch_related("cards"), _stack),
        "pictures": (Picture.objects.all(), _picture),
        "log": (Act.objects.exclude(counts__has_key=RESTORED), _act),
    }
    return {name: (found.filter(owner=owner), of) for name, (found, of) in rows.items()}


def _contact(each: PassingContact) -> dict[str, Any]:
    columns = each.columns
    return {
        "id": columns["id"],
        "name": columns["name"],
        **({} if columns["kind"] == "person" else {"kind": columns["kind"]}),
        **{name: columns[name] for name in SINGLE[2:] if columns[name]},
        **columns["details"],
        **{
            name: [_part(row, place, LISTS[name][1]) for place, row in enumerate(rows)]
            for name, rows in each.lists.items()
            if rows
        },
        "made_at": columns["made_at"].isoformat(),
        "changed_at": columns["changed_at"].isoformat(),
    }


def _part(row: Row, place: int, names: Sequence[str]) -> dict[str, Any]:
    """A row of a list; its position stands there where it is not its place in the list."""
    entry = {"id": row[0]}
    entry.update(
        (name, _text(value))
        for name, value in zip(names, row[2:], strict=True)
        if value not in _USUAL
    )
    return entry if row[1] == place else {**entry, "position": row[1]}


def _encounter(each: PassingEncounter) -> dict[str, Any]:
    people = [_part(row, place, ("contact",)) for place, row in enumerate(each.presences)]
    return {
        "id": each.columns["id"],
        **to_plain(each.as_record()),
        "people": people,
        "made_at": each.columns["made_at"].isoformat(),
    }


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
        **({"choice": _choice(row.choice)} if hasattr(row, "choice") else {}),
    }


def _choice(row: Any) -> dict[str, Any]:
    """What the user decided about an invitation: a row of the inbox."""
    return {
        "id": str(row.pk),
        "decided_at": row.decided_at.isoformat(),
        **_said(row, CHOICE_TEXTS),
        **_said(row, ("until",)),
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


def _stack(row: Stack) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "title": row.title,
        **_said(row, ("event", "place", "first", "last")),
        "kind": row.kind,
        "network": row.network,
        "made_at": row.made_at.isoformat(),
        "cards": [
            {
                "id": str(each.pk),
                "contact": str(each.contact_id),
                "position": each.position,
                "state": each.state,
                **_said(each, ("network", "line", "text", "written_at")),
            }
            for each in row.cards.all()
        ],
    }


def _picture(row: Picture) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "contact": str(row.contact_id),
        "base64": row.base64,
        "width": row.width,
        "height": row.height,
        **({"position": row.position} if row.position else {}),
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
