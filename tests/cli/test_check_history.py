"""`redleaf check --history`: a note is held against those that were sent before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redleaf.judging import check
from tests.cli.running import Command

SENT = (
    "Hi Ben, good to meet you in Ely. Your talk made me oil my oars again, and I would like to "
    "stay in touch."
)
ANEW = SENT.replace("Ben", "Ana")
OTHER = "Hi Jo,\n\nthe map of the weir hangs over my desk.\n\nInes"
RULE = "boring/same-as-before"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rules_of(redleaf: Command, written: str) -> set[str]:
    Path("sent").write_text(written, encoding="utf-8")
    run = redleaf("check", "-", "--history", "sent", "--format", "json", stdin=ANEW)
    assert run.err == ""
    return {each["rule"] for each in json.loads(run.out)["reports"][0]["findings"]}


@pytest.mark.parametrize(
    "written",
    [
        f"{OTHER}\n---\n{SENT}\n",
        SENT,
        f"“{SENT}”",
        json.dumps([OTHER, SENT], indent=1),
        json.dumps([{"id": 1, "text": SENT}]),
        json.dumps({"recipient": {"name": "Jo"}, "history": [SENT]}),
        json.dumps({"text": SENT}),
        json.dumps(SENT),
        "\n".join(json.dumps({"text": each}) for each in (OTHER, SENT)),
        "\n\n".join(json.dumps(each) for each in (OTHER, SENT)),
        f"[Ely]\n---\n{SENT}",
    ],
)
def test_it_finds_the_note_that_was_sent_before(redleaf: Command, kept: Path, written: str) -> None:
    assert RULE in rules_of(redleaf, written)


@pytest.mark.parametrize("written", ["", "\n---\n", "[]", OTHER, json.dumps({"history": []})])
def test_it_leaves_a_note_that_nobody_had(redleaf: Command, kept: Path, written: str) -> None:
    assert RULE not in rules_of(redleaf, written)


def test_it_is_read_beside_the_history_of_a_brief(redleaf: Command, kept: Path) -> None:
    Path("brief.json").write_text(json.dumps({"recipient": {"name": "Ana Ruiz"}, "history": []}))
    Path("sent.txt").write_text(SENT)
    run = redleaf("check", "-", "--brief", "brief.json", "--history", "sent.txt", stdin=ANEW)
    assert "you sent before" in run.out
    assert "Ana and to nobody else" in " ".join(run.out.split())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[3]", "sent: note 1: notes are texts in quotes"),
        ('{"text": "a"}\n{"id": 4}', "sent: line 2: notes are texts in quotes"),
        ('{"text": "a"}\nHi Jo', "sent: line 2: this is not JSON"),
        ('{"id": 4}', "sent: line 1: notes are texts in quotes"),
        ('{"id": 4,\n "note": 5}', "sent: notes are texts in quotes"),
        ('{"history": {"a": 1}}', "sent: line 1: notes are texts in quotes"),
    ],
)
def test_what_is_no_note_is_named_with_its_place(
    redleaf: Command, kept: Path, written: str, said: str
) -> None:
    Path("sent").write_text(written)
    run = redleaf("check", "-", "--history", "sent", stdin=ANEW)
    assert (run.code, run.out) == (1, "")
    assert said in run.err


def test_a_file_that_is_not_there_is_named(redleaf: Command, kept: Path) -> None:
    run = redleaf("check", "-", "--history", "none.txt", stdin=ANEW)
    assert (run.code, run.out) == (1, "")
    assert "none.txt" in run.err


@pytest.mark.parametrize(
    "arguments", [("-", "--history", "-"), ("a.txt", "--brief", "-", "--history", "-")]
)
def test_standard_input_holds_one_thing(redleaf: Command, arguments: tuple[str, ...]) -> None:
    run = redleaf("check", *arguments)
    assert (run.code, run.out) == (2, "")


def test_the_history_may_come_from_standard_input(redleaf: Command, kept: Path) -> None:
    Path("note.txt").write_text(ANEW)
    run = redleaf("check", "note.txt", "--history", "-", stdin=SENT)
    assert "you sent before" in run.out


def test_the_library_takes_it_as_an_argument() -> None:
    assert RULE in {each.rule for each in check(ANEW, history=[OTHER, SENT]).findings}
    assert RULE not in {each.rule for each in check(ANEW).findings}
