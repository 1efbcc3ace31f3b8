"""`redleaf draft --to`: the facts of a note come from the memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from redleaf.notes.brief import Brief
from redleaf.web.accounts.models import User
from tests.cli.running import Command

TODAY = ("--today", "2026-11-23")
LINES = """Mira Holt, curator at Muzeum Wody, met at Museums & Web last Thursday, talked about sound walks, I promised the microphone list
Mira Novak, glazier at Kettle & Sons, coffee in Turku on 3 May 2024
"""  # noqa: E501


@pytest.fixture
def memory(redleaf: Command, owner: User) -> Command:
    redleaf("remember", "-", *TODAY, stdin=LINES)
    redleaf("people", "me", "--name", "Ines Duarte", "--headline", "makes museum audio guides")
    return redleaf


def test_it_writes_from_what_is_remembered(memory: Command) -> None:
    run = memory("draft", "--to", "Mira Holt", "--network", "linkedin", *TODAY)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Send a note.")
    assert "Museums & Web" in run.out
    assert "the microphone list" in run.out
    assert "(encounters.0.event)" in run.out


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_it_counts_from_no_day_at_the_end_of_time(memory: Command, day: str) -> None:
    run = memory("draft", "--to", "Mira Holt", "--today", day)
    assert (run.code, run.out) == (2, "")
    assert "1900 to 2999" in run.err


def test_it_shows_the_brief_that_it_would_write_from(memory: Command) -> None:
    run = memory("draft", "--to", "holt", "--aim", "thank", "--show-brief", *TODAY)
    brief = Brief.from_json(json.loads(run.out))
    assert (brief.recipient.name, brief.recipient.role) == ("Mira Holt", "curator")
    assert (brief.network, brief.aim, brief.recognition) == ("linkedin", "thank", "recent")
    assert (brief.sender.name, brief.sender.headline) == (
        "Ines Duarte", "makes museum audio guides",
    )  # fmt: skip
    assert brief.promises == ("the microphone list",)
    assert brief.history == ()


def test_the_brief_shown_gives_the_same_drafts(memory: Command) -> None:
    shown = memory("draft", "--to", "holt", "--show-brief", *TODAY).out
    direct = memory("draft", "--to", "holt", "--format", "json", *TODAY).out
    assert memory("draft", "-", "--format", "json", stdin=shown).out == direct


def test_who_is_not_one_person_gets_no_note(memory: Command) -> None:
    several = memory("draft", "--to", "mira", *TODAY)
    assert (several.code, "Mira Novak" in several.out) == (1, True)
    nobody = memory("draft", "--to", "zebra", *TODAY)
    assert (nobody.code, nobody.out) == (1, "")
    assert "nobody here matches “zebra”" in nobody.err


@pytest.mark.usefixtures("owner")
def test_it_says_that_nobody_is_named_as_the_sender(redleaf: Command) -> None:
    redleaf("remember", "-", *TODAY, stdin=LINES)
    assert "redleaf people me" in redleaf("draft", "--to", "holt", *TODAY).err


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("brief.json", "--to", "Mira"),
        ("brief.json", "--aim", "thank"),
        ("brief.json", "--network", "linkedin"),
        ("brief.json", "--show-brief"),
        ("brief.json", "--home", "somewhere"),
        ("brief.json", *TODAY),
        ("--to", "Mira", "--network", "pigeon"),
        ("--to", "Mira", "--aim", "sell"),
    ],
)
def test_wrong_use(redleaf: Command, wrong: tuple[str, ...]) -> None:
    assert redleaf("draft", *wrong).code == 2


def test_a_brief_of_ones_own_loads_no_store(tmp_path: Path) -> None:
    brief = tmp_path / "brief.json"
    brief.write_text('{"recipient": {"name": "Mira Holt"}}', "utf-8")
    watch = (
        "import sys; from redleaf.cli import main; main(['draft', sys.argv[1]]); "
        "sys.exit('django' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", watch, str(brief)], check=False)
    assert run.returncode == 0


def test_it_tells_how_many_notes_are_left(memory: Command) -> None:
    run = memory("draft", "--to", "holt", *TODAY)
    assert run.out.splitlines()[1] == "5 of 5 LinkedIn notes left."
    told = json.loads(memory("draft", "--to", "holt", "--format", "json", *TODAY).out)
    assert told["budget"] == {
        "network": "linkedin", "of": 5, "used": 0, "left": 5, "resets_on": None,
    }  # fmt: skip
    assert "notes left" not in memory("draft", "--to", "holt", "--aim", "thank", *TODAY).out
    assert "notes left" not in memory("draft", "--to", "holt", "--network", "email", *TODAY).out
