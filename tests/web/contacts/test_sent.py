"""What went out is kept: it counts, it is told to the writer, and it can be undone."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Invitation, Letter
from redleaf.web.contacts.selectors.briefs import brief_to
from redleaf.web.contacts.selectors.notes_sent import budget_of, invited_on, notes_told
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.sending import keep_sent_invitation, keep_sent_letter
from redleaf.web.contacts.services.undoing import undo

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 12).astimezone()
DEFAULT = "I'd like to add you to my professional network on LinkedIn."


def known(ana: User, name: str) -> Contact:
    line = f"{name}, coffee on 3 November 2026, linkedin.com/in/{name.split()[0].lower()}"
    return remember_line(ana, line, today=TODAY).contact


def sent(ana: User, contact: Contact, text: str, days_ago: int = 0) -> None:
    at = NOON - dt.timedelta(days=days_ago)
    assert keep_sent_invitation(ana, contact, text, network="linkedin", at=at)


def left(ana: User) -> int:
    budget = budget_of(ana, "linkedin", TODAY)
    assert budget is not None
    return budget.left


def test_a_note_that_went_out_is_one_less_to_write(ana: User) -> None:
    mira, ola = known(ana, "Mira Holt"), known(ana, "Ola Berg")
    assert left(ana) == 5
    sent(ana, mira, "Mira, the moss.", 3)
    sent(ana, ola, "")
    assert left(ana) == 4
    assert invited_on(ana, ola, "linkedin-premium") == TODAY
    row = Invitation.objects.get(contact=mira)
    assert (row.name, row.is_incoming, row.network) == ("Mira Holt", False, "linkedin")
    assert [each["value"] for each in row.identities] == ["mira"]


def test_what_lapsed_and_what_came_in_does_not_count(ana: User) -> None:
    mira = known(ana, "Mira Holt")
    sent(ana, mira, "Mira, the moss.", 31)
    Invitation.objects.create(
        owner=ana, network="linkedin", is_incoming=True, text="Hello.", at=NOON, key="in"
    )
    assert left(ana) == 5


def test_what_was_marked_and_imported_later_counts_once(ana: User) -> None:
    mira = known(ana, "Mira Holt")
    sent(ana, mira, "Mira, the moss.")
    Invitation.objects.create(
        owner=ana, contact=mira, network="linkedin", is_incoming=False, text="Mira, the moss.",
        at=NOON + dt.timedelta(hours=1), key="export",
    )  # fmt: skip
    assert left(ana) == 4


def test_the_same_is_kept_once_and_undone(ana: User) -> None:
    mira = known(ana, "Mira Holt")
    act = keep_sent_invitation(ana, mira, "Mira, the moss.", network="linkedin", at=NOON)
    again = keep_sent_invitation(ana, mira, "Mira, the moss.", network="linkedin", at=NOON)
    assert act is not None
    assert again is None
    undo(act)
    assert left(ana) == 5


def test_a_letter_is_kept_without_its_words(ana: User) -> None:
    mira = known(ana, "Mira Holt")
    assert keep_sent_letter(ana, mira, "Mira, the moss.", network="email", at=NOON)
    assert not keep_sent_letter(ana, mira, "Mira, the moss.", network="email", at=NOON)
    (letter,) = Letter.objects.filter(contact=mira)
    assert (letter.is_sent, letter.network, letter.subject) == (True, "email", "")
    assert left(ana) == 5


def test_a_brief_tells_the_notes_to_others_and_how_many_went_out(ana: User) -> None:
    mira, ola = known(ana, "Mira Holt"), known(ana, "Ola Berg")
    sent(ana, mira, "Mira, the moss.", 2)
    sent(ana, known(ana, "Cai Ro"), DEFAULT, 1)
    brief = brief_to(ana, ola, network="linkedin", aim="connect", today=TODAY)
    assert (brief.history, brief.sent_this_month) == (("Mira, the moss.",), 2)


def test_a_default_that_went_to_them_stands_last_to_be_repaired(ana: User) -> None:
    mira, ola = known(ana, "Mira Holt"), known(ana, "Ola Berg")
    sent(ana, ola, DEFAULT, 2)
    sent(ana, mira, "Mira, the moss.", 1)
    assert notes_told(ana, ola) == ("Mira, the moss.", DEFAULT)


def test_nobody_else_sees_or_counts_it(ana: User, ben: User) -> None:
    mira = known(ana, "Mira Holt")
    sent(ana, mira, "Mira, the moss.")
    assert left(ben) == 5
    assert notes_told(ben, mira) == ()
    assert invited_on(ben, mira, "linkedin") is None
