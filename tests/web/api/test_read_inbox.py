"""GET /api/invitations: the inbox as programs read it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import jsonschema
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redleaf.web.accounts.models import User
from redleaf.web.asking import today
from redleaf.web.inbox.access import invitation_for
from redleaf.web.inbox.services.choosing import decide, put
from tests.project.tree import ROOT
from tests.web.api.conftest import INVITATIONS, Program
from tests.web.inbox.cast import DEFAULT, PERSONAL, PITCH, came, known

CONTRACT = ("id", "verdict", "attention", "decision", "reasons", "reply", "campaign")


@pytest.fixture
def inbox(ana: User) -> dict[str, Any]:
    known(ana, "Ben Oyelaran, loom mender, coffee in Turku last week")
    return {
        name: came(ana, name, text)
        for name, text in (("Piet Pitch", PITCH), ("Dagny Moe", DEFAULT), ("Jun Sato", PERSONAL))
    }


def test_it_gives_what_waits_by_attention(reader: Program, inbox: dict[str, Any]) -> None:
    told = reader.get().json()
    assert (told["schema"], told["count"], told["is_current"], told["next"]) == (1, 3, True, None)
    attention = [each["attention"] for each in told["invitations"]]
    assert attention == sorted(attention, reverse=True)
    first = told["invitations"][0]
    assert first["from"]["name"] == "Jun Sato"
    assert first["id"] == str(inbox["Jun Sato"].pk)
    assert (first["verdict"], first["group"], first["decided"]) == ("personal", "answer", None)
    assert first["text"] == PERSONAL
    assert first["from"]["identities"] == ["https://www.linkedin.com/in/jun-sato"]
    assert dt.datetime.fromisoformat(first["received"]).tzinfo


def test_each_has_the_shape_of_the_contract(reader: Program, inbox: dict[str, Any]) -> None:
    schema = (ROOT / "docs" / "schemas" / "triage.json").read_text("utf-8")
    check = jsonschema.Draft202012Validator(json.loads(schema))
    for each in reader.get().json()["invitations"]:
        check.validate({name: each[name] for name in CONTRACT})


def test_it_comes_in_pages(reader: Program, inbox: dict[str, Any]) -> None:
    names, address = [], f"{INVITATIONS}?most=1"
    while address:
        page = reader.get(address).json()
        assert page["count"] == 3
        names += [each["from"]["name"] for each in page["invitations"]]
        address = page["next"]
    assert sorted(names) == sorted(inbox)


def test_one_group_alone(reader: Program, inbox: dict[str, Any]) -> None:
    told = reader.get(group="answer", most=1).json()
    assert (told["count"], told["next"]) == (1, None)


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ({"most": 0}, "most", "1 or more"),
        ({"most": 201}, "most", "200 or less"),
        ({"most": "ten"}, "most", "a whole number"),
        ({"start": -1}, "start", "0 or more"),
        ({"group": "best"}, "group", "one of 'answer'"),
    ],
)
def test_what_cannot_be_asked_is_named(
    reader: Program, query: dict[str, Any], field: str, message: str
) -> None:
    answer = reader.get(**query)
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert (fault["field"], message in fault["message"]) == (field, True)


def test_what_was_decided_waits_no_more_and_can_be_asked_for(
    reader: Program, ana: User, inbox: dict[str, Any]
) -> None:
    reader.get()
    jun, dagny = (invitation_for(ana, inbox[name].pk) for name in ("Jun Sato", "Dagny Moe"))
    decide(ana, [jun], "accept", today=today())
    put(ana, dagny, "answer", today=today())
    told = reader.get().json()["invitations"]
    assert {each["from"]["name"]: each["group"] for each in told}["Dagny Moe"] == "answer"
    assert len(told) == 2
    one = reader.get(f"{INVITATIONS}/{jun.pk}").json()
    assert (one["decided"], one["group"]) == ("accept", "accept")


def test_one_that_was_not_read_yet_says_so(reader: Program, inbox: dict[str, Any]) -> None:
    one = reader.get(f"{INVITATIONS}/{inbox['Jun Sato'].pk}").json()
    assert (one["verdict"], one["attention"], one["group"]) == (None, None, None)
    assert one["text"] == PERSONAL


def test_it_asks_the_store_as_often_however_much_there_is(reader: Program, ana: User) -> None:
    counts = []
    for number in range(2, 20, 8):
        for each in range(number):
            came(ana, f"Jun {number} {each}", f"{PERSONAL} {each}")
        reader.get()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            reader.get(most=200)
        counts.append(len(queries))
    assert len(set(counts)) == 1


def test_nothing_is_kept_of_it_on_the_way(reader: Program, ana_asks: Client) -> None:
    assert reader.get().headers["Cache-Control"] == "no-store"
