"""`redleaf export`: everything in one file, whole and private, or none."""

from __future__ import annotations

import csv
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from redleaf.contacts.contact import Contact
from redleaf.formats.importer import read_file
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.services.keeping import keep_new_contact
from redleaf.web.contacts.services.recording import recorded
from tests.cli.running import Command

TODAY = ("--today", "2026-11-23")
LINES = """Mira Holt, curator at Muzeum Wody, met at Museums & Web last Thursday, mira@holt.example
Bo Lindqvist, glazier at Kettle & Sons
大野春香, coffee in Nagasaki on Monday
"""


@pytest.fixture(autouse=True)
def _people(redleaf: Command, owner: User) -> None:
    redleaf("remember", "-", *TODAY, stdin=LINES)


def test_it_writes_a_zip_of_the_day_that_only_its_owner_reads(
    redleaf: Command, tmp_path: Path
) -> None:
    run = redleaf("export")
    (file,) = tmp_path.glob("redleaf-*.zip")
    assert run == (0, "", f"3 people and 2 encounters written to {file.name}.\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert zipfile.ZipFile(file).testzip() is None


def test_it_does_not_write_over_a_file_unasked(redleaf: Command, tmp_path: Path) -> None:
    file = tmp_path / "mine.zip"
    file.write_bytes(b"keep me")
    run = redleaf("export", str(file))
    assert run.code == 1
    assert "--overwrite writes over it" in run.err
    assert file.read_bytes() == b"keep me"
    assert redleaf("export", str(file), "--overwrite").code == 0
    assert zipfile.is_zipfile(file)


@pytest.mark.parametrize("name", ["people.vcf", "people.csv", "meetings.ics", "all.zip"])
def test_what_it_writes_by_the_ending_is_read_again(
    redleaf: Command, tmp_path: Path, name: str
) -> None:
    assert redleaf("export", name).code == 0
    harvest = read_file(tmp_path / name)
    assert not harvest.problems
    if name == "meetings.ics":
        assert {each.event for each in harvest.encounters} == {"Museums & Web", ""}
    else:
        assert "大野春香" in {each.name for each in harvest.contacts}
        mails = {each.value for who in harvest.contacts for each in who.identities_of("email")}
        assert mails == {"mira@holt.example"}


HOSTILE = ("=HYPERLINK(1)", "+48 22", "-2+3", "@SUM(1)", "\tTab", "＝1+1", "'quoted")


def test_no_cell_of_a_table_runs_in_a_spreadsheet(
    redleaf: Command, tmp_path: Path, owner: User
) -> None:
    with recorded(owner, Act.Kind.EDIT, "Hostile names") as recorder:
        for name in HOSTILE:
            keep_new_contact(Contact(name, notes=(name,)), recorder)
    redleaf("export", "people.csv")
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    read = read_file(tmp_path / "people.csv").contacts
    assert {note for each in read for note in each.notes} == set(HOSTILE)


def test_standard_output_gets_what_a_file_would(redleaf: Command, tmp_path: Path) -> None:
    redleaf("export", "meetings.ics")
    run = redleaf("export", "-", "--as", "ics")
    assert run.out.encode() == (tmp_path / "meetings.ics").read_bytes()
    assert "written to standard output" in run.err


def test_two_exports_of_the_same_store_are_the_same(redleaf: Command, tmp_path: Path) -> None:
    redleaf("export", "one.zip")
    redleaf("export", "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_where_there_is_no_folder_nothing_is_left(redleaf: Command, tmp_path: Path) -> None:
    run = redleaf("export", str(tmp_path / "nowhere" / "all.zip"))
    assert run.code == 1
    assert "this cannot be written: No such file or directory" in run.err


@pytest.mark.skipif(os.name != "posix", reason="a pipe in the file system")
def test_a_pipe_is_not_put_aside(redleaf: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.vcf")
    run = redleaf("export", "pipe.vcf", "--overwrite")
    assert (run.code, "a device or a pipe" in run.err) == (1, True)
    assert (tmp_path / "pipe.vcf").is_fifo()


def test_a_folder_is_wrong_use(redleaf: Command, tmp_path: Path) -> None:
    assert redleaf("export", str(tmp_path)).code == 2
    assert redleaf("export", "-", "--overwrite").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="bounds what a process writes, as Unix can")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    """In a process of its own, with a bound on what it may write."""
    limited = (
        "import resource, sys; from redleaf.cli import main; "
        "from redleaf.cli.store import opened_store\n"
        "from pathlib import Path\n"
        "with opened_store(None): pass\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))\n"
        "sys.exit(main(['export', 'all.zip']))"
    )
    run = subprocess.run(
        [sys.executable, "-c", limited],
        cwd=tmp_path,
        env={**os.environ, "REDLEAF_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == (
        "redleaf: all.zip: this cannot be written: File too large. Nothing was left there.\n"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["home"]
