"""Data files that stand beside the module that reads them."""

from __future__ import annotations

import os


def read_beside(module_file: str, *name: str) -> str:
    """The text of the file `name` beside a module, which hands in its `__file__`.

    Without pathlib, which takes longer to load than all the files together take to read.
    """
    path = os.path.join(os.path.dirname(module_file), *name)  # noqa: PTH118, PTH120
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()
