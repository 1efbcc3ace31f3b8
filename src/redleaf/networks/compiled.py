"""The networks as tools/compile_networks.py writes them from the TOML files in data/.

The TOML reader of the standard library alone takes longer to load than a whole check may.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 (see path_of)


def path_of(name: str) -> str:
    """The path of a compiled file. Without pathlib, which takes longer to load than the file."""
    return f"{DATA}/compiled/{name}"


def bytes_of(name: str) -> bytes:
    """The bytes of a compiled file; all of them are UTF-8."""
    with open(path_of(name), "rb") as file:  # noqa: PTH123 (see path_of)
        return file.read()


def table_of(name: str) -> Any:
    """What a compiled JSON file holds."""
    import json  # here alone: a check that names no network reads lines of text only

    return json.loads(bytes_of(f"{name}.json"))
