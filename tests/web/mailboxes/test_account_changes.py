"""What is changed on the page Mail while a look or a renewal goes on, and what lets nobody in."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from django.test import Client

from redleaf.web.mailboxes import accounts, services
from redleaf.web.mailboxes.accounts import keep_renewed
from redleaf.web.mailboxes.faults import MailServerError
from redleaf.web.mailboxes.models import Account, Folder
from tests.cli.test_sync_mail import invitation
from tests.languagemodel.keyrings import MemoryKeyring
from tests.web.mailboxes.dovecot import Dovecot
from tests.web.mailboxes.odd_mailbox import odd_mailbox
from tests.web.mailboxes.test_mail_page import (
    PAGE,
    in_earnest,
    keep,
    look,
    mend_at,
    page_of,
    waited_for,
)
from tests.web.mailboxes.token_server import REFRESH, TokenServer

pytestmark = pytest.mark.usefixtures("ring")


def kept_texts(ring: MemoryKeyring) -> dict[str, str]:
    return {name.split()[1]: text for (_, name), text in ring.kept.items()}


def keep_token(client: Client, server: Dovecot, tokens: TokenServer, **more: str) -> str:
    said = {"refresh_token": REFRESH, "token_address": tokens.address, "client_id": "leaf"}
    return keep(client, server, password="", **{**said, **more})


@pytest.mark.parametrize(
    ("said", "field", "mend"),
    [
        ({"address": "imap..example.org"}, "address", "not the address of a mail server"),
        ({"address": f"{'a' * 64}.example.org"}, "address", "not the address of a mail server"),
        ({"token_address": "https://[x"}, "token_address", "Write it as https://"),
        ({"token_address": "https://a..b/token"}, "token_address", "Write it as https://"),
        ({"token_address": "http://a.example/t"}, "token_address", "could be read on the way"),
    ],
)
def test_a_slip_in_an_address_is_said_at_its_field(
    ana_asks: Client, server: Dovecot, tokens: TokenServer, said: dict[str, str], field: str,
    mend: str,
) -> None:  # fmt: skip
    assert mend in mend_at(keep_token(ana_asks, server, tokens, **said), field)


def test_nothing_is_changed_under_the_hands_of_a_look(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring
) -> None:
    keep(ana_asks, server)
    Account.objects.update(is_looking=True)
    assert "A look at your mail is under way." in keep(ana_asks, server, may_be_unencrypted="on")
    account = Account.objects.get()
    assert (account.is_looking, account.may_be_unencrypted) == (True, False)


def test_a_look_that_ends_during_a_trial_keeps_what_it_found(
    ana_asks: Client, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ana_asks, server)
    whole = accounts.try_account

    def meanwhile(*said: Any) -> list[str]:
        Account.objects.update(read=3, looked_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
        return whole(*said)

    monkeypatch.setattr("redleaf.web.mailboxes.views.try_account", meanwhile)
    assert "lets you in" in keep(ana_asks, server, password="")
    assert (Account.objects.get().read, Account.objects.get().looked_at is None) == (3, False)


def test_a_look_that_begins_during_a_trial_goes_on_alone(
    ana_asks: Client, server: Dovecot, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ana_asks, server)
    before = dict(ring.kept)
    whole = accounts.try_account

    def meanwhile(*said: Any) -> list[str]:
        Account.objects.update(is_looking=True)
        return whole(*said)

    monkeypatch.setattr("redleaf.web.mailboxes.views.try_account", meanwhile)
    assert "under way" in keep(ana_asks, server, may_be_unencrypted="on")
    assert Account.objects.get().is_looking
    assert ring.kept == before


@in_earnest
def test_who_forgets_the_account_during_a_look_leaves_nothing_behind(
    ana_asks: Client, server: Dovecot, tokens: TokenServer, ring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    server.put(invitation(0))
    keep_token(ana_asks, server, tokens)
    account = Account.objects.get()
    reached, go_on = threading.Event(), threading.Event()
    whole = services._may_tell

    def slowly(*said: bytes) -> bool:
        reached.set()
        go_on.wait(20)
        keep_renewed(account, "access-late", "refresh-late")
        return whole(*said)

    monkeypatch.setattr(services, "_may_tell", slowly)
    ana_asks.post(f"{PAGE}look/")
    assert reached.wait(20)
    ana_asks.post(f"{PAGE}forget/")
    go_on.set()
    waited_for(ana_asks)
    assert (Account.objects.count(), Folder.objects.count(), ring.kept) == (0, 0, {})


def test_a_trial_that_fails_keeps_the_renewed_token_of_the_account(
    ana_asks: Client, server: Dovecot, tokens: TokenServer, ring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    tokens.rotates = True
    keep_token(ana_asks, server, tokens)
    tokens.valid.clear()  # the token ran out, and after it is renewed the folders do not come
    monkeypatch.setattr("redleaf.web.mailboxes.client.listed_names", fail)
    page = keep_token(ana_asks, server, tokens, refresh_token="")
    assert "no list today" in page
    assert kept_texts(ring)["refresh"] == tokens.refresh != REFRESH
    assert kept_texts(ring)["token"] in tokens.valid


def fail(*_: object) -> list[str]:
    raise MailServerError("no list today")


def test_a_refresh_token_is_for_one_address_and_client(
    ana_asks: Client, server: Dovecot, tokens: TokenServer, ring: MemoryKeyring
) -> None:
    keep_token(ana_asks, server, tokens, client_secret="alder-5")
    before, asked = dict(ring.kept), len(tokens.asked)
    for more in ({"token_address": f"{tokens.base}/other"}, {"client_id": "another"}):
        for typed in ("", "no-9-token"):
            said = {"refresh_token": "", "token": typed, **more}
            page = keep_token(ana_asks, server, tokens, **said)
            assert "Without a refresh token none is renewed." in mend_at(page, "refresh_token")
    assert (len(tokens.asked), ring.kept) == (asked, before)
    # Typed once more it is taken, and the client's secret is not sent along.
    tokens.valid.clear()
    keep_token(ana_asks, server, tokens, client_id="another")
    assert tokens.asked[-1]["client_id"] == "another"
    assert "client_secret" not in tokens.asked[-1]


def test_a_server_that_offers_encryption_is_asked_for_it_before_anything_is_said() -> None:
    with odd_mailbox([]) as server:
        server.capabilities = "IMAP4rev1 STARTTLS"
        account = Account(address=server.address, user_name="ana", may_be_unencrypted=True)
        with pytest.raises(MailServerError):
            accounts.try_account(account, accounts.secret_from(account, {"password": "word"}))
    assert "STARTTLS" in server.heard
    assert not any("LOGIN" in each for each in server.heard)


@in_earnest
def test_a_look_says_what_it_found_on_the_page(ana_asks: Client, server: Dovecot) -> None:
    with odd_mailbox([*map(invitation, range(3))]) as odd:
        odd.headless = {2}
        keep(ana_asks, server, address=odd.address)
        page = look(ana_asks)
    assert "2 mails were new." in page
    assert "not given whole" in page
    assert "127.0.0.1 answered" in page_of(ana_asks.get(PAGE))
