"""Who is who in an export: one spelling for a profile link, one for a name."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from urllib.parse import quote, unquote

from redleaf.notes.folding import fold_text

_PROFILE = re.compile(
    r"^(?:https?://)?(?:[a-z0-9-]+\.)?linkedin\.com/(?:comm/|mwlite/)?(?:in|profile)/([^/?#\s]+)",
    re.IGNORECASE,
)
_PLAIN_SLUG = re.compile(r"[A-Za-z0-9._~-]+")
_NOT_LETTERS = re.compile(r"[^\w\s'-]+|_")
_CREDENTIALS = re.compile(
    r"^(?:[A-Z][A-Za-z]?\.){1,3}[A-Za-z]?\.?$|^(?:Ph\.?\s?D|MBA|Jr|Sr|Esq|Dr|Prof|II|III|IV)\.?$"
    r"|^[A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z0-9®™()/+-]*\.?$|^[A-Z]{2,}[A-Z0-9®™()/+ -]*$"
)


@lru_cache(maxsize=65_536)
def profile_slug(url: str) -> str:
    """The part of a LinkedIn profile link that names the person, in one spelling; "" without one.

    Country hosts, `/comm`, a language at the end, queries, percent signs and case do not matter.
    """
    match = _PROFILE.match(url.strip())
    return unquote(match.group(1)).casefold() if match else ""


def profile_link(slug: str) -> str:
    """The link that opens the profile, or "" for no slug. Always on www.linkedin.com."""
    if not slug:
        return ""
    shown = slug if _PLAIN_SLUG.fullmatch(slug) else quote(slug, safe="-._~")
    return f"https://www.linkedin.com/in/{shown}"


def is_opaque(slug: str) -> bool:
    """Whether the slug is LinkedIn's own number of a member, which never equals the chosen one."""
    return slug.startswith(("acoaa", "acwaa"))


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """A name for comparing: folded, without titles after a comma, pictures and signs."""
    bare = _NOT_LETTERS.sub(" ", fold_text(name.split(",")[0]))
    return " ".join(bare.split())


def is_credential(piece: str) -> bool:
    """Whether a piece between commas is a title that belongs to the name before it."""
    return _CREDENTIALS.match(piece.strip()) is not None


def split_names(joined: str, known: AbstractSet[str], count: int | None) -> list[str]:
    """The names in a `TO` cell, which joins them by ", " though names hold commas too.

    `known` are names seen elsewhere in the export; `count` is how many there must be, when the
    profile links beside them tell. Returns [] when it cannot be told without guessing.
    """
    pieces = joined.split(", ")
    if count == 1 or joined in known:
        return [joined]
    names: list[str] = []
    at = 0
    while at < len(pieces):
        width = _known_width(pieces, at, known) or _titled_width(pieces, at)
        names.append(", ".join(pieces[at : at + width]))
        at += width
    return names if count is None or len(names) == count else []


def _known_width(pieces: list[str], at: int, known: AbstractSet[str]) -> int:
    for width in range(min(6, len(pieces) - at), 0, -1):
        if ", ".join(pieces[at : at + width]) in known:
            return width
    return 0


def _titled_width(pieces: list[str], at: int) -> int:
    width = 1
    while at + width < len(pieces) and is_credential(pieces[at + width]):
        width += 1
    return width
