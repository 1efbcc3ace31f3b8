"""Edit who somebody is, what is promised to them, and whom they could meet."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Identity, Promise
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.undoing import undo
from tests.web.contacts.tables import documents, tables

MIRA = "Mira Holt, curator at Muzeum Wody, met at Museums & Web yesterday. mira@wody.example"
LINKS = (
    "mira@wody.example\nhttps://www.linkedin.com/in/mira-holt\n@mira@art.example\n+48 22 555 01 44"
)


@pytest.fixture
def mira(ana: User) -> Contact:
    return remember_line(ana, MIRA, today=timezone.localdate()).contact


@pytest.fixture
def jun(ana: User) -> Contact:
    return remember_line(ana, "Jun Sato, potter at Skutt", today=timezone.localdate()).contact


def form(**changed: str) -> dict[str, str]:
    return {
        "name": "Mira Holt",
        "title": "curator",
        "organisation": "Muzeum Wody",
        "register": "",
        "language": "",
        "introduced_by": "",
        "tags": "",
        "links": "mira@wody.example",
        **changed,
    }


class TestEdit:
    def edit(self, asks: Client, contact: Contact, **changed: str) -> Any:
        return asks.post(f"/contacts/{contact.pk}/edit/", form(**changed), follow=True)

    def test_it_shows_what_is_there(self, ana_asks: Client, mira: Contact) -> None:
        page = ana_asks.get(f"/contacts/{mira.pk}/edit/").content.decode()
        for each in ("Mira Holt", "curator", "Muzeum Wody", "mira@wody.example"):
            assert each in page

    def test_it_keeps_every_field_and_one_undo_takes_all_back(
        self, ana: User, ana_asks: Client, mira: Contact
    ) -> None:
        before, words = tables(), documents()
        page = self.edit(
            ana_asks, mira, name="Mira Holt-Nowak", title="director", organisation="Dom Wody",
            register="formal", language="de", introduced_by="Dana Ruiz", tags="press\n choir \n\n",
            links=LINKS,
        )  # fmt: skip
        assert "Changed Mira Holt" in page.content.decode()
        of = record_of(Contact.objects.get(pk=mira.pk))
        assert (of.name, of.role.title, of.role.organisation) == (
            "Mira Holt-Nowak", "director", "Dom Wody",
        )  # fmt: skip
        assert (of.register, of.language, of.introduced_by) == ("formal", "de", "Dana Ruiz")
        assert of.tags == ("press", "choir")
        assert [(each.kind, each.network) for each in of.identities] == [
            ("email", ""), ("profile", "linkedin"), ("profile", "mastodon"), ("phone", ""),
        ]  # fmt: skip
        assert ana_asks.get("/contacts/?q=nowak").context["page"].count == 1
        act = Act.objects.order_by("-at").first()
        assert act is not None
        undo(act)
        assert (tables(), documents()) == (before, words)

    def test_it_changes_nothing_when_kept_as_it_was(self, ana_asks: Client, mira: Contact) -> None:
        before = tables()
        self.edit(ana_asks, mira)
        assert tables() == before

    def test_it_leaves_what_it_does_not_show(self, ana_asks: Client, mira: Contact) -> None:
        Identity.objects.create(owner=mira.owner, contact=mira, kind="uid", value="card-7")
        self.edit(ana_asks, mira, links="")
        assert list(Identity.objects.values_list("kind", flat=True)) == ["uid"]

    @pytest.mark.parametrize("links", ["what is this", "mira@", "ftp", "<script>"])
    def test_it_says_which_line_is_no_link(
        self, ana_asks: Client, mira: Contact, links: str
    ) -> None:
        before = tables()
        page = self.edit(ana_asks, mira, links=links, tags="press").content.decode()
        assert "Mend that line." in page
        assert ">press</textarea>" in page
        assert tables() == before

    @pytest.mark.parametrize(
        "changed",
        [{"name": "x" * 301}, {"register": "rude"}, {"tags": "x" * 10_001}, {"name": "\0"},
         {"name": "", "links": ""}],
    )  # fmt: skip
    def test_it_refuses_what_cannot_be_kept(
        self, ana_asks: Client, mira: Contact, changed: dict[str, str]
    ) -> None:
        Identity.objects.all().delete()
        before = tables()
        answer = self.edit(ana_asks, mira, **{"links": "", **changed})
        assert answer.status_code == HTTPStatus.OK
        assert 'action="/contacts/' in answer.content.decode()
        assert tables() == before

    def test_a_stranger_may_not(self, ben_asks: Client, mira: Contact) -> None:
        before = tables()
        assert ben_asks.get(f"/contacts/{mira.pk}/edit/").status_code == HTTPStatus.NOT_FOUND
        assert self.edit(ben_asks, mira, name="x").status_code == HTTPStatus.NOT_FOUND
        assert tables() == before


class TestPromise:
    @pytest.mark.parametrize(
        ("line", "text", "is_due"),
        [
            ("the Lisbon dates by tomorrow", "the Lisbon dates", True),
            ("to call in spring", "call in spring", False),
            ("send the list, with all its prices, by tomorrow",
             "send the list, with all its prices, by tomorrow", True),
            ("two books. And a pen", "two books. And a pen", False),
            ("die Termine in Lissabon bis morgen", "die Termine in Lissabon", True),
            ("les dates de Lisbonne pour demain", "les dates de Lisbonne", True),
            ("las fechas de Lisboa para mañana", "las fechas de Lisboa", True),
        ],
    )  # fmt: skip
    def test_it_keeps_what_and_by_when(
        self, ana_asks: Client, mira: Contact, line: str, text: str, is_due: bool
    ) -> None:
        page = ana_asks.post(f"/contacts/{mira.pk}/promise/", {"promise": line}, follow=True)
        promise = Promise.objects.get()
        assert promise.text == text
        tomorrow = timezone.localdate() + dt.timedelta(days=1)
        assert promise.due_last == (tomorrow if is_due else None)
        assert f"Promised: {text}" in page.content.decode()
        act = Act.objects.order_by("-at").first()
        assert act is not None
        undo(act)
        assert not Promise.objects.exists()

    @pytest.mark.parametrize("line", ["", "  ", "x" * 501])
    def test_it_keeps_the_line_that_says_nothing(
        self, ana_asks: Client, mira: Contact, line: str
    ) -> None:
        page = ana_asks.post(f"/contacts/{mira.pk}/promise/", {"promise": line})
        assert 'id="promise-mend"' in page.content.decode()
        assert not Promise.objects.exists()

    def test_a_stranger_may_not(self, ben_asks: Client, mira: Contact) -> None:
        answer = ben_asks.post(f"/contacts/{mira.pk}/promise/", {"promise": "the moon"})
        assert answer.status_code == HTTPStatus.NOT_FOUND
        assert not Promise.objects.exists()


class TestIntroduce:
    def test_it_finds_the_other_and_writes_the_letters(
        self, ana: User, ana_asks: Client, mira: Contact, jun: Contact
    ) -> None:
        User.objects.filter(pk=ana.pk).update(first_name="Ines", last_name="Duarte")
        address = f"/contacts/{mira.pk}/introduce/"
        found = ana_asks.get(address, {"q": "sato"}, headers={"HX-Request": "true"})
        assert f"?to={jun.pk}" in found.content.decode()
        assert "<html" not in found.content.decode()
        page = ana_asks.get(address, {"to": str(jun.pk), "about": "ash glazes"})
        whom = [to for to, _ in page.context["letters"]]
        assert whom == ["To Mira Holt, first", "To Jun Sato, first", "To both, when both said yes"]
        assert page.content.decode().count("ash glazes") >= 3

    def test_it_finds_nobody_a_second_time(self, ana_asks: Client, mira: Contact) -> None:
        page = ana_asks.get(f"/contacts/{mira.pk}/introduce/", {"q": "mira"}).content.decode()
        assert "Nobody else is found" in page

    def test_what_one_of_them_said_does_not_reach_the_other(
        self, ana: User, ana_asks: Client, mira: Contact
    ) -> None:
        line = "Cy Dunn, printer at Bok, met yesterday; he said 'my press is failing'"
        other = remember_line(ana, line, today=timezone.localdate()).contact
        page = ana_asks.get(
            f"/contacts/{mira.pk}/introduce/", {"to": str(other.pk), "about": "paper"}
        )
        to_mira = dict(page.context["letters"])["To Mira Holt, first"]
        assert "failing" not in to_mira.text

    @pytest.mark.parametrize("to", ["", "x", "self"])
    def test_it_asks_again_where_nobody_is_named(
        self, ana_asks: Client, mira: Contact, to: str
    ) -> None:
        to = str(mira.pk) if to == "self" else to
        page = ana_asks.get(f"/contacts/{mira.pk}/introduce/", {"to": to}).content.decode()
        assert "To whom would you introduce" in page

    def test_a_stranger_may_not(
        self, ana: User, ben: User, ben_asks: Client, mira: Contact, jun: Contact
    ) -> None:
        odd = remember_line(ben, "Odd One, potter", today=timezone.localdate()).contact
        for one, other in ((mira, jun), (odd, jun), (mira, odd)):
            answer = ben_asks.get(f"/contacts/{one.pk}/introduce/", {"to": str(other.pk)})
            assert answer.status_code == HTTPStatus.NOT_FOUND
        found = ben_asks.get(f"/contacts/{odd.pk}/introduce/", {"q": "jun"}).content.decode()
        assert "Sato" not in found

    def test_it_knows_nobody_by_another_id(self, ana_asks: Client, mira: Contact) -> None:
        answer = ana_asks.get(f"/contacts/{mira.pk}/introduce/", {"to": str(uuid4())})
        assert answer.status_code == HTTPStatus.NOT_FOUND
