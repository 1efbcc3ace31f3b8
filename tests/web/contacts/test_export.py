"""Everything of one user in a zip, and back out of it: row by row the same."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import zipfile
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from redleaf.contacts.contact import Contact, Extra, Identity, Photo, Role
from redleaf.contacts.encounters import Encounter, Letter, Promise, When
from redleaf.contacts.names import NameParts, OtherName
from redleaf.errors import FileError
from redleaf.formats.importer import importer_for, read_file
from redleaf.formats.outside import outside_of
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import UsedNetwork, use_networks
from redleaf.web.accounts.services import introduce
from redleaf.web.contacts.models import Act, Invitation, Pair, Picture
from redleaf.web.contacts.rows import TABLES, columns_of_row
from redleaf.web.contacts.services.exporting import RESTORED, export_everything
from redleaf.web.contacts.services.importing import apply_import, plan_import
from redleaf.web.contacts.services.keeping import (
    keep_encounter,
    keep_letter,
    keep_new_contact,
    keep_promise,
)
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.restoring import CannotRestore, is_empty, restore_export
from redleaf.web.contacts.services.stacking import Occasion, begin_stack, note_down, put_off
from redleaf.web.contacts.services.undoing import CannotUndo, last_act, undo
from redleaf.web.inbox.models import Forgotten
from redleaf.web.inbox.services.choosing import decide
from tests.contacts.card_pictures import card_picture
from tests.project.tree import ROOT

MIRA = Contact(
    "Mira Holt",
    parts=NameParts("Mira", "Holt"),
    other_names=(OtherName("nickname", "Mim"),),
    identities=(
        Identity("email", "mira@holt.example", "Mira@Holt.example", label="work"),
        Identity("profile", "mira-holt", network="linkedin", connected_on=dt.date(2024, 3, 1)),
    ),
    roles=(Role("Muzeum Wody", "curator"), Role("Tide House", is_past=True)),
    notes=("Takes no calls before ten.", "=cmd"),
    tags=("museum",),
    photos=(Photo("image/png", "iVBORw0KGgo="),),
    extras=(Extra("vcard", "X-PET", "a goat\\, named Ida", params=(("TYPE", "home"),)),),
    language="pl",
    register="peer",
)
OYA = Contact("大野春香", kind="person", identities=(Identity("phone", "+81951234567"),))
FIRM = Contact("", kind="organisation", roles=(Role("Kettle & Sons"),))


@pytest.fixture
def memory(ana: User) -> User:
    """Ana's memory with something in every table."""
    introduce(ana, name="Ana Ruiz Prado", headline="tunes bells", offers=["a bell for an hour"])
    use_networks(ana, [UsedNetwork("linkedin-premium", 12), UsedNetwork("xing")])
    with recorded(ana, Act.Kind.REMEMBER, "Remembered Mira", origin="typed") as recorder:
        mira, oya, _ = (keep_new_contact(each, recorder) for each in (MIRA, OYA, FIRM))
        met = Encounter(
            (), "conference", When(dt.date(2026, 11, 19), dt.date(2026, 11, 19)), "Porto",
            "Museums & Web", ("sound walks",), "nobody tests with the rain on", key="uid-1",
        )  # fmt: skip
        keep_encounter(met, [oya.pk, mira.pk], recorder)
        long_ago = Encounter((), when=When(words="spring 1977"), times=3, key="typed:1")
        keep_encounter(long_ago, [], recorder)
        at = dt.datetime(2026, 11, 20, 9, 30, 0, 123456, dt.UTC)
        keep_letter(Letter((), "email", True, at, "The list", "<1@x.example>"), mira.pk, recorder)
        due = When(dt.date(2026, 11, 27), dt.date(2026, 11, 27), "by Friday")
        keep_promise(Promise("", "the microphone list", due, key="typed:2"), mira.pk, recorder)
        recorder.make(
            Invitation(
                contact=oya, network="linkedin", is_incoming=True, name="大野春香", key="i1", at=at,
                identities=[{"kind": "phone", "value": "+81951234567"}],
            ),
            oya.pk,
        )  # fmt: skip
        recorder.make(Invitation(network="xing", is_incoming=False, name="Bo", key="i2"), None)
        first, second = sorted((mira, oya), key=lambda each: each.pk)
        recorder.make(
            Pair(first=first, second=second, answer="two", score=0.4, reasons=["same town"]),
            first.pk,
        )
    with recorded(ana, Act.Kind.IMPORT, "Imported card.jpg") as recorder:
        recorder.make(Picture.of(card_picture(), mira.pk, 0), mira.pk)
    stack, _ = begin_stack(
        ana, "After Porto", [oya, mira],
        met=Occasion("Museums & Web", "Porto", "conference", When(*2 * (dt.date(2026, 11, 19),))),
    )  # fmt: skip
    note_down(stack.cards.all()[0], line="laughed about the lift", network="mastodon")
    put_off(stack.cards.all()[1])
    decide(
        ana, [Invitation.objects.get(key="i1")], "ask", today=dt.date(2026, 11, 20), reply="Where?"
    )
    with recorded(ana, Act.Kind.EDIT, "Forgot a habit") as recorder:
        recorder.make(Forgotten(stem="museum", at=recorder.now), None)
    return ana


