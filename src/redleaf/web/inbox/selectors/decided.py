"""What the user decided, the newest first: each with the answer that was ready, or went."""

from __future__ import annotations

from typing import NamedTuple

from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.inbox.models import Choice

PAGE = 50


class Decided(NamedTuple):
    """A page of what was decided, and how many there are in all."""

    choices: list[Choice]
    in_all: int


def decided_by(owner: User, *, page: int, query: str = "") -> Decided:
    """`page` counts from 1; of `query` every word has to stand in name, headline or text."""
    rows = Choice.objects.filter(owner=owner).exclude(decision="")
    for word in fold_text(query).split():
        rows = rows.filter(invitation__reading__words__contains=word)
    last = page * PAGE
    newest = rows.select_related("invitation").order_by("-decided_at", "-pk")
    return Decided(list(newest[last - PAGE : last]), rows.count())
