"""Erase a person, or all that one user keeps, so that no byte of it is left in the live files.

Erasing is no act: nothing of it stands in the log, and nothing brings it back. What others' records
say of the person stays, with their names and addresses in it replaced (docs/store.md).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, models, transaction

from redleaf.errors import RedleafError
from redleaf.languagemodel.keys import forget_model
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import (
    Act,
    Change,
    Contact,
    Document,
    Encounter,
    Identity,
    Invitation,
    Picture,
)
from redleaf.web.contacts.records import record_of, whole
from redleaf.web.contacts.rows import TABLES
from redleaf.web.contacts.search.documents import index
from redleaf.web.contacts.services.deleting import remove_contact
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.mailboxes.secrets import forget_secrets

ERASED = "[erased]"
# A shorter name stands inside too many other words: "Al" in "also".
_SHORTEST_MARK = 4
# Two of these must not become equal by it.
_TOLD_APART_BY = frozenset({"key", "value"})
# They are made anew, gone through in their own way, or hold no words.
_APART = (Document, Change, Picture)


@dataclass(frozen=True, slots=True)
class Erased:
    """How many records of others named the person, and name them no more."""

    mentions: int


def erase_contact(owner: User, contact: Contact) -> Erased:
    """Erase a contact: its rows, its history, its words in the search, its name elsewhere.

    Cannot be undone. Raises CannotErase within a transaction, which would keep the old pages.
    """
    _refuse_within_transaction()
    with transaction.atomic():
        contact = whole(Contact.objects.filter(owner=owner)).select_for_update().get(pk=contact.pk)
        gone = {contact.pk, *_merged_into(contact)}
        marks = _Marks(_not_of_others(owner, {*_marks_of(contact), *_marks_in_history(gone)}, gone))
        Invitation.objects.filter(contact=contact).delete()
        # The same steps as deleting takes; what they leave in the log goes with all the rest.
        with recorded(owner, Act.Kind.DELETE, "") as recorder:
            remove_contact(contact, recorder)
        Change.objects.filter(contact_id__in=gone).delete()
        recorder.act.delete()
        mentions = _forget(owner, marks, gone)
    sweep()
    return Erased(mentions)


def erase_account(owner: User) -> None:
    """Erase everything that is kept for a user, and the user: rows, sessions, uploads, model.

    On a team's server the uploads of others stay, and so does the model, which is the host's.

    Cannot be undone. Raises CannotErase within a transaction, and KeyringError when all is gone
    but the key to a language model or a mail account.
    """
    _refuse_within_transaction()
    files = list(_files_of(owner))
    mail_accounts = _ids_of("mailboxes.Account", owner)
    with transaction.atomic():
        for session in Session.objects.all():
            if session.get_decoded().get("_auth_user_id") == str(owner.pk):
                session.delete()
        for model in (Document, Change, Act, *reversed(TABLES.values())):
            rows: Any = model
            rows.objects.filter(owner=owner).delete()
        owner.delete()
    for left in files:
        shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
    sweep()
    try:
        for account_id in mail_accounts:
            forget_secrets(account_id)
    finally:
        if not settings.TEAM:
            forget_model(settings.HOME.path)


def sweep() -> None:
    """Write the database's files anew, without what deleted rows left behind in them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for model in apps.get_models():
                cursor.execute(f'VACUUM FULL "{model._meta.db_table}"')
            return
        cursor.execute("INSERT INTO contacts_search(contacts_search) VALUES ('rebuild')")
        cursor.execute("VACUUM")
        # Another process that reads just now keeps the old pages until it is done.
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _files_of(owner: User) -> Iterator[Path]:
    """Uploads are named by the row they belong to; on a desk of one's own all are the user's, and
    so are the stores that a backup put aside when it was brought back.
    """
    models_of_files = ("incoming.Incoming", "insights.Audit", "mailboxes.Account")
    ids = {str(each) for name in models_of_files for each in _ids_of(name, owner)}
    for file in settings.HOME.uploads.glob("*"):
        if not settings.TEAM or file.stem in ids:
            yield file
    if not settings.TEAM:
        yield from settings.HOME.path.glob("before-restore-*")


def _ids_of(name: str, owner: User) -> list[UUID]:
    rows = apps.get_model(name)._base_manager.filter(owner=owner)
    return list(rows.values_list("pk", flat=True))


class CannotErase(RedleafError):
    """Erasing within a transaction, which may still be taken back and keeps what was there."""


def _refuse_within_transaction() -> None:
    if connection.in_atomic_block:
        raise CannotErase("Within a transaction nothing can be erased for good.")


