"""A folder is walked within bounds; a file that cannot be opened says so in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redleaf.errors import FileError
from redleaf.formats.limits import DEFAULT_LIMITS, Limits
from redleaf.formats.members import open_members


def test_it_knows_the_files_of_a_folder_and_their_size(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.vcf").write_bytes(b"12345")
    (tmp_path / "in" / "b.vcf").write_bytes(b"678")
    members = open_members(tmp_path, DEFAULT_LIMITS)
    assert (members.names, members.size) == (["a.vcf", "in/b.vcf"], 8)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_it_passes_over_links_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "a.vcf").write_bytes(b"12345")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "b.vcf").symlink_to(tmp_path / "a.vcf")
    os.mkfifo(tmp_path / "c.vcf")
    assert open_members(tmp_path, DEFAULT_LIMITS).names == ["a.vcf"]


def test_it_stops_at_the_most_files_and_folders(tmp_path: Path) -> None:
    deep = tmp_path / "1" / "2" / "3"
    deep.mkdir(parents=True)
    (deep / "a.vcf").write_bytes(b"1")
    assert open_members(tmp_path, Limits(depth=2)).names == []
    (deep / "b.vcf").write_bytes(b"2")
    with pytest.raises(FileError, match="more than 1 files"):
        open_members(tmp_path, Limits(entries=1))


def test_a_file_that_is_gone_or_grew_too_large_ends_in_a_sentence_with_its_name(
    tmp_path: Path,
) -> None:
    for name in ("gone.vcf", "large.vcf"):
        (tmp_path / name).write_bytes(b"1")
    members = open_members(tmp_path, Limits(total_bytes=1_000_000))
    (tmp_path / "gone.vcf").unlink()
    os.truncate(tmp_path / "large.vcf", 1_000_001)
    for name, what in (("gone.vcf", "cannot be read"), ("large.vcf", "larger than 1 MB")):
        with pytest.raises(FileError, match=what) as refused:
            members.open(name)
        assert refused.value.place == name
