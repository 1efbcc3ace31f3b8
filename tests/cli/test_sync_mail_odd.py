"""`redleaf sync` with a mail server that gives not every mail: the others are read all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from redleaf.formats.importer import importers
from redleaf.web.contacts.models import Invitation
from redleaf.web.mailboxes import client
from redleaf.web.mailboxes.models import Folder
from tests.cli.running import Command
from tests.cli.test_sync_mail import invitation, sync
from tests.web.mailboxes.dovecot import PASSWORD
from tests.web.mailboxes.odd_mailbox import OddMailbox, odd_mailbox

pytestmark = pytest.mark.usefixtures("owner")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OddMailbox]:
    """A server with six invitations, numbered from 1."""
    monkeypatch.setenv("REDLEAF_SYNC_PASSWORD", PASSWORD)
    monkeypatch.setattr(client, "_PAUSE_SECONDS", 0.01)
    with odd_mailbox([*map(invitation, range(6))]) as server:
        yield server


def kept() -> tuple[int, int]:
    """How many invitations came in, and how far the folder counts as read."""
    return Invitation.objects.count(), Folder.objects.get().last_uid


def test_a_mail_that_is_not_given_whole_is_told_and_passed_over(
    redleaf: Command, server: OddMailbox
) -> None:
    server.bodiless = {4}
    code, _, err = sync(redleaf, server.address)
    assert (code, kept()) == (1, (6, 6))  # of one there is no note
    assert "A mail was not given whole: 127.0.0.1 answered: [SERVERBUG] internal error" in err
    assert sync(redleaf, server.address)[0] == 0


def test_a_mail_of_which_nothing_is_given_does_not_hold_up_the_others(
    redleaf: Command, server: OddMailbox
) -> None:
    server.headless = {3, 6}
    code, _, err = sync(redleaf, server.address)
    assert (code, kept(), "not given whole" in err) == (1, (4, 5), True)
    server.headless = set()  # the last one may have been refused for a while alone
    assert sync(redleaf, server.address)[0] == 0
    assert kept() == (5, 6)


def test_a_server_that_gives_nothing_for_a_while_loses_nothing(
    redleaf: Command, server: OddMailbox
) -> None:
    server.headless = set(server.mails)
    assert sync(redleaf, server.address)[0] == 1
    assert kept() == (0, 0)
    server.headless, server.bodiless = set(), set(server.mails)
    assert sync(redleaf, server.address)[0] == 1
    server.bodiless = set()
    sync(redleaf, server.address, "--anew")
    assert kept() == (6, 6)


def test_what_came_before_the_line_broke_for_good_is_kept(
    redleaf: Command, server: OddMailbox
) -> None:
    server.breaking = {5}
    code, _, err = sync(redleaf, server.address)
    assert (code, kept(), "What came is kept" in err) == (1, (4, 4), True)
    server.breaking = set()
    assert (sync(redleaf, server.address)[0], kept()) == (0, (6, 6))


def test_answers_in_another_order_lose_nothing_when_the_line_breaks(
    redleaf: Command, server: OddMailbox
) -> None:
    server.backwards, server.breaking = True, {3}
    sync(redleaf, server.address)
    assert kept() == (2, 2)
    server.breaking = set()
    assert (sync(redleaf, server.address)[0], kept()) == (0, (6, 6))


def test_one_mail_that_ends_the_reader_costs_no_other(
    redleaf: Command, server: OddMailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.mails[3] += b"It rains.\r\n" * 5_000
    usual = importers()["mail"]
    limits = replace(usual.limits, total_bytes=40_000)
    monkeypatch.setitem(importers(), "mail", replace(usual, limits=limits))
    code, _, err = sync(redleaf, server.address)
    assert (code, kept()) == (1, (5, 6))
    assert err.count("redleaf: INBOX") == 1
