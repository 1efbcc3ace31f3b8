"""What a column is taken for: by its header, by its cells, and by what the user says."""

from __future__ import annotations

from pathlib import Path

import pytest

from redleaf.contacts.contact import Extra
from redleaf.contacts.names import NameParts
from redleaf.errors import FileError
from redleaf.formats.csv_people import FIELDS, Column, guess_mapping
from redleaf.formats.importer import read_file
from tests.formats.people_tables import columns, only, read, values

NO_HEADER = (
    "tove@kiln.example,Tove,Lind,+46 46 12345,Kiln AB,https://kiln.example\n"
    "ugo@fair.example,Ugo,Rao,+49 431 98765,Fair GmbH,https://fair.example\n"
)


def test_it_tells_columns_without_a_header_by_their_cells() -> None:
    found = [each.field for each in columns(NO_HEADER)]
    assert found == ["email", "given", "family", "phone", "organisation", "website"]
    tove = read(NO_HEADER).contacts[0]
    assert (tove.name, tove.role.organisation) == ("Tove Lind", "Kiln AB")


def test_it_finds_the_parts_of_a_whole_name() -> None:
    found = columns("Tove Lind,Lind,Tove,t@x.example\nUgo Rao,Rao,Ugo,u@x.example\n")
    assert [each.field for each in found] == ["name", "family", "given", "email"]


def test_it_tells_what_it_guessed_and_how_surely() -> None:
    text = "Name,Work e-mail,Mobile (private),Shoe,Seen at\nTove Lind,t@x.example,,42,https://x.example\n"
    found = columns(text)
    assert found[0] == Column(1, "Name", "Tove Lind", "name", 1.0)
    assert found[3] == Column(4, "Shoe", "42", "extra", 0.0)
    assert [each.field for each in found[1:3]] == ["email:work", "phone:home mobile"]
    assert found[4].field == "website"
    assert 0 < found[4].confidence < found[1].confidence < 1


def test_guess_mapping_reads_behind_the_guard(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name,Email\nTove Lind,t@x.example\n")
    assert guess_mapping(table) == guess_mapping(table.read_bytes())
    assert [each.field for each in guess_mapping(table, mapping={"2": "note"})] == ["name", "note"]


def test_the_user_says_what_a_column_holds_by_header_or_number() -> None:
    text = "Who,Wo,Was\nTove Lind,Lund,glaze\n"
    tove = only(text, mapping={"who": "name", "2": "city:home", "Was": "tag"})
    assert (tove.name, tove.addresses[0].city, tove.tags) == ("Tove Lind", "Lund", ("glaze",))


def test_the_user_may_leave_a_column_out_or_keep_it_as_it_stands() -> None:
    text = "Name,Email,Notes\nTove Lind,tove@kiln.example,blue\n"
    tove = only(text, mapping={"Notes": "extra", "Email": "drop"})
    assert (tove.notes, tove.identities) == ((), ())
    assert tove.extras == (Extra("csv", "Notes", "blue"),)


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"Nobody": "name"}, "there is no column 'Nobody'. The columns are Name, Email."),
        ({"Name": "nam"}, "'nam' is not a field. The fields are name"),
        ({"9": "name"}, "there is no column '9'"),
    ],
)
def test_it_says_which_column_or_field_is_not_there(mapping: dict[str, str], words: str) -> None:
    with pytest.raises(FileError) as caught:
        read("Name,Email\nTove Lind,tove@kiln.example\n", mapping=mapping)
    assert words in caught.value.what


def test_read_file_takes_the_mapping() -> None:
    data = b"Alpha,Beta\nTove Lind,tove@kiln.example\n"
    harvest = read_file(data, file_name="x.csv", options={"mapping": {"Alpha": "name"}})
    assert (harvest.format, harvest.contacts[0].name) == ("csv", "Tove Lind")


def test_every_field_has_its_words() -> None:
    assert all(words and words[0].islower() for words in FIELDS.values())


@pytest.mark.parametrize(
    ("cell", "name", "parts"),
    [
        ("Lind, Tove", "Tove Lind", NameParts("Tove", "Lind")),
        ("de la Cruz, María José", "María José de la Cruz", NameParts("María José", "de la Cruz")),
        ("Lind, PhD", "Lind, PhD", NameParts()),
        ("Kiln, Inc.", "Kiln, Inc.", NameParts()),
        ("'Tove Lind'", "Tove Lind", NameParts()),
    ],
)
def test_it_turns_round_a_column_of_last_names_first(
    cell: str, name: str, parts: NameParts
) -> None:
    tove, _ = read(f'Name,Email\n"{cell}",t@x.example\n"Rao, Ugo",u@x.example\n').contacts
    assert (tove.name, tove.parts) == (name, parts)


def test_a_single_comma_in_a_column_of_names_stays() -> None:
    rows = "".join(f"Ugo Rao{letter},u{letter}@x.example\n" for letter in "abc")
    assert read(f'Name,Email\n{rows}"Lind, Tove",t@x.example\n').contacts[3].name == "Lind, Tove"


def test_an_address_in_place_of_a_name_is_no_name() -> None:
    assert only("Display Name,Email\ntove@x.example,Tove@x.example\n").name == ""


def test_name_beside_a_first_name_is_the_last_name() -> None:
    tove = only("Prénom,Nom,Courriel\nTove,Lind,t@x.example\n")
    assert (tove.name, tove.parts) == ("Tove Lind", NameParts("Tove", "Lind"))


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["2.4.1980", "03.04.1981"], ["1980-04-02", "1981-04-03"]),
        (["25/12/1980", "3/4/1981"], ["1980-12-25", "1981-04-03"]),
        (["12/25/1980", "3/4/1981"], ["1980-12-25", "1981-03-04"]),
        (["3/4/1981", "5/6/1982"], ["3/4/1981", "5/6/1982"]),
        (["5/5/1981", "19800402"], ["1981-05-05", "1980-04-02"]),
        (["2 April 1980", "April 2, 1980"], ["1980-04-02", "1980-04-02"]),
        (["2 avr. 1980", "2 de abril de 1980"], ["1980-04-02", "1980-04-02"]),
        (["--04-02", "spring 1980"], ["--04-02", "spring 1980"]),
    ],
)
def test_it_reads_days_by_what_the_column_shows(cells: list[str], days: list[str]) -> None:
    rows = "".join(f'P {at},"{cell}"\n' for at, cell in enumerate(cells))
    people = read(f"Full name,Birthday\n{rows}").contacts
    assert [each.occasions[0].on for each in people] == days


@pytest.mark.parametrize("cell", ["0/0/00", "00.00.0000", "0000-00-00", "1/1/1601", "1/1/4501"])
def test_it_drops_days_that_nobody_entered(cell: str) -> None:
    assert only(f"Full name,Birthday\nTove Lind,{cell}\n").occasions == ()


def test_several_addresses_in_a_cell_are_several() -> None:
    tove = only("Name,Email\nTove Lind,t@x.example; tove@y.example\n")
    assert values(tove, "email") == ["t@x.example", "tove@y.example"]


def test_a_number_that_is_none_is_kept_as_it_stands() -> None:
    tove = only("Name,Phone,Email\nTove Lind,ask Ugo,t@x.example\n")
    assert (values(tove, "phone"), tove.extras) == ([], (Extra("csv", "Phone", "ask Ugo"),))


def test_every_field_stands_on_its_page() -> None:
    page = (Path(__file__).parents[2] / "docs" / "import-tables.md").read_text("utf-8")
    assert not [name for name, words in FIELDS.items() if f"| `{name}` | {words} |" not in page]
