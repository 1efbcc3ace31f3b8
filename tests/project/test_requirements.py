"""The pinned requirements: every file by hash, no address, and all parts of one resolution."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

import pytest

from tests.project.tree import ROOT

FILES = ("build", "engine", "web", "team", "dev")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)")


@lru_cache
def pins(name: str) -> dict[str, tuple[str, int]]:
    """Package -> its version and how many hashes it may have."""
    found: dict[str, tuple[str, int]] = {}
    current = ""
    for line in (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines():
        if match := PIN.match(line):
            current = match["name"]
            found[current] = (match["version"], 0)
        elif "--hash=sha256:" in line:
            version, hashes = found[current]
            found[current] = (version, hashes + 1)
        else:
            assert line.startswith("#"), f"{name}.txt holds something that is no pin: {line}"
    return found


def wanted(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return {re.split(r"[<>=!\[; ]", line)[0].lower().replace("_", "-") for line in lines}


@pytest.mark.parametrize("name", FILES)
def test_every_package_is_pinned_by_hash(name: str) -> None:
    assert pins(name)
    assert not [package for package, (_, hashes) in pins(name).items() if hashes == 0]


@pytest.mark.parametrize("package", ["granian", "greenlet", "ruff", "mypy"])
def test_compiled_packages_are_pinned_for_every_platform(package: str) -> None:
    """One wheel's hash alone would install on the machine that compiled the file only."""
    assert pins("dev")[package][1] > 8


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        ("engine", ()),
        ("web", ("web",)),
        ("team", ("web", "team")),
        ("dev", ("web", "batch", "train", "model", "dev")),
    ],
)
def test_what_the_project_asks_for_is_pinned(name: str, extras: tuple[str, ...]) -> None:
    assert wanted(*extras) <= pins(name).keys()


def test_the_desk_installs_nothing_that_only_files_of_millions_need() -> None:
    assert not (wanted("batch", "train") - wanted()) & pins("web").keys()


def test_smaller_installs_are_parts_of_the_largest() -> None:
    assert pins("engine").items() <= pins("web").items() <= pins("dev").items()


def test_the_project_is_built_with_the_pinned_backend() -> None:
    assert "setuptools" in pins("build")
