"""Leaving with doors and block list, and coming back with them."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.rows import columns_of_row
from redleaf.web.contacts.services.erasing import ERASED
from redleaf.web.contacts.services.exporting import entries_in, export_everything
from redleaf.web.contacts.services.restoring import CannotRestore, restore_export
from redleaf.web.contacts.services.undoing import undo
from redleaf.web.door.models import Blocked, Door, Knock
from redleaf.web.door.selectors import told_at_doors
from tests.project.tree import ROOT
from tests.web.door.conftest import saying

KEPT = (Door, Knock, Blocked)
DATA = "redleaf.json"


def exported(owner: User) -> bytes:
    target = io.BytesIO()
    export_everything(owner, target)
    return target.getvalue()


def data_of(export: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(export)) as archive:
        data: dict[str, Any] = json.loads(archive.read(DATA))
    return data


def with_data(export: bytes, data: dict[str, Any]) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(export)) as archive,
        zipfile.ZipFile(target, "w") as changed,
    ):
        for name in archive.namelist():
            lines = json.dumps(data, indent=0) if name == DATA else archive.read(name)
            changed.writestr(name, lines)
    return target.getvalue()


def rows(owner: User) -> list[dict[str, Any]]:
    """All but from where it came, which stays at the desk where it came in."""
    found = [each for model in KEPT for each in model._base_manager.filter(owner=owner)]
    return [
        {name: value for name, value in columns_of_row(each).items() if name != "origin"}
        for each in sorted(found, key=lambda each: each.pk)
    ]


def forget(owner: User) -> None:
    for model in (*KEPT, Invitation):
        model._base_manager.filter(owner=owner).delete()


@pytest.fixture
def visited(door: Door, cleo_asks: Client, ana: User) -> Door:
    """A door with all that one can have, through which somebody came; and a closed one."""
    door.glad, door.event, door.place = "Tell me where we met.\n\nA line.", "Kiln Days", "Turku"
    door.on = dt.date(2026, 11, 12)
    door.save()
    Door.objects.create(owner=ana, handle="old-card", is_open=False)
    cleo_asks.post("/to/ana/", saying(page="https://oud.example"))
    Blocked.objects.create(owner=ana, value="glue.example")
    cleo_asks.post("/to/ana/", saying(email="buy@glue.example"))
    return door


def test_doors_and_block_list_come_back_as_they_were(visited: Door, ana: User) -> None:
    Knock.objects.filter(is_dropped=True).delete()  # nothing of these is anybody's to take along
    before, export = rows(ana), exported(ana)
    forget(ana)
    restore_export(ana, export, name="redleaf.zip")
    assert rows(ana) == before
    assert exported(ana) == export


def test_an_export_keeps_its_schema_and_says_how_much_it_holds(visited: Door, ana: User) -> None:
    data = data_of(exported(ana))
    schema = json.loads((ROOT / "docs" / "schemas" / "export.json").read_text("utf-8"))
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    assert (len(data["doors"]), len(data["blocked"])) == (2, 1)
    assert entries_in(ana) == sum(len(each) for each in data.values() if isinstance(each, list))


def test_the_inbox_still_knows_the_door_of_a_note(visited: Door, ana: User) -> None:
    export = exported(ana)
    forget(ana)
    restore_export(ana, export, name="redleaf.zip")
    invitation = Invitation.objects.get()
    assert told_at_doors(ana, [invitation])[invitation.key].door.words == "my talk in Turku"


def test_the_same_said_again_is_still_one_note(visited: Door, ana: User, cleo_asks: Client) -> None:
    export = exported(ana)
    forget(ana)
    restore_export(ana, export, name="redleaf.zip")
    cleo_asks.post("/to/ana/", saying(page="https://oud.example"))
    assert Invitation.objects.count() == 1


def test_a_handle_of_somebody_elses_gets_a_number(visited: Door, ana: User, ben: User) -> None:
    export = exported(ana)
    forget(ana)
    Door.objects.create(owner=ben, handle="ana")
    restore_export(ana, export, name="redleaf.zip")
    assert {each.handle for each in Door.objects.filter(owner=ana)} == {"ana-2", "old-card"}


def test_doors_that_are_here_already_stay_as_they_are(visited: Door, ana: User) -> None:
    export = exported(ana)
    Invitation.objects.all().delete()
    Door.objects.filter(handle="ana").update(glad="Say where.")
    before = rows(ana)
    restore_export(ana, export, name="redleaf.zip")
    assert rows(ana) == before


def test_doors_stay_open_when_what_came_back_is_undone(
    visited: Door, ana: User, cleo_asks: Client
) -> None:
    """Somebody may have come through meanwhile."""
    export = exported(ana)
    forget(ana)
    act = restore_export(ana, export, name="redleaf.zip")
    cleo_asks.post("/to/ana/", saying(email="mira@loud.example"))
    undo(act)
    assert Door.objects.get(handle="ana").is_open
    assert Invitation.objects.count() == 1


def test_it_holds_no_door_of_another_user(visited: Door, ben: User) -> None:
    assert "Kiln Days" not in json.dumps(data_of(exported(ben)))


def test_what_was_erased_does_not_keep_the_rest_from_coming_back(visited: Door, ana: User) -> None:
    Knock.objects.filter(is_dropped=False).update(email=ERASED)
    Blocked.objects.update(value=f"{ERASED} {visited.pk}")
    export = exported(ana)
    forget(ana)
    restore_export(ana, export, name="redleaf.zip")
    assert exported(ana) == export


@pytest.mark.parametrize(
    "wrong",
    [
        {"handle": "../up"},
        {"handle": 7},
        {"is_open": "yes"},
        {"glad": ["a"]},
        {"on": "tomorrow"},
        {"made_at": "2026-11-12T10:00:00"},
        {"knocks": [{}]},
        {"knocks": None},
        {"knocks": [{"id": "0" * 32, "key": "no digest", "email": "a@b.example"}]},
        {"knocks": [{"id": "0" * 32, "key": "a" * 64, "email": "\u200b"}]},
    ],
)
def test_a_door_in_no_shape_changes_nothing(
    visited: Door, ana: User, wrong: dict[str, Any]
) -> None:
    export = exported(ana)
    data = data_of(export)
    data["doors"][0].update(wrong)
    forget(ana)
    with pytest.raises(CannotRestore):
        restore_export(ana, with_data(export, data), name="redleaf.zip")
    assert not rows(ana)
    assert not Invitation.objects.exists()


def test_an_address_longer_than_mail_takes_does_not_keep_the_rest_from_coming_back(
    visited: Door, ana: User
) -> None:
    export = exported(ana)
    data = data_of(export)
    data["doors"][0]["knocks"][0]["email"] = f"{'a' * 280}@oud.example"
    data["blocked"][0]["value"] = f"{'a' * 280}.example"
    forget(ana)
    restore_export(ana, with_data(export, data), name="redleaf.zip")
    assert Door.objects.count() == 2
    assert Knock.objects.get().email == ""
    assert not Blocked.objects.exists()


def test_texts_of_a_strange_export_are_harmless(visited: Door, ana: User) -> None:
    export = exported(ana)
    data = data_of(export)
    data["doors"][0].update(glad="pay \u202enow\x00", words="a\r\nb")
    forget(ana)
    restore_export(ana, with_data(export, data), name="redleaf.zip")
    door = Door.objects.get(handle="ana")
    assert (door.glad, door.words) == ("pay now", "a b")
