"""`redleaf score`: a row out for every row in, in order, whatever the row."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Command

MARA = "Hi Mara, your talk on river ice in Tartu stayed with me. Shall I send the Inari logs?"
DEFAULT = "I'd like to add you to my professional network on LinkedIn."
NUMBERS = ("courtesy", "specificity", "asks", "gives", "spam")
P = ("default", "template", "pitch", "personal")


def jsonl(*rows: Any) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def told(lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.splitlines()]


def test_it_scores_every_row_as_the_contract_says(redleaf: Command) -> None:
    run = redleaf("score", stdin=jsonl({"id": "7", "text": MARA}, {"id": "8", "text": DEFAULT}))
    assert (run.code, run.err) == (0, "")
    mara, default = told(run.out)
    assert list(mara) == ["id", "verdict", "p", *NUMBERS]
    assert (mara["id"], mara["verdict"], default["verdict"]) == ("7", "personal", "default")
    assert tuple(mara["p"]) == P
    assert max(default["p"], key=default["p"].get) == "default"
    assert all(0 <= mara[name] <= 1 for name in NUMBERS)


def test_a_hyphen_is_standard_output(redleaf: Command) -> None:
    row = jsonl({"id": "7", "text": MARA})
    assert redleaf("score", "-", "-o", "-", stdin=row) == redleaf("score", stdin=row)


def test_the_same_text_gets_the_same_numbers_wherever_it_stands(redleaf: Command) -> None:
    rows = [{"id": at, "text": text} for at, text in enumerate([MARA, DEFAULT, MARA] * 2)]
    first, second, *others = told(redleaf("score", stdin=jsonl(*rows)).out)
    for at, row in enumerate(others, 2):
        alike = second if at % 3 == 1 else first
        assert row == {**alike, "id": at}


def test_a_row_that_cannot_be_read_says_why_and_the_run_goes_on(redleaf: Command) -> None:
    rows = (
        jsonl({"id": "a"}, {"id": "b", "text": 3}, {"id": ["c"], "text": "x"})
        + '{not json\n[1]\n{"id": NaN, "text": "x"}\n'
        + "[" * 100_000
        + '\n{"id": 8, "text": '
        + "9" * 5000
        + "}\n"
        + jsonl({"id": "i", "body": "x", "from": "y"}, {"text": MARA})
    )
    run = redleaf("score", "-", stdin=rows.encode() + b'{"id": "\xff"}\n')
    assert run.code == 1
    found = told(run.out)
    assert [row["id"] for row in found] == ["a", "b", 3, 4, 5, 6, 7, 8, "i", 10, 11]
    assert all(set(row) == {"id", "error"} for row in found if row["id"] != 10)
    assert found[8]["error"] == "there is no text: what there is are id, body, from."
    assert "column 2" in found[3]["error"]
    assert found[9]["verdict"] == "personal"
    assert "10 rows of 11 could not be scored" in run.err
    assert "2  there is no text" in run.err


def test_a_network_that_is_not_known_is_told_and_the_row_is_scored(redleaf: Command) -> None:
    rows = [{"text": MARA, "network": name} for name in ("LinkedIn", "", "carrier pigeon", None)]
    run = redleaf("score", stdin=jsonl(*rows))
    assert run.code == 0
    assert [row["verdict"] for row in told(run.out)] == ["personal"] * 4
    assert "1 row names a network that is not known" in run.err
    assert "carrier pigeon" in run.err


def test_networks_without_end_are_counted_together(redleaf: Command) -> None:
    rows = [{"text": MARA, "network": f"pigeon {at}"} for at in range(700)]
    run = redleaf("score", "-j", "1", stdin=jsonl(*rows))
    assert "700 rows name a network that is not known" in run.err
    assert "others" in run.err


def test_columns_and_the_network_can_be_named(redleaf: Command, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"No,Message,Where\n7,{DEFAULT},xing\n", "utf-8")
    (tmp_path / "in.jsonl").write_text(jsonl({"No": "7", "Message": DEFAULT, "Where": "xing"}))
    names = ("--text", "Message", "--id", "No", "--network-column", "Where")
    for name in ("in.csv", "in.jsonl"):
        (row,) = told(redleaf("score", name, *names, "--network", "linkedin").out)
        assert (row["id"], row["verdict"]) == ("7", "default")
    assert redleaf("score", "in.csv", "--network", "pigeon").code == 2
    run = redleaf("score", "in.csv")
    assert run.code == 1
    assert "there is no column called text; the columns are No, Message, Where" in run.err
    run = redleaf("score", "in.csv", "--text", "Message", "--id", "Number")
    assert run.code == 1
    assert "there is no column called Number; the columns are No" in run.err


def test_what_was_wrong_is_told_in_whole_words(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,text\n1,Hi, Mara\n2,Hi, Ben, there\n")
    run = redleaf("score", "in.csv")
    assert "2 rows of 2 could not be scored" in run.err
    assert "  2  this row has … cells for … columns\n" in run.err


def test_when_no_row_can_be_read_it_says_what_may_be_behind_it(redleaf: Command) -> None:
    assert "--text names another" in redleaf("score", stdin=jsonl({"body": MARA})).err
    assert "is read as JSONL" in redleaf("score", stdin=f"id,text\n1,{MARA}\n").err
    mixed = redleaf("score", stdin=jsonl({"body": MARA}, {"text": MARA})).err
    assert "--text" not in mixed


def test_it_reads_and_writes_csv(redleaf: Command, tmp_path: Path) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f'id,text,network\n"1, a","{MARA}\nMara",linkedin\n2,,\n,x,\n', "utf-8")
    assert redleaf("score", str(source), "-o", str(out)).code == 0
    with out.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == ["1, a", "2", "3"]
    assert [row["verdict"] for row in rows[:2]] == ["personal", "empty"]
    assert list(rows[0]) == ["id", "verdict", *(f"p_{name}" for name in P), *NUMBERS, "error"]
    assert 0 <= float(rows[0]["p_personal"]) <= 1


def test_it_reads_and_writes_parquet(redleaf: Command, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    arrow = pytest.importorskip("pyarrow")
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    parquet.write_table(arrow.table({"id": [0, 2], "text": [MARA, None]}), source)
    assert redleaf("score", str(source), "-o", str(out)).code == 1
    first, second = parquet.read_table(out).to_pylist()
    assert (first["id"], first["verdict"], first["error"]) == (0, "personal", None)
    assert (second["id"], second["verdict"]) == (2, None)
    assert second["error"] == "there is no text."
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == ["out.parquet"]


def test_all_formats_say_the_same(redleaf: Command, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    rows = [{"id": f"n{at}", "text": text} for at, text in enumerate((MARA, DEFAULT, ""))]
    (tmp_path / "in.jsonl").write_text(jsonl(*rows, {"id": 'e"'}), "utf-8")
    for ending in ("jsonl", "csv", "parquet"):
        assert redleaf("score", "in.jsonl", "-o", f"out.{ending}").code == 1
    plain = told((tmp_path / "out.jsonl").read_text("utf-8"))
    flat = [
        {k: v for k, v in row.items() if k != "p"}
        | {f"p_{name}": p for name, p in row.get("p", {}).items()}
        for row in plain
    ]
    with (tmp_path / "out.csv").open(newline="") as file:
        for row, wanted in zip(csv.DictReader(file), flat, strict=True):
            assert {k: v for k, v in row.items() if v} == {k: str(v) for k, v in wanted.items()}
    table = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    for row, wanted in zip(table, flat, strict=True):
        assert {k: v for k, v in row.items() if v is not None} == wanted


def test_without_numpy_and_pyarrow_only_parquet_is_missing(
    redleaf: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.jsonl").write_text(jsonl({"id": "7", "text": MARA}, {"text": DEFAULT}))
    with_them = redleaf("score", "in.jsonl").out
    for name in ("numpy", "pyarrow", "redleaf.batch.margins"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delattr("redleaf.batch.margins", raising=False)
    assert redleaf("score", "in.jsonl").out == with_them
    (tmp_path / "in.parquet").write_bytes(b"PAR1")
    for arguments in (("in.parquet",), ("in.jsonl", "-o", "out.parquet")):
        run = redleaf("score", *arguments)
        assert run.code == 1
        assert "pip install pyarrow" in run.err


def test_what_cannot_be_read_is_named(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "torn.parquet").write_bytes(b"PAR1 and no more")
    for name, words in {
        "none.jsonl": "there is no such file",
        "folder.csv": "this is a folder",
        "empty.csv": "it is empty",
        "torn.parquet": "it is not Parquet that can be read",
    }.items():
        run = redleaf("score", name, "-o", "out.jsonl")
        assert run.code == 1
        assert f"redleaf: {name}: {words}" in run.err
        assert not (tmp_path / "out.jsonl.part").exists()


def test_a_parquet_column_of_numbers_is_no_text(redleaf: Command, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    arrow = pytest.importorskip("pyarrow")
    parquet.write_table(arrow.table({"text": [1, 2], "body": ["a", "b"]}), tmp_path / "in.parquet")
    assert "its column text holds int64, not text" in redleaf("score", "in.parquet").err
    assert "the columns are text, body" in redleaf("score", "in.parquet", "--text", "x").err
    assert redleaf("score", "in.parquet", "--text", "body").code == 0


def test_what_cannot_be_written_is_named(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(jsonl({"text": MARA}))
    run = redleaf("score", "in.jsonl", "-o", "nowhere/out.jsonl")
    assert run.code == 1
    assert "nowhere/out.jsonl: it cannot be written: No such file or directory" in run.err


def test_wrong_use_is_told(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(jsonl({"text": MARA}))
    for arguments, words in (
        (["notes.xlsx"], ".parquet"),
        (["in.jsonl", "-o", "out.txt"], ".parquet"),
        (["in.jsonl", "-o", "in.jsonl"], "is the file that is read"),
        (["-", "--resume"], "name it with -o"),
        (["in.jsonl", "-o", "-", "--resume"], "name it with -o"),
        (["in.jsonl", "-o", "out.csv", "--resume", "--overwrite"], "choose one"),
    ):
        run = redleaf("score", *arguments)
        assert run.code == 2
        assert words in run.err
