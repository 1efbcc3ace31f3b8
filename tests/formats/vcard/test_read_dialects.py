"""Every program writes its own dialect: folding, letters and encodings of all sorts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from redleaf.formats.importer import read_file
from tests.formats.vcard.reading import card, contact_of, harvest_of, problems_of

NAME = "João Łukasz 安奈"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_it_takes_every_end_of_line(end: str) -> None:
    text = card("FN:Ana", "N:Ruiz;Ana;;;", "NOTE:one\r\n  two").replace("\r\n", end)
    (contact,) = harvest_of(text).contacts
    assert (contact.name, contact.notes) == ("Ana", ("one two",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_it_reads_unicode_in_every_dress(encoding: str) -> None:
    harvest = harvest_of(card(f"FN:{NAME}", "N:x;y").encode(encoding))
    assert (harvest.contacts[0].name, harvest.problems) == (NAME, [])


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("ISO-8859-1", "João"), ("windows-1252", "João “o” €"), ("ISO-8859-2", "Łukasz"),
        ("windows-1251", "Анна"), ("KOI8-R", "Анна"), ("Shift_JIS", "ソニー 安奈"), ("GBK", "安奈"),
        ("GB2312", "安奈"), ("Big5", "安奈"), ("EUC-KR", "안나"), ("ISO-2022-JP", "安奈"),
        ("UTF-8", NAME),
    ],
)  # fmt: skip
def test_it_reads_the_letters_that_a_property_declares(charset: str, name: str) -> None:
    data = name.encode(charset)
    plain = b"FN;CHARSET=" + charset.encode() + b":" + data
    quoted = "".join(f"={byte:02X}" for byte in data)
    packed = f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{quoted}".encode()
    for line in (plain, packed):
        text = b"BEGIN:VCARD\nVERSION:2.1\nN:x\n" + line + b"\nEND:VCARD\n"
        harvest = harvest_of(text)
        assert (harvest.contacts[0].name, harvest.problems) == (name, [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b"FN:Jo\xe3o", "João"),
        (b"FN;CHARSET=UTF-8:Jo\xe3o", "João"),
        (b"FN;CHARSET=x-no-such:Jo\xc3\xa3o", "João"),
        (b"FN;CHARSET=ISO-8859-1:Jo\xc3\xa3o", "João"),
        (b"FN:Stanis\xb3aw Wr\xf3bel", "Stanisław Wróbel"),
        (b"FN:\xc0\xed\xed\xe0 \xcf\xe5\xf2\xf0\xee\xe2\xe0", "Анна Петрова"),
    ],
)
def test_it_mends_letters_that_are_not_what_they_should_be_and_says_so(
    line: bytes, name: str
) -> None:
    text = b"BEGIN:VCARD\nVERSION:2.1\nN:x\n" + line + b"\nEND:VCARD\n"
    assert harvest_of(text).contacts[0].name == name
    assert [line for line, _ in problems_of(text)] == [4]


def test_it_joins_letters_that_a_fold_has_cut() -> None:
    data = card(f"FN:{NAME}").encode()
    at = data.index("ã".encode()) + 1
    assert harvest_of(data[:at] + b"\r\n " + data[at:]).contacts[0].name == NAME


def test_it_reads_quoted_printable_over_many_lines() -> None:
    contact = contact_of(
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=", "two: three =", "four", "N:Ruiz;Ana",
        version="2.1",
    )  # fmt: skip
    assert contact.notes == ("one\ntwo: three four",)


def test_it_does_not_take_the_end_of_the_card_for_quoted_text() -> None:
    text = card("NOTE;ENCODING=QUOTED-PRINTABLE:one=", version="2.1") + card("FN:Ben", "N:B")
    assert [each.name for each in harvest_of(text).contacts] == ["Ana Ruiz", "Ben"]


def test_it_takes_a_coded_semicolon_for_text() -> None:
    contact = contact_of("N;ENCODING=QUOTED-PRINTABLE:Ru=3Biz;An=61", version="2.1")
    assert (contact.parts.family, contact.parts.given) == ("Ru;iz", "Ana")


def test_it_reads_base64_without_a_sign_of_folding() -> None:
    blob = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB\r\n" * 3
    contact = contact_of(
        "N:Ruiz;Ana", f"PHOTO;PNG;BASE64:\r\n{blob}", "TEL:+351 22 555", version="2.1"
    )
    assert contact.photos[0].base64 == blob.replace("\r\n", "")
    assert contact.identities[0].value == "+35122555"


def test_it_reads_a_name_that_was_packed_as_base64() -> None:
    assert contact_of("N:x", "FN;ENCODING=BASE64;CHARSET=UTF-8:QW5hIMOT").name == "Ana Ó"


def test_it_reads_parameters_without_names_in_quotes_and_with_carets() -> None:
    contact = contact_of(
        "N:Ruiz, Ana;Luz", "tel;home;fax:+351 22 555", 'TEL;TYPE="WORK,CELL":+351 22 556',
        "TEL;TYPE=HOME,TYPE=PAGER:+351 22 557", 'X-A;B=c^^d^n^\'e:f', version="2.1",
    )  # fmt: skip
    assert [each.label for each in contact.identities] == ["home fax", "work cell", "home pager"]
    assert contact.parts.family == "Ruiz, Ana"
    assert contact.extras[-1].params == (("B", 'c^d\n"e'),)


def test_it_reads_a_card_that_was_pasted_with_a_margin() -> None:
    text = "\n".join("    " + line for line in card("FN:Ana", "N:R", "NOTE:a\n  b").split("\r\n"))
    (contact,) = harvest_of(text).contacts
    assert (contact.name, contact.parts.family) == ("Ana", "R")


def test_it_keeps_a_card_within_a_card() -> None:
    contact = contact_of(
        "N:Ruiz;Ana",
        "AGENT:",
        "BEGIN:VCARD",
        "VERSION:2.1",
        "N:Bo",
        "END:VCARD",
        "TEL:+351 22 555",
        version="2.1",
    )
    assert contact.identities[0].value == "+35122555"
    assert contact.extras[0].value.startswith("BEGIN:VCARD\\nVERSION:2.1\\nN:Bo")


def test_it_reads_a_file_a_folder_and_a_zip_through_the_guard(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    for name in ("Ana", "Ben"):
        (folder / f"{name}.vcf").write_text(card(f"FN:{name}", "N:x", "BDAY:soon"))
    with zipfile.ZipFile(tmp_path / "book.zip", "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    for source in (folder, tmp_path / "book.zip"):
        harvest = read_file(source)
        assert [each.name for each in harvest.contacts] == ["Ana", "Ben"]
        assert [each.file for each in harvest.problems] == ["Ana.vcf", "Ben.vcf"]
    assert read_file(folder / "Ben.vcf").format == "vcard"
