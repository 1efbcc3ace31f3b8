"""`redleaf score`: a row out for every row in, in order, whatever the row."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from redleaf.batch.row_files import Row
from redleaf.batch.scoring import CHUNK, score_rows
from tests.cli.running import Command

MARA = "Hi Mara, your talk on river ice in Tartu stayed with me. Shall I send the Inari logs?"
DEFAULT = "I'd like to add you to my professional network on LinkedIn."
NUMBERS = ("courtesy", "specificity", "asks", "gives", "spam")


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
    assert list(mara["p"]) == ["default", "template", "pitch", "personal"]
    assert max(default["p"], key=default["p"].get) == "default"
    assert all(0 <= mara[name] <= 1 for name in NUMBERS)


def test_a_row_that_cannot_be_read_says_why_and_the_run_goes_on(redleaf: Command) -> None:
    rows = (
        jsonl({"id": "a"}, {"id": "b", "text": 3}, {"id": "c", "text": "x", "network": "nowhere"})
        + "{not json\n[1]\n"
        + "[" * 100_000
        + "\n"
        + jsonl({"text": MARA})
    )
    run = redleaf("score", "-", stdin=rows.encode() + b'{"id": "\xff"}\n')
    assert run.code == 1
    found = told(run.out)
    assert [row["id"] for row in found] == ["a", "b", "c", 4, 5, 6, 7, 8]
    assert all(set(row) == {"id", "error"} for row in found if row["id"] != 7)
    assert "nowhere" in found[2]["error"]
    assert found[6]["verdict"] == "personal"
    assert "7 rows could not be scored" in run.err


def test_it_keeps_the_order_over_many_rows_and_processes() -> None:
    rows = [Row(at, f"Note {at} for you, thanks.") for at in range(3 * CHUNK)]
    apart = [row for chunk in score_rows(rows, workers=2) for row in chunk]
    assert [row["id"] for row in apart] == list(range(3 * CHUNK))
    assert apart[:5] == [row for chunk in score_rows(rows[:5], workers=1) for row in chunk]


def test_it_reads_and_writes_csv(redleaf: Command, tmp_path: Path) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f'id,text,network\n1,"{MARA}\nMara",linkedin\n2,,\n', "utf-8")
    assert redleaf("score", str(source), "-o", str(out)).code == 0
    with out.open(newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["id"], first["verdict"], second["verdict"]) == ("1", "personal", "empty")
    assert 0 <= float(first["p_personal"]) <= 1


def test_it_reads_and_writes_parquet(redleaf: Command, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    arrow = pytest.importorskip("pyarrow")
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    parquet.write_table(arrow.table({"id": ["1", "2"], "text": [MARA, None]}), source)
    assert redleaf("score", str(source), "-o", str(out)).code == 1
    first, second = parquet.read_table(out).to_pylist()
    assert (first["verdict"], second["verdict"], bool(second["error"])) == ("personal", None, True)


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_it_goes_on_where_the_output_was_cut_short(
    redleaf: Command, tmp_path: Path, ending: str
) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / f"out.{ending}"
    source.write_text(jsonl(*({"id": f"n{at}", "text": f"{MARA} {at}"} for at in range(9))))
    redleaf("score", str(source), "-o", str(out))
    whole = out.read_bytes()
    for size in (0, 20, len(whole) // 2, len(whole) - 3, len(whole)):
        out.write_bytes(whole[:size])
        assert redleaf("score", str(source), "-o", str(out), "--resume").code == 0
        assert out.read_bytes() == whole


def test_it_does_not_go_on_with_the_rows_of_another_file(redleaf: Command, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(jsonl({"id": "a", "text": MARA}))
    out.write_text(jsonl({"id": "z", "verdict": "personal"}))
    run = redleaf("score", str(source), "-o", str(out), "--resume")
    assert run.code == 1
    assert "another file" in run.err


def test_wrong_use_is_told(redleaf: Command, tmp_path: Path) -> None:
    assert ".parquet" in redleaf("score", "notes.xlsx").err
    assert redleaf("score", "notes.xlsx").code == 2
    assert redleaf("score", "-", "--resume").code == 2
    assert redleaf("score", str(tmp_path / "none.jsonl")).code == 1
    headless = tmp_path / "headless.csv"
    headless.write_text("a,b\n1,2\n")
    assert "text among them" in redleaf("score", str(headless)).err
