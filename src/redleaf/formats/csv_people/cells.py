"""What cells look like: addresses, numbers, links, days, names, firms. Guesses, used as such."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_EMAIL = re.compile(r"(?:mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}|.*<[^\s@<>]+@[^\s@<>]+>")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LINK_OF_A_PROFILE = re.compile(r"(?:https?://)?(?:[\w-]+\.)?linkedin\.com/\S+", re.IGNORECASE)
_PHONE = re.compile(r"\+?\(?\d[\d\s().\-/\u00a0\u2010-\u2013]{5,24}(?:\s*(?:x|ext\.?)\s*\d+)?")
_DAY = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}([T ]\d{1,2}:\d{2}.*)?|\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})( .*)?"
)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’\-]*\.?(?:[ \-'’][^\W\d_][^\W\d_.'’\-]*\.?){1,4}")
_ONE_NAME = re.compile(r"[^\W\d_][^\W\d_'’\-]*(?:[\-'’ ][^\W\d_]+){0,2}")
_CJK_NAME = re.compile("[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7a3]{2,6}")
_FIRM = re.compile(
    r"\b(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|ohg|s\.?a\.?s?|s\.?r\.?l|s\.?l\.?u?|b\.?v|n\.?v|oyj?|aps|"
    r"a/s|corp(?:oration)?|co|company|university|universit\w+|institute?|museum|group|holding|bank|"
    r"verein|e\.v|stiftung|foundation|pty|pvt|kft|s\.?p\.?a|sp\. z o\.? ?o|d\.?o\.?o|kk)"
    r"\b\.?$|株式会社|有限公司",
    re.IGNORECASE,
)
_LIKE: dict[str, Callable[[str], object]] = {
    "email": _EMAIL.fullmatch,
    "profile:linkedin": _LINK_OF_A_PROFILE.fullmatch,
    "website": _LINK.fullmatch,
    "birthday": _DAY.fullmatch,
    "phone": lambda cell: is_phone(cell),
    "organisation": _FIRM.search,
    "name": lambda cell: is_name(cell),
}
# The share of cells that has to look so; a firm often does not say that it is one.
_ENOUGH = {"organisation": 0.25, "name": 0.7, "phone": 0.7}
_ENOUGH_OF_OTHERS = 0.6


_FITS: dict[str, Callable[[str], object]] = {
    "email": lambda cell: "@" in cell,
    "phone": lambda cell: any(sign.isdecimal() for sign in cell),
    **dict.fromkeys(
        ("name", "given", "family", "organisation", "title"),
        lambda cell: not cell.replace(".", "").isdecimal(),
    ),
}


def is_data(cell: str) -> bool:
    """Whether a cell is an address, a link, a day or a number of several digits: not a header."""
    text = cell.strip()
    return bool(
        _EMAIL.fullmatch(text)
        or _LINK.fullmatch(text)
        or _DAY.fullmatch(text)
        or re.fullmatch(r"[+(]?\d[\d\s().,/\-]*", text)
    )


def is_phone(cell: str) -> bool:
    """Whether a cell is a number with the signs of one; a bare number of few digits is not."""
    if not _PHONE.fullmatch(cell) or _DAY.fullmatch(cell):
        return False
    digits = sum(sign.isdigit() for sign in cell)
    has_signs = cell[0] in "+(0" or any(sign in cell for sign in " -/()")
    return 6 <= digits <= 15 and has_signs


def is_name(cell: str) -> bool:
    """Whether a cell may be the whole name of a person."""
    if _CJK_NAME.fullmatch(cell):
        return True
    return bool(_NAME.fullmatch(cell)) and cell[0] == cell[0].upper() and not _FIRM.search(cell)


def is_single_name(cell: str) -> bool:
    return bool(_ONE_NAME.fullmatch(cell)) and cell[0] == cell[0].upper()


def share_fit(kind: str, cells: Sequence[str]) -> float:
    """The share of these filled cells that may stand under a header that says `kind`."""
    fits = _FITS.get(kind)
    return sum(bool(fits(cell)) for cell in cells) / len(cells) if fits else 1.0


def share_like(kind: str, cells: Sequence[str]) -> float:
    """The share of the filled cells that look like `kind`; 1 for a kind without a look."""
    like = _LIKE.get(kind)
    filled = [cell for cell in cells if cell]
    if like is None or not filled:
        return 1.0
    return sum(bool(like(cell)) for cell in filled) / len(filled)


def likeness(cells: Sequence[str]) -> tuple[str, float]:
    """What most of these cells look like and their share, or ("", 0)."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return "", 0.0
    for kind in _LIKE:
        share = share_like(kind, filled)
        if share >= _ENOUGH.get(kind, _ENOUGH_OF_OTHERS):
            return kind, share
    return "", 0.0
