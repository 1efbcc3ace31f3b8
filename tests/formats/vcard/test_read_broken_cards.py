"""A broken card is listed with its line; whatever can be read of it and around it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from redleaf.errors import FileError
from redleaf.formats.importer import read_file
from tests.formats.linkedin_export import zip_of
from tests.formats.vcard.reading import card, harvest_of, problems_of
from tests.patience import patience

GOOD = card("FN:Ben", "N:B;Ben;;;")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nN:R\n" + GOOD, 1, "has no end"),
        (GOOD + "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nN:R\n", 6, "has no end"),
        ("VERSION:3.0\nFN:Ana\nN:R\nEND:VCARD\n" + GOOD, 1, "has no beginning"),
        (GOOD + "END:VCARD\n", 6, "never began"),
        ("BEGIN:VCARD\nFN:Ana\nN:R\nEND:VCARD\n" + GOOD, 1, "version"),
        (card("FN:Ana", "N:R", version="7.0") + GOOD, 2, "'7.0'"),
        (card("N:R;Ana") + GOOD, 1, "no FN"),
        (card("EMAIL:ana@example.org", "FN:", version="4.0") + GOOD, 1, "no FN"),
        ("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n" + GOOD, 1, "empty"),
        ("Dear all,\n" + GOOD, 1, "does not belong to any card"),
        (card("FN:Ana", "N:R", "BDAY:1977-13-40") + GOOD, 5, "not a day"),
        (card("FN:Ana", "N:R", "EMAIL:ana at example") + GOOD, 5, "not an e-mail address"),
        (card("FN:Ana", "N:R", "PHOTO;ENCODING=b:not a picture") + GOOD, 5, "picture"),
        (card("FN:Ana", "N:R", "NOTE:one", "two three") + GOOD, 6, "put to the one before"),
        (card("FN;ENCODING=QUOTED-PRINTABLE:An=GG", "N:R") + GOOD, 3, "quoted-printable"),
        (card("FN:Ana", "N:R", "BEGIN:VEVENT") + GOOD, 5, "left out"),
        (card("FN;ENCODING=BASE64:ÀÀÀÀ", "N:R") + GOOD, 3, "not whole base64"),
        (card("FN;ENCODING=BASE64:QUJD=D", "N:R") + GOOD, 3, "not whole base64"),
    ],
)
def test_it_lists_what_is_wrong_and_reads_the_other_cards(text: str, line: int, what: str) -> None:
    assert [at for at, said in problems_of(text) if what in said] == [line]
    assert "Ben" in [each.name for each in harvest_of(text).contacts]


@pytest.mark.parametrize(
    ("text", "is_loss"),
    [
        (card("N:R;Ana"), False),
        ("BEGIN:VCARD\nFN:Ana\nN:R\nEND:VCARD\n", False),
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nN:R\n", False),
        (card("FN:Jos\N{LATIN SMALL LETTER E WITH ACUTE}", "N:R").encode("cp1252"), False),
        (card("EMAIL:ana at example"), True),
        (card("BDAY:1977-13-40"), True),
        (card("FN;ENCODING=QUOTED-PRINTABLE:An=GG", "N:R"), True),
        (GOOD + "Dear all,\n", True),
    ],
)
def test_it_tells_a_fault_that_cost_nothing_from_a_loss(text: str | bytes, is_loss: bool) -> None:
    assert [each.is_loss for each in harvest_of(text).problems] == [is_loss]


def test_it_finds_nothing_wrong_with_a_good_card() -> None:
    assert problems_of(GOOD + card(version="4.0") + card("N:R", version="2.1")) == []


def test_it_puts_a_line_that_was_not_folded_to_the_text_before() -> None:
    harvest = harvest_of(card("NOTE:one", "two, three", "TEL:+351 22 555"))
    assert harvest.contacts[0].notes == ("one\ntwo, three",)
    assert harvest.contacts[0].identities[0].value == "+35122555"


def test_it_bears_cards_within_cards_by_the_thousand() -> None:
    with patience():
        harvest = harvest_of("BEGIN:VCARD\n" * 3_000 + GOOD.removeprefix("BEGIN:VCARD\r\n"))
        nested = harvest_of("BEGIN:VCARD\nVERSION:2.1\n" + "AGENT:\nBEGIN:VCARD\n" * 3_000)
    assert [each.name for each in harvest.contacts] == ["Ben"]
    assert len(harvest.problems) == 2_999
    assert len(nested.contacts) == 1


@pytest.mark.parametrize(
    "piece",
    [
        b"A:\n",
        b"X;a=b",
        b'X;a="',
        b"NOTE:a\n b\n",
        b"TEL;TYPE=",
        b"\\",
        b"aaaa",
        b"EMAIL:a@",
        b";",
        b" ",
    ],
)
def test_it_reads_a_card_of_one_thing_by_the_thousand(piece: bytes) -> None:
    data = b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEMAIL:" + piece * 8_000 + b"\nEND:VCARD\n"
    with patience():
        assert [each.name for each in harvest_of(data).contacts] == ["A"]


def test_it_refuses_what_holds_no_card_in_one_sentence() -> None:
    for data in (b"hello\n", b"\0" * 5_000, b"END:VCARDS\n"):
        with pytest.raises(FileError, match=r"there is no vCard in this\.$"):
            harvest_of(data)
    with pytest.raises(FileError):
        read_file(b"nothing here", file_name="people.vcf")


def test_a_damaged_file_in_a_zip_costs_itself_alone(tmp_path: Path) -> None:
    packed = bytearray(zip_of({"bad.vcf": card("NOTE:" + "kiln" * 99), "good.vcf": GOOD}))
    packed[60:70] = b"\xff" * 10
    (tmp_path / "people.zip").write_bytes(packed)
    harvest = read_file(tmp_path / "people.zip")
    assert [each.name for each in harvest.contacts] == ["Ben"]
    assert [(each.file, each.line) for each in harvest.problems] == [("bad.vcf", 0)]


def test_it_gives_equal_cards_keys_of_their_own() -> None:
    one, two, three = harvest_of(GOOD + GOOD + card("UID:7")).contacts
    assert one.key
    assert (two.key, three.key) == (f"{one.key}-2", "7")
