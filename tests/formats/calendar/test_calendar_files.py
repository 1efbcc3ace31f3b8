"""Calendars as they are handed in: a file, a folder, a zip, through the guard."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from redleaf.errors import FileError
from redleaf.formats.importer import importer_for, read_file
from redleaf.formats.outside import Outside, outside_of
from tests.formats.calendar.calendars import BEN, TODAY, calendar, event, read

OPTIONS = {"today": TODAY, "mine": [BEN]}
WORK = calendar(event("RRULE:FREQ=WEEKLY;COUNT=2", start="DTSTART:20260105T100000"))
MOVED = calendar(event("RECURRENCE-ID:20260112T100000", start="DTSTART:20260113T100000"))
HOME = calendar(event(uid="2"), event("DTEND:x", uid="3"))


def zip_of(**texts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"{name}.ics", text)
    return data.getvalue()


def test_it_reads_a_file_a_folder_and_a_zip_alike(tmp_path: Path) -> None:
    folder = tmp_path / "calendars"
    folder.mkdir()
    for name, text in {"home": HOME, "moved": MOVED, "work": WORK}.items():
        (folder / f"{name}.ics").write_text(text)
    archive = zip_of(home=HOME, moved=MOVED, work=WORK)
    (tmp_path / "all.zip").write_bytes(archive)
    found = [read_file(each, options=OPTIONS) for each in (folder, tmp_path / "all.zip", archive)]
    assert found[0] == found[1] == found[2]
    assert [(each.key, each.times) for each in found[0].encounters] == [
        ("2", 1),
        ("3", 1),
        ("1", 2),
    ]
    assert [(each.file, each.line) for each in found[0].problems] == [("home.ics", 13)]


def test_it_reads_one_file_and_names_it_in_problems(tmp_path: Path) -> None:
    path = tmp_path / "home.ics"
    path.write_text(HOME)
    found = read_file(path, options=OPTIONS)
    assert (found.format, len(found.encounters)) == ("calendar", 2)
    assert found.problems[0].file == "home.ics"


def test_it_claims_calendars_and_nothing_else() -> None:
    for name in ("basic.ics", "what I downloaded"):
        assert importer_for(Outside(name, HOME.encode())).name == "calendar"
    assert importer_for(outside_of(zip_of(home=HOME), "all.zip")).name == "calendar"
    assert importer_for(Outside("calendars", members=("a.ics", "b.ics"), is_folder=True)).name == (
        "calendar"
    )


def test_it_says_what_is_wrong_with_a_day(tmp_path: Path) -> None:
    path = tmp_path / "home.ics"
    path.write_text(HOME)
    with pytest.raises(FileError, match="is not a day"):
        read_file(path, options={"today": "yesterday"})


def test_it_refuses_a_zip_in_which_no_calendar_can_be_read() -> None:
    with pytest.raises(FileError, match="outside of every calendar"):
        read_file(zip_of(empty="Dear Ben"), format_name="calendar")


def test_it_reads_or_refuses_the_calendars_of_public_suites(shared_data: Path) -> None:
    files = sorted((shared_data / "contacts" / "ics" / "collective__icalendar").rglob("*.ics"))
    assert files
    refused = []
    for path in files:
        try:
            read(path.read_bytes())
        except FileError:
            refused.append(path.name)
    assert len(refused) < len(files) / 4
