"""A desk in a process of its own with a keyring that lasts as long as it does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.web.running import Desk, free_port, start

_ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def desk_with_a_keyring(home: Path) -> Iterator[Desk]:
    """Elsewhere a desk under test has none: it must not reach that of whoever runs the tests."""
    chosen = {
        "PYTHON_KEYRING_BACKEND": "tests.languagemodel.keyrings.MemoryKeyring",
        "PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(_ROOT)))),
    }
    former = {name: os.environ.get(name) for name in chosen}
    os.environ.update(chosen)
    try:
        desk = start(home, "--port", str(free_port()))
    finally:
        for name, value in former.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    try:
        yield desk
    finally:
        desk.end()
        assert desk.process.stdout is not None
        desk.process.stdout.close()
