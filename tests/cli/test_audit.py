"""`redleaf audit` as a person runs it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Command
from tests.formats.linkedin_export import connections, invitations, sent, zip_of


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.zip"
    rows = [sent("Tove Lind", "7/6/26, 1:00 PM"), sent("Ugo \x1b[31m Rao", "7/6/26, 1:00 PM")]
    files = {
        "Invitations.csv": invitations(*rows) + "broken,row\n",
        "Connections.csv": connections(
            ("Tove Lind", "09 Jul 2026"), ("Ugo \x1b[31m Rao", "09 Jul 2026")
        ),
    }
    path.write_bytes(zip_of(files))
    return path


def test_it_says_what_there_is_to_say(redleaf: Command, export: Path) -> None:
    run = redleaf("audit", str(export), "--today", "2026-11-16")
    assert run.code == 0
    assert "2 sent, 0 received." in run.out
    assert "Accepted your invitation without a note in July 2026." in run.out
    assert "One row could not be read in full:" in run.out
    assert run.err == ""


def test_its_lines_fit_a_terminal_and_steer_nothing(redleaf: Command, export: Path) -> None:
    out = redleaf("audit", str(export), "--today", "2026-11-16").out
    assert "\x1b" not in out
    assert max(len(line) for line in out.splitlines()) <= 88


def test_it_gives_json(redleaf: Command, export: Path) -> None:
    run = redleaf("audit", str(export), "--today", "2026-11-16", "--format", "json")
    data = json.loads(run.out)
    assert (data["schema"], data["sent"], data["today"]) == (1, 2, "2026-11-16")
    assert data["skipped"][0]["row"] == 4


def test_it_writes_the_page_and_replaces_an_older_one(
    redleaf: Command, export: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_text("older")
    run = redleaf("audit", str(export), "--html", str(page))
    assert run.code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert run.err == f"The report is in {page}.\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["export.zip", "report.html"]


def test_it_does_not_write_over_the_export(redleaf: Command, export: Path) -> None:
    before = export.read_bytes()
    assert redleaf("audit", str(export), "--html", str(export)).code == 2
    assert export.read_bytes() == before


def test_a_page_that_cannot_be_written_is_one_sentence(redleaf: Command, export: Path) -> None:
    run = redleaf("audit", str(export), "--html", "no/such/folder/report.html")
    assert run.code == 1
    assert run.err.startswith("redleaf: no/such/folder/report.html: the report cannot be written")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", zip_of({"../Connections.csv": "x"})])
def test_a_wrong_file_is_one_sentence(redleaf: Command, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "wrong.zip"
    path.write_bytes(data)
    run = redleaf("audit", str(path))
    assert run.code == 1
    assert run.out == ""
    assert run.err.startswith("redleaf: wrong.zip: this ")
    assert run.err.count("\n") == 1


def test_a_table_that_cannot_be_read_is_said_and_the_rest_counted(
    redleaf: Command, tmp_path: Path
) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(
        zip_of({"Invitations.csv": invitations(sent("Tove Lind")), "messages.csv": "nothing\n"})
    )
    run = redleaf("audit", str(path))
    assert run.code == 1
    assert "1 sent" in run.out
    assert run.err.startswith("redleaf: messages.csv: no line names the columns")


@pytest.mark.parametrize(
    "arguments", [(), ("x.zip", "--today", "yesterday"), ("x.zip", "--format", "xml")]
)
def test_wrong_use_is_two(redleaf: Command, arguments: tuple[str, ...]) -> None:
    assert redleaf("audit", *arguments).code == 2


def test_a_bar_shows_on_a_terminal_and_is_gone_afterwards(export: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "redleaf", "audit", str(export), "--format", "json"]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "█" in shown
    assert shown.endswith(" \r")