@pytest.fixture
def exported(memory: User) -> bytes:
    return export(memory)


def export(owner: User) -> bytes:
    target = io.BytesIO()
    export_everything(owner, target)
    return target.getvalue()


def forget(owner: User) -> None:
    """An empty home, as on another machine."""
    for act in Act.objects.filter(owner=owner):
        undo(act)
    Act.objects.filter(owner=owner).delete()
    introduce(owner, name="", headline="", offers=[])
    use_networks(owner, [])


def rows(owner: User) -> dict[str, list[dict[str, Any]]]:
    return {
        name: [
            columns_of_row(row) for row in table._base_manager.filter(owner=owner).order_by("pk")
        ]
        for name, table in TABLES.items()
    }


def log(owner: User) -> list[dict[str, Any]]:
    acts = Act.objects.filter(owner=owner).order_by("pk")
    return [columns_of_row(act) for act in acts if RESTORED not in act.counts]


def test_it_brings_back_every_row_as_it_was(memory: User, exported: bytes) -> None:
    before, log_before = rows(memory), log(memory)
    assert all(before.values()), "the memory of the test lacks a table"
    forget(memory)
    assert not any(rows(memory).values())
    restore_export(memory, exported, name="redleaf.zip")
    assert rows(memory) == before
    assert log(memory) == log_before
    memory.refresh_from_db()
    assert (memory.get_full_name(), memory.headline) == ("Ana Ruiz Prado", "tunes bells")
    assert memory.offers == ["a bell for an hour"]


def test_the_export_of_what_came_back_is_the_same_to_the_byte(
    memory: User, exported: bytes
) -> None:
    assert export(memory) == exported
    forget(memory)
    restore_export(memory, exported, name="redleaf.zip")
    assert export(memory) == exported


def test_what_came_back_can_be_undone(memory: User, exported: bytes) -> None:
    forget(memory)
    act = restore_export(memory, exported, name="redleaf.zip")
    assert last_act(memory) == act
    undo(act)
    assert is_empty(memory)


def test_what_was_done_in_another_home_cannot_be_undone_here(memory: User, exported: bytes) -> None:
    forget(memory)
    restored = restore_export(memory, exported, name="redleaf.zip")
    earlier = Act.objects.filter(owner=memory).exclude(pk=restored.pk).latest("at")
    before = rows(memory)
    with pytest.raises(CannotUndo, match="in another home"):
        undo(earlier)
    assert rows(memory) == before


def test_its_data_keep_their_schema(exported: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(exported)) as archive:
        data = json.loads(archive.read("redleaf.json"))
    schema = json.loads((ROOT / "docs" / "schemas" / "export.json").read_text("utf-8"))
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)


def test_it_holds_words_for_people_and_files_for_other_programs(exported: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(exported)) as archive:
        names = ["README.txt", "redleaf.json", "contacts.vcf", "encounters.ics"]
        assert archive.namelist() == names
        assert "redleaf.json" in archive.read("README.txt").decode()
        assert b"Mira Holt" in archive.read("contacts.vcf")
        assert b"Museums & Web" in archive.read("encounters.ics")
        assert json.loads(archive.read("redleaf.json"))["contacts"]


def test_an_import_reads_it_as_records(memory: User, exported: bytes) -> None:
    assert importer_for(outside_of(exported, "redleaf.zip")).name == "redleaf"
    harvest = read_file(exported, file_name="redleaf.zip")
    assert not harvest.problems
    by_name = {each.name: each for each in harvest.contacts}
    assert by_name["Mira Holt"].extras == MIRA.extras
    assert by_name["Mira Holt"].identities == MIRA.identities
    assert {each.key for each in harvest.encounters} == {"uid-1", "typed:1"}
    assert [each.text for each in harvest.promises] == ["the microphone list"]
    assert len(harvest.invitations) == 2


