"""Tables in any shape: delimiters, encodings, lines above the header, rows that are broken."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.errors import FileError
from redleaf.formats.csv_people.encodings import decoded
from redleaf.formats.limits import Limits
from tests.formats.people_tables import only, read, values

LIST = "Name,Email,Phone\nTove Lind,tove@kiln.example,+46 46 1234\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_finds_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    tove = only(LIST.replace(",", delimiter).replace("\n", end))
    assert (tove.name, values(tove, "phone")) == ("Tove Lind", ["+46461234"])


@pytest.mark.parametrize(
    "above",
    [
        "sep=;\n",
        "My people\nexported on 3 May\n\n",
        '"Notes:\nsome, words; here"\n\n',
    ],
)
def test_it_finds_the_header_under_other_lines(above: str) -> None:
    assert only(above + LIST.replace(",", ";")).name == "Tove Lind"


def test_it_counts_lines_from_the_top_of_the_file() -> None:
    harvest = read("My people\n\n" + LIST + '"Ugo\nRao",u@kiln.example,\n,,12\n')
    assert [each.name for each in harvest.contacts] == ["Tove Lind", "Ugo\nRao"]
    assert [each.key for each in harvest.contacts] == ["t.csv:4", "t.csv:5"]
    assert [(each.file, each.line) for each in harvest.problems] == [("t.csv", 7)]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "Zoë Łukasz"),
        ("utf-8-sig", "Zoë Łukasz"),
        ("utf-16", "Zoë Łukasz"),
        ("utf-16-le", "Zoë Łukasz"),
        ("cp1252", "Jürgen Größl"),
        ("cp1252", "Iñaki Lefèvre"),
        ("cp1250", "Łucja Wiśniewska"),
        ("cp1250", "Jiří Dvořák"),
        ("mac_roman", "Jürgen Größl"),
        ("mac_roman", "René François"),
        ("cp1251", "Анна Лунд"),
        ("shift_jis", "山田 花子"),
        ("gb18030", "王小明"),
        ("euc_kr", "임안나"),
        ("big5", "林志明"),
    ],
)
def test_it_tells_the_encoding_by_the_letters(encoding: str, name: str) -> None:
    text = f"Name;Email\n{name};tove@kiln.example\n"
    assert only(text.encode(encoding)).name == name


def test_one_line_from_windows_does_not_spoil_a_table_in_utf8() -> None:
    lines = [f"Zoë {letter},z{letter}@kiln.example\n".encode() for letter in "abcdefgh"]
    data = b"Name,Email\n" + b"".join(lines) + "Jürgen,j@kiln.example\n".encode("cp1252")
    assert [each.name for each in read(data).contacts[-2:]] == ["Zoë h", "Jürgen"]


def test_it_reads_a_short_row_as_far_as_it_goes_and_lists_it() -> None:
    harvest = read(LIST + "Ugo Rao,ugo@kiln.example\nVera Quist,v@kiln.example,+46 46 99 88\n")
    assert [each.name for each in harvest.contacts] == ["Tove Lind", "Ugo Rao", "Vera Quist"]
    (problem,) = harvest.problems
    assert (problem.line, problem.what) == (
        3,
        "has 2 columns where 3 belong; it was read as far as it goes.",
    )


def test_it_says_nothing_where_all_rows_leave_out_what_is_empty() -> None:
    harvest = read("Name,Email,Phone,Fax\nTove Lind,t@kiln.example\nUgo Rao,u@kiln.example\n")
    assert (len(harvest.contacts), harvest.problems) == (2, [])


def test_it_does_not_read_a_row_with_a_comma_too_many() -> None:
    harvest = read(LIST + "Rao, Ugo,ugo@kiln.example,+46 46 1\n")
    assert [each.name for each in harvest.contacts] == ["Tove Lind"]
    assert harvest.problems[0].what == "has 4 columns where 3 belong; it was not read."


def test_an_open_quote_costs_its_own_row_only() -> None:
    harvest = read(LIST + '"Ugo Rao,ugo@kiln.example,\nVera Quist,vera@kiln.example,\n')
    assert [each.name for each in harvest.contacts] == ["Tove Lind", "Vera Quist"]
    assert [(each.line, each.what) for each in harvest.problems] == [
        (3, "the quotes in this row do not match.")
    ]


@pytest.mark.parametrize("around", ["{}", '"x\n{}\n"'])
def test_a_line_that_is_too_long_costs_itself_and_is_called_so(around: str) -> None:
    text = LIST + around.format("u" * 300) + "\nVera Quist,vera@kiln.example,\n"
    harvest = read(text, limits=Limits(line_chars=200))
    assert [each.name for each in harvest.contacts] == ["Tove Lind", "Vera Quist"]
    assert "is longer than 200 signs." in [each.what for each in harvest.problems]


def test_an_inch_sign_opens_no_quote() -> None:
    tove = only('Name,Note,Email\nTove Lind,a 5" tile,tove@kiln.example\n')
    assert (tove.notes, values(tove, "email")) == (('a 5" tile',), ["tove@kiln.example"])


def test_it_reads_cells_between_apostrophes() -> None:
    tove = only("Name\tNote\tEmail\n'Tove Lind'\t'the kiln, the blue one'\tt@kiln.example\n")
    assert (tove.name, tove.notes) == ("Tove Lind", ("the kiln, the blue one",))


def test_it_lists_a_row_that_says_nobody() -> None:
    harvest = read(LIST + ",,\n,,\nUgo Rao,,\n, ,n/a\n")
    assert [each.name for each in harvest.contacts] == ["Tove Lind", "Ugo Rao"]
    assert [each.line for each in harvest.problems] == [6]


def test_it_stops_at_the_most_rows() -> None:
    rows = "".join(f"Ugo {at},u{at}@kiln.example,\n" for at in range(9))
    harvest = read(LIST + rows, limits=Limits(rows=4))
    assert len(harvest.contacts) == 4
    assert harvest.problems[0].what == "only the first 4 rows were read."


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n", "\ufeff\n"])
def test_it_says_that_there_is_nothing(text: str) -> None:
    with pytest.raises(FileError, match=r"nothing in this table|this file is empty"):
        read(text)


@pytest.mark.parametrize("text", ["a,b,c\n1,2,3\n", "Hello there, this is a text.\nMore, see?\n"])
def test_it_says_that_nobody_is_in_a_table_of_other_things(text: str) -> None:
    with pytest.raises(FileError, match="no column of this table was recognised"):
        read(text)


def test_it_refuses_what_is_no_table() -> None:
    with pytest.raises(FileError, match="this is a PDF, not a table"):
        read(b"%PDF-1.7\nName,Email")


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_bytes_decode(data: bytes) -> None:
    text, encoding = decoded(data)
    assert isinstance(text, str)
    assert encoding


@given(st.binary(max_size=200), st.integers(0, 60))
@settings(deadline=None, max_examples=60)
def test_any_bytes_in_a_table_end_as_people_or_problems(data: bytes, at: int) -> None:
    table = LIST.encode()
    with contextlib.suppress(FileError):
        harvest = read(table[:at] + data + table[at:])
        assert harvest.contacts or harvest.problems
