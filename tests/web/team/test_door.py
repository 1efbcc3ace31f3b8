"""The front door of a team's server: the letter that proves an address, and what it must not do."""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Identity, Invitation
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.undoing import last_act, undo
from redleaf.web.door import knocking
from redleaf.web.door.limits import FROM_ONE_PLACE
from redleaf.web.door.models import Blocked, Door, Knock
from redleaf.web.proxies import networks_in
from tests.web.door.conftest import saying
from tests.web.running import free_port
from tests.web.team.conftest import Letters, account

RASHID = "rashid@oud.example"


@pytest.fixture
def door(ana: User) -> Door:
    return Door.objects.create(owner=ana, handle="ana")


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_a_letter_proves_the_address(stranger: Client, door: Door, letters: Letters) -> None:
    stranger.post("/to/ana/", saying())
    assert "One step is left" in page_of(stranger.get("/to/ana/thanks/"))
    assert not Invitation.objects.exists()
    link = letters.link_to(RASHID)
    assert "Deliver it to Ana" in page_of(stranger.get(link))
    assert not Invitation.objects.exists(), "programs that look into mail open links"
    assert "Your note is there" in page_of(stranger.post(link))
    (email,) = Invitation.objects.get().identities
    assert (email["kind"], email["value"]) == ("email", RASHID)
    assert Knock.objects.get().is_proven


def test_a_proven_address_ties_to_who_is_known(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    contact = remember_line(ana, f"Rashid Karim, {RASHID}", today=dt.date(2026, 11, 20)).contact
    stranger.post("/to/ana/", saying())
    stranger.post(letters.link_to(RASHID))
    assert Invitation.objects.get().contact == contact
    newest = last_act(ana)
    assert newest is not None
    undo(newest)
    assert not Invitation.objects.exists()
    stranger.post(letters.link_to(RASHID))
    assert not Invitation.objects.exists(), "what was taken back stays so"


def test_an_address_that_two_share_ties_to_neither(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    for name in ("Rashid Karim", "Mira Karim"):
        contact = Contact.objects.create(
            owner=ana, name=name, made_at=timezone.now(), changed_at=timezone.now()
        )
        Identity.objects.create(owner=ana, contact=contact, kind="email", value=RASHID)
    stranger.post("/to/ana/", saying())
    stranger.post(letters.link_to(RASHID))
    assert Invitation.objects.get().contact is None


def test_the_link_delivers_once(stranger: Client, door: Door, letters: Letters) -> None:
    stranger.post("/to/ana/", saying())
    link = letters.link_to(RASHID)
    for _ in range(3):
        assert "Your note is there" in page_of(stranger.post(link))
    again = stranger.post("/to/ana/", saying(), follow=True)
    assert "Your note is there" in page_of(again), "no letter is on its way"
    assert Invitation.objects.count() == 1
    assert len(letters.taken) == 1


def test_the_store_gives_no_link_away(stranger: Client, door: Door, letters: Letters) -> None:
    stranger.post("/to/ana/", saying())
    key = letters.link_to(RASHID).rstrip("/").rpartition("/")[2]
    kept = Knock.objects.values().get()
    assert key not in repr(kept)


def test_the_letter_holds_no_word_of_the_sender(
    stranger: Client, door: Door, letters: Letters
) -> None:
    """Otherwise anybody could write to anybody through a door."""
    stranger.post("/to/ana/", saying(name="Buy glue", page="https://glue.example"))
    letter = letters.last_to(RASHID)
    whole = f"{letter['Subject']} {letter.get_content()}"
    assert "Ana Berg" in whole
    for word in ("glue", "roof", "Buy", "heard"):
        assert word not in whole


def test_an_owners_name_breaks_no_header(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    User.objects.filter(pk=ana.pk).update(first_name="Ana\r\nBcc: all@glue.example")
    stranger.post("/to/ana/", saying())
    letter = letters.last_to(RASHID)
    assert letter["Bcc"] is None
    assert "Ana Bcc: all@glue.example" in letter["Subject"]


def test_a_second_press_sends_no_second_letter(
    stranger: Client, door: Door, letters: Letters
) -> None:
    for _ in range(3):
        stranger.post("/to/ana/", saying())
    assert len(letters.taken) == 1
    first = letters.link_to(RASHID)
    later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=11)
    with time_machine.travel(later, tick=False):
        stranger.post("/to/ana/", saying())
        assert len(letters.taken) == 2
        assert stranger.get(first).status_code == 410
        stranger.post(letters.link_to(RASHID))
    assert Invitation.objects.count() == 1


def test_one_knock_has_three_letters_at_most(
    stranger: Client, door: Door, letters: Letters
) -> None:
    for hour in range(6):
        later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=hour)
        with time_machine.travel(later, tick=False):
            stranger.post("/to/ana/", saying())
    assert len(letters.taken) == 3


def test_a_link_is_over_after_three_days(stranger: Client, door: Door, letters: Letters) -> None:
    stranger.post("/to/ana/", saying())
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=3)
    with time_machine.travel(later, tick=False):
        answer = stranger.post(letters.link_to(RASHID))
        assert answer.status_code == 410
        assert "Write the note again" in page_of(answer)
        stranger.post("/to/ana/", saying(email="mira@loud.example"))
    assert not Invitation.objects.exists()
    assert [each.email for each in Knock.objects.all()] == ["mira@loud.example"]


