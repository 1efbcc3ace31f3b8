"""Data files that stand beside the module that reads them, which hands in its `__file__`.

Without pathlib, which takes longer to load than all the files together take to read.
"""

from __future__ import annotations

import os


def read_beside(module_file: str, *name: str) -> str:
    """The text of the file `name` beside a module."""
    with open(path_beside(module_file, *name), encoding="utf-8") as file:  # noqa: PTH123
        return file.read()


def path_beside(module_file: str, *name: str) -> str:
    """The path of the file or folder `name` beside a module."""
    return os.path.join(os.path.dirname(module_file), *name)  # noqa: PTH118, PTH120
