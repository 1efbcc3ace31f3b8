"""`redleaf triage` as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redleaf.web.accounts.models import User
from tests.cli.running import Command, Run
from tests.triage.scene import DEFAULT, KNOWN, LINKEDIN

FIELDS = {"id", "verdict", "attention", "decision", "reasons", "reply", "campaign"}


def row(key: str, text: str = DEFAULT, name: str = "Dagny Moe", **more: Any) -> str:
    slug = name.lower().replace(" ", "-")
    who = {"name": name, "headline": "", "identities": [f"{LINKEDIN}{slug}"]}
    given = {"id": key, "text": text, "from": who, "received": "2026-05-19T09:00:00Z"}
    return json.dumps({**given, "network": "linkedin", **more}) + "\n"


@pytest.fixture
def known(tmp_path: Path) -> str:
    path = tmp_path / "known.json"
    path.write_text(json.dumps(KNOWN), "utf-8")
    return str(path)


def rows(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.out.splitlines()]


def test_it_ranks_the_known_first_with_reasons_and_an_answer(redleaf: Command, known: str) -> None:
    run = redleaf("triage", "--known", known, stdin=row("1") + row("2", "", "Ben Oyelaran"))
    first, second = rows(run)
    assert (run.code, run.err) == (0, "")
    assert set(first) == FIELDS
    assert (first["id"], first["decision"], first["reply"]) == ("2", "accept", "")
    assert (second["id"], second["decision"], second["campaign"]) == ("1", "ask", None)
    assert "Dagny" in second["reply"]
    assert first["attention"] > second["attention"]


def test_it_reads_a_file_and_takes_a_policy(redleaf: Command, known: str, tmp_path: Path) -> None:
    (tmp_path / "inbox.jsonl").write_text("\ufeff" + row("1"), "utf-8")
    run = redleaf("triage", "inbox.jsonl", "--policy", "open", "--known", known)
    assert [each["decision"] for each in rows(run)] == ["accept"]


def test_it_reads_settings_in_words_from_a_file(
    redleaf: Command, known: str, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("strangers with the default text: decline\n", "utf-8")
    run = redleaf("triage", "--policy", "mine.txt", "--known", known, stdin=row("1"))
    assert [each["decision"] for each in rows(run)] == ["decline"]


def test_the_owners_policy_holds_unless_another_is_named(redleaf: Command, tmp_path: Path) -> None:
    own = {**KNOWN, "owner": {**KNOWN["owner"], "policy": "open"}}
    (tmp_path / "own.json").write_text(json.dumps(own), "utf-8")
    run = redleaf("triage", "--known", "own.json", stdin=row("1"))
    assert rows(run)[0]["decision"] == "accept"
    run = redleaf("triage", "--known", "own.json", "--policy", "choosy", stdin=row("1"))
    assert rows(run)[0]["decision"] == "ask"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{", "this line is not JSON"),
        ("[" * 9000, "this line is not JSON"),
        ("7", "this line is not an object"),
        ('{"text": "x"}', "id: an invitation needs an id"),
        ('{"id": "x", "from": 7}', "from: this must be an object"),
        ('{"id": "x", "from": {"identities": "a"}}', "from.identities: this must be a list"),
        ('{"id": "x", "text": 7}', "text: this must be a text"),
        ('{"id": "x", "received": "soon"}', "received: 'soon' is not a moment"),
    ],
)
def test_a_row_that_cannot_be_read_comes_out_with_its_error(
    redleaf: Command, known: str, line: str, error: str
) -> None:
    run = redleaf("triage", "--known", known, stdin=row("1") + line + "\n")
    good, bad = rows(run)
    assert run.code == 1
    assert good["id"] == "1"
    assert error in bad["error"]
    assert bad["line"] == 2
    assert run.err == "redleaf: 1 row could not be read.\n"


def test_a_network_that_is_not_known_is_no_error(redleaf: Command, known: str) -> None:
    run = redleaf("triage", "--known", known, stdin=row("1", network="Nowhere"))
    assert run.code == 0
    assert rows(run)[0]["decision"] == "ask"


def test_nothing_in_is_nothing_out(redleaf: Command, known: str) -> None:
    run = redleaf("triage", "--known", known, stdin="")
    assert (run.code, run.out) == (0, "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "this is not JSON"),
        ("[]", "this must be an object in braces"),
        ('{"today": "soon"}', "today: 'soon' is not a day"),
        ('{"contacts": [{"verdict": {"decision": "maybe"}}]}', "contacts.0.verdict.decision"),
    ],
)
def test_what_is_wrong_with_what_is_known_is_said(
    redleaf: Command, tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "bad.json").write_text(content, "utf-8")
    run = redleaf("triage", "--known", "bad.json", stdin=row("1"))
    assert run.code == 1
    assert said in run.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--policy", "lenient"),
        ("-", "--known", "-"),
    ],
)
def test_wrong_use(redleaf: Command, wrong: tuple[str, ...]) -> None:
    assert redleaf("triage", *wrong, stdin=row("1")).code == 2


def test_without_known_it_asks_the_store(redleaf: Command, owner: User) -> None:
    assert (
        redleaf("remember", "Ben Oyelaran, dyer, met yesterday at Warp & Weft in Borås").code == 0
    )
    run = redleaf("triage", stdin=row("1", "", "Ben Oyelaran") + row("2", "", "Dagny Moe"))
    told = {each["id"]: each for each in rows(run)}
    assert owner.pk
    assert told["1"]["reasons"][0].startswith("Same name, other profile: Ben Oyelaran")
    assert told["2"]["decision"] == "ask"


def test_the_owners_policy_counts_unless_another_is_named(redleaf: Command, owner: User) -> None:
    owner.policy = User.Policy.STRICT
    owner.save(update_fields=["policy"])
    asked = row("1", "", "Dagny Moe")
    assert rows(redleaf("triage", stdin=asked))[0]["decision"] == "decline"
    assert rows(redleaf("triage", "--policy", "choosy", stdin=asked))[0]["decision"] == "ask"
