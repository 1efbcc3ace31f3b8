"""`redleaf repair`: what to send, and when, once the standard text went out by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redleaf.web.accounts.models import User
from tests.cli.running import Command

BRIEF = {
    "today": "2026-11-19", "network": "linkedin",
    "sender": {"name": "Ines Duarte"}, "recipient": {"name": "Mira Holt"},
    "encounters": [{"kind": "conference", "on": "2026-11-12", "event": "Salt Days",
                    "topics": ["bells that crack in frost"]}],
}  # fmt: skip


@pytest.fixture
def brief(redleaf: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(tmp_path)
    Path("brief.json").write_text(json.dumps(BRIEF))
    return redleaf


def test_it_tells_what_to_do_and_writes_a_message_and_a_mail(brief: Command) -> None:
    run = brief("repair", "brief.json")
    assert (run.code, run.err) == (0, "")
    assert "do not withdraw it" in run.out
    assert "as soon as Mira accepts" in run.out
    assert "Subject: " in run.out
    assert run.out.count("Salt Days") >= 2


def test_it_writes_json(brief: Command) -> None:
    told = json.loads(brief("repair", "brief.json", "--format", "json").out)
    assert told["advice"] == "after-acceptance"
    assert len(told["drafts"]) == 1
    assert told["email"]["subject"]


def test_it_tells_what_holds_on_another_network(brief: Command) -> None:
    Path("brief.json").write_text(json.dumps({**BRIEF, "network": "instagram"}))
    run = brief("repair", "brief.json")
    assert "do not invite again" in run.out
    assert "LinkedIn" not in run.out


def test_it_takes_somebody_from_memory(redleaf: Command, owner: User) -> None:
    today = ("--today", "2026-11-23")
    line = "Mira Holt, met at Salt Days last Thursday, talked about bells that crack in frost"
    redleaf("remember", line, *today)
    redleaf("people", "me", "--name", "Ines Duarte")
    run = redleaf("repair", "--to", "Mira", *today)
    assert (run.code, run.err) == (0, "")
    assert "Salt Days" in run.out


def test_it_asks_when_nothing_is_known(brief: Command) -> None:
    run = brief("repair", "-", stdin='{"network": "linkedin", "recipient": {"name": "Mira Holt"}}')
    assert run.code == 1
    assert "How do you know Mira Holt?" in run.out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("brief.json", "--to", "Mira"),
        ("brief.json", "--network", "xing"),
        ("--to", "Mira", "--network", "nowhere"),
    ],
)
def test_it_wants_one_brief_or_one_name(brief: Command, arguments: tuple[str, ...]) -> None:
    run = brief("repair", *arguments)
    assert (run.code, run.out) == (2, "")
