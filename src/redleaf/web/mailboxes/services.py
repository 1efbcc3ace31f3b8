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
from django.utils.translation import gettext as _

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
from redleaf.web.mailboxes.faults import MailServerError, NotGivenError
from redleaf.web.mailboxes.models import Folder

_BATCH_MAILS = 500
_BATCH_BYTES = 20_000_000
_MOST_REFUSED = 5
_MOST_FAILED = 20
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


@dataclass(slots=True)
class _Batch:
    """Some newer mails, the highest number among them, and why others were not given whole."""

    highest: int
    mails: list[bytes] = field(default_factory=list)
    size: int = 0
    refusals: list[str] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        return len(self.mails) >= _BATCH_MAILS or self.size > _BATCH_BYTES


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
            for batch in _batches(client, last, part):
                harvests += _harvests(batch.mails, name, options)
                harvests.append(_refused(batch, name))
                folder.last_uid, folder.read = batch.highest, folder.read + len(batch.mails)
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


def _batches(client: MailClient, last: int, told: Told) -> Iterator[_Batch]:
    """The newer mails, some at a time; what came before the server failed is given, too."""
    batch = _Batch(last)
    newer = client.numbers_after(last)
    try:
        for count, (uid, mail, refusal) in enumerate(_mails(client, newer)):
            if mail or not refusal:
                # One of which nothing is given is passed over when a later one is. Until then it
                # is asked for again: the server may have failed for a while.
                batch.mails.append(mail)
                batch.size, batch.highest = batch.size + len(mail), uid
            batch.refusals += [refusal] if refusal else []
            told(count / len(newer))
            if batch.is_full:
                yield batch
                batch = _Batch(batch.highest)
    except MailServerError:
        yield batch
        raise
    yield batch


def _mails(client: MailClient, newer: list[int]) -> Iterator[tuple[int, bytes, str]]:
    """Of each its number, what is read of it (b"" for nothing), and why that is not all."""
    refused = 0
    for head in client.heads(newer):
        if head.refusal or not _may_tell(head.structure, head.headers):
            yield head.uid, head.headers, head.refusal
            continue
        try:
            mail = client.mail(head.uid)
        except NotGivenError as error:
            refused += 1
            if refused >= _MOST_REFUSED:
                raise  # so many in a row: it is the server, not the mails
            yield head.uid, head.headers, str(error)
        else:
            refused = 0
            yield head.uid, mail or head.headers, ""


def _may_tell(structure: bytes, head: bytes) -> bool:
    headers = read_headers(head)
    sender = next(iter(headers.mailboxes(b"from")), None)
    is_networks = sender is not None and service_of(sender.address.casefold()) is not None
    return is_networks or may_forward(headers, b"") or _INSIDE.search(structure) is not None


def _refused(batch: _Batch, name: str) -> Harvest:
    told = _("A mail was not given whole: %(said)s")
    problems = [Problem(name, 0, told % {"said": each}) for each in batch.refusals]
    return Harvest("mail", problems=problems)


def _harvests(mails: list[bytes], name: str, options: Mapping[str, Any]) -> Iterator[Harvest]:
    """What the mails tell. Those at which the reader ends are read in halves, down to the one mail.

    Raises MailServerError where it ends at whatever it is given: none of that counts as read.
    """
    waiting, failed = [mails] if mails else [], 0
    while waiting:
        some = waiting.pop()
        box = b"".join(_SEPARATOR + _unmistakable(each) + b"\n\n" for each in some)
        try:
            yield read_file(box, file_name=name, format_name="mail", options=options)
            failed = 0
        except FileError as error:
            failed += 1
            if failed >= _MOST_FAILED:
                raise MailServerError(error.what) from error
            if len(some) == 1:
                yield Harvest("mail", problems=[Problem(name, 0, error.what)])
            else:
                middle = len(some) // 2
                waiting += [some[middle:], some[:middle]]


def _unmistakable(mail: bytes) -> bytes:
    """A mail as an mbox holds it: no line in it looks like the beginning of another."""
    return _FROM_LINE.sub(rb">\1", mail.replace(b"\r\n", b"\n"))
