"""Undo: every row an act touched becomes what it was before, and nothing else does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext

from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Change, Pair
from redleaf.web.contacts.rows import TABLES, columns_from, delete, in_chunks, insert
from redleaf.web.contacts.search.documents import index, people_at


class CannotUndo(RedleafError):
    """An act that something later builds on, or that was undone before."""


def undo(act: Act) -> None:
    """Bring the rows of `act` back to what they were.

    Raises CannotUndo when it is undone already, or when a later act changed the same contacts:
    that one has to be undone first.
    """
    with transaction.atomic():
        act = Act.objects.select_for_update().get(pk=act.pk)
        if act.undone_at:
            raise CannotUndo(gettext("%(what)s: this is undone already.") % {"what": act.what})
        if not act.changes.exists():
            raise CannotUndo(
                gettext("%(what)s: this was done in another home, and stays.") % {"what": act.what}
            )
        later = _built_upon(act)
        if later:
            raise CannotUndo(
                gettext("%(what)s: undo “%(what2)s” first; it changed the same people.")
                % {"what": act.what, "what2": later.what}
            )
        touched = _touched(act)
        _restore_all(act)
        # Once more after: who was at an encounter may have changed too.
        index([*touched, *_touched(act)])
        act.undone_at = timezone.now()
        act.save(update_fields=["undone_at"])


def last_act(owner: User) -> Act | None:
    """The newest act that is not undone, of those done here.

    An export brings the log of another home along, and not what each act did to the rows.
    """
    done_here = Exists(Change.objects.filter(act=OuterRef("pk")))
    return Act.objects.filter(done_here, owner=owner, undone_at__isnull=True).first()


def _built_upon(act: Act) -> Act | None:
    touched = Change.objects.filter(act=act, contact_id__isnull=False).values("contact_id")
    return (
        Act.objects.filter(
            owner=act.owner_id, undone_at__isnull=True, at__gt=act.at,
            changes__contact_id__in=touched,
        )
        .order_by("-at")
        .first()
    )  # fmt: skip


def _touched(act: Act) -> list[UUID]:
    """Whose documents of the search the act has a part in."""
    contacts: dict[UUID, None] = {}
    encounters: set[UUID] = set()
    for contact_id, rows in act.changes.values_list("contact_id", "rows").iterator(chunk_size=500):
        if contact_id:
            contacts[contact_id] = None
        encounters.update(UUID(row[1]) for row in rows if row[0] == "encounter" and len(row) > 2)
    return [*contacts, *people_at(encounters)]


def _restore_all(act: Act) -> None:
    made: dict[str, list[str]] = defaultdict(list)
    changes = act.changes.order_by("-position").values_list("rows", flat=True)
    for rows in changes.iterator(chunk_size=500):
        for table, row_id, *was in reversed(rows):
            if was:
                # What was made before this was removed goes first: they may share a unique value.
                _take_away(made)
                _restore(table, row_id, *was)
            else:
                made[table].append(row_id)
    _take_away(made)


def _take_away(made: dict[str, list[str]]) -> None:
    if "contact" in made:
        _withdraw_questions(made["contact"])
    for table in reversed(TABLES):
        if table in made:
            delete(TABLES[table], made.pop(table))


def _withdraw_questions(contact_ids: Sequence[str]) -> None:
    """Whether two are one person is asked by no act of the user's, and ends with one of the two."""
    if not Pair.objects.exists():
        return
    for chunk in in_chunks(contact_ids):
        Pair.objects.filter(Q(first__in=chunk) | Q(second__in=chunk)).delete()


def _restore(
    table: str, row_id: str, before: dict[str, Any], after: dict[str, Any] | None = None
) -> None:
    model = TABLES[table]
    columns = columns_from(table, before)
    if after is None:
        insert(model, [columns])
    else:
        model._base_manager.filter(pk=row_id).update(**columns)
