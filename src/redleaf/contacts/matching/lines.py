"""Lines of the tables beside this module: a head and its forms, parted by spaces."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.data_files import read_beside


def forms_by_head(file: str) -> Iterator[tuple[str, list[str]]]:
    """Each line as its first word and the others; remarks behind "#" are left out."""
    for line in read_beside(__file__, file).splitlines():
        head, *forms = line.partition("#")[0].split() or [""]
        if head:
            yield head, forms
