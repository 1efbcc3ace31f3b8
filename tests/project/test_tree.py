"""What must not stand in any file of the project, and what must stay small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project.tree import ROOT, source_modules, tracked_files

# Put together here, so that this file is not the one that is found.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "crates" + ".io",
    "rubygems" + ".org",
    "proxy." + "golang.org",
    "deb." + "debian.org",
    "jsdelivr" + ".net",
    "unpkg" + ".com",
    "cdnjs" + ".cloudflare.com",
]
# A folder's first letters in brackets: the pattern does not find itself.
MACHINE_PATHS = re.compile(
    r"(?<![\w.-])(?:/[w]ork/|/[r]oot/|/[h]ome/[a-z]|/[o]pt/|/[U]sers/[A-Za-z]|[A-Z]:\\[U]sers)"
)
DOWNLOADS = re.compile(r"https?://[^\s\"'<>)]+\.(?:whl|tar\.gz|tgz|exe|deb|rpm|min\.js)\b")
# Lock files that record addresses; requirements/*.txt with hashes are ours.
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "package-lock.json", "yarn.lock"}

LONGEST_MODULE = 300
# Longer modules, each with the reason it is not cut.
LONG_MODULES: dict[str, str] = {}
# The weights of the scorers are the largest, and may grow to 4 MB.
LARGEST_FILE = 4_000_000


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked_files():
        try:
            found.append((path.relative_to(ROOT), path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_no_file_names_a_registry() -> None:
    naming = [f"{path}: {host}" for path, text in texts() for host in REGISTRIES if host in text]
    assert not naming, "\n".join(naming)


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, DOWNLOADS], ids=["machine-path", "download"])
def test_no_file_records_a_place_to_fetch_from(pattern: re.Pattern[str]) -> None:
    recorded = [
        f"{path}:{number}: {hit[0]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if (hit := pattern.search(line))
    ]
    assert not recorded, "\n".join(recorded)


def test_no_lock_file_with_addresses_is_kept() -> None:
    assert not [path for path in tracked_files() if path.name in LOCKS]


def test_no_large_file_is_kept() -> None:
    assert not [path for path in tracked_files() if path.stat().st_size > LARGEST_FILE]


def test_every_module_can_be_read_at_a_sitting() -> None:
    lengths = {
        module: len(path.read_text("utf-8").splitlines())
        for module, path in source_modules()
        if ".migrations." not in module  # written by Django
    }
    long = {module: lines for module, lines in lengths.items() if lines > LONGEST_MODULE}
    assert long.keys() == LONG_MODULES.keys(), f"cut by noun, or name the reason: {long}"


def test_no_module_is_a_grab_bag() -> None:
    nounless = {"utils", "util", "helpers", "helper", "misc", "common", "managers", "manager"}
    assert not [module for module, path in source_modules() if path.stem in nounless]


def test_the_readme_fits_on_a_few_screens() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 120
