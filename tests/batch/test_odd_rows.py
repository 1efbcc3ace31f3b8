"""Rows as they come from spreadsheets, exports and broken programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redleaf.batch.row_files import opened_rows
from redleaf.batch.rows import LONGEST_ROW, Columns, Row

MARA = "Grüße an Mara"


def rows_in(path: Path, content: bytes) -> list[Row]:
    path.write_bytes(content)
    with opened_rows(path, Columns()) as source:
        return list(map(source.row_of, source.records()))


@pytest.fixture
def as_csv(tmp_path: Path) -> Any:
    return lambda content: rows_in(tmp_path / "in.csv", content)


@pytest.fixture
def as_jsonl(tmp_path: Path) -> Any:
    return lambda content: rows_in(tmp_path / "in.jsonl", content)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_the_encodings_of_excel_and_powershell_are_read(
    as_csv: Any, as_jsonl: Any, encoding: str
) -> None:
    assert as_csv(f"id,text\n1,{MARA}\n".encode(encoding)) == [Row("1", MARA)]
    assert as_jsonl(f'{{"id": 1, "text": "{MARA}"}}\n'.encode(encoding)) == [Row(1, MARA)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [";", "\t", "|", ","])
def test_the_delimiters_and_line_ends_of_spreadsheets_are_read(
    as_csv: Any, mark: str, end: str
) -> None:
    names = mark.join(['"Note, of whom"', "ID", "Text"])
    cells = mark.join(['"a"', "7", f'"{MARA}, you{mark}too"'])
    assert as_csv(f"{names}{end}{cells}{end}".encode()) == [Row("7", f"{MARA}, you{mark}too")]


def test_the_line_that_tells_excel_the_delimiter_is_no_row(as_csv: Any) -> None:
    assert as_csv(b"sep=;\r\nid;text\r\n7;a, b\r\n") == [Row("7", "a, b")]


def test_an_unquoted_comma_does_not_cut_a_text(as_csv: Any) -> None:
    cut, whole, padded = as_csv(b"id,text\n1,Hi Mara, thanks\n2,Hi Mara\n3,Hi Mara,,\n")
    assert "quote its text" in cut.error
    assert (whole.text, padded.text) == ("Hi Mara", "Hi Mara")


def test_a_quote_without_its_other_one_swallows_no_row_unseen(as_csv: Any) -> None:
    first, open_one = as_csv(b'id,text\n1,Hi\n2,"Hi Mara\n3,Hi Ben\n')
    assert first == Row("1", "Hi")
    assert "never closes" in open_one.error
    cut, whole = as_csv(b'id,text\n1,"Hi ""Mara"" and "Ben""\n2,"Hi ""Mara"""\n')
    assert "closes before its text does" in cut.error
    assert whole == Row("2", 'Hi "Mara"')
    *_, last = as_csv(b'id,text\n1,"Hi Mara\n2,Hi Ben\n3,"Hi Cleo"\n4,Hi Ana\n')
    assert last == Row("4", "Hi Ana")


def test_bytes_of_another_encoding_spoil_their_row_alone(as_csv: Any, as_jsonl: Any) -> None:
    bad, good = as_csv(b"id,text\n1,Gr\xfc\xdfe\n2,Mara\n")
    assert (bad.id, bad.error) == ("1", "the text is not UTF-8; save the file as UTF-8.")
    assert good == Row("2", "Mara")
    bad, good = as_jsonl(b'{"id": 1, "text": "Gr\xfc\xdfe"}\n{"id": 2, "text": "Mara"}\n')
    assert (bad.id, bad.error) == (1, "this line is not UTF-8.")
    assert good == Row(2, "Mara")


def test_half_an_emoji_is_no_reason_to_pass_over_a_row(as_jsonl: Any) -> None:
    half, whole = as_jsonl(b'{"text": "Thanks \\ud83d"}\n{"text": "Thanks \\ud83d\\ude00"}\n')
    assert (half.text, whole.text) == ("Thanks \N{REPLACEMENT CHARACTER}", "Thanks \U0001f600")


