"""Read the inbox: triage all that waits, and keep what it made of each.

The readings are made anew when what they rest on has changed: outside the request where there are
many. Until then the page shows the old ones; what the user decided counts at once in any case.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from redleaf.notes.folding import fold_text
from redleaf.triage import Decision, triage
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Invitation
from redleaf.web.contacts.rows import in_chunks, writable
from redleaf.web.inbox.models import Reading, Survey
from redleaf.web.inbox.selectors.facts import came_in, facts_of
from redleaf.web.inbox.selectors.known import (
    choice_of,
    connected,
    habits_by,
    invitation_of,
    invitations_of,
    known_by,
    policy_of,
)
from redleaf.web.inbox.selectors.twice import came_twice
from redleaf.web.languages import in_this_language

# So many are read while somebody waits for the page.
_AT_ONCE = 30
# A letter to many is one with those that were decided about lately.
_LATELY = dt.timedelta(days=45)
# Who began and was never heard of again: the desk was closed.
_GIVEN_UP = dt.timedelta(minutes=5)
_STEP = 5
_FIELDS = ("decision", "attention", "verdict", "case", "is_known", "reasons", "reply", "campaign",
           "words", "is_over")  # fmt: skip

Told = Callable[[float], None]


def is_read(owner: User, today: dt.date) -> bool:
    """Whether the readings say what is known today."""
    return _is_made_from(owner, facts_of(owner, today))


def keep_up(owner: User, today: dt.date) -> Survey:
    """Make the readings anew where they are old: at once where they are few, else by and by."""
    count = Invitation.objects.filter(owner=owner, is_incoming=True)[: _AT_ONCE + 1].count()
    survey = Survey.objects.filter(owner=owner).first() or Survey(owner=owner)
    if not count or survey.facts == facts_of(owner, today):
        return survey
    if survey._state.adding:
        survey, _ = Survey.objects.get_or_create(owner=owner)
    if count <= _AT_ONCE:
        read_inbox(owner, today)
    elif _claim(owner):
        work = in_this_language(_read_by_and_by)
        reader = threading.Thread(target=work, args=(owner, today), name=f"inbox {owner.pk}")
        # Only then can a thread see the rows that were written here.
        transaction.on_commit(reader.start)
    survey.refresh_from_db()
    return survey


def read_inbox(owner: User, today: dt.date, *, told: Told | None = None) -> None:
    """Triage all invitations of `owner` and keep what comes of it; `told` hears the share done."""
    facts = facts_of(owner, today)
    rows = invitations_of(owner)
    told_of = {each.pk: invitation_of(each, _answered(each)) for each in rows}
    decided = (str(each.pk) for each in rows if choice_of(each))
    twice = came_twice(list(told_of.values()), decided)
    open_rows = [each for each in rows if _waits(each) or _is_recent(each, today)]
    on = connected(owner)
    over = {each.pk for each in open_rows if (each.contact_id, each.network) in on} | twice
    decisions = triage(
        [told_of[each.pk] for each in open_rows if each.pk not in over],
        replace(known_by(owner), today=today),
        policy=policy_of(owner),
        habits=habits_by(owner),
        tell=(lambda done: told(done / len(open_rows))) if told else None,
    )
    by_id = {str(each.pk): each for each in open_rows}
    readings = [_reading(by_id[each.id], each) for each in decisions]
    with transaction.atomic():
        _write(owner, rows, readings)
        _leave_out(owner, over)
        Survey.objects.update_or_create(
            owner=owner, defaults={"facts": facts, "begun_at": None, "share": 100}
        )


class StillRead:
    """Of one act that may change nothing the readings rest on: they are as new as before it.

    Made before the act. What came in or was done meanwhile is in no reading, and must not pass for
    read; of habits it is known only afterwards whether the act changed them.
    """

    def __init__(self, owner: User, today: dt.date) -> None:
        self._owner, self._today = owner, today
        self._acts = _count_acts(owner)
        self._came = came_in(owner)
        self._is_read = _is_made_from(owner, facts_of(owner, today, came=self._came))
        self._habits = _shown_by(owner) if self._is_read else set()

    def keep(self) -> None:
        """After the act: say that the readings are of now, where they are."""
        if not self._is_read or self._habits != _shown_by(self._owner):
            return
        facts = facts_of(self._owner, self._today, came=self._came)
        if _count_acts(self._owner) == self._acts + 1:
            Survey.objects.filter(owner=self._owner).update(facts=facts)


def _is_made_from(owner: User, facts: str) -> bool:
    return Survey.objects.filter(owner=owner, facts=facts).exists()


def _count_acts(owner: User) -> int:
    return Act.objects.filter(owner=owner).count()


def _shown_by(owner: User) -> set[tuple[str, str]]:
    """The habits without their numbers, which grow with every decision."""
    return {(each.stem, each.done) for each in habits_by(owner)}


def _claim(owner: User) -> bool:
    """Whether nobody else is at it; two pages, or two processes, begin it once."""
    now = timezone.now()
    free = Q(begun_at__isnull=True) | Q(begun_at__lt=now - _GIVEN_UP)
    return bool(Survey.objects.filter(free, owner=owner).update(begun_at=now, share=0))


def _read_by_and_by(owner: User, today: dt.date) -> None:
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        per_cent = int(100 * share)
        if per_cent >= told + _STEP:
            told = per_cent
            Survey.objects.filter(owner=owner).update(share=per_cent, begun_at=timezone.now())

    try:
        read_inbox(owner, today, told=tell)
    finally:
        Survey.objects.filter(owner=owner).update(begun_at=None)
        connection.close()


def _waits(row: Invitation) -> bool:
    """What the user decided keeps the reading that it was decided by."""
    choice = choice_of(row)
    return choice is None or choice.decision in ("", "wait") or not hasattr(row, "reading")


def _is_recent(row: Invitation, today: dt.date) -> bool:
    return row.at is not None and row.at.date() >= today - _LATELY


def _answered(row: Invitation) -> str:
    choice = choice_of(row)
    return choice.answered if choice else ""


def _reading(row: Invitation, decision: Decision) -> Reading:
    if not _waits(row):
        old: Reading = row.reading
        return Reading(
            owner_id=row.owner_id,
            invitation_id=row.pk,
            **{name: getattr(old, name) for name in _FIELDS if name != "campaign"},
            campaign=decision.campaign,
        )
    words = fold_text(f"{row.name} {row.headline} {row.text}")
    return Reading(
        owner_id=row.owner_id,
        invitation_id=row.pk,
        decision=decision.decision,
        attention=decision.attention,
        verdict=decision.verdict,
        case=str(decision.case),
        is_known=decision.is_known,
        reasons=[writable(each) for each in decision.reasons],
        reply=writable(decision.reply),
        campaign=decision.campaign,
        words=writable(words),
    )


def _write(owner: User, rows: Sequence[Invitation], readings: Sequence[Reading]) -> None:
    """Only what changed is written."""
    there = {each.pk: each.reading for each in rows if hasattr(each, "reading")}
    new = [each for each in readings if each.invitation_id not in there]
    changed = list(_changed(readings, there))
    gone = ~Exists(Invitation.objects.filter(pk=OuterRef("invitation_id")))
    Reading.objects.filter(gone, owner=owner).delete()
    read = {each.invitation_id for each in readings}
    past = [key for key, each in there.items() if each.campaign and key not in read]
    for some in in_chunks(past):
        # Letters are named anew each time.
        Reading.objects.filter(owner=owner, invitation__in=some).update(campaign="")
    Reading.objects.bulk_create(new, batch_size=500, ignore_conflicts=True)
    Reading.objects.bulk_update(changed, _FIELDS, batch_size=100)


def _leave_out(owner: User, over: Collection[UUID]) -> None:
    """Who is connected already, and what came by another way as well, waits for nobody."""
    rows = Reading.objects.filter(owner=owner, is_over=False)
    for some in in_chunks(list(over)):
        rows.filter(invitation__in=some).update(is_over=True)


def _changed(readings: Sequence[Reading], there: dict[UUID, Reading]) -> Iterator[Reading]:
    for each in readings:
        old = there.get(each.invitation_id)
        if old and any(getattr(old, name) != getattr(each, name) for name in _FIELDS):
            each.pk = old.pk
            yield each
