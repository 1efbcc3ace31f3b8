"""`redleaf inbox`: what waits, one of them shown, a decision, and an invitation brought by hand."""

from __future__ import annotations

import json

import pytest

from redleaf.web.accounts.models import User
from tests.cli.running import Command
from tests.web.inbox.cast import DEFAULT, PERSONAL, PITCH

TODAY = ("--today", "2026-11-23")


@pytest.fixture
def inbox(redleaf: Command, owner: User) -> Command:
    redleaf("people", "me", "--name", "Ana Duarte")
    for name, text in (("Ewan Brook", PERSONAL), ("Chad Peak", PITCH), ("Nils Dahl", DEFAULT)):
        link = f"https://www.linkedin.com/in/{name.casefold().replace(' ', '-')}"
        run = redleaf("inbox", "bring", "--from", name, "--link", link, *TODAY, stdin=text)
        assert run.code == 0, run.err
    return redleaf


@pytest.mark.usefixtures("owner")
def test_an_empty_inbox_says_so(redleaf: Command) -> None:
    run = redleaf("inbox", *TODAY)
    assert (run.code, run.out) == (0, "")
    assert "nothing waits in the inbox" in run.err


def test_it_lists_by_group_with_a_number_and_a_reason_each(inbox: Command) -> None:
    lines = inbox("inbox", *TODAY).out.splitlines()
    assert lines[0] == "Answer first"
    assert lines[1].startswith("  1  Ewan Brook, 23 Nov")
    assert lines[2].startswith("     Its words are those of a note")
    assert "Decline" in lines


def test_it_says_the_same_as_json(inbox: Command) -> None:
    told = json.loads(inbox("inbox", "--format", "json", *TODAY).out)
    assert told["invitations"][0]["name"] == "Ewan Brook"
    assert all(each["reasons"] for each in told["invitations"])


def test_it_shows_one_with_its_ready_answer(inbox: Command) -> None:
    run = inbox("inbox", "show", "ewan", *TODAY)
    assert "list of weirs" in " ".join(run.out.split())
    assert "Ready answer" in run.out
    assert inbox("inbox", "show", "1", *TODAY).out == run.out


def test_a_decision_takes_it_out_and_undo_brings_it_back(inbox: Command) -> None:
    run = inbox("inbox", "decide", "chad", "decline", *TODAY)
    assert run.out == "Declined Chad Peak. “redleaf undo” takes it back.\n"
    assert "Chad Peak" not in inbox("inbox", *TODAY).out
    inbox("undo")
    assert "Chad Peak" in inbox("inbox", *TODAY).out


def test_what_fits_none_or_several_is_said(inbox: Command) -> None:
    run = inbox("inbox", "decide", "zoe", "accept", *TODAY)
    assert run.code == 1
    assert "no invitation that waits fits “zoe”" in run.err
    run = inbox("inbox", "show", "a", *TODAY)
    assert run.code == 1
    assert "may be" in run.err


def test_the_same_text_twice_stays_one(inbox: Command) -> None:
    run = inbox("inbox", "bring", "--from", "Ewan Brook", *TODAY, stdin=PERSONAL)
    assert run.code == 1
    assert "here already" in run.err
