"""The import page: bring a file, see what it would change, answer, import, take it back."""

from __future__ import annotations

import time
from typing import Any, cast

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Pair
from redleaf.web.contacts.services.importing import ImportStopped
from redleaf.web.contacts.services.restoring import restore_export
from redleaf.web.contacts.services.undoing import undo
from redleaf.web.incoming import services
from redleaf.web.incoming.models import Incoming, State
from redleaf.web.incoming.services import stop, tidy_up
from redleaf.web.incoming.under_way import begin_work
from tests.cli.address_files import CARDS, DOUBTFUL

# A file is read in a thread, and a thread sees only what is written for good.
in_earnest = pytest.mark.django_db(transaction=True)
SECONDS = 180


def bring(client: Client, text: str | bytes, name: str = "phone.vcf") -> HttpResponse:
    content = text.encode() if isinstance(text, str) else text
    file = SimpleUploadedFile(name, content)
    return cast(HttpResponse, client.post("/contacts/import/", {"export": file}))


def waited_for() -> Incoming:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        found = Incoming.objects.get()
        if not found.is_busy:
            return found
        time.sleep(0.02)
    raise AssertionError("it is not read")


def page_of(client: Client, incoming: Incoming) -> str:
    return client.get(f"/contacts/import/{incoming.pk}/").content.decode()


def import_all(client: Client, text: str | bytes, name: str, **answers: str) -> Incoming:
    bring(client, text, name)
    incoming = waited_for()
    client.post(f"/contacts/import/{incoming.pk}/import/", answers)
    return waited_for()


@in_earnest
def test_it_shows_what_would_change_and_changes_nothing(ana_asks: Client) -> None:
    answer = bring(ana_asks, CARDS)
    incoming = waited_for()
    assert answer.headers["Location"] == f"/contacts/import/{incoming.pk}/"
    page = page_of(ana_asks, incoming)
    assert "2 new." in page
    assert "Warden at Weir Trust" in page
    assert not Contact.objects.exists()


@in_earnest
def test_it_imports_and_leaves_no_file(ana_asks: Client, ana: User) -> None:
    incoming = import_all(ana_asks, CARDS, "phone.vcf")
    assert incoming.state == State.DONE
    assert Contact.objects.filter(owner=ana).count() == 2
    assert "Imported phone.vcf" in page_of(ana_asks, incoming)
    assert not incoming.place.exists()


@in_earnest
def test_what_is_known_is_said_and_not_imported_again(ana_asks: Client) -> None:
    import_all(ana_asks, CARDS, "phone.vcf")
    bring(ana_asks, CARDS)
    assert "All of this is known already." in page_of(ana_asks, waited_for())
    assert Act.objects.count() == 1


@in_earnest
@pytest.mark.parametrize(
    ("answer", "people", "pairs"),
    [("", 4, ["asked"]), ("same", 3, []), ("new", 4, ["two"]), ("skip", 3, [])],
)
def test_each_answer_is_heard(ana_asks: Client, answer: str, people: int, pairs: list[str]) -> None:
    import_all(ana_asks, CARDS, "phone.vcf")
    bring(ana_asks, DOUBTFUL, "more.csv")
    incoming = waited_for()
    assert "brandt@home.example" in page_of(ana_asks, incoming)
    ana_asks.post(f"/contacts/import/{incoming.pk}/import/", {"answer-0": answer})
    waited_for()
    assert Contact.objects.count() == people
    assert list(Pair.objects.values_list("answer", flat=True)) == pairs


@in_earnest
def test_an_import_is_taken_back_from_the_log(ana_asks: Client) -> None:
    import_all(ana_asks, CARDS, "phone.vcf")
    act = Act.objects.get()
    page = ana_asks.get("/contacts/import/").content.decode()
    assert "Imported phone.vcf" in page
    address = f"/contacts/acts/{act.pk}/undo/"
    assert f'action="{address}"' in page
    answer = ana_asks.post(address, {"next": "/contacts/import/"})
    assert answer.headers["Location"] == "/contacts/import/"
    assert not Contact.objects.exists()
    assert "undone" in ana_asks.get("/contacts/import/").content.decode()


@in_earnest
def test_a_file_is_left(ana_asks: Client) -> None:
    bring(ana_asks, CARDS)
    incoming = waited_for()
    ana_asks.post(f"/contacts/import/{incoming.pk}/leave/")
    assert not Incoming.objects.exists()
    assert not Contact.objects.exists()
    assert not incoming.place.exists()


def test_every_process_tells_how_far_it_is_and_can_stop_it(ana_asks: Client, ana: User) -> None:
    """Of the work no more is known here than lies beside its file."""
    incoming = Incoming.objects.create(owner=ana, file_name="phone.vcf", made_at=timezone.now())
    work = begin_work(incoming.place)
    tell = work.part(0.2, 0.6)
    tell(0.5)
    assert "40 % is done." in page_of(ana_asks, incoming)
    ana_asks.post(f"/contacts/import/{incoming.pk}/stop/")
    with pytest.raises(ImportStopped):
        tell(0.6)
    work.end()
    assert not list(incoming.place.parent.glob(f"{incoming.pk}*"))


def test_what_nobody_works_at_is_stopped_at_once(ana_asks: Client, ana: User) -> None:
    incoming = Incoming.objects.create(owner=ana, file_name="phone.vcf", made_at=timezone.now())
    ana_asks.post(f"/contacts/import/{incoming.pk}/stop/")
    assert Incoming.objects.get().state == State.STOPPED
    begin_work(incoming.place).end()
    assert not list(incoming.place.parent.glob(f"{incoming.pk}*"))


