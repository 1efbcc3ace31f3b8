"""Previewing: what another policy would have done with the invitations that came before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Known
from redleaf.triage.policies import Policy
from redleaf.triage.triaging import Decision, triage


class Change(NamedTuple):
    """An invitation about which two policies differ."""

    id: str
    before: Decision
    after: Decision


def changes(
    past: Sequence[Invitation], known: Known, *, before: Policy, after: Policy
) -> list[Change]:
    """The invitations of `past` that `after` decides otherwise than `before`, in their order.

    No answers are drafted from memory for it, so hundreds take less than a second.
    """
    was = {each.id: each for each in triage(past, known, policy=before, drafted=0)}
    will = {each.id: each for each in triage(past, known, policy=after, drafted=0)}
    pairs = (Change(each.id, was[each.id], will[each.id]) for each in past)
    return [each for each in pairs if each.before.decision != each.after.decision]
