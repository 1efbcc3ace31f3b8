"""Imports go one way; nothing below the desk and the commands knows Django, clock or network.

A language model, if the user wants one, is asked over HTTP: that part alone reaches the network.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import redleaf
from tests.project.tree import imports_of, source_modules, tree_of

# A module may import from its own level and from those after it.
LEVELS = (
    ("web", "cli"),
    ("languagemodel",),
    ("batch", "audit", "triage", "writing", "formats"),
    ("judging", "contacts"),
    ("rules",),
    ("notes", "networks"),
    ("errors",),
)
LEVEL_OF = {part: depth for depth, parts in enumerate(LEVELS) for part in parts}
# The package itself and `python -m redleaf` stand outside: they only hand on.
DOORS = {"redleaf", "redleaf.__main__"}

# What may come from outside the standard library. The two wheels are the engine's optional ones.
OUTSIDE = {
    "cli": {"click"},
    "web": {
        "allauth",
        "django_stubs_ext",  # read by the type checker alone
        "click",
        "cryptography",
        "dj_database_url",
        "django",
        "django_htmx",
        "granian",
        "httpx",
        "ninja",
        "platformdirs",
        "psycopg",
        "pydantic",
        "qrcode",
        "whitenoise",
    },
    # Each only within the reader that needs it, in the guarded child.
    "formats": {"PIL", "dateutil", "icalendar", "pypdfium2"},
    "batch": {"numpy", "pyarrow", "pyspark"},
    "languagemodel": {"keyring"},
}
ENGINE_OUTSIDE = {"ahocorasick_rs", "rapidfuzz"}

NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "ssl",
    "webbrowser",
}
# What may reach it below the desk and the commands.
REACHING = {"languagemodel"}
CLOCK = {"now", "today", "utcnow", "localtime", "gmtime"}


def part_of(module: str) -> str:
    return module.split(".")[1]


def modules(*, below_the_faces: bool = False) -> Iterator[tuple[str, Path]]:
    for module, path in source_modules():
        if module in DOORS or (below_the_faces and part_of(module) in LEVELS[0]):
            continue
        yield module, path


def own_imports(path: Path) -> Iterator[tuple[int, str]]:
    """The parts of Redleaf that a module imports; `import redleaf` alone is the door to all."""
    for line, name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "redleaf" and len(parts) > 1:
            yield line, parts[1]


def reaches_the_network(name: str) -> bool:
    """Taking an address apart (urllib.parse) is no call."""
    return name.split(".")[0] in NETWORK or name.startswith(("urllib.request", "urllib.error"))


def test_every_part_has_its_level() -> None:
    homeless = {part_of(module) for module, _ in modules()} - LEVEL_OF.keys()
    assert not homeless, f"give these a level here and a line in ARCHITECTURE.md: {homeless}"


def test_imports_go_only_down() -> None:
    against = [
        f"{path}:{line}: {part_of(module)} imports {part}"
        for module, path in modules()
        for line, part in own_imports(path)
        if part in LEVEL_OF and LEVEL_OF[part] < LEVEL_OF[part_of(module)]
    ]
    assert not against, "\n".join(against)


def test_below_the_faces_nothing_goes_through_the_public_door() -> None:
    """`redleaf.check` and its like would let a lower part reach everything above it."""
    public = {f"redleaf.{name}" for name in redleaf.__all__}
    through_the_door = [
        f"{path}: {name}"
        for _, path in modules(below_the_faces=True)
        for name in [
            *(name for _, name in imports_of(path)),
            *(ast.unparse(n) for n in ast.walk(tree_of(path)) if isinstance(n, ast.Attribute)),
        ]
        if name in public
    ]
    assert not through_the_door, "\n".join(through_the_door)


def test_no_two_parts_import_each_other() -> None:
    arrows = {
        (part_of(module), part)
        for module, path in modules()
        for _, part in own_imports(path)
        if part in LEVEL_OF and part != part_of(module)
    }
    both_ways = sorted((a, b) for a, b in arrows if a < b and (b, a) in arrows)
    assert not both_ways


def test_each_part_takes_from_outside_only_what_is_named_here() -> None:
    strangers = []
    for module, path in modules():
        allowed = OUTSIDE.get(part_of(module), ENGINE_OUTSIDE)
        for line, name in imports_of(path):
            top = name.split(".")[0]
            if top not in sys.stdlib_module_names and top != "redleaf" and top not in allowed:
                strangers.append(f"{path}:{line}: {top}")
    assert not strangers, "\n".join(strangers)


def test_below_the_faces_nothing_reaches_the_network() -> None:
    reaching = [
        f"{path}:{line}: {name}"
        for module, path in modules(below_the_faces=True)
        for line, name in imports_of(path)
        if part_of(module) not in REACHING and reaches_the_network(name)
    ]
    assert not reaching, "\n".join(reaching)


def test_below_the_faces_nothing_asks_what_day_it_is() -> None:
    asking = [
        f"{path}:{node.lineno}: {ast.unparse(node)}"
        for _, path in modules(below_the_faces=True)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr in CLOCK or ast.unparse(node.func) == "time.time")
    ]
    assert not asking, "\n".join(asking)
