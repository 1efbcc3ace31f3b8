"""Importing a harvest: what is new, what is known, who may be somebody, and nothing twice."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Identity, Role
from redleaf.contacts.encounters import Encounter, Letter, Promise, When
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.names import NameParts
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.services.importing import (
    ImportPlan,
    ImportStopped,
    apply_import,
    plan_import,
)
from redleaf.web.contacts.services.importing.gathering import gathered
from redleaf.web.contacts.services.undoing import CannotUndo, undo
from tests.web.contacts.tables import tables


def somebody(name: str, *found: Identity | None, firm: str = "", key: str = "") -> Contact:
    given, _, family = name.partition(" ")
    return Contact(
        name,
        key=key,
        parts=NameParts(given=given, family=family),
        identities=tuple(each for each in found if each),
        roles=(Role(firm),) if firm else (),
    )


MIRA = somebody("Mira Holt", identities.email("mira@weir.example"), firm="Weir Trust", key="1")
JONAS = somebody("Jonas Lund", identities.phone("+45 20 12 34 56"), key="2")
OLA = somebody("Ola Rask", key="3")
MET = Encounter(("1", "3"), "conference", When(dt.date(2026, 11, 12), dt.date(2026, 11, 12)),
                event="Museums & Web")  # fmt: skip


def harvest(*contacts: Contact, **more: Sequence[object]) -> Harvest:
    return Harvest("vcard", list(contacts), **{name: list(v) for name, v in more.items()})  # type: ignore[arg-type]


def whole() -> Harvest:
    return harvest(
        MIRA, JONAS, OLA,
        encounters=[MET],
        letters=[Letter(("1", "2"), "email", True, dt.datetime(2026, 11, 13, 8, tzinfo=dt.UTC),
                        "The list", "<a@weir.example>")],
        promises=[Promise("3", "send the microphone list")],
        invitations=[Invitation("linkedin", True, "Mira Holt", "Rain again?",
                                identities=MIRA.identities)],
    )  # fmt: skip


def bring(owner: User, of: Harvest, **answers: str) -> models.Act | None:
    plan = plan_import(owner, of, answers=answers)
    return apply_import(owner, plan, file_name="phone.vcf")


def changes(plan: ImportPlan) -> list[str]:
    return [entry.change for entry in plan.entries]


def test_it_keeps_people_and_what_was_between(ana: User) -> None:
    act = bring(ana, whole())
    assert act is not None
    assert act.what == "Imported phone.vcf"
    assert act.counts == {
        "new": 3, "encounters": 1, "letters": 2, "promises": 1, "invitations": 1
    }  # fmt: skip
    met = models.Encounter.objects.get(owner=ana)
    assert sorted(each.name for each in met.people.all()) == ["Mira Holt", "Ola Rask"]
    invitation = models.Invitation.objects.get(owner=ana)
    assert invitation.contact is not None
    assert invitation.contact.name == "Mira Holt"


def test_a_plan_changes_nothing(ana: User) -> None:
    before = tables()
    plan_import(ana, whole())
    assert tables() == before


def test_the_same_file_ten_times_changes_nothing(ana: User) -> None:
    bring(ana, whole())
    before = tables()
    for _ in range(9):
        assert bring(ana, whole()) is None
    assert tables() == before
    assert models.Act.objects.count() == 1


def test_neither_does_the_file_in_another_order(ana: User) -> None:
    bring(ana, whole())
    before = tables()
    other = whole()
    random.Random(3).shuffle(other.contacts)
    keys = {each.key: str(place) for place, each in enumerate(other.contacts)}
    other.contacts = [replace(each, key=keys[each.key]) for each in other.contacts]
    other.encounters = [
        replace(each, people=tuple(keys[key] for key in each.people)) for each in other.encounters
    ]
    other.letters = [replace(e, people=tuple(keys[key] for key in e.people)) for e in other.letters]
    other.promises = [replace(each, person=keys[each.person]) for each in other.promises]
    assert bring(ana, other) is None
    assert tables() == before


def test_what_a_file_adds_is_told_in_words_and_kept(ana: User) -> None:
    bring(ana, harvest(MIRA))
    more = replace(MIRA, identities=(*MIRA.identities, Identity("phone", "+4512345678")))
    plan = plan_import(ana, harvest(more))
    assert changes(plan) == ["changed"]
    assert plan.entries[0].changes == ("new phone number +4512345678",)
    apply_import(ana, plan, file_name="phone.vcf")
    assert models.Contact.objects.count() == 1
    assert models.Identity.objects.filter(kind="phone").count() == 1


def test_contacts_of_one_file_that_are_one_person_are_joined(ana: User) -> None:
    mail, link = identities.email("mira@weir.example"), identities.profile("x.com/miraholt")
    two = harvest(
        somebody("Mira Holt", mail, key="1"),
        somebody("Mira Holt", link, key="2"),
        somebody("Mira Holt", mail, link, key="3"),
        encounters=[replace(MET, people=("1",)), replace(MET, people=("2",), event="Lunch")],
    )
    plan = plan_import(ana, two)
    assert [sorted(entry.keys) for entry in plan.entries] == [["1", "2", "3"]]
    apply_import(ana, plan, file_name="two.vcf")
    assert models.Contact.objects.count() == 1
    assert models.Presence.objects.count() == 2


def test_people_without_anything_but_a_name_are_kept_once(ana: User) -> None:
    bring(ana, harvest(OLA, replace(OLA, key="4")))
    assert models.Contact.objects.count() == 1
    assert bring(ana, harvest(OLA)) is None


def test_the_log_says_where_in_the_file_everybody_stood(ana: User) -> None:
    act = bring(ana, harvest(MIRA, replace(JONAS, key="phone.vcf:12")))
    origins = models.Change.objects.filter(act=act).values_list("origin", flat=True)
    assert sorted(origins) == ["1", "phone.vcf:12"]


def test_several_files_come_in_as_one(ana: User) -> None:
    cards, table = harvest(MIRA), harvest(replace(JONAS, key="1"))
    bring(ana, gathered([cards, table]))
    assert models.Contact.objects.count() == 2
    assert models.Act.objects.count() == 1


# --- somebody who may be known

MIRA_TWO = somebody("Mira Holt", identities.email("mira@home.example"), firm="Weir Trust", key="9")


def test_who_may_be_known_is_kept_apart_and_asked_about_later(ana: User) -> None:
    bring(ana, harvest(MIRA))
    plan = plan_import(ana, harvest(MIRA_TWO))
    assert changes(plan) == ["doubtful"]
    assert plan.entries[0].meets == "Mira Holt"
    assert plan.entries[0].reasons
    apply_import(ana, plan, file_name="list.csv")
    assert models.Contact.objects.count() == 2
    assert models.Pair.objects.get().answer == "asked"
    assert bring(ana, harvest(MIRA_TWO)) is None


def test_the_same_person_becomes_part_of_whom_is_known(ana: User) -> None:
    bring(ana, harvest(MIRA))
    bring(ana, harvest(MIRA_TWO), **{"9": "same"})
    assert models.Contact.objects.count() == 1
    assert models.Identity.objects.filter(kind="email").count() == 2
    assert bring(ana, harvest(MIRA_TWO)) is None


def test_somebody_new_is_never_asked_about_again(ana: User) -> None:
    bring(ana, harvest(MIRA))
    bring(ana, harvest(MIRA_TWO), **{"9": "new"})
    assert models.Pair.objects.get().answer == "two"
    assert bring(ana, harvest(MIRA_TWO)) is None


def test_somebody_skipped_leaves_no_trace(ana: User) -> None:
    bring(ana, harvest(MIRA))
    before = tables()
    said = harvest(MIRA_TWO, promises=[Promise("9", "send the list")])
    assert bring(ana, said, **{"9": "skip"}) is None
    assert tables() == before


def test_an_answer_holds_when_the_card_was_changed_here(ana: User) -> None:
    bare = somebody("Mira Holt", firm="Weir Trust", key="9")
    bring(ana, harvest(MIRA))
    bring(ana, harvest(replace(bare, notes=("Likes rain.",))))
    kept = models.Contact.objects.exclude(identity_rows__kind="email").get()
    models.Note.objects.filter(contact=kept).delete()
    models.Contact.objects.filter(pk=kept.pk).update(name="Mira H.")
    plan = plan_import(ana, harvest(replace(bare, notes=("Likes rain.",))))
    assert plan.entries[0].contact_id == kept.pk


# --- encounters that go on


def test_a_series_goes_on_and_somebody_more_comes(ana: User) -> None:
    first = replace(MET, people=("1",), key="uid-7", times=2)
    bring(ana, harvest(MIRA, OLA, encounters=[first]))
    later = replace(
        first, people=("1", "3"), times=3, when=When(first.when.first, dt.date(2026, 11, 19))
    )
    bring(ana, harvest(MIRA, OLA, encounters=[later]))
    row = models.Encounter.objects.get()
    assert (row.times, row.last, row.presences.count()) == (3, dt.date(2026, 11, 19), 2)
    assert bring(ana, harvest(MIRA, OLA, encounters=[later])) is None


def test_what_was_written_here_about_an_encounter_stays(ana: User) -> None:
    met = replace(MET, people=("1",), key="uid-7")
    bring(ana, harvest(MIRA, encounters=[met]))
    models.Encounter.objects.update(place="Porto")
    assert bring(ana, harvest(MIRA, encounters=[replace(met, place="Lisbon")])) is None
    assert models.Encounter.objects.get().place == "Porto"


def test_an_invitation_that_stood_alone_is_tied_when_its_sender_comes(ana: User) -> None:
    asked = Invitation("linkedin", True, "Mira Holt", identities=MIRA.identities)
    bring(ana, harvest(invitations=[asked]))
    assert models.Invitation.objects.get().contact is None
    bring(ana, harvest(MIRA))
    bring(ana, harvest(invitations=[asked]))
    assert models.Invitation.objects.get().contact == models.Contact.objects.get()


# --- undo, and what must not happen


def test_undo_brings_every_table_back(ana: User) -> None:
    bring(ana, harvest(MIRA))
    before = tables()
    more = replace(MIRA, notes=("Likes rain.",))
    act = bring(ana, harvest(more, JONAS, MIRA_TWO, encounters=[replace(MET, people=("1",))]))
    assert act is not None
    assert tables() != before
    undo(act)
    assert tables() == before


def test_what_a_later_import_was_built_upon_is_not_undone_first(ana: User) -> None:
    first = bring(ana, harvest(MIRA))
    second = bring(ana, harvest(replace(MIRA, notes=("Likes rain.",))))
    assert first is not None
    assert second is not None
    with pytest.raises(CannotUndo):
        undo(first)
    undo(second)
    undo(first)
    assert not models.Contact.objects.exists()


def test_a_file_comes_in_again_after_an_undo(ana: User) -> None:
    act = bring(ana, whole())
    assert act is not None
    undo(act)
    assert changes(plan_import(ana, whole())) == ["new", "new", "new"]


def test_a_stopped_import_leaves_nothing(ana: User) -> None:
    before = tables()
    plan = plan_import(ana, whole())
    with pytest.raises(ImportStopped):
        apply_import(ana, plan, file_name="phone.vcf", is_cancelled=lambda: True)
    assert tables() == before
    assert not models.Act.objects.exists()


def test_a_plan_that_is_out_of_date_is_made_anew(ana: User) -> None:
    plan = plan_import(ana, whole())
    bring(ana, whole())
    before = tables()
    assert apply_import(ana, plan, file_name="phone.vcf") is None
    assert tables() == before


def test_nobody_elses_people_are_met(ana: User, ben: User) -> None:
    bring(ben, whole())
    of_ben = tables()
    assert changes(plan_import(ana, whole())) == ["new", "new", "new"]
    act = bring(ana, whole())
    assert act is not None
    assert models.Contact.objects.filter(owner=ben).count() == 3
    undo(act)
    assert tables() == of_ben


@pytest.mark.parametrize(
    "odd",
    [
        Contact("", key="x"),
        Contact("\0\ud800 Holt", key="x", notes=("\0",)),
        Contact("x" * 100_000, key="x"),
        somebody("Mira Holt", Identity("email", "m" * 5_000 + "@weir.example"), key="x"),
        Contact("Mira", key="x", roles=(Role("A"),) * 2, notes=("", "a", "a"), tags=("t", "t")),
    ],
    ids=["nothing", "unwritable", "long name", "long address", "twice"],
)  # fmt: skip
def test_an_odd_contact_comes_in_once(ana: User, odd: Contact) -> None:
    bring(ana, harvest(odd, encounters=[replace(MET, people=("x",), key="k" * 5_000)]))
    before = tables()
    assert (
        bring(ana, harvest(odd, encounters=[replace(MET, people=("x",), key="k" * 5_000)])) is None
    )
    assert tables() == before


def test_references_to_nobody_are_left_out(ana: User) -> None:
    bring(ana, harvest(MIRA, encounters=[replace(MET, people=("nobody",))],
                       letters=[Letter(("nobody",), "email", True)]))  # fmt: skip
    assert not models.Encounter.objects.exists()
    assert not models.Letter.objects.exists()
