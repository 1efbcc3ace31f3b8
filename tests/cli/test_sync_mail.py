"""`redleaf sync imap://...` with a real server: what is new is read once, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from redleaf.web.contacts.models import Invitation, Letter
from redleaf.web.mailboxes import client
from redleaf.web.mailboxes.models import Folder
from tests.cli.running import Command
from tests.formats.mail.network_mails import message, plain
from tests.web.mailboxes.dovecot import PASSWORD, USER, Dovecot, Line, dovecot

pytestmark = pytest.mark.usefixtures("owner")


@pytest.fixture(scope="module")
def running() -> Iterator[Dovecot]:
    with dovecot() as server:
        yield server


@pytest.fixture
def server(running: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    """The server with an empty INBOX; what a test put there is gone after it."""
    monkeypatch.setenv("REDLEAF_SYNC_PASSWORD", PASSWORD)
    monkeypatch.setattr(client, "_PAUSE_SECONDS", 0.02)
    yield running
    running.empty()


def invitation(number: int) -> bytes:
    name = f"Ulla Fenn{chr(97 + number)}"
    text = plain(
        "linkedin",
        name,
        f"ulla-fenn{chr(97 + number)}",
        note=f"“Rain again, {number} days of it now?”",
    )
    who = f"{name} <invitations@linkedin.com>"
    return message(f"{name} wants to connect", who, ("plain", text), key=f"{number}@linkedin.com")


def letter(number: int) -> bytes:
    who = f"Ben Costa <ben{number}@example.org>"
    return message("Fog horns", who, ("plain", "From here on\nhello"), key=f"l{number}@example.org")


def sync(redleaf: Command, address: str, *more: str) -> tuple[int, str, str]:
    run = redleaf("sync", address, "--user", USER, *more)
    assert PASSWORD not in run.out + run.err
    return run


def kept() -> tuple[int, int]:
    return Invitation.objects.count(), Letter.objects.count()


def test_it_brings_in_what_is_there_and_then_only_what_is_new(
    redleaf: Command, server: Dovecot
) -> None:
    server.put(invitation(0), letter(0), invitation(1))
    code, out, _ = sync(redleaf, server.address)
    assert (code, kept()) == (0, (2, 1))
    assert "INBOX: 3 new on the server.\n" in out
    assert len(server.unread().split()) == 3
    server.put(invitation(2))
    assert "INBOX: 1 new on the server.\n" in sync(redleaf, server.address)[1]
    assert sync(redleaf, server.address)[1] == "INBOX: 0 new on the server.\n"
    assert kept() == (3, 1)
    assert "Rain again, 2 days of it now?" in Invitation.objects.values_list("text", flat=True)
    assert PASSWORD not in server.log.read_text("utf-8")


@pytest.mark.parametrize(("after", "times"), [(700, 2), (9_000, 1), (9_000, 50), (14_000, 3)])
def test_a_line_that_is_cut_loses_nothing(
    redleaf: Command, server: Dovecot, after: int, times: int
) -> None:
    server.put(*map(invitation, range(12)))
    line = Line(server.port, after=after, times=times)
    code, _, err = sync(redleaf, line.address)
    line.close()
    if code:
        assert "cannot be reached, or hangs up" in err
    sync(redleaf, server.address)
    assert sync(redleaf, server.address)[0] == 0
    assert kept() == (12, 0)


def test_a_server_that_starts_anew_goes_on(redleaf: Command, server: Dovecot) -> None:
    server.put(invitation(0))
    sync(redleaf, server.address)
    server.stop()
    code, _, err = sync(redleaf, server.address)
    assert (code, "cannot be reached" in err) == (1, True)
    server.start()
    server.put(invitation(1))
    assert (sync(redleaf, server.address)[0], kept()) == (0, (2, 0))


def test_a_folder_that_is_numbered_anew_is_read_again_and_nothing_twice(
    redleaf: Command, server: Dovecot
) -> None:
    for more in range(2):
        imap = server.person()
        imap.create("Netz")
        imap.logout()
        server.put(*map(invitation, range(3 + more)), letter(0), folder="Netz")
        sync(redleaf, server.address, "--only", "Netz")
        imap = server.person()
        imap.delete("Netz")
        imap.logout()
    assert kept() == (4, 1)


def test_a_renamed_folder_is_named_and_read_under_its_new_name(
    redleaf: Command, server: Dovecot
) -> None:
    imap = server.person()
    imap.create("Netz")
    server.put(invitation(0), folder="Netz")
    sync(redleaf, server.address, "--only", "Netz")
    imap.rename("Netz", "Netze")
    imap.logout()
    server.put(invitation(1), folder="Netze")
    code, _, err = sync(redleaf, server.address, "--only", "Netz", "--only", "INBOX")
    assert (code, "There is no folder Netz" in err) == (1, True)
    assert sync(redleaf, server.address, "--only", "Netze")[0] == 0
    assert kept() == (2, 0)


def test_it_lists_folders_by_their_names(redleaf: Command, server: Dovecot) -> None:
    imap = server.person()
    imap.create('"Entw&APw-rfe &- mehr"')
    code, out, _ = sync(redleaf, server.address, "--list")
    assert (code, set(out.splitlines())) == (0, {"INBOX", "Entwürfe & mehr"})
    assert sync(redleaf, server.address, "--only", "Entwürfe & mehr")[0] == 0
    imap.delete('"Entw&APw-rfe &- mehr"')
    imap.logout()


def test_a_preview_changes_nothing(redleaf: Command, server: Dovecot) -> None:
    server.put(invitation(0))
    assert sync(redleaf, server.address, "--preview")[0] == 0
    assert (kept(), Folder.objects.count()) == ((0, 0), 0)


def test_a_wrong_password_is_told_and_not_shown(
    redleaf: Command, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDLEAF_SYNC_PASSWORD", "wrong-9-Word")
    code, _, err = sync(redleaf, server.address)
    assert (code, "does not take this user name and password" in err) == (1, True)
    assert "wrong-9-Word" not in err
    code, _, err = sync(redleaf, server.address, "--token")
    assert code == 1
    assert "wrong-9-Word" not in err


def test_it_sends_no_password_in_the_open(
    redleaf: Command, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_is_this_machine", lambda _: False)
    code, _, err = sync(redleaf, server.address)
    assert (code, "read on the way" in err) == (1, True)
    assert sync(redleaf, server.address, "--unencrypted")[0] == 0
