"""Mailboxes as they lie on disks: mbox of several kinds, Maildir, folders and zips of mails."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from redleaf.errors import FileError
from redleaf.formats.importer import importer_for, read_file
from redleaf.formats.mail import reader
from redleaf.formats.outside import Outside, outside_of
from tests.formats.mail.mails import BEN, mail, mbox, read

OPTIONS = {"mine": ["ben@example.org"]}
FROM = "From ana@example.org Mon Jan  5 10:00:00 2026\n"


def keys(text: str) -> list[str]:
    return [letter.key for letter in read(text).letters]


def test_it_reads_every_mail_of_an_mbox() -> None:
    assert keys(mbox(mail(key="1"), mail(key="2"), mail(key="3"))) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        ">From the pilots\n\n>From the keepers",
        "From the pilots, at last\n\nFrom here on",
        "see:\n\nFrom ana@example.org Mon Jan  5 10:00:00 2026\nand so on",
    ],
)
def test_it_does_not_split_a_mail_at_its_own_words(text: str) -> None:
    assert keys(mbox(mail(key="1", text=text), mail(key="2"))) == ["1", "2"]


def test_it_trusts_a_content_length_that_is_right() -> None:
    inner = FROM + mail(key="inner")
    told = mail(f"Content-Length: {len(inner) + 1}", key="1", text=inner)
    assert keys(mbox(told, mail(key="2"))) == ["1", "2"]
    wrong = mail("Content-Length: 99999", key="1")
    assert keys(mbox(wrong, mail(key="2"))) == ["1", "2"]


@pytest.mark.parametrize(
    "separator",
    [
        "From - Mon Jan 05 10:00:00 2026",
        "From ???@??? Mon Jan 05 10:00:00 2026",
        "From 17@xxx Mon Jan 05 10:00:00 +0000 2026",
        "From ana@example.org",
    ],
)
def test_it_knows_the_separators_of_many_programs(separator: str) -> None:
    text = "".join(f"{separator}\n{mail(key=key)}\n" for key in "12")
    assert keys(text) == ["1", "2"]
    assert keys(text.replace("\n", "\r\n")) == ["1", "2"]


def test_it_names_the_line_where_a_mail_begins_that_cannot_be_read() -> None:
    found = read(mbox(mail(key="1"), mail("Date: some day", key="2"), mail(key="3")))
    assert len(found.letters) == 3
    assert [each.line for each in found.problems] == [10]


def test_it_reads_a_maildir_a_folder_and_a_zip(tmp_path: Path) -> None:
    maildir, folder = tmp_path / "Maildir", tmp_path / "mails"
    for name, key in (("cur/1:2,S", "1"), ("new/2", "2"), ("tmp/3", "3"), (".Sent/cur/4", "4")):
        path = maildir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        sender = BEN if key == "4" else "ana@example.org"
        path.write_text(mail(sender=sender, to="cleo@example.org", key=key))
    folder.mkdir()
    (folder / "one.eml").write_text(mail(key="1"))
    (folder / "Inbox").write_text(mbox(mail(key="2"), mail(key="3")))
    (folder / "Inbox.msf").write_text("x")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.write(folder / "one.eml", "all/one.eml")
        archive.write(folder / "Inbox", "all/Archive.mbox")
    read_here = [read_file(each, options=OPTIONS) for each in (maildir, folder, data.getvalue())]
    assert [sorted(letter.key for letter in each.letters) for each in read_here] == [
        ["1", "2", "4"],
        ["1", "2", "3"],
        ["1", "2", "3"],
    ]
    assert [each.key for each in read_here[0].letters if each.is_sent] == ["4"]


def test_it_tells_what_the_user_sent_by_the_name_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "Sent").write_text(mbox(mail(sender=BEN, to="ana@example.org")))
    (tmp_path / "Inbox.mbox").write_text(mbox(mail(key="2")))
    found = read_file(tmp_path, options={}, format_name="mail")
    assert {each.key: each.is_sent for each in found.letters} == {"1@example.org": True, "2": False}


def test_it_reads_a_mail_as_apple_keeps_it() -> None:
    text = mail(key="1")
    assert keys(f"{len(text)}\n{text}") == ["1"]


def test_it_claims_mail_and_nothing_else() -> None:
    for name, text in (("a.eml", mail()), ("Inbox", mbox(mail())), ("saved", mail())):
        assert importer_for(Outside(name, text.encode())).name == "mail"
    maildir = Outside("Mail", members=("cur/1", "new/2"), is_folder=True)
    assert importer_for(maildir).name == "mail"
    for text in ("First Name,Last Name\nAna,Ruiz\n", "BEGIN:VCALENDAR\n", "BEGIN:VCARD\n"):
        assert all(
            each.name != "mail" or not each.claims(Outside("x", text.encode()))
            for each in [importer_for(Outside("a.eml", mail().encode()))]
        )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7", "this is a PDF, not a mail."),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "as Outlook keeps it"),
        (b"Dear Ben, here is the list.", "this is not a mail"),
        (b"Subject: fog\n\nHello", "it names nobody"),
    ],
)
def test_it_refuses_what_is_no_mail(data: bytes, sentence: str) -> None:
    with pytest.raises(FileError, match=sentence):
        read(data)


def test_it_stops_at_so_many_mails_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_MAILS", 2)
    found = read(mbox(*(mail(key=str(n)) for n in range(4))))
    assert [each.key for each in found.letters] == ["0", "1"]
    assert "only the first 2 mails were read" in found.problems[0].what


def test_it_says_that_a_mailbox_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_text(mbox(mail()))
    with path.open("r+b") as file:
        file.truncate(4_100_000_000)
    with pytest.raises(FileError, match="larger than 4000 MB"):
        read_file(path, options=OPTIONS)


def test_it_claims_a_zip_of_mails() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("one.eml", mail())
    assert importer_for(outside_of(data.getvalue(), "x.zip")).name == "mail"