class _Marks:
    """What names a person: full names, addresses, profiles. Finds them in any column."""

    def __init__(self, texts: Iterable[str]) -> None:
        known = {text.strip() for text in texts}
        marks = sorted((each for each in known if len(each) >= _SHORTEST_MARK), key=len)
        self._mark = re.compile(
            "|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in reversed(marks)) or r"(?!)",
            re.IGNORECASE,
        )

    def replaced(self, value: Any) -> Any:
        """The same text or JSON data, with `ERASED` wherever the person was named."""
        if isinstance(value, str):
            return self._mark.sub(ERASED, value)
        if isinstance(value, list):
            return [self.replaced(each) for each in value]
        if isinstance(value, dict):
            return {self.replaced(name): self.replaced(each) for name, each in value.items()}
        return value


def _marks_of(contact: Contact) -> Iterator[str]:
    of = record_of(contact)
    yield from (of.name, of.parts.joined, *(each.text for each in of.other_names))
    for identity in of.identities:
        yield from (identity.value, identity.written)


def _marks_in_history(gone: set[UUID]) -> Iterator[str]:
    """Names and identities that they had before they were changed or merged."""
    for rows in Change.objects.filter(contact_id__in=gone).values_list("rows", flat=True):
        for table, _, *columns in rows:
            for each in columns:
                if table == "contact":
                    yield each.get("name", "")
                    details = each.get("details", {})
                    yield from (other["text"] for other in details.get("other_names", ()))
                elif table == "identity":
                    yield from (each.get("value", ""), each.get("written", ""))


def _not_of_others(owner: User, marks: set[str], gone: set[UUID]) -> set[str]:
    """The marks without those that somebody else has too: a family's number, a father's name."""
    names = Contact.objects.filter(owner=owner, name__in=marks).exclude(pk__in=gone)
    values = Identity.objects.filter(owner=owner, value__in=marks).exclude(contact__in=gone)
    theirs = {*names.values_list("name", flat=True), *values.values_list("value", flat=True)}
    folded = {each.casefold() for each in theirs}
    return {each for each in marks if each.casefold() not in folded}


def _merged_into(contact: Contact) -> set[UUID]:
    """The ids of records that became this one by a merge: they are the same person."""
    found: set[UUID] = set()
    waiting = {contact.pk}
    while waiting:
        merges = Act.objects.filter(
            kind=Act.Kind.MERGE, undone_at__isnull=True, changes__contact_id__in=waiting
        )
        changes = Change.objects.filter(act__in=merges, contact_id__isnull=False)
        ids = {each for each in changes.values_list("contact_id", flat=True) if each}
        there = set(Contact.objects.filter(pk__in=ids).values_list("pk", flat=True))
        waiting = ids - there - found
        found |= waiting
    return found


def _forget(owner: User, marks: _Marks, gone: set[UUID]) -> int:
    """Replace the marks in all that is left of the owner's; gives how many rows named them."""
    mentions = 0
    touched: list[UUID] = []
    for model in apps.get_models():
        if "owner" in {field.name for field in model._meta.fields} and model not in _APART:
            for row in _mended(model, owner, marks):
                mentions += model is not Act
                touched += _contacts_of(row)
    _forget_in_history(owner, marks, gone)
    index(touched)
    return mentions


def _mended(model: type[models.Model], owner: User, marks: _Marks) -> Iterator[models.Model]:
    """Rows that named the person, after they were mended."""
    names = [field.attname for field in model._meta.concrete_fields if _is_text(field)]
    rows = model._base_manager.filter(owner=owner)
    for row_id, *said in rows.values_list("pk", *names).iterator(chunk_size=1_000):
        changed = {
            name: f"{ERASED} {row_id}" if name in _TOLD_APART_BY else mended
            for name, each in zip(names, said, strict=True)
            if (mended := marks.replaced(each)) != each
        }
        if changed:
            rows.filter(pk=row_id).update(**changed)
            yield rows.get(pk=row_id)


def _is_text(field: models.Field[Any, Any]) -> bool:
    # The name of another person is theirs, also where it begins like this one.
    if field.model is Contact and field.attname in ("name", "sort_name"):
        return False
    kinds = (models.TextField, models.CharField, models.JSONField)
    return isinstance(field, kinds) and not field.choices


def _contacts_of(row: models.Model) -> list[UUID]:
    if isinstance(row, Contact):
        return [row.pk]
    if isinstance(row, Encounter):
        return list(row.people.values_list("pk", flat=True))
    contact_id: UUID | None = getattr(row, "contact_id", None)
    return [contact_id] if contact_id else []


def _forget_in_history(owner: User, marks: _Marks, gone: set[UUID]) -> None:
    """The same in the log, without rows that an undo could hang on nobody any more."""
    ids = {str(each) for each in gone}
    for change in Change.objects.filter(owner=owner).iterator(chunk_size=500):
        left = [
            marks.replaced(row)
            for row in change.rows
            if not any(ids & set(map(str, columns.values())) for columns in row[2:])
        ]
        if left != change.rows:
            Change.objects.filter(pk=change.pk).update(rows=left)