@in_earnest
def test_what_is_imported_is_not_said_to_be_left(ana_asks: Client) -> None:
    """As on a second page that still shows the preview."""
    incoming = import_all(ana_asks, CARDS, "phone.vcf")
    answer = ana_asks.post(f"/contacts/import/{incoming.pk}/leave/", follow=True)
    assert "nothing of it was imported" not in answer.content.decode()
    assert Incoming.objects.get().act == Act.objects.get()


@in_earnest
def test_a_fault_that_cost_nothing_is_told_apart_from_a_loss(ana_asks: Client) -> None:
    faulty = "BEGIN:VCARD\nVERSION:3.0\nFN:Tove Lind\nEMAIL:tove@weir.example\nEND:VCARD\n"
    bring(ana_asks, CARDS + faulty)
    page = page_of(ana_asks, waited_for())
    assert "3 new." in page
    assert "Read in spite of a fault: 1" in page
    assert "ould not be read" not in page


@in_earnest
def test_a_wrong_file_is_said_in_words(ana_asks: Client) -> None:
    bring(ana_asks, b"%PDF-1.7", "letter.pdf")
    incoming = waited_for()
    assert incoming.state == State.FAILED
    page = page_of(ana_asks, incoming)
    assert "letter.pdf" in page
    assert "Traceback" not in page


@in_earnest
def test_names_are_shown_as_they_are_and_steer_nothing(ana_asks: Client) -> None:
    bring(ana_asks, CARDS.replace("Bo Lind", "<script>alert(1)</script>"))
    page = page_of(ana_asks, waited_for())
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("what", ["", "import/", "stop/", "leave/"])
def test_a_stranger_and_another_user_see_nothing(
    ben_asks: Client, cleo_asks: Client, ana: User, what: str
) -> None:
    of_ana = Incoming.objects.create(owner=ana, file_name="phone.vcf", made_at=timezone.now())
    address = f"/contacts/import/{of_ana.pk}/{what}"
    for client, refused in ((ben_asks, 404), (cleo_asks, 403)):
        answer = client.post(address) if what else client.get(address)
        assert answer.status_code == refused
    assert Incoming.objects.get().state == State.READING


def test_no_file_is_said_at_the_field(ana_asks: Client) -> None:
    answer = ana_asks.post("/contacts/import/", {})
    assert answer.status_code == 200
    assert "Choose a file with people in it." in answer.content.decode()


def test_what_lay_here_when_the_desk_ended_is_said(ana_asks: Client, ana: User) -> None:
    left = Incoming.objects.create(owner=ana, file_name="phone.vcf", made_at=timezone.now())
    tidy_up()
    assert "The desk was closed" in page_of(ana_asks, left)


@pytest.mark.parametrize("what", ["import/", "stop/", "leave/"])
def test_acts_want_a_post(ana_asks: Client, ana: User, what: str) -> None:
    of_ana = Incoming.objects.create(owner=ana, file_name="phone.vcf", made_at=timezone.now())
    assert ana_asks.get(f"/contacts/import/{of_ana.pk}/{what}").status_code == 405


def test_the_log_has_a_fixed_number_of_queries(
    ana_asks: Client, ana: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        Act.objects.create(
            owner=ana, kind="import", what=f"Imported {number}.vcf", at=timezone.now()
        )
    with django_assert_max_num_queries(8):
        ana_asks.get("/contacts/import/")


@in_earnest
def test_an_empty_desk_becomes_what_an_export_holds(ana_asks: Client, ana: User) -> None:
    import_all(ana_asks, CARDS, "phone.vcf")
    exported = ana_asks.get("/settings/data/everything.zip").getvalue()
    undo(Act.objects.get())
    bring(ana_asks, exported, "redleaf.zip")
    incoming = waited_for()
    assert "redleaf.zip comes back as it was." in page_of(ana_asks, incoming)
    ana_asks.post(f"/contacts/import/{incoming.pk}/import/")
    assert "Brought back redleaf.zip" in page_of(ana_asks, waited_for())
    assert Contact.objects.filter(owner=ana).count() == 2


@in_earnest
def test_what_comes_back_can_be_stopped_and_leaves_the_desk_empty(
    ana_asks: Client, ana: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_all(ana_asks, CARDS, "phone.vcf")
    exported = ana_asks.get("/settings/data/everything.zip").getvalue()
    undo(Act.objects.get())

    def stopped_meanwhile(*args: Any, **more: Any) -> Act:
        stop(Incoming.objects.get())
        return restore_export(*args, **more)

    monkeypatch.setattr(services, "restore_export", stopped_meanwhile)
    assert import_all(ana_asks, exported, "redleaf.zip").state == State.STOPPED
    assert not Contact.objects.exists()


@in_earnest
def test_settings_come_back_without_people_too(ana_asks: Client, ana: User) -> None:
    ana_asks.post("/settings/policy/", {"policy": "strict"})
    exported = ana_asks.get("/settings/data/everything.zip").getvalue()
    ana_asks.post("/settings/policy/", {"policy": "choosy"})
    incoming = import_all(ana_asks, exported, "redleaf.zip")
    assert "Your settings are back." in page_of(ana_asks, incoming)
    ana.refresh_from_db()
    assert ana.policy == "strict"
    assert not Act.objects.exists()
