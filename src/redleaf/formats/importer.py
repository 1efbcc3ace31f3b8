"""Importers: one a format, found by itself, and the one door that reads any file with them.

A package `redleaf.formats.NAME` with a module `importer.py` that defines `IMPORTER` is an importer;
nothing lists them. Its reader runs behind the guard and gives `to_plain` of a Harvest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain
from redleaf.errors import FileError, UnknownName
from redleaf.formats.guard import Reader, read_guarded
from redleaf.formats.limits import DEFAULT_LIMITS, Limits
from redleaf.formats.outside import Outside, outside_of


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that can be imported.

    `name` is what `redleaf import --as` takes, `title` what people call it. `claims` looks at a
    file from outside and says how sure it is that this is its own: 0 not at all, 1 perhaps, 2 by
    its beginning, 3 certain; the surest importer reads it. `reader` is what runs behind the guard;
    `options` names the keyword arguments it takes besides (JSON data only).
    """

    name: str
    title: str
    claims: Callable[[Outside], int]
    reader: Reader
    options: frozenset[str] = frozenset()
    limits: Limits = DEFAULT_LIMITS
    suffixes: tuple[str, ...] = field(default=())


@cache
def importers() -> dict[str, Importer]:
    """All of them by name."""
    folder = Path(__file__).parent
    names = sorted(path.parent.name for path in folder.glob("*/importer.py"))
    found = [import_module(f"redleaf.formats.{name}.importer").IMPORTER for name in names]
    return {each.name: each for each in found}


def importer_for(outside: Outside, *, name: str = "") -> Importer:
    """The importer called `name`, or the one that claims the file most surely.

    Raises UnknownName for an unknown name, FileError when nobody claims the file.
    """
    known = importers()
    if name:
        if name not in known:
            raise UnknownName("format", name, known)
        return known[name]
    best = max(known.values(), key=lambda each: each.claims(outside))
    if not best.claims(outside):
        what = f"this looks like {outside.kind}, " if outside.kind else "this is "
        raise FileError(
            f"{what}not a file that Redleaf can import. Say what it is with --as: "
            f"{', '.join(known)}.",
            place=outside.name,
        )
    return best


def read_file(
    source: bytes | Path,
    *,
    file_name: str = "",
    format_name: str = "",
    options: Mapping[str, Any] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Harvest:
    """What is in a stranger's file, read behind the guard.

    `file_name` is the name of `source` where it comes as bytes. `options` are for readers that
    take them (`today` as an ISO day, `mine` as the user's own addresses, a column `mapping`);
    those an importer does not know are left away. Raises FileError and UnknownName.
    """
    outside = outside_of(source, file_name)
    importer = importer_for(outside, name=format_name)
    given = {key: value for key, value in (options or {}).items() if key in importer.options}
    if file_name or isinstance(source, Path):
        given["file"] = outside.name
    plain = read_guarded(importer.reader, source, importer.limits, options=given, progress=progress)
    return from_plain(Harvest, plain)
