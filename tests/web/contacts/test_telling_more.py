"""More is told of an encounter that is kept: it is added, once, and can be undone."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Encounter
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.telling_more import tell_topic
from redleaf.web.contacts.services.undoing import undo

pytestmark = pytest.mark.django_db


def test_a_topic_is_added_once_and_taken_back(ana: User) -> None:
    line = "Mira Holt, coffee in Turku on 3 May 2026, talked about kilns"
    mira = remember_line(ana, line, today=dt.date(2026, 11, 23)).contact
    met = Encounter.objects.get(people=mira)
    act = tell_topic(ana, mira, met, "moss")
    assert act is not None
    assert act.what == "Remembered Mira Holt"
    assert Encounter.objects.get().topics == ["kilns", "moss"]
    assert tell_topic(ana, mira, Encounter.objects.get(), "moss") is None
    undo(act)
    assert Encounter.objects.get().topics == ["kilns"]
