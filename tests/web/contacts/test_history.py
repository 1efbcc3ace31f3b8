"""The log tells who changed what and when, in words, to the owner alone."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404

from redleaf.contacts.contact import Contact, Identity, Role
from redleaf.contacts.encounters import Encounter, Promise
from redleaf.web.accounts.models import User
from redleaf.web.contacts import access, models
from redleaf.web.contacts.search.finding import search_contacts
from redleaf.web.contacts.selectors.history import acts, history_of
from redleaf.web.contacts.selectors.pairs import pairs_to_ask
from redleaf.web.contacts.services.keeping import (
    keep_changed_contact,
    keep_encounter,
    keep_new_contact,
    keep_promise,
)
from redleaf.web.contacts.services.merging import ask_pair
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.undoing import last_act

MIRA = Contact("Mira Holm", identities=(Identity("email", "m@example.org"),), notes=("Rain.",))


@pytest.fixture
def mira(ana: User) -> models.Contact:
    with recorded(ana, models.Act.Kind.IMPORT, "Imported phone.vcf") as recorder:
        mira = keep_new_contact(MIRA, recorder)
        tomasz = keep_new_contact(Contact("Tomasz"), recorder)
        keep_encounter(Encounter((), event="Museums & Web"), [mira.pk], recorder)
        keep_promise(Promise("", "send the maps"), mira.pk, recorder)
    ask_pair(ana, mira.pk, tomasz.pk)
    return mira


def test_it_tells_what_was_added_changed_and_removed(ana: User, mira: models.Contact) -> None:
    said = Contact("Mira Lund", identities=MIRA.identities, roles=(Role("River Trust"),))
    with recorded(ana, models.Act.Kind.EDIT, "Changed Mira") as recorder:
        keep_changed_contact(mira, said, recorder)
    changed, imported = history_of(mira)
    assert (changed.by, changed.act.what) == ("ana", "Changed Mira")
    assert set(changed.what) == {
        "Contact: name “Mira Holm” → “Mira Lund”.",
        "Removed note “Rain.”.",
        "Added role.",
    }
    assert "Added identity." in imported.what
    assert "Added encounter." in imported.what


def test_acts_are_told_newest_first_with_whom_they_touched(ana: User, mira: models.Contact) -> None:
    with recorded(ana, models.Act.Kind.EDIT, "Changed Mira") as recorder:
        recorder.change(mira, mira.pk, headline="Warden")
    assert [(act.what, vars(act)["contacts"]) for act in acts(ana)] == [
        ("Changed Mira", 1),
        ("Imported phone.vcf", 2),
    ]


def test_it_asks_twice_however_long_the_history(
    ana: User, mira: models.Contact, django_assert_num_queries: Any
) -> None:
    for number in range(5):
        with recorded(ana, models.Act.Kind.EDIT, "Changed Mira") as recorder:
            recorder.change(mira, mira.pk, headline=f"Warden {number}")
    with django_assert_num_queries(1):
        assert len(history_of(mira)) == 6


DOORS: list[tuple[Callable[[User, uuid.UUID], Any], type[Any]]] = [
    (access.contact_for, models.Contact),
    (access.encounter_for, models.Encounter),
    (access.promise_for, models.Promise),
    (access.act_for, models.Act),
    (access.pair_for, models.Pair),
]


@pytest.mark.parametrize(("door", "model"), DOORS)
def test_a_door_opens_to_the_owner_alone(
    ana: User,
    ben: User,
    mira: models.Contact,
    door: Callable[[User, uuid.UUID], Any],
    model: type[Any],
) -> None:
    row = model.objects.first()
    assert door(ana, row.pk) == row
    cleo = User.objects.create_user("cleo")
    for stranger in (ben, cleo):
        with pytest.raises(Http404):
            door(stranger, row.pk)
    with pytest.raises(Http404):
        door(ana, uuid.uuid4())


def test_nobody_elses_rows_are_told(ana: User, ben: User, mira: models.Contact) -> None:
    asked = (acts, pairs_to_ask, lambda user: search_contacts(user, "mira"))
    for ask in asked:
        assert len(ask(ana)) > 0
        assert len(ask(ben)) == 0
    assert last_act(ben) is None


def test_a_change_that_another_wrote_under_the_contact_is_not_told(
    ana: User, ben: User, mira: models.Contact
) -> None:
    act = models.Act.objects.create(
        owner=ben, kind="edit", what="Looked", at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    )
    models.Change.objects.create(owner=ben, act=act, contact_id=mira.pk, rows=[["note", "1"]])
    assert [each.act.what for each in history_of(mira)] == ["Imported phone.vcf"]
