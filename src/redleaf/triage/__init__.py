"""triage(): invitations in, decisions with reasons and ready answers out."""

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
