"""One invitation that came by two ways: in an export and in a mail, or pasted as well."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from redleaf.notes.folding import fold_text
from redleaf.triage.directory import keys_of
from redleaf.triage.invitation import Invitation

# Exports tell the day without a zone, and mails the moment they were sent.
_NEAR = dt.timedelta(days=2)
# A mail shows the beginning of a long note.
_SHORTEST_BEGINNING = 40


def came_twice(invitations: Sequence[Invitation], kept: Iterable[str]) -> set[UUID]:
    """The ids of those that another row tells as well; those of `kept` stand rather than others.

    It is the same when it is from the same sender on the same network, within two days, and the
    texts do not contradict each other: one is empty, or begins the other.
    """
    first = set(kept)
    by_sender: dict[object, list[Invitation]] = defaultdict(list)
    for each in sorted(invitations, key=lambda each: (each.id not in first, -len(each.words))):
        for key in _senders(each):
            by_sender[key].append(each)
    hidden: set[str] = set()
    for same in by_sender.values():
        for at, each in enumerate(same):
            if each.id in hidden:
                continue
            hidden |= {other.id for other in same[at + 1 :] if _is_same(each, other)} - first
    return {UUID(each) for each in hidden}


def _senders(invitation: Invitation) -> Iterator[object]:
    yield from keys_of(invitation.sender.identities)
    if name := fold_text(invitation.sender.name):
        yield (invitation.network, name)


def _is_same(one: Invitation, other: Invitation) -> bool:
    if one.network != other.network or _contradict(one, other):
        return False
    texts = fold_text(one.text), fold_text(other.text)
    is_near = bool(one.received and other.received and abs(one.received - other.received) <= _NEAR)
    if all(texts):
        begins = min(texts, key=len)
        is_told = texts[0] == texts[1] or len(begins) >= _SHORTEST_BEGINNING
        return is_told and max(texts, key=len).startswith(begins.rstrip(" .…"))
    return is_near


def _contradict(one: Invitation, other: Invitation) -> bool:
    """Whether the two come from different profiles: namesakes are two people."""
    theirs = [{key[:2]: key for key in keys_of(each.sender.identities)} for each in (one, other)]
    return any(theirs[1].get(kind, key) != key for kind, key in theirs[0].items())
