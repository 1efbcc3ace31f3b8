"""How somebody is addressed in a formal letter, in English."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.names import bare_name, family_name, given_name, title_of

_BY_GIVEN_NAME = frozenset({"Sir", "Dame", "Father", "Sister"})
# Offices that are a form of address, where the role is the office itself: not "judge's clerk", and
# neither "judge of cakes" nor "minister of religion".
_OFFICE = regex(
    r"(?:judge(?=$|,|\s(?:of|for|in|at)\s.*\b(?:court|bench|tribunal)\b)|"
    r"minister(?=$|,|\s(?:of|for|in|at)\s)(?!.*\b(?:religion|church|chapel|parish|st)\b)|"
    r"mayor(?=$|,|\s(?:of|for|in|at)\s))",
    re.IGNORECASE,
)


def formal_name(name: str, given: str = "", role: str = "") -> str:
    """What stands after "Dear" in a formal letter: title and family name, else the whole name."""
    office = _OFFICE.match(role.strip())
    title = title_of(name) or (office.group().capitalize() if office else "")
    bare = bare_name(name)
    if not title:
        return bare
    if title in _BY_GIVEN_NAME:
        return f"{title} {given_name(bare, given)}"
    if title.rstrip(".").lower() == "prof":
        title = "Professor"
    return f"{title} {family_name(bare, given)}"
