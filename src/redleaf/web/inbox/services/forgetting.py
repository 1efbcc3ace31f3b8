"""Forget what the user's decisions taught: one habit, or all. An act like others, and undone so."""

from __future__ import annotations

from django.utils.translation import gettext

from redleaf.errors import RedleafError
from redleaf.triage import Habit
from redleaf.triage.habits import EVERY_HABIT
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.inbox.models import Forgotten
from redleaf.web.inbox.selectors.known import habits_by


class NothingToForget(RedleafError):
    """A habit that is not there, or none at all."""


def forget(owner: User, stem: str) -> Act:
    """Decisions up to now no longer show this habit; later ones may. Raises NothingToForget."""
    habit = next((each for each in habits_by(owner) if each.stem == stem), None)
    if habit is None:
        raise NothingToForget(gettext("This is forgotten already."))
    return _forget(owner, stem, _said(habit))


def forget_all(owner: User) -> Act:
    """As `forget`, of all that decisions up to now could show. Raises NothingToForget."""
    if not habits_by(owner):
        raise NothingToForget(gettext("This is forgotten already."))
    return _forget(owner, EVERY_HABIT, gettext("Forgot all that your decisions taught"))


def _forget(owner: User, stem: str, what: str) -> Act:
    with recorded(owner, Act.Kind.EDIT, what) as recorder:
        recorder.make(Forgotten(stem=stem, at=recorder.now), None)
    return recorder.act


def _said(habit: Habit) -> str:
    return gettext("Forgot what “%(word)s” in a headline taught") % {"word": habit.word}
