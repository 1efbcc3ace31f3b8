"""Insights: an export brought, read, shown, stopped, deleted and brought back."""

from __future__ import annotations

import copy
import datetime as dt
import io
import threading
import time
import zipfile
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

import redleaf
from redleaf.web.accounts.models import User
from redleaf.web.insights.models import Audit, State
from redleaf.web.insights.services import tidy_up

# An export is read in a thread, and a thread sees only what is written for good.
in_earnest = pytest.mark.django_db(transaction=True)


def bring(client: Client, content: bytes, name: str = "export.zip") -> HttpResponse:
    return client.post("/insights/", {"export": SimpleUploadedFile(name, content)})  # type: ignore[return-value]


def read(client: Client, content: bytes) -> str:
    """The page of an export, once it is read."""
    address = bring(client, content).headers["Location"]
    wait_for_readers()
    return client.get(address).content.decode()


def wait_for_readers() -> None:
    until = time.monotonic() + 120
    for thread in threading.enumerate():
        if thread.name.startswith("audit-"):
            thread.join(until - time.monotonic())


@pytest.fixture(scope="module")
def counted(demo_export: bytes) -> dict[str, Any]:
    return redleaf.audit(demo_export, today=dt.date(2026, 11, 20)).to_json()


@pytest.fixture
def audit(ana: User, counted: dict[str, Any]) -> Audit:
    """An export of Ana's that was read."""
    return Audit.objects.create(
        owner=ana, file_name="export.zip", made_at=timezone.now(), state=State.DONE,
        done=100, report=copy.deepcopy(counted),
    )  # fmt: skip


@in_earnest
def test_it_shows_the_plots(ana_asks: Client, demo_export: bytes) -> None:
    html = read(ana_asks, demo_export)
    assert "Your invitations so far" in html
    assert "<svg" in html
    assert "Whom to write to now" in html
    assert 'href="/write/?name=' in html


@in_earnest
def test_it_keeps_nothing_of_the_export(ana_asks: Client, demo_export: bytes) -> None:
    others = set(settings.HOME.uploads.iterdir())  # what is looked at and not yet brought in
    read(ana_asks, demo_export)
    assert set(settings.HOME.uploads.iterdir()) == others
    assert Audit.objects.get().state == State.DONE


