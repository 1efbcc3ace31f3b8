"""`redleaf draft`: a brief in; advice, drafts with their sources, or a question out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.cli.running import Command

BRIEF: dict[str, Any] = {
    "today": "2026-11-20",
    "network": "linkedin",
    "sender": {"name": "Ines Duarte", "headline": "repairs pianos"},
    "recipient": {"name": "Mira Holt"},
    "encounters": [{"kind": "coffee", "on": "2026-11-18", "place": "Turku", "topics": ["moss"]}],
}


def test_it_writes_drafts_and_names_their_sources(redleaf: Command, tmp_path: Path) -> None:
    file = tmp_path / "mira.json"
    file.write_text(json.dumps(BRIEF), "utf-8")
    run = redleaf("draft", str(file))
    assert run.code == 0
    assert run.out.startswith("Send a note. You met on Wednesday")
    assert "of 200" in run.out
    assert "a  " in run.out
    assert "(encounters.0.topics.0)" in run.out


def test_it_reads_standard_input_and_writes_json(redleaf: Command) -> None:
    run = redleaf(
        "draft", "-", "--format", "json", "--n", "2", "--seed", "3", stdin=json.dumps(BRIEF)
    )
    answer = json.loads(run.out)
    assert run.code == 0
    assert (answer["schema"], answer["advice"], answer["question"]) == (1, "note", None)
    assert len(answer["drafts"]) == 2
    one = answer["drafts"][0]
    assert one["length"] == len(one["text"]) <= one["limit"] == 200
    assert set(one) == {
        "text", "tone", "by", "length", "limit", "moves", "facts", "report",
    }  # fmt: skip
    assert one["report"]["verdict"] == "personal"


def test_it_asks_and_says_where_the_answer_goes(redleaf: Command) -> None:
    run = redleaf("draft", "-", stdin='{"recipient": {"name": "Mira Holt"}}')
    assert run.code == 1
    assert "How do you know Mira Holt?" in run.out
    assert "(goes into encounters)" in run.out


def test_it_names_the_facts_that_no_note_can_say(redleaf: Command) -> None:
    met = {**BRIEF["encounters"][0], "event": "{{event}}"}
    run = redleaf("draft", "-", stdin=json.dumps({**BRIEF, "encounters": [met]}))
    left_out = "Left out, because it cannot be used as it is recorded: encounters.0.event."
    assert left_out in run.out.splitlines()
    asked = {**BRIEF, "encounters": [{"kind": "conference", "topics": ["{{topic}}"]}]}
    run = redleaf("draft", "-", stdin=json.dumps({**asked, "sender": {}}))
    assert "(goes into encounters.0.topics.0)" in run.out
    assert "Left out" not in run.out


def test_it_names_the_place_of_a_fault_in_the_brief(redleaf: Command) -> None:
    faulty = {**BRIEF, "encounters": [{"kind": "coffee", "on": "Thursday"}]}
    run = redleaf("draft", "-", stdin=json.dumps(faulty))
    assert run.code == 1
    assert "encounters.0.on" in run.err
    assert run.out == ""


def test_it_refuses_wrong_use(redleaf: Command) -> None:
    assert redleaf("draft").code == 2
    assert redleaf("draft", "-", "--n", "0", stdin="{}").code == 2


def test_a_limit_too_small_is_said_and_the_words_are_for_afterwards(redleaf: Command) -> None:
    run = redleaf("draft", "-", "--format", "json", stdin=json.dumps(BRIEF | {"limit": 20}))
    answer = json.loads(run.out)
    assert (run.code, answer["advice"], answer["question"]) == (0, "after-acceptance", None)
    assert "20 characters are too few" in answer["why"]


def test_no_fact_steers_the_terminal(redleaf: Command) -> None:
    met = {**BRIEF["encounters"][0], "topics": ["moss\x1b[2J gardens\x07"]}
    run = redleaf("draft", "-", stdin=json.dumps({**BRIEF, "encounters": [met]}))
    assert "moss gardens" in run.out
    assert all(line.isprintable() for line in run.out.splitlines())


def test_it_adds_the_mail_that_goes_with_an_invitation(redleaf: Command) -> None:
    run = redleaf("draft", "-", "--email", "--n", "1", stdin=json.dumps(BRIEF))
    note, _, mail = run.out.partition("\nThe mail that goes with it:\n")
    assert "of 200" in note
    assert "Subject: " not in note
    assert "\n  Subject: " in mail
    assert "Ines Duarte" in mail
    assert "The mail" not in redleaf("draft", "-", stdin=json.dumps(BRIEF)).out


def test_a_brief_that_counts_is_told_how_many_notes_are_left(redleaf: Command) -> None:
    run = redleaf("draft", "-", stdin=json.dumps(BRIEF | {"sent_this_month": 2}))
    assert run.out.count("3 of 5 LinkedIn notes left.") == 1
    spent = redleaf("draft", "-", stdin=json.dumps(BRIEF | {"sent_this_month": 5}))
    assert spent.out.startswith("Write after they accept. All 5 LinkedIn notes")
    assert "For afterwards:" in spent.out


def test_nobody_is_asked_where_the_answer_goes_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "mira.json").write_text(json.dumps(BRIEF), "utf-8")
    script = "import sys; from redleaf.cli import main; sys.exit(main(['draft', 'mira.json']))"
    terminal, theirs = os.openpty()
    with (tmp_path / "said").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", script],
            stdin=theirs, stdout=out, stderr=theirs, cwd=tmp_path, timeout=60, check=False,
        )  # fmt: skip
    os.close(terminal)
    os.close(theirs)
    assert done.returncode == 0
    assert " of 200" in (tmp_path / "said").read_text("utf-8")
