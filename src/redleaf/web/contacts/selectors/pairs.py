"""Pairs that may be one person: which does the user have to look at?"""

from __future__ import annotations

from django.db.models import QuerySet

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Pair


def pairs_to_ask(owner: User) -> QuerySet[Pair]:
    """The pairs that wait for an answer, the likeliest first."""
    return Pair.objects.filter(owner=owner, answer=Pair.Answer.ASKED)
