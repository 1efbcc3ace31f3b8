"""What stands in the inbox: groups, rows, one after another, and campaigns, in few queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, FloatField, Q, QuerySet, Value, When

from redleaf.notes.folding import fold_text
from redleaf.triage.known import DECISIONS
from redleaf.web.accounts.models import User
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.models import Reading

# So many of a group stand on the first page.
SHOWN = 12
PAGE = 50
_PUT_FIRST = 0.9


@dataclass(frozen=True, slots=True)
class Row:
    """One invitation in the list: whom it is from, and one line that says why it stands there."""

    id: UUID
    name: str
    at: dt.datetime | None
    why: str
    group: str
    campaign: str
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """`rows` are the first of `count`; the members of a campaign count one by one."""

    name: str
    rows: tuple[Row, ...]
    count: int

    @property
    def title(self) -> str:
        return str(TITLES[self.name])

    @property
    def more(self) -> int:
        return self.count - sum(each.alike or 1 for each in self.rows)


def waiting(owner: User, today: dt.date, *, query: str = "") -> QuerySet[Any]:
    """What waits for a decision, first what deserves it most; `group` is where each stands."""
    rows: QuerySet[Any] = Reading.objects.filter(is_waiting(today), owner=owner, is_over=False)
    for word in fold_text(query).split():
        rows = rows.filter(words__contains=word)
    put = Q(invitation__choice__place__in=DECISIONS)
    standing: QuerySet[Any] = rows.annotate(
        group=Case(
            When(put, then=F("invitation__choice__place")),
            default=F("decision"),
            output_field=CharField(),
        ),
        weight=Case(
            When(put & Q(invitation__choice__place="answer"), then=Value(_PUT_FIRST)),
            default=F("attention"),
            output_field=FloatField(),
        ),
    )
    return standing.order_by("-weight", "-invitation__at", "pk")


def is_waiting(today: dt.date) -> Q:
    """Nothing was decided, or it was to wait until a day that has come."""
    choice = "invitation__choice__"
    is_back = Q(**{f"{choice}decision": "wait", f"{choice}until__lte": today})
    return Q(invitation__choice__isnull=True) | Q(**{f"{choice}decision": ""}) | is_back


def counts(owner: User, today: dt.date) -> dict[str, int]:
    """How many wait in each group that has any; one query."""
    found = waiting(owner, today).order_by().values_list("group").annotate(n=Count("pk"))
    return dict(found)


def groups(owner: User, today: dt.date, *, query: str = "") -> list[Group]:
    """The groups with their first rows; two queries at most for each group."""
    rows = waiting(owner, today, query=query)
    many = dict(rows.order_by().values_list("group").annotate(n=Count("pk")))
    return [
        Group(name, tuple(rows_of(rows.filter(group=name), last=SHOWN)), many[name])
        for name in TITLES
        if many.get(name)
    ]


def rows_of(readings: QuerySet[Any], *, first: int = 0, last: int = PAGE) -> list[Row]:
    """The rows from `first` to `last`; what came as one letter stands as one row."""
    found = list(readings.select_related("invitation", "invitation__choice")[first:last])
    names = {each.campaign for each in found if each.campaign}
    alike = _alike(readings, names) if names else {}
    rows, told = [], set()
    for each in found:
        if each.campaign in told:
            continue
        told |= {each.campaign} - {""}
        rows.append(_row(each, alike.get(each.campaign, 0)))
    return rows


def beside(owner: User, today: dt.date, current: UUID | None) -> tuple[UUID | None, UUID | None]:
    """Who stands before and after an invitation in the order of the page; one query."""
    order = in_order(owner, today)
    if current not in order:
        return None, next(iter(order), None)
    at = order.index(current)
    before = order[at - 1] if at else None
    return before, order[at + 1] if at + 1 < len(order) else None


def in_order(owner: User, today: dt.date) -> list[UUID]:
    """All that wait, group by group; of one letter to many the first alone."""
    rows = waiting(owner, today).values_list("invitation_id", "group", "campaign")
    by_group: dict[str, list[UUID]] = {name: [] for name in TITLES}
    told = set()
    for invitation_id, group, campaign in rows:
        if campaign and (group, campaign) in told:
            continue
        told.add((group, campaign))
        by_group[group].append(invitation_id)
    return [each for name in TITLES for each in by_group[name]]


def alike_of(reading: Reading) -> Sequence[Reading]:
    """The other invitations of the same letter, the newest first."""
    if not reading.campaign:
        return ()
    same = Reading.objects.filter(owner_id=reading.owner_id, campaign=reading.campaign)
    others = same.exclude(pk=reading.pk).select_related("invitation")
    return list(others.order_by("-invitation__at")[:PAGE])


def _alike(readings: QuerySet[Any], names: set[str]) -> dict[str, int]:
    same = readings.filter(campaign__in=names).order_by().values_list("campaign")
    return dict(same.annotate(n=Count("pk")))


def _row(reading: Reading, alike: int) -> Row:
    invitation: Any = reading.invitation
    why = reading.reasons[0] if reading.reasons else ""
    group: str = getattr(reading, "group", reading.decision)
    return Row(invitation.pk, invitation.name, invitation.at, why, group, reading.campaign, alike)
