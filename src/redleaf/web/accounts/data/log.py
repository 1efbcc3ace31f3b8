"""The log: what was done to the memory, the newest first, a part at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Change

_A_PART = 20


@dataclass(frozen=True, slots=True)
class Log:
    """Some acts; `has_changes` says of each that it was done here, so that it can be undone.

    `older` is the act that the next part begins after, or None.
    """

    acts: Sequence[Act]
    older: UUID | None
    is_newest: bool


def log_of(user: User, after: str = "") -> Log:
    """The newest acts, or those older than the act `after`; an unknown one gives the newest."""
    done_here = Exists(Change.objects.filter(act=OuterRef("pk")))
    acts = Act.objects.filter(owner=user).annotate(has_changes=done_here)
    last = _act_called(user, after)
    if last:
        acts = acts.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    found = list(acts[: _A_PART + 1])
    shown = found[:_A_PART]
    return Log(shown, shown[-1].pk if len(found) > _A_PART else None, last is None)


def _act_called(user: User, written: str) -> Act | None:
    try:
        act_id = UUID(written)
    except ValueError:
        return None
    return Act.objects.filter(owner=user, pk=act_id).first()
