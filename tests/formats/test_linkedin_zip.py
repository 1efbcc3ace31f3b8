"""The export as a whole: how it is packed, what is missing, what is not an export at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from redleaf.errors import FileError
from redleaf.formats.linkedin import read_export
from tests.formats.linkedin_export import (
    OWNER,
    connections,
    got,
    invitations,
    message,
    messages,
    read,
    sent,
    zip_of,
)

CONNECTIONS = connections(("Tove Lind", "08 Feb 2026"))
INVITATIONS = invitations(sent("Tove Lind"), got("Ugo Rao"))
WHOLE = {"Connections.csv": CONNECTIONS, "Invitations.csv": INVITATIONS}


def test_it_reads_the_zip_as_bytes_and_as_a_path_and_the_folder(tmp_path: Path) -> None:
    data = zip_of(WHOLE)
    (tmp_path / "export.zip").write_bytes(data)
    folder = tmp_path / "unpacked"
    folder.mkdir()
    for name, text in WHOLE.items():
        (folder / name).write_text(text)
    exports = [read_export(source) for source in (data, tmp_path / "export.zip", folder)]
    assert exports[0] == exports[1] == exports[2]
    assert (len(exports[0].connections), len(exports[0].invitations)) == (1, 2)


def test_it_reads_one_table_alone_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "what I downloaded.csv"
    path.write_text(INVITATIONS)
    export = read_export(path)
    assert (export.files, len(export.invitations)) == (("invitations",), 2)


@pytest.mark.parametrize(
    "name",
    [
        "Invitations.csv",
        "Basic_LinkedInDataExport_11-16-2026/Invitations.csv",
        "export\\Invitations.csv",
        "INVITATIONS.CSV",
        "invitations (2).csv",
        "sent_by_me.csv",
    ],
)
def test_it_finds_a_table_by_its_name_or_its_header(name: str) -> None:
    assert len(read({name: INVITATIONS}).invitations) == 2


def test_it_ignores_what_a_mac_puts_into_zips() -> None:
    packed = {"Connections.csv": CONNECTIONS, "__MACOSX/._Connections.csv": b"\0\5\26\7\0\2\0\0"}
    export = read(packed)
    assert (len(export.connections), export.problems) == (1, ())


def test_it_ignores_tables_it_does_not_need() -> None:
    export = read({**WHOLE, "Company Follows.csv": "Organization,Followed On\nKiln,1 May 2026\n"})
    assert (export.files, export.problems) == (("connections", "invitations"), ())


def test_it_reads_profile_positions_notes_and_addresses() -> None:
    export = read(
        {
            "Profile.csv": "First Name,Last Name,Headline,Summary\n"
            "Ines,Duarte,makes audio guides,\n",
            "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
            "Museum Nord,Guide,,Porto,Oct 2022,\n",
            "Notes.csv": "Connection First Name,Connection Last Name,Connection Profile URL,Note,"
            "Created On,Edited On\nTove,Lind,https://www.linkedin.com/in/tove-lind,likes ash,,\n",
            "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
            'ines@example.org,Yes,Yes,"4/9/18, 2:05 AM"\n',
        }
    )
    assert (export.owner.name, export.headline) == (OWNER, "makes audio guides")
    assert (export.positions[0].title, export.emails) == ("Guide", ("ines@example.org",))
    assert (export.private_notes[0].who.slug, export.private_notes[0].text) == (
        "tove-lind",
        "likes ash",
    )


def test_it_lists_a_table_without_a_header_and_reads_the_others() -> None:
    export = read({**WHOLE, "messages.csv": "nothing\nlike\nmessages\n"})
    assert len(export.invitations) == 2
    assert [(each.file, each.line) for each in export.problems] == [("messages.csv", 0)]


def test_it_mentions_an_archive_in_the_archive_and_does_not_open_it() -> None:
    export = read({**WHOLE, "older.zip": zip_of(WHOLE)})
    assert len(export.invitations) == 2
    assert export.remarks == ("older.zip, an archive in the archive, was not opened.",)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "this file is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF, not a LinkedIn export"),
        (b"\x89PNG\r\n\x1a\n\0\0", "this is a picture"),
        (b"Dear diary, today I met Tove.\n", "none of the tables"),
        (b"<!doctype html><p>Log in", "this is a web page"),
        (b'{"received_requests_v2": []}', "this is JSON"),
        (zip_of({"xl/workbook.xml": "<x/>"}), "this is an Excel workbook"),
        (zip_of({"holiday.jpg": b"\xff\xd8\xff"}), "no Connections.csv"),
        (zip_of({"export.zip": zip_of(WHOLE)}), "there is only another archive in it (export.zip)"),
        (zip_of({}), "no Connections.csv"),
        (zip_of(WHOLE)[:300], "damaged or was cut off"),
        (zip_of(WHOLE)[:-30], "damaged or was cut off"),
    ],
)
def test_it_says_what_a_wrong_file_is(data: bytes, expected: str) -> None:
    with pytest.raises(FileError, match=r"\w") as caught:
        read_export(data)
    assert expected in caught.value.what


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no such file"):
        read_export(tmp_path / "export.zip")


def test_a_damaged_member_costs_itself_only() -> None:
    data = bytearray(
        zip_of(
            {
                **WHOLE,
                "messages.csv": messages(message("a", OWNER, "Ugo Rao", "2026-03-01 08:00:00")),
            }
        )
    )
    at = data.rindex(b"messages.csv", 0, data.index(b"PK\1\2")) + len("messages.csv") + 20
    data[at : at + 8] = b"\xff" * 8
    export = read_export(bytes(data))
    assert len(export.invitations) == 2
    assert [each.file for each in export.problems] == ["messages.csv"]
