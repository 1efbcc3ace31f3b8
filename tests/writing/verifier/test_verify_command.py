"""`redleaf verify` as a person calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Command
from tests.writing.verifier.scene import SCENE

TRUE = "Hi Tomasz, great meeting you in Porto last Thursday. Ines"
UNTRUE = "Hi Tomasz, great meeting you in Lisbon last Thursday. Ines"


@pytest.fixture
def brief(tmp_path: Path) -> str:
    path = tmp_path / "brief.json"
    path.write_text(json.dumps(SCENE), "utf-8")
    return str(path)


@pytest.fixture
def redleaf(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(monkeypatch, capsys)


def test_it_bears_out_a_true_note(redleaf: Command, brief: str) -> None:
    run = redleaf("verify", brief, TRUE)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("The brief bears out every claim.")
    assert "encounters.0.place: Porto" in run.out


def test_it_marks_an_untrue_claim_and_says_why(redleaf: Command, brief: str) -> None:
    run = redleaf("verify", brief, UNTRUE)
    assert run.code == 1
    assert "32-38  place  “Lisbon”" in run.out
    assert "The brief does not name Lisbon." in run.out


def test_it_shows_doubts_before_what_is_borne_out(redleaf: Command, brief: str) -> None:
    out = redleaf("verify", brief, UNTRUE).out
    assert out.index("Lisbon") < out.index("Borne out:") < out.index("Tomasz")


def test_it_reads_standard_input_when_no_text_is_given(redleaf: Command, brief: str) -> None:
    assert redleaf("verify", brief, stdin=UNTRUE).code == 1
    assert redleaf("verify", brief, "-", stdin=TRUE).code == 0


def test_it_reads_a_file(redleaf: Command, brief: str, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(UNTRUE, "utf-8")
    assert redleaf("verify", brief, str(note)).code == 1


def test_it_reads_the_brief_from_standard_input(redleaf: Command) -> None:
    assert redleaf("verify", "-", TRUE, stdin=json.dumps(SCENE)).code == 0


def test_it_gives_json(redleaf: Command, brief: str) -> None:
    run = redleaf("verify", brief, UNTRUE, "--format", "json")
    said = json.loads(run.out)
    assert run.code == 1
    assert said["supported"] is False
    assert [c["text"] for c in said["claims"] if not c["supported"]] == ["Lisbon"]


def test_it_says_when_nothing_is_claimed(redleaf: Command, brief: str) -> None:
    run = redleaf("verify", brief, "Thinking of you.")
    assert (run.code, run.out) == (0, "This text claims nothing that a brief could bear out.\n")


def test_it_wants_brief_and_text_from_two_places(redleaf: Command) -> None:
    assert redleaf("verify", "-", "-", stdin="{}").code == 2


def test_it_names_the_fault_of_a_brief(redleaf: Command) -> None:
    run = redleaf("verify", "-", TRUE, stdin='{"recipient": {}}')
    assert (run.code, run.out) == (1, "")
    assert "recipient.name" in run.err


@pytest.mark.parametrize("name", ["gone.txt", "drafts/gone.md", "."])
def test_it_bears_out_no_file_that_cannot_be_read(redleaf: Command, brief: str, name: str) -> None:
    run = redleaf("verify", brief, name)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(f"redleaf: {name}: ")
