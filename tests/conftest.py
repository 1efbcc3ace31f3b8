"""What all tests share: where data and browser are, and that nothing leaves this machine.

Data and browser are skipped with the reason where they are absent. Where they have to be there
(continuous integration sets REDLEAF_REQUIRE=shared,browser), their absence is a failure instead.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import playwright
import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"
REQUIRED = frozenset(os.environ.get("REDLEAF_REQUIRE", "").split(","))

# The tests never see the home of the person who runs them, nor settings of theirs.
for name in [name for name in os.environ if name.startswith("REDLEAF_")]:
    if name != "REDLEAF_REQUIRE":
        del os.environ[name]
os.environ["REDLEAF_HOME"] = tempfile.mkdtemp(prefix="redleaf-tests-")
atexit.register(shutil.rmtree, os.environ["REDLEAF_HOME"], ignore_errors=True)
# Set here and not in pyproject.toml: pytest-django would read the settings before this home is set.
os.environ["DJANGO_SETTINGS_MODULE"] = "redleaf.web.settings"

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
def shared_data() -> Path:
    """The folder of labelled data beside the checkout."""
    if not SHARED_DATA.is_dir():
        _absent("shared", "the labelled data is not there: ../shared/data beside the checkout")
    return SHARED_DATA


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's Chromium, for Playwright's `executable_path`."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        _absent("browser", "Chromium is not there: sudo apt-get install chromium")
    if not _driver_starts():
        _absent("browser", "Playwright's driver does not start: sudo apt-get install libatomic1")
    return Path(found)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for the data or the browser gets the mark, so that both can be deselected."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "shared_data" in names:
            item.add_marker("shared")
        if "chromium" in names:
            item.add_marker("browser")


def _driver_starts() -> bool:
    """Whether Playwright's own Node runs; it needs a library that a bare Debian does not have."""
    node = Path(playwright.__file__).parent / "driver" / "node"
    if not node.exists():
        node = node.with_suffix(".exe")
    return subprocess.run([node, "--version"], capture_output=True).returncode == 0


def _absent(what: str, reason: str) -> NoReturn:
    if what in REQUIRED:
        pytest.fail(f"REDLEAF_REQUIRE asks for it, but {reason}", pytrace=False)
    pytest.skip(reason)
