"""What all tests share: where data, browser, PostgreSQL and Tesseract are; that nothing leaves.

What needs one of them is skipped with the reason where it is absent. Where they have to be there
(continuous integration lists them in REDLEAF_REQUIRE), absence is a failure instead.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

import playwright
import pytest
from playwright.sync_api import Browser, sync_playwright

from tools.postgresql import NoPostgresqlError, postgresql

ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"
REQUIRED = frozenset(os.environ.get("REDLEAF_REQUIRE", "").split(","))

# The tests never see the home of the person who runs them, nor settings or a database of theirs.
# tests/web/test_postgresql.py names the one that it started for them.
# tests/web/test_team.py asks for the settings of a team's server.
STORE = os.environ.get("REDLEAF_TESTS_STORE", "")
TEAM = os.environ.get("REDLEAF_TESTS_TEAM", "")
os.environ.pop("DATABASE_URL", None)
for name in [name for name in os.environ if name.startswith("REDLEAF_")]:
    if name != "REDLEAF_REQUIRE":
        del os.environ[name]
if STORE:
    os.environ["DATABASE_URL"] = STORE
os.environ["REDLEAF_HOME"] = tempfile.mkdtemp(prefix="redleaf-tests-")
atexit.register(shutil.rmtree, os.environ["REDLEAF_HOME"], ignore_errors=True)
# Set here and not in pyproject.toml: pytest-django would read the settings before this home is set.
os.environ["DJANGO_SETTINGS_MODULE"] = (
    "redleaf.web.team_settings" if TEAM else "redleaf.web.settings"
)
if TEAM:
    os.environ["REDLEAF_TEAM"] = TEAM
# Playwright keeps a loop running in the thread of the tests, and Django takes any loop for a view
# that is asynchronous. Nothing here is; files of tests come in any order where all cores run them.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

LOOPBACK = ("127.", "::1", "localhost")


def _refuse_the_outside(event: str, args: tuple[Any, ...]) -> None:
    if event != "socket.connect":
        return
    address = args[1]
    # A path is a socket on this machine; a tuple is host and port.
    if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
        raise RuntimeError(f"A test tried to reach {address[0]}; tests stay on this machine.")


sys.addaudithook(_refuse_the_outside)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """A file, not memory: an audit is read in a thread, and threads do not share memory.

    Here, for all who ask for the store: one session has one, whoever asks first.
    """
    import django

    # pytest-django looks for settings before the home of the tests is chosen, and finds none.
    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.HOME.prepare()
    if STORE:
        assert connection.vendor == "postgresql", "the settings were read too early"
    else:
        connection.settings_dict["TEST"]["NAME"] = str(settings.HOME.path / "test.sqlite3")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of labelled data beside the checkout."""
    if not SHARED_DATA.is_dir():
        absent("shared", "the labelled data is not there: ../shared/data beside the checkout")
    return SHARED_DATA


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's Chromium, for Playwright's `executable_path`."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        absent("browser", "Chromium is not there: sudo apt-get install chromium")
    if not _driver_starts():
        absent("browser", "Playwright's driver does not start: sudo apt-get install libatomic1")
    return Path(found)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that was started for this run, for DATABASE_URL."""
    with ExitStack() as running:
        try:
            address = running.enter_context(postgresql())
        except NoPostgresqlError as error:
            absent("postgres", str(error))
        yield address


@pytest.fixture(scope="session")
def tesseract() -> None:
    """Tesseract with the languages of cards, and the packages that open pictures."""
    packages = "tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra tesseract-ocr-spa"
    found = shutil.which("tesseract")
    if found is None:
        absent("tesseract", f"Tesseract is not there: sudo apt-get install {packages}")
    listed = subprocess.run([found, "--list-langs"], capture_output=True, text=True).stdout.split()
    if not {"eng", "deu", "fra", "spa"} <= set(listed):
        absent("tesseract", f"Tesseract lacks languages: sudo apt-get install {packages}")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """A process of its own for each core: each reads the settings after it has chosen its home.

    Inherited, their name would have pytest-django read them before, and all share one store.
    """
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for one of them gets its mark, by which tests can be deselected."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "shared_data" in names:
            item.add_marker("shared")
        if "chromium" in names:
            item.add_marker("browser")
        if "postgres" in names:
            item.add_marker("postgres")
        if "tesseract" in names:
            item.add_marker("tesseract")


def _driver_starts() -> bool:
    """Whether Playwright's own Node runs; it needs a library that a bare Debian does not have."""
    node = Path(playwright.__file__).parent / "driver" / "node"
    if not node.exists():
        node = node.with_suffix(".exe")
    return subprocess.run([node, "--version"], capture_output=True).returncode == 0


def absent(what: str, reason: str) -> NoReturn:
    """Skip for what this machine lacks, or fail where `REDLEAF_REQUIRE` asks for it."""
    if what in REQUIRED:
        pytest.fail(f"REDLEAF_REQUIRE asks for it, but {reason}", pytrace=False)
    pytest.skip(reason)


# Chromium asks its makers for nothing while it is tested.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    # One for all tests of a process: a second would find the first one's loop running.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=str(chromium), args=[*QUIET, *as_root])
        yield browser
        browser.close()
