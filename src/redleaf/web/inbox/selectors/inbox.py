"""What stands in the inbox: one query for the order of all, one for the rows that are shown."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.contacts.rows import id_in
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.models import Reading
from redleaf.web.inbox.reasons import why_here

# So many of a group stand on the first page.
SHOWN = 12
PAGE = 50
# What waits: nothing was decided, or it was to wait until a day that has come. Django's own way
# makes an object of each of thousands, which took ten times as long.
_STANDING = """
SELECT r.invitation_id, CASE WHEN c.place <> '' THEN c.place ELSE r.decision END, r.campaign
FROM inbox_reading r
JOIN contacts_invitation i ON i.id = r.invitation_id
LEFT JOIN inbox_choice c ON c.invitation_id = r.invitation_id
WHERE r.owner_id = %s AND NOT r.is_over
AND (c.id IS NULL OR c.decision = '' OR (c.decision = 'wait' AND c.until <= %s)){found}
ORDER BY CASE WHEN c.place = 'answer' THEN 0.9 ELSE r.attention END DESC,
i.at IS NULL, i.at DESC, r.invitation_id
"""
_FOUND = " AND r.words LIKE %s ESCAPE '!'"
_OF_PATTERNS = str.maketrans({"!": "!!", "%": "!%", "_": "!_"})


class Standing(NamedTuple):
    """Where one invitation stands; `id` is as the database has it."""

    id: UUID | str
    group: str
    campaign: str


@dataclass(frozen=True, slots=True)
class Row:
    """One invitation in the list: whom it is from, and one line that says why it stands there.

    `alike` counts the invitations of its letter that wait in its group, itself among them.
    """

    id: UUID
    name: str
    at: dt.datetime | None
    why: str
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


def standing(owner: User, today: dt.date, *, query: str = "") -> list[Standing]:
    """All that waits, first what deserves it most; one query."""
    words = [f"%{word.translate(_OF_PATTERNS)}%" for word in fold_text(query).split()]
    with connection.cursor() as cursor:
        sql = _STANDING.replace("{found}", _FOUND * len(words))
        cursor.execute(sql, [owner.pk, today.isoformat(), *words])
        return list(map(Standing._make, cursor.fetchall()))


def in_order(rows: Iterable[Standing]) -> list[Standing]:
    """Group by group, as the page has them; of one letter to many the first alone."""
    by_group: dict[str, list[Standing]] = {name: [] for name in TITLES}
    told = set()
    for each in rows:
        if each.campaign and (each.group, each.campaign) in told:
            continue
        told.add((each.group, each.campaign))
        by_group[each.group].append(each)
    return [each for name in TITLES for each in by_group[name]]


def groups(rows: Sequence[Standing]) -> list[Group]:
    """The groups that are not empty with their first rows; two queries."""
    count = Counter(each.group for each in rows)
    alike = Counter((each.group, each.campaign) for each in rows if each.campaign)
    ordered = in_order(rows)
    shown = {name: [each for each in ordered if each.group == name][:SHOWN] for name in TITLES}
    readings = readings_of([each for some in shown.values() for each in some])
    return [
        Group(name, tuple(_rows(shown[name], readings, alike)), count[name])
        for name in TITLES
        if count[name]
    ]


def readings_of(rows: Iterable[Standing]) -> dict[UUID, Reading]:
    """The readings with their invitations and choices, in the order of `rows`; one query."""
    ids = [id_in(each.id) for each in rows]
    found = Reading.objects.filter(invitation__in=ids)
    by_id = {
        each.invitation_id: each
        for each in found.select_related("invitation", "invitation__choice")
    }
    return {each: by_id[each] for each in ids if each in by_id}


def beside(rows: Sequence[Standing], current: UUID) -> tuple[UUID | None, UUID | None]:
    """Who stands before and after an invitation in the order of the page.

    One of a letter that several sent stands where the first of them does.
    """
    order = in_order(rows)
    ids = {current, str(current), current.hex}
    of = next((each for each in rows if each.id in ids), None)
    at = next((place for place, each in enumerate(order) if of and _is_row_of(each, of)), None)
    if at is None:
        return None, id_in(order[0].id) if order else None
    before = id_in(order[at - 1].id) if at else None
    return before, id_in(order[at + 1].id) if at + 1 < len(order) else None


def _is_row_of(row: Standing, of: Standing) -> bool:
    same = bool(of.campaign) and (row.group, row.campaign) == (of.group, of.campaign)
    return same or row.id == of.id


def alike_of(reading: Reading) -> Sequence[Reading]:
    """The other invitations of the same letter, the newest first."""
    if not reading.campaign:
        return ()
    same = Reading.objects.filter(owner_id=reading.owner_id, campaign=reading.campaign)
    others = same.exclude(pk=reading.pk).select_related("invitation", "invitation__choice")
    return list(others.order_by("-invitation__at")[:PAGE])


def waiting_alike(reading: Reading) -> list[UUID]:
    """All of the same letter that wait, itself among them; none where it is the only one.

    What the user put in a place of its own is no longer one of many.
    """
    if not reading.campaign:
        return []
    same = Reading.objects.filter(owner_id=reading.owner_id, campaign=reading.campaign)
    choice = "invitation__choice"
    told = same.filter(is_over=False).values_list(
        "invitation_id", f"{choice}__decision", f"{choice}__place"
    )
    waiting = [each for each, decision, place in told if not (decision or place)]
    return waiting if len(waiting) > 1 and reading.invitation_id in waiting else []


def _rows(
    shown: Iterable[Standing],
    readings: dict[UUID, Reading],
    alike: Counter[tuple[str, str]],
) -> Iterable[Row]:
    for each in shown:
        reading = readings.get(id_in(each.id))
        if reading is None:
            continue
        of = reading.invitation
        why = why_here(reading.reasons[0]) if reading.reasons else ""
        yield Row(of.pk, of.name, of.at, why, alike[(each.group, each.campaign)])
