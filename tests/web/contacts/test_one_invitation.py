"""An invitation that comes by two ways is one in the store, and either way may tell more of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from redleaf.contacts.contact import Identity
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.services.importing import apply_import, plan_import
from redleaf.web.contacts.services.undoing import undo

NOTE = "Your talk on tide clocks stayed with me; could I see the drawings?"
ULLA = Identity("profile", "ulla-fenn", "ulla-fenn", network="linkedin")
AT = dt.datetime(2026, 1, 5, 10, tzinfo=dt.UTC)
ROW = Invitation("linkedin", True, "Ulla Fenn", NOTE, identities=(ULLA,), at=AT, key="from/u/1")
MAIL = replace(ROW, text="", headline="Clock maker", key="1@linkedin.com")
REMINDER = replace(MAIL, at=AT + dt.timedelta(days=7), key="2@linkedin.com")


def bring(owner: User, *invitations: Invitation) -> models.Act | None:
    plan = plan_import(owner, Harvest("mail", invitations=list(invitations)))
    return apply_import(owner, plan, file_name="box")


def test_a_mail_and_a_row_are_one_and_tell_more(ana: User) -> None:
    bring(ana, MAIL)
    act = bring(ana, ROW)
    (kept,) = models.Invitation.objects.filter(owner=ana)
    assert (kept.text, kept.headline, kept.at) == (NOTE, "Clock maker", AT)
    for again in (MAIL, ROW, REMINDER):
        assert bring(ana, again) is None
    assert act is not None
    undo(act)
    (kept,) = models.Invitation.objects.filter(owner=ana)
    assert kept.text == ""


def test_both_in_one_import_are_one(ana: User) -> None:
    bring(ana, REMINDER, ROW, MAIL)
    (kept,) = models.Invitation.objects.filter(owner=ana)
    assert (kept.text, kept.headline, kept.at) == (NOTE, "Clock maker", AT)
    assert bring(ana, ROW, MAIL, REMINDER) is None


def test_another_request_stays_another(ana: User) -> None:
    later = replace(ROW, at=AT + dt.timedelta(days=90), key="from/u/2", text="Rain again?")
    bring(ana, ROW, later, replace(MAIL, network="xing"))
    assert models.Invitation.objects.filter(owner=ana).count() == 3
