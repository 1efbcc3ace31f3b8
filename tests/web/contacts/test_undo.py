"""What an act did is undone as a whole, to the last byte, and never what came after it."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.contacts.contact import Contact, Identity, Occasion, Role
from redleaf.contacts.encounters import Encounter, Letter, Promise, When
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.keeping import (
    keep_changed_contact,
    keep_encounter,
    keep_letter,
    keep_new_contact,
    keep_promise,
)
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.undoing import CannotUndo, last_act, undo
from tests.web.contacts.tables import tables

MIRA = Contact(
    "Mira Østergård",
    identities=(Identity("email", "mira@example.org"), Identity("phone", "+4512345678")),
    roles=(Role("River Trust", "Warden"),),
    occasions=(Occasion("birthday", "--04-02"),),
    notes=("Likes rain.",),
    tags=("rivers",),
)


def keep(owner: User, *records: Contact, what: str = "Imported phone.vcf") -> list[models.Contact]:
    with recorded(owner, models.Act.Kind.IMPORT, what) as recorder:
        return [keep_new_contact(each, recorder) for each in records]


def keep_what_was_between(owner: User, mira: models.Contact) -> None:
    with recorded(owner, models.Act.Kind.REMEMBER, "Remembered a walk") as recorder:
        met = Encounter((), "conference", When(dt.date(2026, 5, 1), dt.date(2026, 5, 2)))
        keep_encounter(met, [mira.pk], recorder)
        at = dt.datetime(2026, 5, 3, 9, tzinfo=dt.UTC)
        keep_letter(Letter((), "email", True, at, "Maps", "1@example.org"), mira.pk, recorder)
        keep_promise(Promise("", "send the maps"), mira.pk, recorder)


def undo_last(owner: User) -> None:
    act = last_act(owner)
    assert act is not None
    undo(act)


def keep_many_and_fail(owner: User) -> None:
    with recorded(owner, models.Act.Kind.IMPORT, "Imported half") as recorder:
        for number in range(5_000):
            keep_new_contact(Contact(f"Nobody {number}"), recorder)
        raise ZeroDivisionError


def test_it_takes_an_import_back_to_the_last_byte(ana: User) -> None:
    keep(ana, Contact("Tomasz"))
    before = tables()
    keep(ana, MIRA, Contact("Ben"))
    undo_last(ana)
    assert tables() == before


def test_it_takes_back_what_was_kept_between(ana: User) -> None:
    [mira] = keep(ana, MIRA)
    before = tables()
    keep_what_was_between(ana, mira)
    assert tables() != before
    undo_last(ana)
    assert tables() == before


def test_it_brings_back_what_was_changed_and_removed(ana: User) -> None:
    [mira] = keep(ana, MIRA)
    before = tables()
    said = Contact(
        "Mira Holm",
        identities=(Identity("email", "holm@example.org"),),
        roles=(Role("River Trust", "Director"), Role("River Trust", "Warden", is_past=True)),
        language="da",
    )
    with recorded(ana, models.Act.Kind.EDIT, "Changed Mira") as recorder:
        assert keep_changed_contact(mira, said, recorder)
    assert record_of(models.Contact.objects.get()).name == "Mira Holm"
    undo_last(ana)
    assert tables() == before


def test_it_undoes_a_row_that_one_act_made_changed_and_removed(ana: User) -> None:
    before = tables()
    with recorded(ana, models.Act.Kind.EDIT, "Tried") as recorder:
        tag = models.Tag(contact=keep_new_contact(MIRA, recorder), name="new")
        recorder.make(tag, tag.contact_id)
        recorder.change(tag, tag.contact_id, name="newer")
        recorder.remove(tag, tag.contact_id)
    undo_last(ana)
    assert tables() == before


def test_a_value_that_moved_to_another_row_moves_back(ana: User) -> None:
    [mira] = keep(ana, MIRA)
    before = tables()
    with recorded(ana, models.Act.Kind.EDIT, "Wrote the tag anew") as recorder:
        recorder.remove(mira.tag_rows.get(), mira.pk)
        recorder.make(models.Tag(contact=mira, name="rivers"), mira.pk)
    undo_last(ana)
    assert tables() == before


def test_acts_are_undone_one_after_another_to_the_first(ana: User) -> None:
    states = [tables()]
    [mira] = keep(ana, MIRA)
    states.append(tables())
    keep_what_was_between(ana, mira)
    while states:
        undo_last(ana)
        assert tables() == states.pop()
    assert last_act(ana) is None


def test_an_act_that_changes_nothing_leaves_no_trace(ana: User) -> None:
    [mira] = keep(ana, MIRA)
    with recorded(ana, models.Act.Kind.IMPORT, "Imported it again") as recorder:
        assert not keep_changed_contact(mira, MIRA, recorder)
    assert models.Act.objects.count() == 1


def test_an_error_within_leaves_everything_as_it_was(ana: User) -> None:
    keep(ana, MIRA)
    before = tables()
    with pytest.raises(ZeroDivisionError):
        keep_many_and_fail(ana)
    assert tables() == before
    assert models.Act.objects.count() == 1


def test_it_does_not_undo_what_a_later_act_builds_upon(ana: User) -> None:
    [mira] = keep(ana, MIRA)
    keep_what_was_between(ana, mira)
    before = tables()
    first = models.Act.objects.get(what="Imported phone.vcf")
    with pytest.raises(CannotUndo, match="Remembered a walk"):
        undo(first)
    assert tables() == before


def test_it_undoes_an_earlier_act_when_the_later_one_is_about_others(ana: User) -> None:
    keep(ana, MIRA)
    first = last_act(ana)
    keep(ana, Contact("Tomasz"), what="Imported more.vcf")
    assert first is not None
    undo(first)
    assert [each.name for each in models.Contact.objects.all()] == ["Tomasz"]


def test_nothing_is_undone_twice(ana: User) -> None:
    keep(ana, MIRA)
    act = last_act(ana)
    assert act is not None
    undo(act)
    with pytest.raises(CannotUndo, match="undone already"):
        undo(act)


@pytest.mark.parametrize("odd", ["a\0b", "a\ud800b", "x" * 9_000, "’\u202e😀", " "])
def test_any_text_is_kept_and_told_again_alike(ana: User, odd: str) -> None:
    said = Contact(
        odd,
        identities=(Identity("website", odd), Identity("uid", odd + "1")),
        roles=(Role(odd),),
        occasions=(Occasion("birthday", odd),),
        notes=(odd,),
        tags=(odd,),
        language=odd,
    )
    before = tables()
    [kept] = keep(ana, said)
    with recorded(ana, models.Act.Kind.IMPORT, "Imported it again") as recorder:
        again = models.Contact.objects.get(pk=kept.pk)
        assert not keep_changed_contact(again, said, recorder)
        keep_letter(Letter((), odd, True, None, odd, odd), kept.pk, recorder)
        keep_encounter(Encounter((), topics=(odd,), event=odd, key=odd), [kept.pk], recorder)
        keep_promise(Promise("", odd, key=odd), kept.pk, recorder)
    for _ in range(2):
        undo_last(ana)
    assert tables() == before
