"""The demo: invented people in the shape of a real export, and a memory with a mess in it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import redleaf
from tests.conftest import ROOT
from tools.demo.export import OWNER, Shape, export
from tools.demo.memory import address_book

UNTIL = dt.date(2026, 11, 19)


@pytest.fixture(scope="module")
def archive() -> bytes:
    return export(Shape(until=UNTIL))


def rows_of(archive: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        text = files.read(name).decode("utf-8")
    if name == "Connections.csv":
        text = text[text.index("First Name") :]
    return list(csv.DictReader(io.StringIO(text)))


def test_the_same_arguments_give_the_same_bytes(archive: bytes) -> None:
    assert export(Shape(until=UNTIL)) == archive


def test_another_seed_gives_other_people(archive: bytes) -> None:
    assert export(Shape(until=UNTIL, seed=8)) != archive


def test_it_has_as_many_rows_as_asked_for(archive: bytes) -> None:
    directions = [row["Direction"] for row in rows_of(archive, "Invitations.csv")]
    assert (directions.count("OUTGOING"), directions.count("INCOMING")) == (270, 180)
    assert len(rows_of(archive, "Connections.csv")) == 900


def test_no_slot_of_a_letter_is_left_open(archive: bytes) -> None:
    notes = [row["Message"] for row in rows_of(archive, "Invitations.csv")]
    assert any(notes)
    assert not [note for note in notes if "{" in note]


def test_the_owner_stands_on_one_side_of_every_invitation(archive: bytes) -> None:
    for row in rows_of(archive, "Invitations.csv"):
        assert (row["From"] if row["Direction"] == "OUTGOING" else row["To"]) == OWNER.name


def test_the_audit_reads_all_of_it(archive: bytes) -> None:
    report = redleaf.audit(archive, today=UNTIL)
    assert (report.sent, report.received, report.connections) == (270, 180, 900)
    assert not report.skipped
    assert report.by_verdict["personal"].sent > 10
    assert report.by_verdict["default"].sent > 10
    assert report.campaigns
    assert report.write_to


def test_its_memory_holds_a_mess_to_tidy(tmp_path: Path) -> None:
    """Of the people in the phone one is known, two may be, and one is new."""
    cards, home = tmp_path / "phone.vcf", tmp_path / "home"
    cards.write_text(address_book(), encoding="utf-8")
    memory = [sys.executable, "-m", "tools.demo.memory", str(home)]
    subprocess.run(memory, cwd=ROOT, check=True)
    preview = [sys.executable, "-m", "redleaf", "import", str(cards), "--home", str(home)]
    preview += ["--preview", "--format", "json"]
    found = json.loads(subprocess.run(preview, check=True, capture_output=True).stdout)
    changes = sorted(each["change"] for each in found["contacts"])
    assert changes == ["changed", "doubtful", "doubtful", "new"]
