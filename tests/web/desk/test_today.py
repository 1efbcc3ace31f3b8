"""The page Today: what waits, and the one act that settles each."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redleaf.web.contacts.models import Contact, Promise, Stack
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.sending import keep_sent_invitation
from redleaf.web.contacts.services.stacking import begin_stack
from tests.web.inbox.cast import PERSONAL, came

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

TODAY = dt.datetime.now().astimezone().date()


def page_of(asks: Client) -> str:
    answer = asks.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def known(owner: User, line: str) -> Contact:
    return remember_line(owner, line, today=TODAY).contact


def test_a_desk_without_anybody_asks_whom_one_met(ana_asks: Client) -> None:
    page = page_of(ana_asks)
    assert "Whom did you meet?" in page
    assert "Bring people from a file" in page


def test_the_line_for_somebody_new_leads_to_a_note_to_them(ana_asks: Client) -> None:
    line = "Mira Holt, met at the glaze fair yesterday, talked about ash"
    answer = ana_asks.post("/stack/begin/", {"line": line}, follow=True)
    assert "What do you remember about Mira?" in answer.content.decode()


def test_when_nothing_waits_the_page_says_so(ana: User, ana_asks: Client) -> None:
    known(ana, "Jun Sato, potter at Skutt")
    assert "Nothing waits for you." in page_of(ana_asks)


def test_a_stack_a_promise_and_an_event_of_late_wait(ana: User, ana_asks: Client) -> None:
    jun = known(ana, "Jun Sato, met at the glaze fair yesterday")
    known(ana, f"Oye Adebayo, potter, I promised the reels by {TODAY + dt.timedelta(2)}")
    known(ana, "Mira Holt, met at Kiln Days last week")
    begin_stack(ana, "Glaze fair", [jun])
    page = page_of(ana_asks)
    assert "Glaze fair: one person waits for a note" in page
    assert "You promised Oye Adebayo" in page
    assert "nobody written to yet" in page
    assert page.index("Glaze fair: one") < page.index("You promised")


def test_what_is_overdue_comes_first(ana: User, ana_asks: Client) -> None:
    jun = known(ana, "Jun Sato, met at the glaze fair yesterday, I promised the ash list by today")
    begin_stack(ana, "Glaze fair", [jun])
    two_days_ago = TODAY - dt.timedelta(2)
    Promise.objects.update(due_first=two_days_ago, due_last=two_days_ago)
    page = page_of(ana_asks)
    assert page.index("You promised Jun Sato") < page.index("Glaze fair: one")
    assert "It was due on" in page


def test_a_promise_is_settled_here_and_taken_back_here(ana: User, ana_asks: Client) -> None:
    known(ana, "Jun Sato, potter, I promised the ash list by today")
    promise = Promise.objects.get()
    answer = ana_asks.post(
        f"/contacts/promises/{promise.pk}/", {"state": "kept", "next": "/"}, follow=True
    )
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/"
    assert "You promised" not in page
    undo = re.search(r'action="(/contacts/acts/[^"]+/undo/)"', page)
    assert undo
    back = ana_asks.post(undo[1], {"next": "/"}, follow=True).content.decode()
    assert "You promised Jun Sato" in back


def test_a_form_leads_nowhere_but_to_pages_of_the_desk(ana: User, ana_asks: Client) -> None:
    known(ana, "Jun Sato, potter, I promised the ash list by today")
    promise = Promise.objects.get()
    told = {"state": "kept", "next": "https://elsewhere.example/"}
    answer = ana_asks.post(f"/contacts/promises/{promise.pk}/", told)
    assert answer.headers["Location"] == f"/contacts/{promise.contact_id}/"


def test_notes_of_the_last_days_are_counted(ana: User, ana_asks: Client) -> None:
    jun = known(ana, "Jun Sato, potter at Skutt")
    at = dt.datetime.now().astimezone()
    keep_sent_invitation(ana, jun, "Jun, about ash.", network="linkedin", at=at)
    assert "1 note went out" in page_of(ana_asks)


def test_somebody_elses_things_are_not_here(ana: User, ben_asks: Client) -> None:
    jun = known(ana, "Jun Sato, met at the fair yesterday, I promised the ash list by today")
    begin_stack(ana, "Glaze fair", [jun])
    page = page_of(ben_asks)
    assert "Jun" not in page.replace("As in <i>Jun Sato", "")
    assert "Glaze fair" not in page


def test_the_store_is_asked_as_often_for_fifty_people_as_for_five(
    ana: User, ana_asks: Client
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page_of(ana_asks)
        return len(asked)

    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            known(ana, f"Guest{number} Person, met at the fair yesterday")

    fill(0, 5)
    begin_stack(ana, "Fair", list(Contact.objects.filter(owner=ana)))
    queries()
    few = queries()
    fill(5, 50)
    Stack.objects.all().delete()
    begin_stack(ana, "Fair", list(Contact.objects.filter(owner=ana)))
    assert queries() == few


def test_who_deserves_an_answer_stands_here(ana: User, ana_asks: Client) -> None:
    row = came(ana, "Ewan Brook", PERSONAL)
    page = page_of(ana_asks)
    assert "One invitation deserves an answer" in page
    assert "Ewan Brook is first." in page
    assert f"/inbox/{row.pk}/" in page
