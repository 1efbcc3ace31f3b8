"""The page Data of the settings: take everything along, undo what was done, erase all of it."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import zipfile
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redleaf.languagemodel import Address, ModelSettings, read_settings
from redleaf.languagemodel.settings import write_settings
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import UsedNetwork, networks_used, use_networks
from redleaf.web.contacts.models import Act, Contact
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.restoring import restore_export
from redleaf.web.contacts.services.undoing import undo

PAGE = "/settings/data/"
DAY = dt.date(2026, 11, 20)
UNDO = ">Undo<span"
in_earnest = pytest.mark.django_db(transaction=True)


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def body_of(answer: Any) -> bytes:
    assert answer.status_code == 200
    return bytes(answer.getvalue())


def remember(owner: User, *names: str) -> None:
    for name in names:
        remember_line(owner, f"{name}, potter at Skutt, met in Turku yesterday", today=DAY)


def prefer(owner: User, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(owner, name, value)
    owner.save(update_fields=list(fields))


def forget_all() -> None:
    """An empty desk, as on another machine."""
    for act in Act.objects.all():
        undo(act)
        act.delete()


def test_it_says_where_all_lies_and_how_much_it_is(ana: User, ana_asks: Client) -> None:
    remember(ana, "Jun Sato", "Mira Holt")
    page = page_of(ana_asks.get(PAGE))
    assert f'<code class="path">{settings.HOME.path}</code>' in page
    assert "<dt>People</dt><dd>2</dd>" in page
    assert "<dt>Encounters</dt><dd>2</dd>" in page


def test_everything_comes_in_one_file_and_settings_too(ana: User, ana_asks: Client) -> None:
    remember(ana, "Jun Sato")
    use_networks(ana, [UsedNetwork("xing"), UsedNetwork("linkedin-premium", 12)])
    prefer(ana, language="de", theme="dark", letters_are_keys=False)
    prefer(ana, rules_off=["rude/demand"], policy="strict")
    answer = ana_asks.get(f"{PAGE}everything.zip")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="redleaf-')
    exported = body_of(answer)
    with zipfile.ZipFile(io.BytesIO(exported)) as file:
        said = json.loads(file.read("redleaf.json"))
    assert [each["name"] for each in said["contacts"]] == ["Jun Sato"]
    networks = [{"name": "xing"}, {"name": "linkedin-premium", "notes_a_month": 12}]
    assert said["owner"]["settings"] == {
        "networks": networks,
        "language": "de",
        "theme": "dark",
        "letters_are_keys": False,
        "rules_off": ["rude/demand"],
        "policy": "strict",
    }
    forget_all()
    use_networks(ana, [])
    prefer(ana, language="", theme="", letters_are_keys=True, rules_off=[], policy="choosy")
    restore_export(ana, exported, name="redleaf.zip")
    ana.refresh_from_db()
    assert networks_used(ana) == [UsedNetwork("xing"), UsedNetwork("linkedin-premium", 12)]
    assert (ana.language, ana.theme, ana.letters_are_keys) == ("de", "dark", False)
    assert (ana.rules_off, ana.policy) == (["rude/demand"], "strict")


def test_what_is_set_already_stands_when_an_export_comes_back(ana: User, ana_asks: Client) -> None:
    use_networks(ana, [UsedNetwork("xing")])
    remember(ana, "Jun Sato")
    exported = body_of(ana_asks.get(f"{PAGE}everything.zip"))
    forget_all()
    use_networks(ana, [UsedNetwork("x")])
    restore_export(ana, exported, name="redleaf.zip")
    ana.refresh_from_db()
    assert networks_used(ana) == [UsedNetwork("x")]


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("people.vcf", b"FN:Jun Sato"),
        ("people.csv", b"Jun"),
        ("encounters.ics", b"BEGIN:VEVENT"),
    ],
)
def test_other_programs_get_files_of_theirs(
    ana: User, ana_asks: Client, name: str, holds: bytes
) -> None:
    remember(ana, "Jun Sato")
    assert holds in body_of(ana_asks.get(PAGE + name))


def test_a_file_holds_nothing_of_anybody_else(ana: User, ben_asks: Client) -> None:
    remember(ana, "Jun Sato")
    for name in ("everything.zip", "people.vcf", "people.csv", "encounters.ics"):
        body = body_of(ben_asks.get(PAGE + name))
        if name.endswith("zip"):
            with zipfile.ZipFile(io.BytesIO(body)) as file:
                body = b"".join(map(file.read, file.namelist()))
        assert b"Sato" not in body


def test_the_newest_acts_can_be_undone_from_the_log(ana: User, ana_asks: Client) -> None:
    remember(ana, "Jun Sato", "Mira Holt")
    assert page_of(ana_asks.get(PAGE)).count(UNDO) == 2
    newest = Act.objects.first()
    assert newest
    answer = ana_asks.post(f"/contacts/acts/{newest.pk}/undo/", {"next": PAGE}, follow=True)
    assert answer.request["PATH_INFO"] == PAGE
    assert f"Undone. {newest.what}" in page_of(answer)
    assert page_of(answer).count(UNDO) == 1
    assert [each.name for each in Contact.objects.all()] == ["Jun Sato"]


def test_an_act_of_another_home_is_told_and_cannot_be_undone(ana: User, ana_asks: Client) -> None:
    remember(ana, "Jun Sato")
    exported = body_of(ana_asks.get(f"{PAGE}everything.zip"))
    act = Act.objects.get()
    forget_all()
    restore_export(ana, exported, name="redleaf.zip")
    page = page_of(ana_asks.get(PAGE))
    assert act.what in page
    assert page.count(UNDO) == 1


def test_older_acts_stand_on_pages_of_their_own(ana: User, ana_asks: Client) -> None:
    remember(ana, *(f"Jun Sato{'a' * count}" for count in range(25)))
    first = page_of(ana_asks.get(PAGE))
    assert first.count(UNDO) == 20
    older = first.split('href="?after=')[1].split('"')[0]
    second = page_of(ana_asks.get(PAGE, {"after": older}))
    assert second.count(UNDO) == 5
    assert "Erase everything" not in second
    assert 'href="?after=' not in second


def test_a_page_of_the_log_that_is_not_there_gives_the_newest(ana: User, ana_asks: Client) -> None:
    remember(ana, "Jun Sato")
    for after in ("x", "0190aaaa-0000-7000-8000-000000000000"):
        assert page_of(ana_asks.get(PAGE, {"after": after})).count(UNDO) == 1


def test_it_asks_the_store_as_often_for_a_long_log_as_for_a_short_one(
    ana: User, ana_asks: Client
) -> None:
    remember(ana, "Jun Sato")
    ana_asks.get(PAGE)  # the first page of a visit keeps its session
    with CaptureQueriesContext(connection) as short:
        ana_asks.get(PAGE)
    remember(ana, *(f"Mira Holt{'a' * count}" for count in range(25)))
    with CaptureQueriesContext(connection) as long:
        ana_asks.get(PAGE)
    assert len(long) == len(short)


def test_the_log_of_somebody_else_is_not_gone_through(
    ana: User, ben: User, ben_asks: Client
) -> None:
    remember(ben, "Mira Holt")
    remember(ana, "Jun Sato")
    of_ana = Act.objects.get(owner=ana).pk
    assert "Sato" not in page_of(ben_asks.get(PAGE, {"after": str(of_ana)}))


@in_earnest
def test_the_word_erases_everything_and_the_session(ana: User, ana_asks: Client) -> None:
    remember(ana, "Jun Sato")
    write_settings(settings.HOME.path, ModelSettings(Address.read("127.0.0.1:8080"), "larch"))
    aside = settings.HOME.path / "before-restore-1"
    aside.mkdir()
    (aside / "db.sqlite3").write_bytes(b"Jun Sato")
    page = page_of(ana_asks.post(f"{PAGE}erase/", {"word": " “Erase” "}))
    assert "Everything is erased." in page
    assert not User.objects.exists()
    assert not Contact.objects.exists()
    assert read_settings(settings.HOME.path) is None
    assert not aside.exists()
    assert ana_asks.get(PAGE).status_code == 403


def test_who_cannot_erase_just_now_stays_in_to_try_again(ana: User, ana_asks: Client) -> None:
    """Within a transaction, as this test is, nothing can be erased."""
    remember(ana, "Jun Sato")
    ana_asks.raise_request_exception = False
    assert ana_asks.post(f"{PAGE}erase/", {"word": "erase"}).status_code == 500
    assert "Jun Sato" in page_of(ana_asks.get(PAGE))


@in_earnest
@pytest.mark.parametrize("word", ["", "yes", "erase it"])
def test_no_other_word_erases(ana: User, ana_asks: Client, word: str) -> None:
    remember(ana, "Jun Sato")
    page = page_of(ana_asks.post(f"{PAGE}erase/", {"word": word}))
    at = page.split('id="id_word-mend"')[1]
    assert "Write “erase” here. Nothing is erased so far." in at.split("</p>")[0]
    assert Contact.objects.filter(owner=ana).exists()


def test_a_look_at_the_page_erases_nothing(ana: User, ana_asks: Client) -> None:
    remember(ana, "Jun Sato")
    assert "Save everything as a file" in page_of(ana_asks.get(f"{PAGE}erase/"))
    assert Contact.objects.filter(owner=ana).exists()


@pytest.mark.parametrize("path", ["", "everything.zip", "people.vcf", "erase/"])
def test_it_is_closed_to_strangers(cleo_asks: Client, path: str) -> None:
    assert cleo_asks.get(PAGE + path).status_code == 403
