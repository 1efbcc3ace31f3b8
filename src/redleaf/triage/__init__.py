"""triage(): invitations in, decisions with reasons and ready answers out."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from redleaf.triage.habits import Choice, Habit, habits_of
from redleaf.triage.invitation import Invitation, Sender
from redleaf.triage.known import Known, Person
from redleaf.triage.own_settings import read_policy
from redleaf.triage.policies import POLICIES, Policy
from redleaf.triage.previewing import Change, changes
from redleaf.triage.triaging import Decision, triage

__all__ = [
    "POLICIES",
    "Change",
    "Choice",
    "Decision",
    "Habit",
    "Invitation",
    "Known",
    "Person",
    "Policy",
    "Sender",
    "changes",
    "habits_of",
    "read_policy",
    "triage",
]


class _CallableModule(ModuleType):
    """`redleaf.triage` is this folder and the public call; whichever is found can be called."""

    def __call__(self, *args: Any, **kwargs: Any) -> list[Decision]:
        return triage(*args, **kwargs)


sys.modules[__name__].__class__ = _CallableModule
