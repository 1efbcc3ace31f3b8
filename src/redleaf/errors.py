"""The tree of errors that Redleaf raises.

    RedleafError
    ├── InputError        something handed in cannot be read; `place` says where
    │   ├── BriefError    a brief: the place is a path such as `encounters.0.on`
    │   ├── ConfigError   redleaf.toml or [tool.redleaf]: the place is a key
    │   └── FileError     a file or an export: the place is a file, row or field
    └── UnknownName       a network, rule or option that does not exist; `nearest` may hold a guess

The library raises and never prints or exits; the command line and the desk do both.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class RedleafError(Exception):
    """What happened, in words for the person who can mend it."""


class InputError(RedleafError):
    """Something handed in cannot be read. `place` names where, or is empty."""

    def __init__(self, what: str, *, place: str = "") -> None:
        super().__init__(f"{place}: {what}" if place else what)
        self.what = what
        self.place = place


class BriefError(InputError):
    """A brief that does not have the shape of docs/brief.md."""


class ConfigError(InputError):
    """A setting that is unknown or has the wrong type."""


class FileError(InputError):
    """A file that cannot be read, is too large, or is not what it says it is."""


class UnknownName(RedleafError):
    """A name that is not known, with the nearest known one when there is a near one."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        import difflib  # here alone: it is slow to load, and most starts need no guess

        near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
        self.nearest = near[0] if near else None
        hint = f" Did you mean {self.nearest}?" if self.nearest else ""
        super().__init__(f"There is no {kind} called {name!r}.{hint}")
        self.kind = kind
        self.name = name
