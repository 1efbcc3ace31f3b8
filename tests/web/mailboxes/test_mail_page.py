"""The page Mail of the settings, with a real mail server behind it."""

from __future__ import annotations

import datetime as dt
import html
import re
import socket
import threading
import time
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from redleaf.languagemodel import keyrings
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.services.erasing import erase_account
from redleaf.web.mailboxes import accounts, looking, services
from redleaf.web.mailboxes.faults import MailServerError
from redleaf.web.mailboxes.models import Account, Folder
from redleaf.web.mailboxes.secrets import Secret
from tests.cli.test_sync_mail import invitation, letter
from tests.languagemodel.keyrings import MemoryKeyring
from tests.web.mailboxes.dovecot import PASSWORD, USER, Dovecot, Line
from tests.web.mailboxes.token_server import REFRESH, TokenServer

PAGE = "/settings/mail/"
in_earnest = pytest.mark.django_db(transaction=True)
pytestmark = pytest.mark.usefixtures("ring")


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def mend_at(page: str, field: str) -> str:
    return page.split(f'id="id_{field}-mend"')[1].split("</p>")[0]


def keep(client: Client, server: Dovecot, **said: str) -> str:
    whole = {"address": server.address, "user_name": USER, "password": PASSWORD, **said}
    return page_of(client.post(PAGE, whole, follow=True))


def look(client: Client, **said: str) -> str:
    client.post(f"{PAGE}look/", said)
    return waited_for(client)


def waited_for(client: Client) -> str:
    end = time.monotonic() + 120
    while Account.objects.filter(is_looking=True).exists():
        assert time.monotonic() < end, "it looks for ever"
        time.sleep(0.02)
    for each in threading.enumerate():
        if each.name == "mail":
            each.join(120)
    return page_of(client.get(PAGE))


def test_it_keeps_an_account_that_works_and_its_password_on_no_page(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring
) -> None:
    server.make("Netz")
    page = keep(ana_asks, server)
    account = Account.objects.get()
    assert "The server lets you in; it has 2 folders." in page
    assert (account.folders, account.listed) == (["INBOX"], ["INBOX", "Netz"])
    assert ring.kept == {("redleaf mail", f"{account.pk} password"): PASSWORD}
    assert PASSWORD not in page + page_of(ana_asks.get(PAGE)) + str(account.__dict__)
    # Whoever changes something else need not type it again.
    assert "lets you in" in keep(ana_asks, server, password="")
    assert list(ring.kept.values()) == [PASSWORD]


@in_earnest
def test_it_reads_the_chosen_folders_and_says_what_it_found(
    ana_asks: Client, server: Dovecot
) -> None:
    server.make("Netz")
    server.put(invitation(0), letter(0))
    server.put(invitation(1), folder="Netz")
    keep(ana_asks, server)
    ana_asks.post(f"{PAGE}folders/", {"folder": ["Netz", "Elsewhere"]})
    page = look(ana_asks)
    assert "1 mail was new." in page
    assert "1 invitation." in page
    assert Invitation.objects.count() == 1
    ana_asks.post(f"{PAGE}folders/", {"folder": ["INBOX", "Netz"]})
    assert "2 mails were new." in look(ana_asks)
    assert "0 mails were new. They told nothing new." in look(ana_asks)
    assert "3 mails were new." in look(ana_asks, anew="on")
    assert Invitation.objects.count() == 2
    assert len(server.unread().split()) == 2


@in_earnest
def test_what_a_look_brought_is_taken_back(ana_asks: Client, server: Dovecot) -> None:
    server.put(invitation(0))
    keep(ana_asks, server)
    page = look(ana_asks)
    found = re.search(r'action="(/contacts/acts/[^"]+/undo/)"', page)
    assert found is not None
    answer = ana_asks.post(found[1], {"next": PAGE})
    assert answer.headers["Location"] == PAGE
    assert not Invitation.objects.exists()
    assert "Undone." in page_of(ana_asks.get(PAGE))


