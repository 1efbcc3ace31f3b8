"""Two contacts that are one person become one with all that was between; an undo parts them."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.contacts.contact import Contact, Identity, Role
from redleaf.contacts.encounters import Encounter, Letter, Promise, When
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.search.finding import search_contacts
from redleaf.web.contacts.selectors.pairs import pairs_to_ask
from redleaf.web.contacts.services.deleting import delete_contact
from redleaf.web.contacts.services.keeping import (
    keep_encounter,
    keep_letter,
    keep_new_contact,
    keep_promise,
)
from redleaf.web.contacts.services.merging import (
    CannotMerge,
    ask_pair,
    find_pairs,
    merge_contacts,
    refuse_pair,
)
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.undoing import last_act, undo
from tests.web.contacts.tables import documents, tables

PHONE = Contact(
    "Mira Holm",
    identities=(Identity("email", "mira@example.org"), Identity("phone", "+4512345678")),
    roles=(Role("River Trust", "Warden"),),
    notes=("Likes rain.",),
    tags=("rivers",),
)
EXPORT = Contact(
    "Mira K. Holm",
    identities=(Identity("email", "mira@example.org"), Identity("email", "holm@example.com")),
    roles=(Role("River Trust", "Director"),),
    notes=("Likes rain.", "Sings."),
    tags=("rivers", "choir"),
)
THIRD = Contact("Mirna Holm")
DAY = When(dt.date(2026, 5, 1), dt.date(2026, 5, 1))


@pytest.fixture
def three(ana: User) -> tuple[models.Contact, ...]:
    """Two records of Mira and a third person, with something of every kind between."""
    with recorded(ana, models.Act.Kind.IMPORT, "Imported phone.vcf") as recorder:
        phone, export, third = (keep_new_contact(each, recorder) for each in (PHONE, EXPORT, THIRD))
        keep_encounter(Encounter((), event="Both"), [phone.pk, export.pk, third.pk], recorder)
        keep_encounter(Encounter((), event="One", when=DAY), [export.pk], recorder)
        keep_letter(Letter((), "email", True, None, "Maps", "same@x"), phone.pk, recorder)
        keep_letter(Letter((), "email", True, None, "Maps", "same@x"), export.pk, recorder)
        keep_letter(Letter((), "email", False, None, "Re: Maps", "other@x"), export.pk, recorder)
        keep_promise(Promise("", "send the maps"), export.pk, recorder)
        asked = models.Invitation(
            contact=export, network="linkedin", is_incoming=True, name="Mira", key="i1"
        )
        recorder.make(asked, export.pk)
    for one, other in ((phone, export), (phone, third), (export, third)):
        ask_pair(ana, one.pk, other.pk, score=0.7, reasons=["the same name"])
    return phone, export, third


def undo_last(owner: User) -> None:
    act = last_act(owner)
    assert act is not None
    undo(act)


def test_the_one_kept_has_all_that_both_had(ana: User, three: tuple[models.Contact, ...]) -> None:
    phone, export, _ = three
    merge_contacts(ana, phone, export)
    of = record_of(models.Contact.objects.get(pk=phone.pk))
    assert of.name == "Mira Holm"
    assert [each.text for each in of.other_names] == ["Mira K. Holm"]
    assert {each.value for each in of.identities} == {
        "mira@example.org",
        "+4512345678",
        "holm@example.com",
    }
    assert of.notes == ("Likes rain.", "Sings.")
    assert of.tags == ("rivers", "choir")
    assert {each.event for each in phone.encounters.all()} == {"Both", "One"}
    assert {each.key for each in phone.letters.all()} == {"same@x", "other@x"}
    assert phone.promises.count() == phone.invitations.count() == 1
    assert not models.Contact.objects.filter(pk=export.pk).exists()


def test_an_undo_brings_both_back_to_the_last_byte(
    ana: User, three: tuple[models.Contact, ...]
) -> None:
    before, words = tables(), documents()
    merge_contacts(ana, three[0], three[1])
    undo_last(ana)
    assert tables() == before
    assert documents() == words


def test_the_other_way_round_is_undone_as_well(
    ana: User, three: tuple[models.Contact, ...]
) -> None:
    before = tables()
    merge_contacts(ana, three[1], three[0])
    merge_contacts(ana, three[2], three[1])
    undo_last(ana)
    undo_last(ana)
    assert tables() == before


def test_whoever_merged_is_found_by_both_names(
    ana: User, three: tuple[models.Contact, ...]
) -> None:
    merge_contacts(ana, three[0], three[1])
    for query in ("mira k", "warden", "choir", "holm@example.com"):
        assert [each.contact.pk for each in search_contacts(ana, query)] == [three[0].pk]


def test_questions_about_the_one_that_went_are_about_the_other(
    ana: User, three: tuple[models.Contact, ...]
) -> None:
    merge_contacts(ana, three[0], three[1])
    [pair] = pairs_to_ask(ana)
    assert {pair.first_id, pair.second_id} == {three[0].pk, three[2].pk}


def test_an_answer_outlives_the_merge(ana: User, three: tuple[models.Contact, ...]) -> None:
    _, export, third = three
    refuse_pair(ana, pair_of(export, third))
    merge_contacts(ana, three[0], export)
    [pair] = models.Pair.objects.all()
    assert pair.answer == "two"
    assert find_pairs(ana).asked == 0


def test_one_contact_is_not_merged_with_itself(
    ana: User, three: tuple[models.Contact, ...]
) -> None:
    with pytest.raises(CannotMerge):
        merge_contacts(ana, three[0], three[0])


def test_nobody_elses_contact_is_merged(
    ana: User, ben: User, three: tuple[models.Contact, ...]
) -> None:
    before = tables()
    with pytest.raises(models.Contact.DoesNotExist):
        merge_contacts(ben, three[0], three[1])
    assert tables() == before


def test_it_looks_for_pairs_and_asks_each_once(ana: User) -> None:
    with recorded(ana, models.Act.Kind.IMPORT, "Imported") as recorder:
        for each in (PHONE, EXPORT, Contact("Tomasz")):
            keep_new_contact(each, recorder)
    told: list[float] = []
    assert find_pairs(ana, told.append).asked == 1
    assert find_pairs(ana).asked == 0
    assert models.Contact.objects.count() == 3
    [pair] = pairs_to_ask(ana)
    assert pair.reasons


def test_it_merges_what_is_certain_only_when_told_to(ana: User) -> None:
    with recorded(ana, models.Act.Kind.IMPORT, "Imported") as recorder:
        for each in (PHONE, PHONE, PHONE):
            keep_new_contact(each, recorder)
    found = find_pairs(ana, merge_certain=True)
    assert (found.merged, found.asked) == (2, 0)
    [left] = models.Contact.objects.all()
    assert record_of(left).identities == PHONE.identities


def test_a_question_does_not_stand_in_the_way_of_an_undo(ana: User) -> None:
    before = tables()
    test_it_looks_for_pairs_and_asks_each_once(ana)
    undo_last(ana)
    assert tables() == before


def test_a_deleted_contact_comes_back_to_the_last_byte(
    ana: User, three: tuple[models.Contact, ...]
) -> None:
    before, words = tables(), documents()
    delete_contact(ana, three[1])
    assert not search_contacts(ana, "choir")
    assert set(models.Encounter.objects.values_list("event", flat=True)) == {"Both"}
    assert models.Invitation.objects.get().contact_id is None
    undo_last(ana)
    assert tables() == before
    assert documents() == words


def pair_of(one: models.Contact, other: models.Contact) -> models.Pair:
    first, second = sorted((one.pk, other.pk))
    return models.Pair.objects.get(first=first, second=second)