def test_an_import_into_the_same_store_changes_nothing(memory: User, exported: bytes) -> None:
    plan = plan_import(memory, read_file(exported, file_name="redleaf.zip"))
    assert plan.changes_nothing
    assert apply_import(memory, plan, file_name="redleaf.zip") is None


def test_people_who_are_alike_and_were_told_apart_stay_two(memory: User) -> None:
    """Father and son at one address: the export knows them by id, whatever they share."""
    with recorded(memory, Act.Kind.EDIT, "A son") as recorder:
        keep_new_contact(MIRA, recorder)
    plan = plan_import(memory, read_file(export(memory), file_name="redleaf.zip"))
    assert plan.changes_nothing


def test_an_import_brings_what_is_missing_here(memory: User, exported: bytes) -> None:
    forget(memory)
    with recorded(memory, Act.Kind.EDIT, "Somebody else") as recorder:
        keep_new_contact(Contact("Bo Lindqvist"), recorder)
    plan = plan_import(memory, read_file(exported, file_name="redleaf.zip"))
    assert plan.counts["new"] == 3
    apply_import(memory, plan, file_name="redleaf.zip")
    counts = {name: len(found) for name, found in rows(memory).items()}
    assert (counts["contact"], counts["encounter"], counts["letter"]) == (4, 2, 1)


def test_it_holds_nothing_of_another_user(memory: User, ben: User) -> None:
    with zipfile.ZipFile(io.BytesIO(export(ben))) as archive:
        assert "Mira" not in archive.read("redleaf.json").decode()
        assert b"Mira" not in archive.read("contacts.vcf")


def test_an_empty_memory_can_be_exported_and_brought_back(ana: User) -> None:
    exported = export(ana)
    restore_export(ana, exported, name="redleaf.zip")
    assert is_empty(ana)
    assert export(ana) == exported


def test_pictures_come_back_a_few_at_a_time(memory: User) -> None:
    people = [f"{number} Holt" for number in range(45)]
    with recorded(memory, Act.Kind.IMPORT, "Imported cards.zip") as recorder:
        for name in people:
            contact = keep_new_contact(Contact(name), recorder)
            recorder.make(Picture.of(card_picture(), contact.pk, 0), contact.pk)
    exported = export(memory)
    before = rows(memory)["picture"]
    forget(memory)
    told: list[int] = []
    restore_export(memory, exported, name="redleaf.zip", told=told.append)
    assert rows(memory)["picture"] == before
    assert [more - less for less, more in itertools.pairwise(told)].count(20) == 2


def changed(exported: bytes, change: Any) -> bytes:
    """The same export with other data in it."""
    with zipfile.ZipFile(io.BytesIO(exported)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    data = json.loads(members["redleaf.json"])
    change(data)
    members["redleaf.json"] = json.dumps(data).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


STRANGER = "00000000-0000-4000-8000-000000000000"
FAULTS: dict[str, Any] = {
    "a letter to nobody": lambda data: data["letters"][0].update(contact=STRANGER),
    "an id that is none": lambda data: data["contacts"][0].update(id="7"),
    "no id": lambda data: data["contacts"][0].pop("id"),
    "the same row twice": lambda data: data["contacts"].append(data["contacts"][0]),
    "an unknown kind": lambda data: data["encounters"][0].update(kind="duel"),
    "a moment without zone": lambda data: data["contacts"][0].update(made_at="2026-11-01T10:00"),
    "an unknown field": lambda data: data["contacts"][0].update(shoe_size=41),
    "an unknown list": lambda data: data.update(pets=[{}]),
    "a list of numbers": lambda data: data.update(contacts=[1, 2]),
    "a later schema": lambda data: data.update(schema=2),
    "no schema": lambda data: data.pop("schema"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_export_that_contradicts_itself_changes_nothing(
    memory: User, exported: bytes, fault: str
) -> None:
    forget(memory)
    with pytest.raises(FileError):
        restore_export(memory, changed(exported, FAULTS[fault]), name="redleaf.zip")
    assert is_empty(memory)
    assert not Act.objects.filter(owner=memory).exists()


def test_rows_that_belong_to_somebody_else_are_not_taken_over(
    memory: User, exported: bytes, ben: User
) -> None:
    before = rows(memory)
    with pytest.raises(CannotRestore):
        restore_export(ben, exported, name="redleaf.zip")
    assert rows(memory) == before
    assert is_empty(ben)
