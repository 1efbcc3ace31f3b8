"""The stack: begin one, go through its cards, release notes, and take it back."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redleaf.web.contacts.models import Card, Contact, Encounter, Invitation, Letter, Promise, Stack
from redleaf.web.contacts.selectors.stacks import progress_of
from redleaf.web.contacts.services.deleting import delete_contact
from redleaf.web.contacts.services.merging import merge_contacts
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.stacking import begin_stack
from redleaf.web.contacts.services.undoing import last_act, undo

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

TODAY = dt.datetime.now().astimezone().date()
HTMX = {"HX-Request": "true"}
AT_THE_FAIR = (
    "Jun Sato, potter, jun@skutt.example, met at the glaze fair last Thursday",
    "Mira Holt, kiln engineer at Brick & Co, met at the glaze fair last Thursday",
    "Oye Adebayo, met at the glaze fair last Thursday, talked about film reels",
)


@pytest.fixture
def fair(ana: User) -> Stack:
    """Three people of one fair, to whom nothing went out yet."""
    ana.first_name, ana.last_name = "Ana", "Duarte"
    ana.save()
    for line in AT_THE_FAIR:
        remember_line(ana, line, today=TODAY)
    people = sorted(Contact.objects.filter(owner=ana), key=lambda each: each.name)
    stack, _ = begin_stack(ana, "Glaze fair", people)
    return stack


def first_card(stack: Stack) -> Card:
    card = progress_of(stack).next_after(None)
    assert card is not None
    return card


def release(asks: Client, card: Card, text: str, **more: Any) -> Any:
    told = {"line": "", "network": "linkedin", "number": "1", "text": text, **more}
    return asks.post(f"/stack/card/{card.pk}/release/", told)


def test_an_event_of_late_is_offered_and_begun_with_all_who_were_there(
    ana: User, ana_asks: Client
) -> None:
    for line in AT_THE_FAIR:
        remember_line(ana, line, today=TODAY)

    page = ana_asks.get("/stack/").content.decode()
    assert "3 people" in page
    event = re.search(r'name="event" value="([^"]+)"', page)
    assert event
    answer = ana_asks.post("/stack/begin/", {"event": event[1]}, follow=True)

    assert Card.objects.filter(stack=Stack.objects.get()).count() == 3
    assert "0 of 3 written" in answer.content.decode()
    assert 'name="event"' not in ana_asks.get("/stack/").content.decode()


def test_one_line_begins_a_stack(ana_asks: Client) -> None:
    line = "Haruka Ono, met at Museums & Web in Porto yesterday, talked about tape"
    page = ana_asks.post("/stack/begin/", {"line": line}, follow=True).content.decode()
    assert Stack.objects.get().title == "Museums & Web"
    assert "What do you remember about Haruka?" in page


def test_a_line_that_names_nobody_is_answered_at_its_place_and_nothing_is_begun(
    ana_asks: Client,
) -> None:
    page = ana_asks.post("/stack/begin/", {"line": "  "}).content.decode()
    assert 'aria-invalid="true"' in page
    assert not Stack.objects.exists()


def test_what_is_typed_becomes_notes_with_the_line_as_their_source(
    fair: Stack, ana_asks: Client
) -> None:
    card = first_card(fair)
    told = {"line": "talked about ash glazes, I promised the wood list", "network": "linkedin"}
    answer = ana_asks.post(f"/stack/card/{card.pk}/", told, headers=HTMX).content.decode()
    assert "Will be kept as" in answer
    assert "ash glazes" in answer
    assert "the line you typed above" in answer
    # Kept only when the note goes out.
    assert not Promise.objects.exists()


def test_enter_before_the_page_can_listen_leads_to_the_notes(ana_asks: Client) -> None:
    line = "Mira Koval, met at the Kiln Fair last week, talked about ash glazes"
    ana_asks.post("/stack/begin/", {"line": line})
    card = Card.objects.get()
    page = ana_asks.post(f"/stack/card/{card.pk}/", {"line": ""}).content.decode()
    focused = re.search(r"<[^>]* autofocus>", page)
    assert focused
    assert 'name="chosen"' in focused[0]


@pytest.mark.parametrize(("when", "told"), [("in 1998", "1998"), ("in March 2024", "March 2024")])
def test_a_meeting_of_which_only_the_month_or_the_year_is_known_is_told_so(
    ana_asks: Client, when: str, told: str
) -> None:
    line = f"Mira Koval, met at the Kiln Fair in Faenza {when}, talked about ash glazes"
    ana_asks.post("/stack/begin/", {"line": line})
    card = Card.objects.get()
    page = ana_asks.post(f"/stack/card/{card.pk}/", {"line": ""}).content.decode()
    assert "where you met" in page
    assert re.search(rf"(?:Kiln Fair|Faenza), {told}", page)


def test_another_device_goes_on_where_this_one_stopped(fair: Stack, ana_asks: Client) -> None:
    card = first_card(fair)
    told = {"line": "talked about ash glazes", "network": "mastodon"}
    ana_asks.post(f"/stack/card/{card.pk}/", told, headers=HTMX)
    page = ana_asks.get(f"/stack/card/{card.pk}/").content.decode()
    assert 'value="talked about ash glazes"' in page
    assert re.search(r'value="mastodon"\s+selected', page)


def test_a_released_note_is_kept_with_its_line_and_the_next_person_comes(
    fair: Stack, ana_asks: Client
) -> None:
    card = first_card(fair)
    answer = release(
        ana_asks, card, "Jun, about ash.", line="talked about ash glazes, I promised the wood list"
    )
    following = first_card(fair)
    assert answer.url == f"/stack/card/{following.pk}/"
    assert following.pk != card.pk
    sent = Invitation.objects.get(contact=card.contact)
    assert (sent.text, sent.network, sent.is_incoming) == ("Jun, about ash.", "linkedin", False)
    assert Promise.objects.get(contact=card.contact).text == "the wood list"
    met = Encounter.objects.get(people=card.contact)
    assert met.topics == ["ash glazes"]
    assert "note is copied" in ana_asks.get(answer.url).content.decode()


def test_what_was_said_to_one_is_not_told_of_the_others_at_the_same_event(
    ana: User, ana_asks: Client
) -> None:
    remember_line(ana, "Jun Sato, coffee at the fair yesterday with Mira Holt", today=TODAY)
    jun, mira = (Contact.objects.get(name=name) for name in ("Jun Sato", "Mira Holt"))
    shared = Encounter.objects.get()
    stack, _ = begin_stack(ana, "Fair", [jun, mira])
    release(ana_asks, first_card(stack), "Jun, about ash.", line="talked about ash glazes")
    shared.refresh_from_db()
    assert shared.topics == []
    assert [each.topics for each in Encounter.objects.filter(people=mira)] == [[]]


def test_an_undo_takes_the_note_its_line_and_the_card_back_together(
    fair: Stack, ana: User, ana_asks: Client
) -> None:
    card = first_card(fair)
    line = "talked about ash glazes, I promised the wood list"
    ana_asks.post(f"/stack/card/{card.pk}/", {"line": line, "network": "linkedin"}, headers=HTMX)
    release(ana_asks, card, "Jun, about ash.", line=line)
    act = last_act(ana)
    assert act
    back = ana_asks.post(f"/contacts/acts/{act.pk}/undo/", {"next": f"/stack/card/{card.pk}/"})
    assert back.headers["Location"] == f"/stack/card/{card.pk}/"
    card.refresh_from_db()
    assert (card.state, card.line, card.written_at) == (Card.State.WAITING, line, None)
    assert not Invitation.objects.exists()
    assert not Promise.objects.exists()


def test_a_note_by_mail_is_kept_as_a_letter(fair: Stack, ana_asks: Client) -> None:
    card = first_card(fair)
    release(ana_asks, card, "Dear Jun, about ash.", network="email", subject="Ash")
    assert Letter.objects.get().subject == "Ash"
    assert not Invitation.objects.exists()


def test_the_mail_beside_an_invitation_comes_when_it_is_opened(
    fair: Stack, ana_asks: Client
) -> None:
    card = first_card(fair)
    told = {"line": "talked about ash glazes", "network": "linkedin"}
    typed = ana_asks.post(f"/stack/card/{card.pk}/", told, headers=HTMX).content.decode()
    assert 'id="mail-subject"' not in typed
    opened = ana_asks.post(f"/stack/card/{card.pk}/mail/", told, headers=HTMX).content.decode()
    assert 'id="mail-subject"' in opened
    assert "ash glazes" in opened


def test_an_invitation_without_a_note_is_kept_as_one(fair: Stack, ana_asks: Client) -> None:
    card = first_card(fair)
    release(ana_asks, card, "not this", bare="1")
    assert Invitation.objects.get().text == ""


def test_whoever_is_put_off_comes_when_nobody_else_waits(fair: Stack, ana_asks: Client) -> None:
    card = first_card(fair)
    ana_asks.post(f"/stack/card/{card.pk}/later/", {"line": "", "network": "linkedin"})
    seen = []
    for _ in range(3):
        following = first_card(fair)
        seen.append(following.pk)
        release(ana_asks, following, f"A note to {following.contact.name}.")
    assert seen[-1] == card.pk
    assert progress_of(fair).next_after(None) is None
    assert "Everybody is written to." in ana_asks.get(f"/stack/{fair.pk}/people/").content.decode()


def test_the_note_after_another_is_not_the_same_note(fair: Stack, ana_asks: Client) -> None:
    texts = []
    for _ in range(3):
        card = first_card(fair)
        page = ana_asks.post(
            f"/stack/card/{card.pk}/", {"line": "talked about ash", "network": "email"}
        ).content.decode()
        found = re.search(r'id="draft-1" data-text="([^"]+)"', page)
        assert found
        texts.append(found[1].replace(card.contact.name.split()[0], "…"))
        release(ana_asks, card, found[1], network="linkedin")
    assert len(set(texts)) == 3


def test_a_stack_says_how_many_minutes_are_left_once_there_is_a_pace(
    fair: Stack, ana: User, ana_asks: Client
) -> None:
    for number in range(7):
        remember_line(ana, f"Guest{number} Person, met at the fair", today=TODAY)
    guests = list(Contact.objects.filter(name__startswith="Guest"))
    stack, _ = begin_stack(ana, "Guests", guests)
    now = timezone.now()
    for number, card in enumerate(Card.objects.filter(stack=stack)[:4]):
        Card.objects.filter(pk=card.pk).update(
            state=Card.State.WRITTEN, written_at=now + dt.timedelta(seconds=60 * number)
        )
    assert "3 minutes left" in ana_asks.get(f"/stack/{stack.pk}/people/").content.decode()


def test_a_card_goes_with_its_person_and_comes_back_with_the_undo(fair: Stack, ana: User) -> None:
    card = first_card(fair)
    act = delete_contact(ana, card.contact)
    assert Card.objects.filter(stack=fair).count() == 2
    undo(act)
    assert Card.objects.filter(pk=card.pk).exists()


def test_of_two_cards_of_one_person_a_merge_keeps_one(fair: Stack, ana: User) -> None:
    one, other, _ = (each.contact for each in Card.objects.filter(stack=fair))
    act = merge_contacts(ana, one, other)
    assert Card.objects.filter(stack=fair).count() == 2
    undo(act)
    assert Card.objects.filter(stack=fair).count() == 3


def test_a_stack_is_taken_away_and_its_people_stay(
    fair: Stack, ana: User, ana_asks: Client
) -> None:
    ana_asks.post(f"/stack/{fair.pk}/end/")
    assert not Stack.objects.exists()
    assert Contact.objects.filter(owner=ana).count() == 3
    act = last_act(ana)
    assert act
    undo(act)
    assert Card.objects.filter(stack=fair).count() == 3


def test_nobody_else_finds_a_stack_or_a_card(fair: Stack, ben_asks: Client) -> None:
    card = first_card(fair)
    for address in (f"/stack/{fair.pk}/", f"/stack/{fair.pk}/people/", f"/stack/card/{card.pk}/"):
        assert ben_asks.get(address).status_code == 404
    for address in ("release", "later", "verify", "model", "mail"):
        assert ben_asks.post(f"/stack/card/{card.pk}/{address}/").status_code == 404
    for address in ("people/add", "end"):
        assert ben_asks.post(f"/stack/{fair.pk}/{address}/").status_code == 404
    begun = ben_asks.post("/stack/begin/", {"contact": [str(card.contact_id)]})
    assert 'aria-invalid="true"' in begun.content.decode()
    assert Stack.objects.count() == 1


def test_a_page_asks_the_store_as_often_for_thirty_people_as_for_ten(
    ana: User, ana_asks: Client
) -> None:
    for number in range(30):
        remember_line(ana, f"Guest{number} Person, met at the fair", today=TODAY)
    guests = list(Contact.objects.filter(owner=ana))

    def queries(stack: Stack) -> int:
        address = f"/stack/card/{first_card(stack).pk}/"
        with CaptureQueriesContext(connection) as asked:
            assert ana_asks.get(address).status_code == 200
        return len(asked)

    # More than there are notes for: whom they go to is asked about in both.
    few, many = (begin_stack(ana, "Fair", guests[:size])[0] for size in (10, 30))
    queries(few)  # the first page of all asks for what stays known afterwards
    assert queries(many) == queries(few)


@pytest.mark.parametrize("what", ["verify", "mail", "elsewhere"])
def test_a_card_of_somebody_without_a_name_asks_for_one(
    what: str, ana: User, ana_asks: Client
) -> None:
    now = timezone.now()
    nobody = Contact.objects.create(owner=ana, name="", made_at=now, changed_at=now)
    stack, _ = begin_stack(ana, "Unknown", [nobody])
    told = {"line": "", "network": "linkedin", "number": "1", "text": "The kiln is yours."}
    address = f"/stack/card/{first_card(stack).pk}/{what}/"
    assert ana_asks.post(address, told, headers=HTMX).status_code in (200, 204)
    page = ana_asks.post(address, told, follow=True).content.decode()
    assert "Whom is the note for? A name is enough." in page