@in_earnest
def test_a_look_is_stopped_and_nothing_of_it_comes_in(
    ana_asks: Client, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put(*map(invitation, range(3)))
    keep(ana_asks, server)
    reached, go_on = threading.Event(), threading.Event()
    whole = services._may_tell

    def slowly(*said: bytes) -> bool:
        reached.set()
        go_on.wait(20)
        return whole(*said)

    monkeypatch.setattr(services, "_may_tell", slowly)
    ana_asks.post(f"{PAGE}look/")
    assert reached.wait(20)
    part = ana_asks.get(PAGE, headers={"HX-Request": "true"})
    assert "You may leave this page; it goes on." in page_of(part)
    assert "http-equiv" in page_of(ana_asks.get(PAGE))  # without script, the page asks by itself
    assert not looking.begin_look(Account.objects.get(), today=dt.date(2026, 11, 23))
    ana_asks.post(f"{PAGE}stop/")
    go_on.set()
    page = waited_for(ana_asks)
    assert "Stopped; nothing of it came in." in page
    assert (Invitation.objects.count(), Folder.objects.count()) == (0, 0)
    assert ana_asks.get(PAGE, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert "3 mails were new." in look(ana_asks)


def test_what_looked_when_the_desk_ended_is_said(ana_asks: Client, server: Dovecot) -> None:
    keep(ana_asks, server)
    Account.objects.update(is_looking=True)
    looking.tidy_up()
    assert "The desk was closed while it looked." in page_of(ana_asks.get(PAGE))


def test_nobody_works_at_it_and_it_stops_at_once(ana_asks: Client, server: Dovecot) -> None:
    keep(ana_asks, server)
    Account.objects.update(is_looking=True)
    ana_asks.post(f"{PAGE}stop/")
    assert "Look now" in page_of(ana_asks.get(PAGE))


def nothing_listens() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.mark.parametrize(
    ("said", "field", "mend"),
    [
        ({"address": "no-such-host.invalid"}, "address", "There is no server called no-such-host"),
        ({"address": "imap://CLOSED"}, "address", "cannot be reached at port"),
        ({"address": "imaps://HERE"}, "address", "speaks nothing encrypted at port"),
        ({"address": "https://mail.example.org"}, "address", "not the address of a mail server"),
        ({"address": "imaps://ana:word@mail.example.org"}, "address", "not the address of a mail"),
        ({"address": "imaps://mail.example.org:99999"}, "address", "not the address of a mail"),
        ({"address": ""}, "address", "Say where your mail lies."),
        ({"user_name": ""}, "user_name", "Say who you are there."),
        ({"password": "wrong-9-Word"}, "password", "does not take this user name and password"),
        ({"password": ""}, "password", "Write your password there, or give a token below."),
        ({"password": "a\rb"}, "password", "signs that a password does not have"),
        ({"password": "", "token": "no-9-token"}, "token", "not take this user name and token"),
        ({"password": "", "token": "two words"}, "token", "signs that a token does not have"),
        ({"token": "abc"}, "password", "Give a password or a token, not both."),
        ({"password": "", "refresh_token": "abc"}, "token_address", "where the token is renewed"),
        ({"password": "", "token": "abc", "token_address": "https://x.eu"}, "client_id", "whom"),
    ],
)  # fmt: skip
def test_it_says_at_the_field_what_is_wrong_and_keeps_nothing(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring, said: dict[str, str], field: str,
    mend: str,
) -> None:  # fmt: skip
    here = server.address.removeprefix("imap://")
    address = said.get("address", server.address)
    said = {**said, "address": address.replace("HERE", here).replace("CLOSED", nothing_listens())}
    page = keep(ana_asks, server, **said)
    assert mend in mend_at(page, field)
    assert not Account.objects.exists()
    assert ring.kept == {}
    assert not any(text in page for text in (PASSWORD, "wrong-9-Word", "no-9-token"))


def test_a_password_is_for_one_account_on_one_server(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring
) -> None:
    keep(ana_asks, server)
    page = keep(ana_asks, server, password="", address="imaps://elsewhere.example")
    assert "Write it once more" in mend_at(page, "password")
    assert Account.objects.get().address == server.address
    page = keep(ana_asks, server, password="", user_name="ben")
    assert "Write it once more" in mend_at(page, "password")
    assert list(ring.kept.values()) == [PASSWORD]


def test_a_server_without_encryption_gets_no_password(
    ana_asks: Client, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redleaf.web.mailboxes.client._is_this_machine", lambda _: False)
    assert "read on the way" in mend_at(keep(ana_asks, server), "address")
    assert "lets you in" in keep(ana_asks, server, may_be_unencrypted="on")


def test_a_keyring_that_takes_nothing_leaves_no_account(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise OSError("no desktop")

    monkeypatch.setattr(ring, "set_password", closed)
    page = keep(ana_asks, server)
    assert "missing or did not open" in mend_at(page, "password")
    assert "REDLEAF_SYNC_PASSWORD" in page
    assert not Account.objects.exists()


def test_a_row_that_cannot_be_written_leaves_no_password(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **more: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(Account, "save", full)
    with pytest.raises(OSError, match="full"):
        keep(ana_asks, server)
    assert ring.kept == {}


@in_earnest
def test_a_folder_that_is_gone_is_named_and_the_others_are_read(
    ana_asks: Client, server: Dovecot
) -> None:
    server.make("Netz")
    server.put(invitation(0))
    keep(ana_asks, server)
    ana_asks.post(f"{PAGE}folders/", {"folder": ["INBOX", "Netz"]})
    server.empty()
    server.put(invitation(0))
    page = look(ana_asks)
    assert "There is no folder Netz that can be read on the server." in page
    assert "1 invitation." in page
    page = page_of(ana_asks.post(f"{PAGE}trial/", follow=True))
    assert "There is no such folder any more: Netz." in page
    assert "no longer there" in page


@in_earnest
def test_a_line_that_breaks_for_good_is_said_and_the_next_look_goes_on(
    ana_asks: Client, server: Dovecot
) -> None:
    server.put(*map(invitation, range(8)))
    line = Line(server.port, after=60_000, times=90)
    keep(ana_asks, server, address=line.address)
    line.after = 300
    assert "hangs up. What came is kept" in look(ana_asks)
    line.left = 0
    look(ana_asks)
    line.close()
    assert Invitation.objects.count() == 8


@in_earnest
def test_a_token_that_ran_out_is_renewed_and_the_new_one_kept(
    ana_asks: Client, server: Dovecot, tokens: TokenServer, ring: MemoryKeyring
) -> None:
    tokens.rotates = True
    server.put(invitation(0))
    said = {"refresh_token": REFRESH, "token_address": tokens.address, "client_id": "leaf"}
    page = keep(ana_asks, server, password="", **said)
    assert "lets you in" in page
    account = Account.objects.get()
    kept = {name.split()[1]: text for (_, name), text in ring.kept.items()}
    assert kept == {"token": "access-larch-1", "refresh": "refresh-birch-1"}
    tokens.valid.clear()  # it runs out
    page += look(ana_asks)
    assert "1 invitation." in page
    kept = {name.split()[1]: text for (_, name), text in ring.kept.items()}
    assert kept == {"token": "access-larch-2", "refresh": "refresh-birch-2"}
    assert [each["client_id"] for each in tokens.asked] == ["leaf", "leaf"]
    assert "birch" not in page + str(account.__dict__)
    assert "larch" not in page + server.log.read_text("utf-8")
    # A refresh token that is over: it is said, and the former is kept until there is a new one.
    tokens.valid.clear()
    tokens.refresh = "another"
    page = look(ana_asks)
    assert "127.0.0.1 does not renew the token any more. Sign in there anew." in page
    assert "birch" not in page


def test_it_forgets_the_account_with_all_that_lets_it_in(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring
) -> None:
    keep(ana_asks, server)
    page = page_of(ana_asks.post(f"{PAGE}forget/", follow=True))
    assert "The account is forgotten. What came in stays." in page
    assert (Account.objects.count(), Folder.objects.count(), ring.kept) == (0, 0, {})


@in_earnest
def test_who_erases_everything_leaves_nothing_in_the_keyring(
    ana: User, ana_asks: Client, server: Dovecot, ring: MemoryKeyring
) -> None:
    keep(ana_asks, server)
    erase_account(ana)
    assert (Account.objects.count(), ring.kept) == (0, {})


def test_two_users_of_one_mailbox_share_nothing(
    ana_asks: Client, ben_asks: Client, server: Dovecot, ring: MemoryKeyring
) -> None:
    keep(ana_asks, server)
    page = keep(ben_asks, server, password="")
    assert "Write your password there" in mend_at(page, "password")
    keep(ben_asks, server)
    assert len(ring.kept) == 2
    ben_asks.post(f"{PAGE}forget/")
    assert Account.objects.get().owner.username == "ana"
    assert len(ring.kept) == 1


def test_a_member_of_a_team_is_not_led_around_inside_its_network(
    ana_asks: Client, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "TEAM", True)
    account = Account(address=server.address, user_name=USER)
    with pytest.raises(MailServerError, match="has not opened 127"):
        accounts.client_for(account, Secret(PASSWORD))
    monkeypatch.setattr(settings, "MAIL_SERVERS", ["127.0.0.1"])
    assert accounts.try_account(account, Secret(PASSWORD)) == ["INBOX"]


@pytest.mark.parametrize("path", ["", "trial/", "folders/", "look/", "stop/", "forget/"])
def test_it_is_closed_to_strangers_and_without_an_account_nothing_happens(
    ana_asks: Client, cleo_asks: Client, path: str
) -> None:
    assert cleo_asks.post(PAGE + path).status_code == 403
    assert ana_asks.post(PAGE + path).status_code in (200, 302)
    if path:
        assert ana_asks.get(PAGE + path).status_code == 405
    assert keyrings.secret_in_keyring("redleaf mail", "x", instead="") is None
