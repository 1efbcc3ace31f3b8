"""What the lines of a card mean, without a picture: words in places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.contacts.contact import Contact
from redleaf.formats.card.address_lines import address_lines, address_of
from redleaf.formats.card.contact_lines import items_of
from redleaf.formats.card.guesses import Box, guesses_of
from redleaf.formats.card.languages import language_of
from redleaf.formats.card.name_lines import agreement
from redleaf.formats.card.reading import read_card
from redleaf.formats.card.words import Line, Word


def line(text: str, *, top: int = 0, height: int = 20, left: int = 40) -> Line:
    words = []
    for word in text.split():
        words.append(Word(word, 0.9, Box(left, top, 10 * len(word), height)))
        left += 10 * len(word) + 10
    return Line(tuple(words))


def card(*rows: str | tuple[str, int]) -> Contact:
    lines, top = [], 0
    for row in rows:
        text, height = row if isinstance(row, tuple) else (row, 20)
        lines.append(line(text, top=top, height=height))
        top += height + 14
    return read_card(lines, (), lambda each: each.box).with_guesses_kept()


def identities(text: str) -> list[tuple[str, str, str]]:
    return [(item.identity.kind, item.identity.value, item.identity.label) for item in
            items_of(line(text))]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E-Mail: ana.ruiz @ skutt.example", [("email", "ana.ruiz@skutt.example", "")]),
        ("anaruiz@skutt,example", [("email", "anaruiz@skutt.example", "")]),
        ("Tel. +49 (0)30 123 45 67", [("phone", "+49301234567", "work")]),
        ("M 0171 / 987 65 43", [("phone", "01719876543", "mobile")]),
        ("Télécopie : 04 78 12 34 56", [("phone", "0478123456", "fax")]),
        ("Móvil 612 345 678", [("phone", "612345678", "mobile")]),
        ("(S03) 555-0127", [("phone", "5035550127", "")]),
        ("040 / 418 36 41 - 040 / 734 63 20", [("phone", "0404183641", ""),
                                               ("phone", "0407346320", "")]),
        ("www.skutt.example", [("website", "skutt.example", "")]),
        ("linkedin.com/in/ana-ruiz", [("profile", "ana-ruiz", "")]),
        ("USt-IdNr. DE 123 456 789", []),
        ("NIF B-12345678", []),
        ("Ölbergstraße 12, 50667 Köln", []),
    ],
)  # fmt: skip
def test_it_reads_what_a_line_shows_by_its_form(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert identities(text) == found


def test_the_mail_address_tells_the_name_from_the_organisation() -> None:
    contact = card(("Amaro Prieto", 30), ("Olmo Quiroga", 30), "o.quiroga@amaroprieto.example")
    assert contact.name == "Olmo Quiroga"
    assert contact.role.organisation == "Amaro Prieto"


def test_a_misread_mail_address_is_mended_by_the_name() -> None:
    contact = card(("Luc Petit", 36), "1_petit@eau.example")
    assert [each.value for each in contact.identities_of("email")] == ["l.petit@eau.example"]
    assert "l.petit@eau.example" in [guess.value for guess in guesses_of(contact)]
    kept = card(("Luc Petit", 36), "l_petit@eau.example")
    assert [each.value for each in kept.identities_of("email")] == ["l_petit@eau.example"]


@pytest.mark.parametrize("read", ["l.ruiz@sk utt.example", "l.ruiz@skuttexample"])
def test_a_broken_mail_address_is_mended_by_the_web_address(read: str) -> None:
    contact = card(("Lea Ruiz", 36), read, "www.skutt.example")
    assert [each.value for each in contact.identities] == ["skutt.example", "l.ruiz@skutt.example"]


def test_a_line_that_is_title_and_organisation_is_parted() -> None:
    contact = card(("Mira Holt", 36), "Curator, Muzeum Wody", "mira@wody.example")
    assert (contact.role.title, contact.role.organisation) == ("Curator", "Muzeum Wody")


def test_capitals_are_the_dress_of_a_card() -> None:
    contact = card(("ANA VON DER HEIDE", 36), "HEAD OF SOUND", "BBC", "ana@bbc.example")
    assert contact.name == "Ana von der Heide"
    assert contact.role.title == "Head of Sound"
    assert contact.role.organisation == "BBC"


def test_what_has_no_meaning_is_kept_as_a_note() -> None:
    contact = card(("Mira Holt", 36), "Curator", "mira@wody.example", "ask me about drains")
    assert contact.notes == ("ask me about drains",)


def test_a_label_beside_a_number_is_its_label() -> None:
    lines = [line("Fax", left=0), line("030 123 45 67", left=90)]
    read = read_card(lines, (), lambda each: each.box)
    [number] = read.contact.identities
    assert number.label == "fax"


@pytest.mark.parametrize(
    ("name", "box", "agrees"),
    [
        ("Jürgen Weißmüller", "j.weissmueller", True),
        ("Ana Ruiz", "ruiz", True),
        ("Dr. Anke Petersen", "petersen.anke", True),
        ("Ana Ruiz", "skutt", False),
    ],
)
def test_a_name_agrees_with_a_mailbox(name: str, box: str, agrees: bool) -> None:
    assert (agreement(name, box) > 0.6) is agrees


@pytest.mark.parametrize(
    ("text", "code", "city"),
    [
        ("D-10115 Berlin", "10115", "Berlin"),
        ("1010 Wien", "1010", "Wien"),
        ("Leeds LS1 4AB", "LS1 4AB", "Leeds"),
        ("Portland, OR 97201", "97201", "Portland"),
        ("12, rue des Écluses, 75003 Paris", "75003", "Paris"),
        ("C/ del Río 35 · 28001 Madrid · España", "28001", "Madrid"),
    ],
)
def test_it_reads_a_postal_address(text: str, code: str, city: str) -> None:
    address = address_of(address_lines([line(text)], []))
    assert (address.postal_code, address.city) == (code, city)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Steuerberaterin Lange Gasse 4", "deu"),
        ("Chargee de projets 12 rue des Ecluses", "fra"),
        ("Jefa de proyecto Calle Mayor 3", "spa"),
        ("Head of Sound 4 Mill Lane", "eng"),
    ],
)
def test_it_tells_the_language_of_a_card(text: str, language: str) -> None:
    assert language_of([line(text)]) == language


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40).filter(str.strip), max_size=8))
def test_any_lines_are_read(rows: list[str]) -> None:
    contact = card(*rows)
    for guess in guesses_of(contact):
        assert 0 < guess.confidence <= 1
