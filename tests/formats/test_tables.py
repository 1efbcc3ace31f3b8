"""Tables: whatever stands in the cells, good rows come back, and bad ones cost themselves only."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.formats.limits import Limits
from redleaf.formats.tables import find_table

CELL = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\0"), max_size=30)
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8)


def written(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([["One", "Two", "Three"], *rows])
    return text.getvalue()


def rows_of(text: str) -> tuple[list[list[str]], int]:
    table = find_table(io.BytesIO(text.encode()), "t.csv", lambda names: "two" in names, Limits())
    assert table
    rows = [cells for _, cells in table.rows()]
    return rows, len(table.problems)


@given(ROWS)
@settings(deadline=None)
def test_any_text_in_any_cell_comes_back(rows: list[list[str]]) -> None:
    expected = [row for row in rows if any(row) and row != ["One", "Two", "Three"]]
    assert rows_of(written(rows)) == (expected, 0)


@given(ROWS, st.integers(0, 8))
@settings(deadline=None)
def test_an_open_quote_costs_its_own_row_only(rows: list[list[str]], at: int) -> None:
    plain = [[cell.replace('"', "").replace("\n", " ") + "." for cell in row] for row in rows]
    lines = written(plain).removesuffix("\n").split("\n")
    lines.insert(min(at, len(plain)) + 1, 'broken,"never closed,x')
    assert rows_of("\n".join(lines)) == (plain, 1)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_under_a_header_end_as_rows_or_problems(data: bytes) -> None:
    raw = io.BytesIO(b"One,Two,Three\n" + data)
    table = find_table(raw, "t.csv", lambda names: "two" in names, Limits())
    assert table
    assert all(len(cells) == 3 for _, cells in table.rows())


def test_a_file_of_open_quotes_is_given_up_soon() -> None:
    rows, problems = rows_of("One,Two,Three\na,b,c\n" + 'x,"y,z\n' * 5_001)
    assert rows == [["a", "b", "c"]]
    assert problems < 300
