"""A file is looked at from outside without waiting for it, and without taking its word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redleaf.errors import FileError
from redleaf.formats.importer import importer_for, read_file
from redleaf.formats.outside import outside_of
from tests.formats.linkedin_export import connections, zip_of
from tests.formats.test_guard import hundred_thousand_files_said_to_be_one
from tests.formats.vcard.reading import card

MEETING = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260301T100000Z\r\nSUMMARY:Tea\r\n"
    "ATTENDEE;CN=Tove Lind:mailto:tove@kiln.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("text", "name", "format_name"),
    [
        (card("FN:Tove Lind", "N:Lind;Tove"), "people.vcf", "vcard"),
        ("Name,E-mail\nTove Lind,tove@kiln.example\n", "people.csv", "csv"),
        (connections(("Tove Lind", "08 Feb 2026")), "Connections.csv", "linkedin"),
        (MEETING, "tea.ics", "calendar"),
    ],
)
def test_it_knows_and_reads_utf16_with_and_without_its_mark(
    codec: str, text: str, name: str, format_name: str
) -> None:
    harvest = read_file(text.encode(codec), file_name=name)
    assert (harvest.format, [each.name for each in harvest.contacts]) == (
        format_name,
        ["Tove Lind"],
    )


def test_it_sees_the_names_in_a_zip_behind_whose_table_stands_a_comment() -> None:
    data = zip_of({"Connections.csv": "x"})
    assert outside_of(data[:-2] + b"\x03\0abc").members == ("Connections.csv",)


@pytest.mark.parametrize("comment", [b"", b"c" * 60_000])
def test_it_leaves_a_huge_table_of_contents_to_the_guard(comment: bytes) -> None:
    data = hundred_thousand_files_said_to_be_one()
    size = len(comment).to_bytes(2, "little")
    assert outside_of(data[:-2] + size + comment).members == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_it_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "people.vcf")
    with pytest.raises(FileError, match="neither a file nor a folder"):
        read_file(tmp_path / "people.vcf")


def test_it_refuses_a_device() -> None:
    with pytest.raises(FileError, match="neither a file nor a folder"):
        outside_of(Path(os.devnull))


def test_it_says_that_a_zip_holds_nothing_to_import() -> None:
    with pytest.raises(FileError, match="looks like a zip archive"):
        importer_for(outside_of(zip_of({"inner.zip": zip_of({"people.vcf": card()})}), "x.zip"))
