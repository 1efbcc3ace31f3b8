"""Mail sync: newer mails of chosen folders are read behind the guard and imported as one act.

Of a letter only its headers leave the server. The whole of a mail is fetched where it may tell of
an invitation: from a network, forwarded, or with a calendar inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from redleaf.contacts.harvest import Harvest, Problem
from redleaf.errors import FileError
from redleaf.formats.importer import read_file
from redleaf.formats.mail.forwarded import may_forward
from redleaf.formats.mail.headers import read_headers
from redleaf.formats.mail.services import service_of
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.services.importing import ImportPlan, apply_import, plan_import
from redleaf.web.contacts.services.importing.gathering import gathered
from redleaf.web.mailboxes.client import MailClient
from redleaf.web.mailboxes.faults import MailServerError
from redleaf.web.mailboxes.models import Folder

_BATCH_MAILS = 500
_BATCH_BYTES = 20_000_000
_SEPARATOR = b"From redleaf@localhost Thu Jan  1 00:00:00 1970\n"
_INSIDE = re.compile(rb'"(?:calendar|rfc822|ics)"|\.ics"|\.eml"', re.IGNORECASE)
_FROM_LINE = re.compile(rb"^(>*From )", re.MULTILINE)
Told = Callable[[float], None]


@dataclass(slots=True)
class FolderSync:
    """What was read of one folder: how many mails, and how far its numbers go now."""

    name: str
    validity: int
    last_uid: int
    read: int = 0


@dataclass(slots=True)
class MailSync:
    """A sync that was prepared. `faults` say which folders were not read to their last mail."""

    address: str
    user_name: str
    host: str
    plan: ImportPlan
    folders: list[FolderSync] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def read(self) -> int:
        return sum(each.read for each in self.folders)


def prepare_mail_sync(
    owner: User,
    client: MailClient,
    wanted: Sequence[str],
    *,
    user_name: str,
    options: Mapping[str, Any],
    anew: bool = False,
    told: Told = lambda _: None,
) -> MailSync:
    """Read what is newer in the `wanted` folders; nothing is written, here or there.

    `options` are those of the readers (`today`, `mine`, `zone`). What came before the server hung
    up for good is kept, and the next sync goes on from there.
    """
    folders: list[FolderSync] = []
    harvests: list[Harvest] = []
    faults: list[str] = []
    for number, name in enumerate(wanted):
        try:
            validity = client.open(name)
            last = 0 if anew else _last_uid(owner, client.address, user_name, name, validity)
            folder = FolderSync(name, validity, last)
            folders.append(folder)
            part = _part_of(told, number, len(wanted))
            for mails, uid in _batches(client, last, part):
                harvests.append(_harvest(mails, name, options))
                folder.last_uid, folder.read = uid, folder.read + len(mails)
        except MailServerError as error:
            faults.append(str(error))
            if error.at not in ("", "folders"):
                break  # it would be the same with every other folder, after as long a wait
        told((number + 1) / len(wanted))
    plan = plan_import(owner, gathered(harvests) if harvests else Harvest("mail"))
    return MailSync(client.address, user_name, client.host, plan, folders, faults)


def finish_mail_sync(
    owner: User,
    sync: MailSync,
    *,
    told: Told = lambda _: None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Act | None:
    """Import what was read, and remember how far each folder was read; gives the act, if any.

    That is kept after the import: cut off between the two, the next sync reads the same mails once
    more, and they change nothing.
    """
    act = None
    if sync.read:
        names = ", ".join(each.name for each in sync.folders if each.read)
        name = f"{names} from {sync.host}"
        act = apply_import(owner, sync.plan, file_name=name, told=told, is_cancelled=is_cancelled)
    with transaction.atomic():
        for each in sync.folders:
            Folder.objects.update_or_create(
                owner=owner,
                address=sync.address,
                user_name=sync.user_name,
                name=each.name,
                defaults={
                    "validity": each.validity,
                    "last_uid": each.last_uid,
                    "synced_at": timezone.now(),
                },
            )
    return act


def _last_uid(owner: User, address: str, user_name: str, name: str, validity: int) -> int:
    """How far the folder was read; from its beginning where it was numbered anew."""
    rows = Folder.objects.filter(owner=owner, address=address, user_name=user_name, name=name)
    row = rows.first()
    return row.last_uid if row is not None and row.validity == validity else 0


def _part_of(told: Told, number: int, of: int) -> Told:
    return lambda share: told((number + share) / of)


def _batches(client: MailClient, last: int, told: Told) -> Iterator[tuple[list[bytes], int]]:
    """The newer mails, some at a time, each time with the highest number among them."""
    held: list[bytes] = []
    size, highest = 0, last
    newer = client.numbers_after(last)
    for count, (uid, structure, head) in enumerate(client.heads(newer)):
        mail = client.mail(uid) if _may_tell(structure, head) else head
        held.append(mail or head)
        size, highest = size + len(mail), max(highest, uid)
        told(count / len(newer))
        if len(held) >= _BATCH_MAILS or size > _BATCH_BYTES:
            yield held, highest
            held, size = [], 0
    if held:
        yield held, highest


def _may_tell(structure: bytes, head: bytes) -> bool:
    headers = read_headers(head)
    sender = next(iter(headers.mailboxes(b"from")), None)
    is_networks = sender is not None and service_of(sender.address.casefold()) is not None
    return is_networks or may_forward(headers, b"") or _INSIDE.search(structure) is not None


def _harvest(mails: Sequence[bytes], name: str, options: Mapping[str, Any]) -> Harvest:
    box = b"".join(_SEPARATOR + _unmistakable(each) + b"\n\n" for each in mails)
    try:
        return read_file(box, file_name=name, format_name="mail", options=options)
    except FileError as error:
        return Harvest("mail", problems=[Problem(name, 0, error.what)])


def _unmistakable(mail: bytes) -> bytes:
    """A mail as an mbox holds it: no line in it looks like the beginning of another."""
    return _FROM_LINE.sub(rb">\1", mail.replace(b"\r\n", b"\n"))
