"""Decide about invitations, each decision an act like others, so that it can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext, ngettext

from redleaf.errors import RedleafError
from redleaf.triage.known import DECISIONS
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Invitation
from redleaf.web.contacts.rows import writable
from redleaf.web.contacts.services.recording import Recorder, recorded
from redleaf.web.inbox.groups import DONE, TITLES
from redleaf.web.inbox.models import Choice
from redleaf.web.inbox.selectors.known import choice_of
from redleaf.web.inbox.services.reading import StillRead

LONGEST_ANSWER = 10_000
WAIT_DAYS = 7


class CannotDecide(RedleafError):
    """A decision that there is not, or about nobody."""


def decide(
    owner: User,
    invitations: Sequence[Invitation],
    decision: str,
    *,
    today: dt.date,
    reply: str = "",
    note: str = "",
    days: int = WAIT_DAYS,
) -> Act:
    """`invitations` are answered, accepted, asked, declined, or wait for so many `days`; one act.

    Nothing is sent. `reply` is the answer that went to one of them; without it, and for several,
    the ready answer of each is kept. Raises CannotDecide.
    """
    if decision not in DECISIONS:
        raise CannotDecide(gettext("Choose answer, accept, ask, wait or decline."))
    until = today + dt.timedelta(days=days) if decision == "wait" else None
    said = {"decision": decision, "place": "", "until": until, "note": writable(note)}
    replies = {
        each.pk: reply or ready_answer(each) if decision in ("answer", "ask", "decline") else ""
        for each in invitations
    }
    return _choose(owner, invitations, _done(invitations, decision), today, said, replies)


def put(owner: User, invitation: Invitation, place: str, *, today: dt.date, note: str = "") -> Act:
    """Put an invitation in another group, where it waits; so will all that come from the sender."""
    if place not in DECISIONS:
        raise CannotDecide(gettext("Choose answer, accept, ask, wait or decline."))
    what = gettext("Put %(name)s under %(place)s") % {
        "name": called(invitation),
        "place": TITLES[place],
    }
    said = {"decision": "", "place": place, "until": None, "note": writable(note)}
    return _choose(owner, [invitation], what, today, said)


def teach_personal(owner: User, invitation: Invitation, *, today: dt.date) -> Act:
    """The user says that this was written to them alone: it stands with those to answer."""
    return put(owner, invitation, "answer", today=today, note=gettext("this was personal"))


def keep_their_answer(owner: User, invitation: Invitation, text: str, *, today: dt.date) -> Act:
    """What they wrote when they were asked; the invitation is judged anew by it."""
    text = writable(text.strip())[:LONGEST_ANSWER]
    if not text:
        raise CannotDecide(gettext("Paste what they wrote."))
    what = gettext("Kept the answer of %(name)s") % {"name": called(invitation)}
    said = {"decision": "", "place": "", "until": None, "answered": text}
    return _choose(owner, [invitation], what, today, said)


def called(invitation: Invitation) -> str:
    return invitation.name or gettext("somebody without a name")


def ready_answer(invitation: Invitation) -> str:
    reading = getattr(invitation, "reading", None)
    return reading.reply if reading else ""


def _done(invitations: Sequence[Invitation], decision: str) -> str:
    if len(invitations) == 1:
        return str(DONE[decision]) % {"name": called(invitations[0])}
    many = ngettext("%(n)s invitation", "%(n)s invitations", len(invitations))
    return str(DONE[decision]) % {"name": many % {"n": len(invitations)}}


def _choose(
    owner: User,
    invitations: Sequence[Invitation],
    what: str,
    today: dt.date,
    said: dict[str, Any],
    replies: dict[Any, str] | None = None,
) -> Act:
    if not invitations:
        raise CannotDecide(gettext("Choose at least one invitation."))
    still_read = None if _concerns_others(owner, invitations, said) else StillRead(owner, today)
    with recorded(owner, Act.Kind.EDIT, what) as recorder:
        for each in invitations:
            columns = {**said, "reply": writable((replies or {}).get(each.pk, ""))}
            _keep(each, columns, recorder)
    if still_read:
        still_read.keep()
    return recorder.act


def _keep(invitation: Invitation, columns: dict[str, Any], recorder: Recorder) -> None:
    choice = choice_of(invitation)
    if choice is not None:
        recorder.change(choice, invitation.contact_id, **columns, decided_at=recorder.now)
        return
    reading = getattr(invitation, "reading", None)
    case = reading.case if reading else ""
    choice = Choice(invitation=invitation, case=case, decided_at=recorder.now, **columns)
    recorder.make(choice, invitation.contact_id)


def _concerns_others(owner: User, invitations: Sequence[Invitation], said: dict[str, Any]) -> bool:
    """Whether it changes what is to be said of this one, or of others that came from the same."""
    if said.get("place") or said.get("answered"):
        return True
    ids = [each.pk for each in invitations]
    names = {each.name for each in invitations}
    others = Invitation.objects.filter(owner=owner, is_incoming=True, name__in=names)
    return others.exclude(pk__in=ids).filter(choice__isnull=True).exists()