def test_it_saves_the_report_as_one_file(ana_asks: Client, audit: Audit) -> None:
    answer = ana_asks.get(f"/insights/{audit.pk}/report.html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert b"<!doctype html>" in answer.content
    assert b"<link" not in answer.content


def test_it_lists_what_was_read_with_a_fixed_number_of_queries(
    ana_asks: Client, audit: Audit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ana_asks.get("/insights/")  # the first visit writes the session
    with django_assert_num_queries(4):
        html = ana_asks.get("/insights/").content.decode()
    assert "export.zip" in html
    for _ in range(3):
        Audit.objects.create(owner=audit.owner, file_name="b.zip", made_at=timezone.now())
    with django_assert_num_queries(4):
        ana_asks.get("/insights/")


def test_it_says_how_much_is_read(ana_asks: Client, ana: User) -> None:
    half = Audit.objects.create(owner=ana, file_name="a.zip", made_at=timezone.now(), done=50)
    page = ana_asks.get(f"/insights/{half.pk}/").content.decode()
    part = ana_asks.get(f"/insights/{half.pk}/", headers={"hx-request": "true"}).content.decode()
    assert "50 % is read." in page
    assert "50 % is read." in part
    assert "<html" not in part


def test_it_shows_the_whole_page_when_reading_is_over(ana_asks: Client, audit: Audit) -> None:
    answer = ana_asks.get(f"/insights/{audit.pk}/", headers={"hx-request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


def test_it_stops_reading(ana_asks: Client, ana: User) -> None:
    reading = Audit.objects.create(owner=ana, file_name="a.zip", made_at=timezone.now())
    page = ana_asks.post(f"/insights/{reading.pk}/stop/", follow=True).content.decode()
    assert "Reading was stopped." in page


def test_it_deletes_and_brings_back(ana_asks: Client, audit: Audit) -> None:
    page = ana_asks.post(f"/insights/{audit.pk}/delete/", follow=True).content.decode()
    assert "is deleted" in page
    assert ana_asks.get(f"/insights/{audit.pk}/").status_code == 404
    assert f'action="/insights/{audit.pk}/restore/"' in page
    back = ana_asks.post(f"/insights/{audit.pk}/restore/", follow=True)
    assert "Your invitations so far" in back.content.decode()


def test_it_erases_what_was_deleted_at_the_next_start(ana_asks: Client, audit: Audit) -> None:
    ana_asks.post(f"/insights/{audit.pk}/delete/")
    tidy_up()
    assert not Audit.objects.exists()


def test_it_says_at_the_next_start_that_reading_was_cut_off(ana_asks: Client, ana: User) -> None:
    cut = Audit.objects.create(owner=ana, file_name="a.zip", made_at=timezone.now())
    (settings.HOME.uploads / f"{cut.pk}.zip").write_bytes(b"left behind")
    tidy_up()
    assert "The desk was closed" in ana_asks.get(f"/insights/{cut.pk}/").content.decode()
    assert list(settings.HOME.uploads.iterdir()) == []


def test_it_shows_markup_from_an_export_as_text(ana_asks: Client, audit: Audit) -> None:
    assert audit.report is not None
    for person in audit.report["write_to"]:
        person.update(name="<script>alert(1)</script>", link="javascript:alert(2)")
    audit.save(update_fields=["report"])
    html = ana_asks.get(f"/insights/{audit.pk}/").content.decode()
    assert "alert(1)" in html
    assert "<script>alert" not in html
    assert 'href="javascript' not in html


class TestWhoMayNot:
    @pytest.mark.parametrize("verb", ["", "report.html"])
    def test_another_person_sees_nothing(self, ben_asks: Client, audit: Audit, verb: str) -> None:
        assert ben_asks.get(f"/insights/{audit.pk}/{verb}").status_code == 404

    @pytest.mark.parametrize("verb", ["stop", "delete", "restore"])
    def test_another_person_changes_nothing(
        self, ben_asks: Client, audit: Audit, verb: str
    ) -> None:
        assert ben_asks.post(f"/insights/{audit.pk}/{verb}/").status_code == 404
        audit.refresh_from_db()
        assert audit.deleted_at is None

    def test_another_persons_list_is_their_own(self, ben_asks: Client, audit: Audit) -> None:
        assert "export.zip" not in ben_asks.get("/insights/").content.decode()

    @pytest.mark.parametrize("verb", ["", "report.html"])
    def test_a_stranger_sees_nothing(self, cleo_asks: Client, audit: Audit, verb: str) -> None:
        assert cleo_asks.get(f"/insights/{audit.pk}/{verb}").status_code == 403


class TestBadInput:
    def test_no_file(self, ana_asks: Client) -> None:
        page = ana_asks.post("/insights/").content.decode()
        assert "Choose the zip file that LinkedIn sent you." in page

    def test_no_zip(self, ana_asks: Client) -> None:
        page = bring(ana_asks, b"First Name,Last Name").content.decode()
        assert "This is not a zip file." in page

    def test_nothing_in_it(self, ana_asks: Client) -> None:
        assert "This file is empty." in bring(ana_asks, b"").content.decode()

    @in_earnest
    def test_another_zip(self, ana_asks: Client) -> None:
        page = read(ana_asks, zipped("holiday.txt", "Sun and sand"))
        assert "This export could not be read." in page
        assert "export.zip: no Connections.csv" in page
        assert str(Audit.objects.get().pk) not in page.partition("<h1>")[2]

    @pytest.mark.parametrize("verb", ["stop", "delete", "restore"])
    def test_a_change_by_reading(self, ana_asks: Client, audit: Audit, verb: str) -> None:
        assert ana_asks.get(f"/insights/{audit.pk}/{verb}/").status_code == 405


def zipped(name: str, content: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(name, content)
    return packed.getvalue()
