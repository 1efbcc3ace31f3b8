"""The page Inbox: groups, one invitation, what is done with it, and taking it back."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.rows import id_in
from redleaf.web.contacts.services.undoing import last_act, undo
from redleaf.web.inbox.models import Choice, Reading
from redleaf.web.inbox.selectors.inbox import in_order, standing
from redleaf.web.inbox.services.choosing import decide as choose
from redleaf.web.inbox.services.reading import read_inbox
from tests.web.inbox.cast import DEFAULT, PERSONAL, PITCH, TODAY, came, known, page_of

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User


@pytest.fixture
def inbox(ana: User) -> dict[str, Invitation]:
    ana.first_name, ana.last_name = "Ana", "Duarte"
    ana.save()
    mira = known(ana, "Mira Holt, kiln engineer, met at the glaze fair last Thursday")
    return {
        "mira": came(ana, "Mira Holt", contact=mira),
        "personal": came(ana, "Ewan Brook", PERSONAL),
        "pitch": came(ana, "Chad Peak", PITCH),
        "default": came(ana, "Nobody Inparticular", DEFAULT),
    }


def ids_of(owner: User, day: dt.date = TODAY) -> list[UUID]:
    return [id_in(each.id) for each in in_order(standing(owner, day))]


def decide(asks: Client, row: Invitation, decision: str, **more: str) -> str:
    answer = asks.post(f"/inbox/{row.pk}/decide/", {"decision": decision, **more}, follow=True)
    return answer.content.decode()


def test_it_puts_a_note_to_one_person_before_pitches_and_says_why(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    page = page_of(ana_asks, "/inbox/")
    order = ids_of(ana)
    assert order[0] == inbox["personal"].pk
    assert order[-1] == inbox["pitch"].pk
    assert "Answer first" in page
    reasons = Reading.objects.get(invitation=inbox["pitch"]).reasons
    assert reasons
    assert all(Reading.objects.values_list("reasons", flat=True))


def test_one_invitation_shows_their_text_the_reasons_and_a_ready_answer(
    inbox: dict[str, Invitation], ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    page = page_of(ana_asks, f"/inbox/{inbox['personal'].pk}/")
    assert "a list of weirs that sing" in page
    assert "Why here" in page
    assert "Nobody you know by this address." in page
    reply = re.search(r'id="reply"[^>]*>([^<]+)<', page)
    assert reply
    assert "Ewan" in reply[1]


def test_what_stands_out_is_said_in_the_language_of_who_asks(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    mailed = came(ana, "Runa Falk", PITCH, network="email")
    page = ana_asks.get(f"/inbox/{mailed.pk}/", headers={"Accept-Language": "es"}).content.decode()
    assert "Es una oferta que nadie pidió" in page
    assert "The reader" not in page
    assert "Correo" in page.split('class="under"')[1].split("</p>")[0]


def test_a_decision_takes_it_out_brings_the_next_and_is_undone(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    page = decide(ana_asks, inbox["personal"], "answer", reply="Gladly, Ewan.")
    assert "Answered Ewan Brook" in page
    assert inbox["personal"].pk not in ids_of(ana)
    assert Choice.objects.get().reply == "Gladly, Ewan."
    act = last_act(ana)
    assert act
    ana_asks.post(f"/contacts/acts/{act.pk}/undo/", {"next": f"/inbox/{inbox['pitch'].pk}/"})
    assert not Choice.objects.exists()
    assert ids_of(ana)[0] == inbox["personal"].pk


def test_an_undo_leads_back_to_the_one_it_was_about(
    inbox: dict[str, Invitation], ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    page = decide(ana_asks, inbox["personal"], "accept")
    assert f'name="next" value="/inbox/{inbox["personal"].pk}/"' in page
    assert ana_asks.get("/inbox/?after=nonsense").status_code == 200


def test_after_the_last_one_comes_the_list(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    for key in ids_of(ana):
        page = decide(ana_asks, Invitation.objects.get(pk=key), "accept")
    assert "Nothing waits in the inbox." in page
    assert "Accepted Chad Peak" in page
    assert "Undo" in page


def test_what_waits_is_out_of_sight_until_its_day(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    decide(ana_asks, inbox["default"], "wait", days="7")
    assert inbox["default"].pk not in ids_of(ana)
    assert inbox["default"].pk in ids_of(ana, TODAY + dt.timedelta(days=7))


def test_the_users_word_wins_from_then_on(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    ana_asks.post(f"/inbox/{inbox['pitch'].pk}/personal/")
    page_of(ana_asks, "/inbox/")
    assert [each.group for each in standing(ana, TODAY)].count("answer") == 2
    again = came(ana, "Chad Peak", "Second letter, another year.")
    page_of(ana_asks, "/inbox/")
    reading = Reading.objects.get(invitation=again)
    assert (reading.case, reading.decision) == ("decided", "answer")
    assert "this was personal" in reading.reasons[0]


def test_what_was_declined_stays_declined_for_its_sender(
    inbox: dict[str, Invitation], ana_asks: Client, ana: User
) -> None:
    page_of(ana_asks, "/inbox/")
    decide(ana_asks, inbox["pitch"], "decline")
    again = came(ana, "Chad Peak", PERSONAL.replace("weirs", "bells"))
    page_of(ana_asks, "/inbox/")
    assert Reading.objects.get(invitation=again).decision == "decline"


def test_their_answer_is_judged_anew(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    decide(ana_asks, inbox["default"], "ask")
    page = page_of(ana_asks, f"/inbox/{inbox['default'].pk}/")
    assert "Did they answer?" in page
    ana_asks.post(f"/inbox/{inbox['default'].pk}/answered/", {"text": PERSONAL})
    page_of(ana_asks, "/inbox/")
    assert Reading.objects.get(invitation=inbox["default"]).decision == "answer"


def test_several_are_decided_in_one_act_and_come_back_in_one(
    inbox: dict[str, Invitation], ana: User, ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    ids = [str(inbox[name].pk) for name in ("pitch", "default")]
    told = {"invitation": ids, "decision": "decline", "group": "decline"}
    page = ana_asks.post("/inbox/chosen/", told, follow=True).content.decode()
    assert "Declined 2 invitations" in page
    assert Choice.objects.count() == 2
    act = last_act(ana)
    assert act
    undo(act)
    assert not Choice.objects.exists()


def test_a_group_is_listed_with_the_answer_of_each(
    inbox: dict[str, Invitation], ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    page = page_of(ana_asks, "/inbox/group/answer/")
    assert "Ewan Brook" in page
    assert 'id="reply-1"' in page
    assert ana_asks.get("/inbox/group/nothing/").status_code == 404


def test_it_finds_by_name_and_by_text(inbox: dict[str, Invitation], ana_asks: Client) -> None:
    page_of(ana_asks, "/inbox/")
    page = page_of(ana_asks, "/inbox/?q=weirs")
    assert "Ewan Brook" in page
    assert "Chad Peak" not in page
    assert "Nothing is found" in page_of(ana_asks, "/inbox/?q=zeppelin")


def test_whoever_is_connected_already_waits_no_more(
    inbox: dict[str, Invitation], ana_asks: Client
) -> None:
    mira = inbox["mira"].contact
    assert mira
    mira.identity_rows.create(
        owner=mira.owner, kind="profile", network="linkedin", value="mira-holt", connected_on=TODAY
    )
    assert "Mira Holt" not in page_of(ana_asks, "/inbox/")


def test_nothing_of_it_is_a_strangers(
    inbox: dict[str, Invitation], ben_asks: Client, cleo_asks: Client, ana_asks: Client
) -> None:
    page_of(ana_asks, "/inbox/")
    row = inbox["personal"].pk
    assert "Ewan Brook" not in page_of(ben_asks, "/inbox/")
    assert ben_asks.get(f"/inbox/{row}/").status_code == 404
    for act in ("decide", "put", "personal", "answered"):
        assert ben_asks.post(f"/inbox/{row}/{act}/", {"decision": "accept"}).status_code == 404
    ben_asks.post("/inbox/chosen/", {"invitation": [str(row)], "decision": "accept"})
    assert not Choice.objects.exists()
    assert cleo_asks.get("/inbox/").status_code == 403
    assert ana_asks.get(f"/inbox/{row}/decide/").status_code == 405


# The pages, and how often each asks the store at most.
QUERIES = {
    "/inbox/": 16,
    "/inbox/{one}/": 16,
    "/inbox/?q=connect": 16,
    "/inbox/group/ask/": 9,
    "/inbox/decided/": 7,
    "/inbox/learned/": 6,
    "/inbox/policy/?policy=strict": 22,
}


def test_a_page_asks_the_store_as_often_for_many_as_for_few(ana: User, ana_asks: Client) -> None:
    def queries(numbers: range) -> dict[str, int]:
        rows = [
            came(ana, f"Stranger Number{number}", DEFAULT, headline="Keeper, lace museum")
            for number in numbers
        ]
        choose(ana, rows[::2], "accept", today=TODAY)
        read_inbox(ana, TODAY)
        return {page: asked(page.format(one=rows[1].pk)) for page in QUERIES}

    def asked(address: str) -> int:
        page_of(ana_asks, address)
        with CaptureQueriesContext(connection) as found:
            page_of(ana_asks, address)
        return len(found)

    few, many = queries(range(8)), queries(range(8, 40))
    assert few == many
    assert not {page: count for page, count in many.items() if count > QUERIES[page]}


def test_to_read_it_takes_a_fixed_number_of_queries(
    inbox: dict[str, Invitation], ana: User
) -> None:
    read_inbox(ana, TODAY)
    with CaptureQueriesContext(connection) as read:
        read_inbox(ana, TODAY)
    assert len(read) < 40


def test_an_empty_inbox_teaches_what_it_is_for(ana_asks: Client) -> None:
    page = page_of(ana_asks, "/inbox/")
    assert "No invitation is here yet." in page
    assert "Who wants to connect?" in page
