"""Public suites of tables, held against their own truth where they have one.

`benchmarks/bench_tables.py` measures the same field by field.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from redleaf.errors import FileError
from redleaf.formats.csv_people.sheet import open_sheet
from redleaf.formats.importer import read_file
from redleaf.formats.limits import Limits
from tests.formats.people_tables import read


def test_every_table_of_the_suites_ends_as_people_or_a_sentence(shared_data: Path) -> None:
    for path in sorted((shared_data / "contacts" / "csv").rglob("*.csv")):
        with contextlib.suppress(FileError):
            harvest = read(path.read_bytes())
            assert all(each.called for each in harvest.contacts), path.name


def test_the_cells_are_what_csv_spectrum_says(shared_data: Path) -> None:
    tables = sorted((shared_data / "contacts" / "csv").glob("*csv-spectrum/csvs/*.csv"))
    assert tables
    for path in tables:
        truth = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_text("utf-8"))
        sheet = open_sheet(path.read_bytes(), path.name, Limits(), named=list(truth[0]))
        rows = [dict(zip(sheet.header, cells, strict=True)) for _, cells in sheet.rows()]
        assert rows == truth, path.name


def test_a_whole_export_of_linkedin_is_read_without_a_problem(shared_data: Path) -> None:
    (folder,) = (shared_data / "contacts" / "csv").glob("*/sample_export")
    harvest = read_file(folder)
    assert (harvest.format, harvest.problems) == ("linkedin", [])
    assert len(harvest.contacts) == 2_000
