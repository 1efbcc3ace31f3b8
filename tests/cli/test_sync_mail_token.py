"""`redleaf sync` with a token of OAuth: against a real mail server that asks whether it holds."""

from __future__ import annotations

import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.mailboxes import client
from redleaf.web.mailboxes.accounts import keep_account
from redleaf.web.mailboxes.models import Account
from tests.cli.running import Command, Run
from tests.cli.test_sync_mail import invitation
from tests.languagemodel.keyrings import memory_keyring
from tests.web.mailboxes.dovecot import PASSWORD, USER, Dovecot, dovecot
from tests.web.mailboxes.token_server import REFRESH, TokenServer, token_server

pytestmark = pytest.mark.usefixtures("owner")
SECRET = "secret-alder-5"


@pytest.fixture(scope="module")
def tokens_running() -> Iterator[TokenServer]:
    with token_server() as server:
        yield server


@pytest.fixture
def tokens(tokens_running: TokenServer) -> Iterator[TokenServer]:
    yield tokens_running
    tokens_running.forget_everything()


@pytest.fixture(scope="module")
def running(tokens_running: TokenServer) -> Iterator[Dovecot]:
    with dovecot(tokens_running.base) as server:
        server.put(invitation(0))
        yield server


@pytest.fixture
def server(
    running: Dovecot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Iterator[Dovecot]:
    monkeypatch.delenv("REDLEAF_SYNC_PASSWORD", raising=False)
    monkeypatch.setattr(client, "_PAUSE_SECONDS", 0.02)
    caplog.set_level(logging.DEBUG)
    yield running
    logged = caplog.text + running.log.read_text("utf-8")
    assert not any(each in logged for each in ("larch", "birch", SECRET))


def sync(redleaf: Command, server: Dovecot, *more: str) -> Run:
    run = redleaf("sync", server.address, "--user", USER, *more)
    assert not any(each in run.out + run.err for each in ("larch", "birch", SECRET))
    return run


def file_of(folder: Path, tokens: TokenServer, **more: Any) -> Path:
    told = {"refresh_token": REFRESH, "token_uri": tokens.address, "client_id": "leaf"}
    place = folder / "token.json"
    place.write_text(json.dumps({**told, "client_secret": SECRET, "scope": "mail", **more}))
    return place


def test_a_token_from_the_environment_lets_in(
    redleaf: Command, server: Dovecot, tokens: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDLEAF_SYNC_PASSWORD", tokens.new_token())
    assert sync(redleaf, server, "--token").code == 0
    assert Invitation.objects.count() == 1
    tokens.valid.clear()
    code, _, err = sync(redleaf, server, "--token")
    assert (code, "does not take this user name and token" in err) == (1, True)


def test_a_server_with_the_other_way_takes_it_too(
    redleaf: Command, tokens: TokenServer, tmp_path: Path, server: Dovecot
) -> None:
    place = tmp_path / "token"
    place.write_text(tokens.new_token() + "\n")
    with dovecot(tokens.base, "oauthbearer") as other:
        assert sync(redleaf, other, "--token-file", str(place), "--list").out == "INBOX\n"
        tokens.valid.clear()
        assert "user name and token" in sync(redleaf, other, "--token-file", str(place)).err


def test_a_server_that_takes_none_is_said(
    redleaf: Command, tokens: TokenServer, tmp_path: Path, server: Dovecot
) -> None:
    place = tmp_path / "token"
    place.write_text(tokens.new_token())
    with dovecot(tokens.base, "") as other:
        assert "takes no tokens" in sync(redleaf, other, "--token-file", str(place)).err


def test_a_token_that_ran_out_is_renewed_and_written_back(
    redleaf: Command, server: Dovecot, tokens: TokenServer, tmp_path: Path
) -> None:
    tokens.rotates = True
    place = file_of(tmp_path, tokens, token="access-larch-old")
    assert sync(redleaf, server, "--token-file", str(place)).code == 0
    kept = json.loads(place.read_text())
    assert (kept["token"], kept["scope"]) == (next(iter(tokens.valid)), "mail")
    assert kept["refresh_token"] == tokens.refresh != REFRESH
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert tokens.asked[-1]["client_secret"] == SECRET
    assert sync(redleaf, server, "--token-file", str(place)).code == 0
    assert len(tokens.asked) == 1


FAULTS = [
    ((400, b'{"error": "invalid_grant"}'), "does not renew the token any more"),
    ((401, b"no"), "does not renew the token any more"),
    ((503, b""), "renews no token just now"),
    ((302, b"http://127.0.0.1:9/"), "does not renew the token any more"),
    ((200, b"<html>"), "answers is no token"),
    ((200, b"[" * 5_000), "answers is no token"),
    ((200, b"[]"), "answers is no token"),
    ((200, b'{"access_token": 7}'), "answers is no token"),
    ((200, b'{"access_token": ""}'), "answers is no token"),
    ((200, b'{"access_token": "a\\r\\nb"}'), "answers is no token"),
    ((200, b'{"access_token": "a", "refresh_token": ["x"]}'), "answers is no token"),
    ((200, b"x" * 200_000), "answers is no token"),
]


@pytest.mark.parametrize(("answer", "mend"), FAULTS)
def test_what_the_token_server_does_wrong_is_said(
    redleaf: Command, server: Dovecot, tokens: TokenServer, tmp_path: Path,
    answer: tuple[int, bytes], mend: str,
) -> None:  # fmt: skip
    tokens.answers.append(answer)
    place = file_of(tmp_path, tokens)
    before = place.read_text()
    code, _, err = sync(redleaf, server, "--token-file", str(place))
    assert (code, mend in err) == (1, True)
    assert place.read_text() == before
    assert len(tokens.asked) == 1


def test_a_token_server_that_is_gone_or_open_to_all_is_said(
    redleaf: Command, server: Dovecot, tokens: TokenServer, tmp_path: Path
) -> None:
    for address, mend in (
        ("http://127.0.0.1:9/token", "which renews the token, cannot be reached"),
        ("http://login.example.org/token", "could be read on the way"),
        ("https:///token", "Write it as https://login.example.org/token."),
        ("ftp://login.example.org", "Write it as https://login.example.org/token."),
    ):
        place = file_of(tmp_path, tokens, token_uri=address)
        assert mend in sync(redleaf, server, "--token-file", str(place)).err


@pytest.mark.parametrize("text", ["", "{", "{}", "two words", '{"token": 7}', "\N{SNOWMAN}"])
def test_a_file_without_a_token_is_said(
    redleaf: Command, server: Dovecot, tmp_path: Path, text: str
) -> None:
    place = tmp_path / "token"
    place.write_text(text, "utf-8")
    code, _, err = sync(redleaf, server, "--token-file", str(place))
    assert (code, str(place) in err) == (1, True)
    assert sync(redleaf, server, "--token-file", str(tmp_path / "none")).code == 1


def test_it_takes_what_the_desk_keeps(redleaf: Command, server: Dovecot, owner: User) -> None:
    account = Account(owner=owner, address=server.address, user_name=USER)
    with memory_keyring():
        keep_account(account, {"password": PASSWORD}, ["INBOX"])
        assert sync(redleaf, server).code == 0


def test_books_of_addresses_take_no_token(redleaf: Command, tmp_path: Path) -> None:
    for option in (["--token"], ["--token-file", str(tmp_path / "x")]):
        assert redleaf("sync", "https://dav.example.org", "--user", "ana", *option).code == 2
