"""How somebody is addressed in a formal letter, in English."""

from __future__ import annotations

from redleaf.writing.names import bare_name, family_name, given_name, title_of

_BY_GIVEN_NAME = frozenset({"Sir", "Dame", "Father", "Sister"})


def formal_name(name: str, given: str = "", _role: str = "") -> str:
    """What stands after "Dear" in a formal letter: title and family name, else the whole name."""
    title = title_of(name)
    bare = bare_name(name)
    if not title:
        return bare
    if title in _BY_GIVEN_NAME:
        return f"{title} {given_name(bare, given)}"
    if title.rstrip(".").lower() == "prof":
        title = "Professor"
    return f"{title} {family_name(bare, given)}"
