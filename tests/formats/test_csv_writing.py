"""The table for other programs: no spreadsheet runs it, and every text comes back from it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from redleaf.contacts import identities
from redleaf.contacts.contact import (
    Address,
    Contact,
    Extra,
    Identity,
    Occasion,
    Relation,
    Role,
)
from redleaf.contacts.names import NameParts, OtherName
from redleaf.formats.csv_people import write_people_csv
from redleaf.formats.csv_people.headers import Headers
from redleaf.formats.csv_people.protection import protected, unprotected
from redleaf.formats.csv_people.vocabulary import fold_header
from tests.formats.people_tables import read

RUN = tuple("=+-@\t\r\n＝＋－＠")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=25)
ODD = st.tuples(st.sampled_from(["", "'", "''", " ", *RUN]), TEXT).map("".join)


def found(*given: Identity | None) -> tuple[Identity, ...]:
    return tuple(each for each in given if each)


TOVE = Contact(
    name="Dr. Tove Lind",
    parts=NameParts("Tove", "Lind", prefix="Dr."),
    other_names=(OtherName("nickname", "Tovi"),),
    identities=found(
        identities.email("tove@kiln.example", label="work", is_preferred=True),
        identities.email("tove@home.example"),
        identities.phone("+46 46 12 34", label="work"),
        identities.profile("https://www.linkedin.com/in/tove-lind"),
    ),
    roles=(Role("Kiln & Co", "Potter", "Glazes"),),
    addresses=(Address("home", street="Hamnen 1\nFloor 2", city="Lund", country="Sweden"),),
    occasions=(Occasion("birthday", "1980-04-02"), Occasion("anniversary", "2001-05-12")),
    relations=(Relation("spouse", "Ugo"),),
    notes=("line one\nline two",),
    tags=("Fair", "blue glaze"),
    extras=(Extra("csv", "Shoe", "42"),),
)


def again(*contacts: Contact) -> list[Contact]:
    harvest = read(write_people_csv(contacts))
    assert not harvest.problems
    return harvest.contacts


def test_it_writes_what_it_reads() -> None:
    (tove,) = again(TOVE)
    for field in ("name", "parts", "other_names", "roles", "addresses", "occasions", "relations",
                  "notes", "tags", "extras"):  # fmt: skip
        assert getattr(tove, field) == getattr(TOVE, field), field
    assert {each.key for each in tove.identities} == {each.key for each in TOVE.identities}


def test_it_writes_googles_header() -> None:
    (header,) = list(csv.reader(io.StringIO(write_people_csv([TOVE]))))[:1]
    assert header[:3] == ["First Name", "Middle Name", "Last Name"]
    assert {"E-mail 2 - Value", "Phone 1 - Label", "Address 1 - City"} <= set(header)


def test_a_number_with_a_plus_keeps_it() -> None:
    text = write_people_csv([TOVE])
    assert '"\'+46 46 12 34"' in text
    assert [each.value for each in again(TOVE)[0].identities_of("phone")] == ["+46461234"]


@given(st.lists(ODD, min_size=5, max_size=5))
@settings(deadline=None, max_examples=80)
def test_any_text_comes_back_and_no_cell_is_run(texts: list[str]) -> None:
    name, firm, title, note, extra = texts
    contact = Contact(
        name=name,
        identities=found(identities.email("tove@kiln.example")),
        roles=(Role(firm, title),) if firm or title else (),
        notes=(note,) if note else (),
        extras=(Extra("csv", "Own", extra),) if extra else (),
    )
    text = write_people_csv([contact])
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    # A "0" or "n/a" under a known header says nothing, whoever wrote it.
    assume(not {fold_header(each) for each in texts if each} & Headers(header).says_nothing)
    cells = [*header, *(cell for row in rows for cell in row)]
    assert not [cell for cell in cells if cell.startswith(RUN)]
    (back,) = again(contact)
    assert (back.name, back.roles) == (contact.name, contact.roles)
    assert (back.notes, back.extras) == (contact.notes, contact.extras)


@given(ODD)
@settings(max_examples=150)
def test_protection_is_exact(text: str) -> None:
    assert unprotected(protected(text)) == text
    assert not protected(text).startswith(RUN)


@pytest.mark.parametrize("cell", ["'=1+1", "'+49 431 1", "''=1", "' @here"])
def test_what_other_programs_protect_comes_back(cell: str) -> None:
    (contact,) = read(f"Name,Notes,Email\nTove Lind,{cell},t@x.example\n").contacts
    assert contact.notes == (cell[1:],)


def test_a_name_with_an_apostrophe_is_left_alone() -> None:
    (contact,) = read("Name,Email\n'n Sync,t@x.example\n").contacts
    assert contact.name == "'n Sync"
