"""Sync: what changed on the server is read behind the guard and imported as one act.

Nothing is deleted here because it vanished there: what vanished is told, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from redleaf.contacts.harvest import Harvest, Problem
from redleaf.errors import FileError
from redleaf.formats.importer import read_file
from redleaf.web.accounts.models import User
from redleaf.web.addressbooks.changes import Changes, Known, changes_since
from redleaf.web.addressbooks.client import DavClient
from redleaf.web.addressbooks.discovery import Found
from redleaf.web.addressbooks.models import Collection, Item
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.services.importing import ImportPlan, apply_import, plan_import
from redleaf.web.contacts.services.importing.gathering import gathered

_FORMATS = {"addressbook": "vcard", "calendar": "calendar"}
_LONGEST_PATH = 1_000
_BATCH_BYTES = 20_000_000
_NAME = re.compile(rb"^(?:FN|SUMMARY)(?:;[^:\r\n]*)?:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
Told = Callable[[float], None]


@dataclass(slots=True)
class CollectionSync:
    """What a sync found in one collection, and the plan that its items make."""

    found: Found
    changes: Changes
    vanished: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sync:
    """A sync that was prepared: every collection, and one plan for all that was read."""

    user_name: str
    collections: list[CollectionSync]
    plan: ImportPlan

    @property
    def vanished(self) -> list[str]:
        return [name for each in self.collections for name in each.vanished]

    @property
    def read(self) -> int:
        return sum(len(each.changes.items) for each in self.collections)


def prepare_sync(
    owner: User,
    client: DavClient,
    wanted: Sequence[Found],
    *,
    user_name: str,
    options: Mapping[str, Any],
    anew: bool = False,
    told: Told = lambda _: None,
) -> Sync:
    """Read what changed in the `wanted` collections; nothing is written.

    `options` are those of the readers (`today`, `mine`, `zone`). With `anew`, everything is read as
    if for the first time. Raises ServerError.
    """
    parts = []
    harvests: list[Harvest] = []
    for number, found in enumerate(wanted):
        known = Known() if anew else _known(owner, found, user_name)
        changes = changes_since(client, found, known)
        names = _names_of(owner, found, user_name, changes.gone)
        parts.append(CollectionSync(found, changes, names))
        harvests += _harvests(found, changes, options)
        told((number + 1) / len(wanted))
    harvest = gathered(harvests) if harvests else Harvest("vcard")
    return Sync(user_name, parts, plan_import(owner, harvest))


def finish_sync(owner: User, sync: Sync, *, told: Told = lambda _: None) -> Act | None:
    """Import what was read, and remember the state of each collection; gives the act, if any.

    The state is kept after the import: cut off between the two, the next sync reads the same items
    once more, and they change nothing.
    """
    act = None
    if sync.read:
        titles = ", ".join(each.found.title for each in sync.collections if each.changes.items)
        host = urlsplit(sync.collections[0].found.url).hostname
        act = apply_import(owner, sync.plan, file_name=f"{titles} from {host}", told=told)
    with transaction.atomic():
        for each in sync.collections:
            _keep_state(owner, each, sync.user_name)
    return act


def _rows(owner: User, found: Found, user_name: str) -> Collection | None:
    rows = Collection.objects.filter(owner=owner, address=found.url, user_name=user_name)
    return rows.first()


def _known(owner: User, found: Found, user_name: str) -> Known:
    row = _rows(owner, found, user_name)
    if row is None:
        return Known()
    items = row.items.filter(vanished_at=None)
    return Known(row.sync_token, row.tag, dict(items.values_list("href", "etag")))


def _names_of(owner: User, found: Found, user_name: str, paths: Sequence[str]) -> list[str]:
    row = _rows(owner, found, user_name)
    if row is None or not paths:
        return []
    gone = set(paths)
    return [str(item) for item in row.items.filter(vanished_at=None) if item.href in gone]


def _harvests(found: Found, changes: Changes, options: Mapping[str, Any]) -> Iterator[Harvest]:
    for batch in _batches(list(changes.items.values())):
        try:
            yield read_file(
                batch,
                file_name=found.title,
                format_name=_FORMATS[found.kind],
                options=options,
            )
        except FileError as error:
            yield Harvest(_FORMATS[found.kind], problems=[Problem(found.title, 0, error.what)])


def _batches(bodies: Sequence[bytes]) -> Iterator[bytes]:
    """Many items as a few files, none larger than what the guard's memory bears."""
    held: list[bytes] = []
    size = 0
    for body in bodies:
        if held and size + len(body) > _BATCH_BYTES:
            yield b"\r\n".join(held)
            held, size = [], 0
        held.append(body)
        size += len(body)
    if held:
        yield b"\r\n".join(held)


def _keep_state(owner: User, part: CollectionSync, user_name: str) -> None:
    found, changes = part.found, part.changes
    row, _ = Collection.objects.update_or_create(
        owner=owner,
        address=found.url,
        user_name=user_name,
        defaults={
            "kind": found.kind,
            "title": found.title[:200],
            "sync_token": changes.token,
            "tag": changes.tag,
            "synced_at": timezone.now(),
        },
    )
    items = [
        Item(owner=owner, collection=row, href=path, etag=changes.etags.get(path, "")[:200],
             name=_name_in(body))
        for path, body in changes.items.items()
        if len(path) <= _LONGEST_PATH
    ]  # fmt: skip
    Item.objects.bulk_create(
        items,
        update_conflicts=True,
        unique_fields=["collection", "href"],
        update_fields=["etag", "name", "vanished_at"],
    )
    gone = list(changes.gone)
    for at in range(0, len(gone), 500):
        row.items.filter(href__in=gone[at : at + 500]).update(vanished_at=timezone.now())


def _name_in(body: bytes) -> str:
    """What a card or an event calls itself, to tell it by when it is gone."""
    found = _NAME.search(body[:100_000])
    text = found[1].decode("utf-8", "replace").strip() if found else ""
    return text.replace("\\,", ",").replace("\\;", ";")[:200]
