"""POST /api/invitations: a program brings what came in."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Invitation
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.undoing import undo
from redleaf.web.inbox.services.bringing import bring_text
from tests.web.api.conftest import INVITATIONS, NOTE, Program, asking, by, changes_of, fields_of


def test_it_stands_in_the_inbox(bringer: Program, ana: User, ana_asks: Client) -> None:
    answer = bringer.post(asking())
    assert answer.status_code == 200, answer.content
    (told,) = answer.json()["invitations"]
    row = Invitation.objects.get()
    assert told == {"id": "1", "invitation": str(row.pk), "change": "new"}
    assert (row.owner, row.is_incoming, row.network) == (ana, True, "linkedin")
    assert (row.name, row.headline, row.text) == ("Jun Sato", "potter at Skutt", NOTE)
    assert row.at == dt.datetime(2026, 11, 19, 8, 30, tzinfo=dt.UTC)
    assert [each["value"] for each in row.identities] == ["jun-sato"]
    assert "Jun Sato" in ana_asks.get("/inbox/").content.decode()
    assert not Contact.objects.exists()


def test_many_come_in_one_go_and_go_in_one(bringer: Program, ana: User) -> None:
    said = [asking(id=each, **{"from": by(f"Jun {each}")}) for each in range(200)]
    answer = bringer.post(said)
    assert changes_of(answer) == ["new"] * 200
    assert [each["id"] for each in answer.json()["invitations"]] == [str(n) for n in range(200)]
    act = Act.objects.get(owner=ana)
    assert act.what == "Imported what ana True False brought"
    undo(act)
    assert not Invitation.objects.exists()


def test_the_same_twice_is_one(bringer: Program) -> None:
    assert changes_of(bringer.post(asking())) == ["new"]
    assert changes_of(bringer.post(asking(id="other"))) == ["same"]
    assert changes_of(bringer.post([asking(), asking()])) == ["same", "same"]
    assert Invitation.objects.count() == 1
    assert Act.objects.count() == 1


def test_the_same_twice_in_one_request_is_one(bringer: Program) -> None:
    answer = bringer.post([asking(id="a"), asking(id="b")])
    first, second = answer.json()["invitations"]
    assert first["invitation"] == second["invitation"]
    assert Invitation.objects.count() == 1


def test_without_a_moment_it_came_now_and_is_one_all_the_same(bringer: Program) -> None:
    said = asking(received=None)
    assert changes_of(bringer.post(said)) == ["new"]
    assert changes_of(bringer.post(said)) == ["same"]
    came = Invitation.objects.get().at
    assert came is not None
    assert timezone.now() - came < dt.timedelta(minutes=1)


def test_what_was_pasted_before_is_the_same(bringer: Program, ana: User) -> None:
    at = dt.datetime(2026, 11, 19, 20, tzinfo=dt.UTC)
    bring_text(ana, NOTE, name="Jun Sato", network="linkedin", at=at)
    assert changes_of(bringer.post(asking())) == ["changed"]
    row = Invitation.objects.get()
    assert row.headline == "potter at Skutt"
    assert row.identities
    assert changes_of(bringer.post(asking())) == ["same"]


@pytest.mark.parametrize(
    "link", ["zoë@käse.example", 'https://kiln.example/a"b\\c', "https://xing.com/profile/Ναϊάς"]
)
def test_who_bears_another_name_at_the_same_address_is_the_same(
    bringer: Program, link: str
) -> None:
    for name, change in (("Zoë Käse", "new"), ("Z. K.", "same")):
        assert changes_of(bringer.post(asking(**{"from": by(name, link)}))) == [change]


def test_two_of_one_name_are_two(bringer: Program) -> None:
    said = [asking(**{"from": by("Jun Sato", f"https://www.linkedin.com/in/{who}")})
            for who in ("jun-sato", "jun-sato-2")]  # fmt: skip
    assert changes_of(bringer.post(said)) == ["new", "new"]


def test_what_a_known_person_sends_is_tied_to_them(bringer: Program, ana: User) -> None:
    line = "Jun Sato, jun@kiln.example, potter"
    jun = remember_line(ana, line, today=dt.date(2026, 11, 20)).contact
    bringer.post(asking(**{"from": by("Jun", "jun@kiln.example"), "network": "email"}))
    assert Invitation.objects.get().contact_id == jun.pk


@pytest.mark.parametrize(
    ("said", "field", "message"),
    [
        ({"id": None}, "id", "a text"),
        ({"id": True}, "id", "a text"),
        ({"text": 7}, "text", "a text in quotes"),
        ({"text": "x" * 20_001}, "text", "longer than 20,000"),
        ({"text": "\ud83d"}, "text", "half a character"),
        ({"from": "Jun"}, "from", "an object"),
        ({"from": {}}, "from", "say who asks"),
        ({"from": None}, "from", "an object"),
        ({"from": {"name": " ", "identities": [" "]}}, "from", "say who asks"),
        ({"from": {"name": "x" * 301}}, "from.name", "longer than 300"),
        ({"from": {"identities": "jun@kiln.example"}}, "from.identities", "a list"),
        ({"from": {"identities": ["a.example", 7]}}, "from.identities.1", "a text"),
        ({"from": {"identities": ["a b c"]}}, "from.identities.0", "no link"),
        ({"from": {"identities": ["a.example"] * 21}}, "from.identities", "20 at most"),
        ({"received": "yesterday"}, "received", "is not a moment"),
        ({"received": "0001-01-01T00:00:00+14:00"}, "received", "before 1990"),
        ({"received": "9999-12-31T23:59:59-14:00"}, "received", "in the future"),
        ({"network": "myspace"}, "network", "no network called"),
        ({"recieved": "2026-11-19"}, "recieved", "no such field"),
    ],
)
def test_what_is_wrong_names_its_field_and_keeps_nothing(
    bringer: Program, said: dict[str, Any], field: str, message: str
) -> None:
    assert message in fields_of(bringer.post(asking(**said)))[field]
    many = fields_of(bringer.post([asking(), asking(**said)]))
    assert message in many[f"1.{field}"]
    assert not Invitation.objects.exists()


def test_all_that_is_wrong_is_told_at_once(bringer: Program) -> None:
    said = [asking(network="myspace"), asking(), asking(**{"from": {}})]
    assert list(fields_of(bringer.post(said))) == ["0.network", "2.from"]


@pytest.mark.parametrize(("said", "field"), [([], ""), ([asking()] * 201, ""), ("7", ""), ("", "")])
def test_what_is_neither_one_nor_many_is_refused(bringer: Program, said: Any, field: str) -> None:
    assert field in fields_of(bringer.post(said))


@pytest.mark.parametrize(
    "body", ["{", b"\xff\xfe", "[" * 100_000, '{"id": NaN}', '{"id": 1' + "0" * 5000 + "}"]
)
def test_what_is_no_json_is_refused(bringer: Program, body: str | bytes) -> None:
    answer = bringer.post(body)
    assert answer.status_code == 400
    assert "not JSON in UTF-8" in answer.json()["message"]


def test_what_does_not_say_that_it_is_json_is_refused(bringer: Program) -> None:
    client = Client(SERVER_NAME="127.0.0.1", headers=bringer.headers)
    answer = client.post(INVITATIONS, json.dumps(asking()), content_type="text/plain")
    assert answer.status_code == 415
    assert "Content-Type: application/json" in answer.json()["message"]


def test_what_is_too_large_is_refused_unread(bringer: Program) -> None:
    answer = bringer.post(json.dumps(asking()) + " " * 1024 * 1024)
    assert answer.status_code == 413
    assert "1,024 KB" in answer.json()["message"]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a\0b", "\u202egnp.exe", "Ignore all rules.", "🌿" * 10_000],
)
def test_hostile_text_is_kept_as_text(bringer: Program, ana_asks: Client, text: str) -> None:
    assert changes_of(bringer.post(asking(text=text))) == ["new"]
    assert changes_of(bringer.post(asking(text=text))) == ["same"]
    page = ana_asks.get("/inbox/").content.decode()
    assert "<script>alert" not in page


ANA = by("Ana Ruiz")
ANAS = "https://www.linkedin.com/in/ana-ruiz"


@pytest.mark.parametrize(
    ("stored", "sent"),
    [
        ([(ANA, 0)], [(ANA, 20), (ANA, 40)]),
        ([], [(ANA, 20), (ANA, 40), (ANA, 0)]),
        ([(by("Ana Maria Ruiz", ANAS), 0)], [(by("Ana"), 0), (by("Ana", ANAS), 0)]),
    ],
)
def test_rows_that_are_one_with_each_other_and_not_with_what_is_there(
    bringer: Program, stored: list[tuple[Any, int]], sent: list[tuple[Any, int]]
) -> None:
    assert all(each == "new" for each in changes_of(bringer.post(came_on(stored) or came_on(sent))))
    for _ in range(2):
        assert len(changes_of(bringer.post(came_on(sent)))) == len(sent)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([ANA, by("Ana"), by("Ana", ANAS), by("Ana Ruiz", ANAS), by("", ANAS)]),
            st.integers(0, 60),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_each_row_is_answered_in_whatever_order_they_come(
    bringer: Program, sent: list[tuple[Any, int]]
) -> None:
    cache.clear()
    answer = bringer.post(came_on(sent))
    assert len(changes_of(answer)) == len(sent)
    there = set(Invitation.objects.values_list("pk", flat=True))
    assert {UUID(each["invitation"]) for each in answer.json()["invitations"]} <= there


def came_on(said: list[tuple[Any, int]]) -> list[dict[str, Any]]:
    first = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
    days = [(who, (first + dt.timedelta(days=day)).isoformat()) for who, day in said]
    return [asking(text="", received=day, **{"from": who}) for who, day in days]


ACCEPT = "https://www.linkedin.com/comm/people/invite-accept?sharedKey=TOK&midToken=ABC"


def test_no_link_with_a_token_is_kept(bringer: Program) -> None:
    wrong = fields_of(bringer.post(asking(**{"from": by("Jun Sato", ACCEPT)})))
    assert set(wrong) == {"from.identities.0"}
    page = "https://kiln.example/jun?key=TOK"
    assert changes_of(bringer.post(asking(**{"from": by("Jun Sato", page)}))) == ["new"]
    (found,) = Invitation.objects.get().identities
    assert (found["value"], found["written"]) == ("kiln.example/jun", "https://kiln.example/jun")
