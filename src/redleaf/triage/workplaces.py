"""Workplaces: where a headline says that somebody works."""

from __future__ import annotations

import re

from redleaf.notes.folding import fold_text

# What stands before the name of a company in a headline, and around one that stands alone.
_AT = r"(?:@|\b(?:at|with|of|for|bei|beim|von|fur|chez|de|pour|en|para|by)\b)(?: the\b)?"
_BREAK = r"(?:[,;|·•/(]|\s[-–—])\s*"
_END = rf"[.!)]*\s*(?:$|(?={_BREAK}))"


def says_to_be_at(company: str, headline: str) -> bool:
    """Whether a headline names the company behind "at" or the like, alone, or at its end.

    An architect is not at Arc, and neither is an arc welder.
    """
    name = rf"(?<![\w-]){re.escape(fold_text(company).strip())}(?![\w-])"
    ways = (rf"{_AT}\W*{name}", rf"(?:^|{_BREAK}){name}{_END}", rf"{name}[.!)]*\s*$")
    return bool(re.search("|".join(ways), fold_text(headline)))
