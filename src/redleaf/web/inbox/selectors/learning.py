"""What triage learned from the user's decisions, as the page tells it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from redleaf.triage import Choice, Habit
from redleaf.web.accounts.models import User
from redleaf.web.inbox.groups import TAKEN
from redleaf.web.inbox.reasons import why_here
from redleaf.web.inbox.selectors.known import habits_by

# So many of the decisions that show a habit are listed, the newest first.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """One invitation in which a habit was seen, and what the user did with it."""

    id: str
    name: str
    headline: str
    done: str
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Learned:
    """A habit in words; `seen` are the newest decisions that show it, `older` counts the rest."""

    stem: str
    words: str
    seen: tuple[Seen, ...]
    older: int


def learned_by(owner: User) -> list[Learned]:
    """The user's habits, the firmest first, each with the invitations it was seen in."""
    return [_learned(each) for each in habits_by(owner)]


def _learned(habit: Habit) -> Learned:
    newest: Sequence[Choice] = habit.seen[: -SHOWN - 1 : -1]
    seen = tuple(
        Seen(
            each.invitation.id,
            each.invitation.sender.name,
            each.invitation.sender.headline,
            str(TAKEN[each.decision]),
            each.at,
        )
        for each in newest
    )
    return Learned(habit.stem, why_here(habit.in_words), seen, len(habit.seen) - len(seen))
