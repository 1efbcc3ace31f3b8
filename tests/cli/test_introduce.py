"""`redleaf introduce`: two letters that ask, and one to both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redleaf.web.accounts.models import User
from tests.cli.running import Command

MIRA = {"sender": {"name": "Ines Duarte"}, "recipient": {"name": "Mira Holt", "role": "curator"}}
BRAM = {"sender": {"name": "Ines Duarte"}, "recipient": {"name": "Bram Oyelaran", "role": "potter"}}
ABOUT = ("--about", "firing with olive stones")
LINES = """Mira Holt, curator at Muzeum Wody, coffee last Thursday, talked about glaze
Bram Oyelaran, potter at Kiln House, met at Salt Days in May, talked about slate
"""


@pytest.fixture
def briefs(redleaf: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(tmp_path)
    Path("mira.json").write_text(json.dumps(MIRA))
    Path("bram.json").write_text(json.dumps(BRAM))
    return redleaf


def test_it_writes_three_letters(briefs: Command) -> None:
    run = briefs("introduce", "mira.json", "bram.json", *ABOUT)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Ask both first, each alone")
    heads = ["To Mira Holt:", "To Bram Oyelaran:", "To both, when both said yes:"]
    assert [run.out.index(head) for head in heads] == sorted(run.out.index(head) for head in heads)
    assert run.out.count("Subject: ") == 3


def test_it_writes_json(briefs: Command) -> None:
    run = briefs("introduce", "mira.json", "bram.json", *ABOUT, "--format", "json")
    told = json.loads(run.out)
    assert [ask["to"] for ask in told["asks"]] == ["Mira Holt", "Bram Oyelaran"]
    assert "firing with olive stones" in told["joint"]["text"]


def test_it_asks_what_they_could_talk_about(briefs: Command) -> None:
    run = briefs("introduce", "mira.json", "bram.json")
    assert "What could Mira and Bram talk about" in run.out
    assert "(say it with --about)" in run.out


def test_another_seed_words_them_anew(briefs: Command) -> None:
    asked = ("introduce", "mira.json", "bram.json", *ABOUT)
    assert len({briefs(*asked, "--seed", str(seed)).out for seed in range(5)}) > 1


def test_it_takes_both_from_memory(redleaf: Command, owner: User) -> None:
    today = ("--today", "2026-11-23")
    redleaf("remember", "-", *today, stdin=LINES)
    redleaf("people", "me", "--name", "Ines Duarte")
    run = redleaf("introduce", "--to", "Mira", "--and", "Bram", *ABOUT, *today)
    assert (run.code, run.err) == (0, "")
    assert "Dear Mira, dear Bram," in run.out
    same = redleaf("introduce", "--to", "Mira", "--and", "Holt", *ABOUT, *today)
    assert (same.code, same.out) == (2, "")


def test_two_bare_names_give_a_question_alone(briefs: Command) -> None:
    for name in ("mira", "bram"):
        Path(f"{name}.json").write_text(json.dumps({"recipient": {"name": name.title()}}))
    run = briefs("introduce", "mira.json", "bram.json")
    assert run.code == 1
    assert "Subject" not in run.out
    assert "?" in run.out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("mira.json",),
        ("--to", "Mira"),
        ("mira.json", "--to", "Mira", "--and", "Bram"),
        ("mira.json", "bram.json", "mira.json"),
        ("mira.json", "mira.json"),
        ("-", "-"),
    ],
)
def test_it_wants_two_people(briefs: Command, arguments: tuple[str, ...]) -> None:
    run = briefs("introduce", *arguments)
    assert (run.code, run.out) == (2, "")