def test_signs_that_nobody_escaped_are_text(as_csv: Any, as_jsonl: Any) -> None:
    assert as_jsonl(b'{"text": "a\tb\x00c"}\n')[0].text == "a\tb\x00c"
    assert as_csv(b"text\na\x00c\n")[0].text == "a\x00c"


def test_ids_come_back_as_they_were(as_jsonl: Any) -> None:
    ids: list[Any] = ["", "7", 7, 0, -1, 10**30, 1.5, 'a"b', None]
    rows = as_jsonl("".join(json.dumps({"id": i, "text": "x"}) + "\n" for i in ids).encode())
    assert [row.id for row in rows] == [*ids[:-1], len(ids)]
    for wrong in (True, [1], {"a": 1}):
        (row,) = as_jsonl(json.dumps({"id": wrong, "text": "x"}).encode())
        assert (row.id, bool(row.error)) == (1, True)


def test_nested_and_bare_values_are_no_text(as_jsonl: Any) -> None:
    for wrong, kind in (({"a": "b"}, "an object"), (["a"], "a list"), (1, "a number")):
        (row,) = as_jsonl(json.dumps({"id": "7", "text": wrong}).encode())
        assert row == Row("7", error=f"the text is not in quotes: it is {kind}.")


def test_blank_lines_are_no_rows_but_count(as_csv: Any, as_jsonl: Any) -> None:
    assert [row.id for row in as_jsonl(b'\n{"text": "a"}\n\n{"text": "b"}')] == [2, 4]
    assert [row.id for row in as_csv(b"text\n\na\n\nb")] == [2, 4]


def test_what_is_too_long_is_passed_over_and_the_next_row_comes(as_csv: Any, as_jsonl: Any) -> None:
    endless = b"a" * (2 * LONGEST_ROW + 5)
    long, next_one = as_jsonl(b'{"text": "' + endless + b'"}\n{"text": "b"}\n')
    assert (long.id, long.error) == (1, "this line is longer than 1,000,000 bytes.")
    assert next_one == Row(2, "b")
    *long_rows, next_one = as_csv(b'text\n"' + endless + b'"\nb\n')
    assert all(row.error for row in long_rows)
    assert next_one.text == "b"


def test_a_row_may_be_as_long_as_a_book(as_csv: Any, as_jsonl: Any) -> None:
    text = "Hi Mara, thanks. " * 20_000
    assert as_jsonl(json.dumps({"text": text}).encode())[0].text == text
    assert as_csv(f'text\n"{text}"\n'.encode())[0].text == text


@pytest.mark.parametrize("rows_a_group", [1, 2, 100])
def test_parquet_of_any_make_is_read(tmp_path: Path, rows_a_group: int) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    arrow = pytest.importorskip("pyarrow")
    texts = ["a", None, "b" * (LONGEST_ROW + 1), "Grüße"]
    for kind in (arrow.string(), arrow.large_string(), arrow.dictionary(arrow.int32(), "string")):
        table = arrow.table({"text": arrow.array(texts).cast(kind), "id": [1.5, 2.5, 3.5, 4.5]})
        parquet.write_table(table, tmp_path / "in.parquet", row_group_size=rows_a_group)
        with opened_rows(tmp_path / "in.parquet", Columns()) as source:
            rows = list(map(source.row_of, source.records()))
            assert [row.id for row in rows] == [1.5, 2.5, 3.5, 4.5]
            assert [bool(row.error) for row in rows] == [False, True, True, False]
            for after in range(6):
                assert list(map(source.row_of, source.records(after=after))) == rows[after:]


def test_a_parquet_text_that_is_not_utf_8_spoils_its_row_alone(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    arrow = pytest.importorskip("pyarrow")
    broken = arrow.array([b"a", b"\xff", b"c"], arrow.binary()).view(arrow.string())
    parquet.write_table(arrow.table({"text": broken}), tmp_path / "in.parquet")
    with opened_rows(tmp_path / "in.parquet", Columns()) as source:
        a, bad, c = map(source.row_of, source.records())
    assert (a.text, bad.error, c.text) == ("a", "the text is not UTF-8.", "c")