def test_a_link_of_one_door_opens_no_other(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    Door.objects.create(owner=ana, handle="other")
    stranger.post("/to/ana/", saying())
    link = letters.link_to(RASHID).replace("/to/ana/", "/to/other/")
    assert stranger.post(link).status_code == 410


def test_who_is_blocked_meanwhile_reads_the_same(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    stranger.post("/to/ana/", saying())
    Blocked.objects.create(owner=ana, value="oud.example")
    assert "Your note is there" in page_of(stranger.post(letters.link_to(RASHID)))
    assert not Invitation.objects.exists()


def test_who_is_blocked_gets_the_same_letter_and_the_same_pages(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    Blocked.objects.create(owner=ana, value="oud.example")
    seen = {}
    for email in (RASHID, "mira@loud.example"):
        sent = stranger.post("/to/ana/", saying(email=email))
        link = letters.link_to(email)
        asked, done = stranger.get(link), stranger.post(link)
        letter = letters.last_to(email).get_content().replace(link, "")
        pages = [page_of(each).replace(link, "") for each in (asked, done)]
        seen[email] = (sent.status_code, sent.headers["Location"], letter, *pages)
    assert seen[RASHID] == seen["mira@loud.example"]
    assert Invitation.objects.count() == 1


def test_nobody_is_written_to_more_than_six_times_a_day(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    """Many notes, many doors, many spellings, many tries: it is one person's mailbox."""
    other = Door.objects.create(owner=ana, handle="other")
    spelled = ("victim@gmail.com", "v.ictim@gmail.com", "VICTIM+1@googlemail.com")
    start = dt.datetime.now(dt.UTC)
    codes = []
    for number in range(24):
        with time_machine.travel(start + dt.timedelta(minutes=20 * number), tick=False):
            said = saying(email=spelled[number % 3], text=f"Your roof, version {number % 6}.")
            at = f"/to/{(door, other)[number % 2].handle}/"
            codes.append(stranger.post(at, said, REMOTE_ADDR=f"127.0.{number}.1").status_code)
    assert len(letters.taken) == 6
    assert set(codes) == {302, 429}
    with time_machine.travel(start + dt.timedelta(days=2), tick=False):
        stranger.post("/to/ana/", saying(email=spelled[0]))
    assert len(letters.taken) == 7


def test_what_was_written_before_the_door_closed_still_comes_in(
    stranger: Client, door: Door, letters: Letters
) -> None:
    stranger.post("/to/ana/", saying())
    Door.objects.update(is_open=False)
    stranger.post(letters.link_to(RASHID))
    assert Invitation.objects.count() == 1


def test_without_the_mail_server_nothing_is_lost(
    stranger: Client, door: Door, letters: Letters, settings: Settings
) -> None:
    works, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    refused = stranger.post("/to/ana/", saying())
    assert refused.status_code == 503
    assert "Your note is still here" in page_of(refused)
    assert "tin roof" in page_of(refused)
    settings.EMAIL_PORT = works
    stranger.post("/to/ana/", saying())
    stranger.post(letters.link_to(RASHID))
    assert Invitation.objects.count() == 1


def test_a_forged_word_of_a_proxy_passes_no_limit(
    stranger: Client, door: Door, letters: Letters
) -> None:
    """No proxy is named: whoever says where a visitor comes from is the visitor."""
    most, _ = FROM_ONE_PLACE
    codes = [
        stranger.post(
            "/to/ana/",
            saying(email=f"guest{number}@oud.example"),
            headers={"X-Forwarded-For": f"192.0.2.{number}", "X-Real-IP": f"192.0.2.{number}"},
        ).status_code
        for number in range(most + 2)
    ]
    assert codes == [302] * most + [429] * 2


@pytest.mark.parametrize("proxy", ["127.0.0.1", "::ffff:127.0.0.1"])
def test_a_named_proxy_tells_visitors_apart_and_not_what_they_wrote_before_it(
    stranger: Client, door: Door, letters: Letters, settings: Settings, proxy: str
) -> None:
    settings.PROXIES = networks_in(["127.0.0.1"])
    most, _ = FROM_ONE_PLACE

    def say(number: int, forwarded: str) -> int:
        headers = {"X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https"}
        said = saying(email=f"guest{number}@oud.example")
        return stranger.post("/to/ana/", said, headers=headers, REMOTE_ADDR=proxy).status_code

    codes = [say(number, f"192.0.2.{number}, 198.51.100.7") for number in range(most + 1)]
    assert codes == [302] * most + [429]
    assert say(most + 1, "198.51.100.8") == 302


def test_the_letter_leads_to_this_desk_whatever_host_is_claimed(
    stranger: Client, door: Door, letters: Letters
) -> None:
    assert stranger.post("/to/ana/", saying(), SERVER_NAME="glue.example").status_code == 400
    stranger.post("/to/ana/", saying(), headers={"X-Forwarded-Host": "glue.example"})
    assert "glue" not in letters.last_to(RASHID).as_string()


@pytest.mark.parametrize("field", ["name", "page", "how", "text"])
def test_no_field_reaches_the_letter_or_its_headers(
    stranger: Client, door: Door, letters: Letters, field: str
) -> None:
    hostile = "glue\r\nBcc: all@glue.example\r\nSubject: glue\r\n\r\nglue \u202e\u200b\x00"
    stranger.post("/to/ana/", {**saying(**{field: hostile}), "asked": "on"})
    (letter,) = letters.taken
    assert letter["To"] == RASHID
    assert "glue" not in letter.as_string()


def test_a_link_used_once_is_used_up_for_others_too(
    stranger: Client, door: Door, letters: Letters, ana: User
) -> None:
    """Whoever finds it later learns nothing and changes nothing, also when all was taken away."""
    stranger.post("/to/ana/", saying())
    link = letters.link_to(RASHID)
    stranger.post(link)
    Invitation.objects.all().delete()
    for answer in (Client(SERVER_NAME="127.0.0.1").post(link), stranger.get(link)):
        page = page_of(answer)
        assert "Your note is there" in page
        assert "Rashid" not in page
        assert "roof" not in page
    assert not Invitation.objects.exists()


def test_an_address_that_takes_no_letter_is_said_at_its_field(
    stranger: Client, door: Door, letters: Letters
) -> None:
    letters.refused.add(RASHID)
    page = page_of(stranger.post("/to/ana/", saying()))
    assert "No letter reaches this address." in page
    assert "tin roof" in page
    for kept in Knock.objects.values():
        assert RASHID not in str(kept)
        assert "roof" not in str(kept)


def test_who_tries_names_meets_the_limit_of_a_place(
    stranger: Client, door: Door, letters: Letters
) -> None:
    most, _ = FROM_ONE_PLACE
    codes = []
    for number in range(most + 2):
        address = f"guess{number // 4}@oud.example"
        letters.refused.add(address)
        codes.append(stranger.post("/to/ana/", saying(email=address)).status_code)
    assert codes == [200] * most + [429] * 2


def test_a_second_letter_is_good_for_three_days_too(
    stranger: Client, door: Door, letters: Letters
) -> None:
    stranger.post("/to/ana/", saying())
    pressed = dt.datetime.now(dt.UTC)
    with time_machine.travel(pressed + dt.timedelta(days=2, hours=20), tick=False):
        stranger.post("/to/ana/", saying())
    with time_machine.travel(pressed + dt.timedelta(days=4), tick=False):
        stranger.post("/to/ana/", saying(email="mira@loud.example"))
        stranger.post(letters.link_to(RASHID))
    assert Invitation.objects.count() == 1


def test_what_is_over_is_written_anew(
    stranger: Client, door: Door, letters: Letters, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger.post("/to/ana/", saying())
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=3, minutes=1)
    monkeypatch.setattr(knocking, "_is_time_to_forget", lambda: False)
    with time_machine.travel(later, tick=False):
        stranger.post("/to/ana/", saying())
        assert stranger.post(letters.link_to(RASHID)).status_code == 200
    assert Invitation.objects.count() == 1


def test_where_a_second_letter_fails_the_link_of_the_first_still_opens(
    stranger: Client, door: Door, letters: Letters, settings: Settings
) -> None:
    stranger.post("/to/ana/", saying())
    first = letters.link_to(RASHID)
    settings.EMAIL_PORT = free_port()
    later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=11)
    with time_machine.travel(later, tick=False):
        assert stranger.post("/to/ana/", saying()).status_code == 503
        assert "Your note is there" in page_of(stranger.post(first))


def test_a_letter_is_answered_by_no_program(stranger: Client, door: Door, letters: Letters) -> None:
    stranger.post("/to/ana/", saying())
    assert letters.last_to(RASHID)["Auto-Submitted"] == "auto-generated"


def test_a_hall_may_have_its_notes_read(stranger: Client, door: Door) -> None:
    """More than strangers may send to other pages in a minute."""
    answers = {stranger.post("/to/ana/reads/", {"text": ""}).status_code for _ in range(130)}
    assert answers == {200}


def test_the_limit_of_a_place_holds(stranger: Client, door: Door, letters: Letters) -> None:
    most, _ = FROM_ONE_PLACE
    codes = [
        stranger.post("/to/ana/", saying(email=f"guest{number}@oud.example")).status_code
        for number in range(most + 2)
    ]
    assert codes == [302] * most + [429] * 2
    assert len(letters.taken) == most


def test_the_letter_speaks_the_language_of_the_page(
    stranger: Client, door: Door, letters: Letters
) -> None:
    page = stranger.get("/to/ana/", headers={"Accept-Language": "de"})
    assert page.headers["Content-Language"] == "de"
    stranger.post("/to/ana/", saying(), headers={"Accept-Language": "de"})
    assert letters.link_to(RASHID)


def test_the_page_is_no_secret_of_who_is_logged_in(
    stranger: Client, ana_asks: Client, door: Door
) -> None:
    assert "Write to Ana Berg" in page_of(ana_asks.get("/to/ana/"))
    assert "Log in" in page_of(stranger.get("/to/ana/"))
    assert "Log in" not in page_of(ana_asks.get("/to/ana/"))


def test_an_answer_goes_to_the_proven_address(
    stranger: Client, ana_asks: Client, door: Door, letters: Letters
) -> None:
    stranger.post("/to/ana/", saying())
    stranger.post(letters.link_to(RASHID))
    page = page_of(ana_asks.get(f"/inbox/{Invitation.objects.get().pk}/"))
    assert f'href="mailto:{RASHID}' in page


def test_a_nuisance_is_reported_to_who_keeps_the_desk(
    stranger: Client, ana_asks: Client, door: Door, letters: Letters
) -> None:
    keeper = account("Kai", "Berg")
    User.objects.filter(pk=keeper.pk).update(is_staff=True)
    stranger.post("/to/ana/", saying())
    stranger.post(letters.link_to(RASHID))
    knock = Knock.objects.get()
    assert "Report" in page_of(ana_asks.get(f"/settings/doors/{door.pk}/"))
    ana_asks.post(f"/settings/doors/knocks/{knock.pk}/report/")
    letter = letters.last_to(keeper.email).get_content()
    assert RASHID in letter
    assert "Ana Berg" in letter
    assert "tin roof" not in letter
    assert Blocked.objects.get().value == RASHID
