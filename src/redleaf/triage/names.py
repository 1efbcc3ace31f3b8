"""Names: the ways to read one, and the words by which it is compared."""

from __future__ import annotations

from functools import lru_cache

from redleaf.contacts.matching.name_words import read_name
from redleaf.notes.regexes import regex
from redleaf.triage.disguises import as_seen, is_disguised, without_digits

# The short form in which Spanish writes María.
_MARIA = regex(r"\bM[.]?ª[.]?(?!\w)")
_UMLAUT = regex(r"([aou])e(?=[^\W\d_])")


@lru_cache(maxsize=65536)
def readings(name: str) -> tuple[str, ...]:
    """The ways to read a name, romanised; letters that imitate others are taken for those, and
    Pfändler, Pfaendler and Pfandler are one.
    """
    seen = without_digits(as_seen(name)) if is_disguised(name) else _MARIA.sub("María", name)
    return tuple(_UMLAUT.sub(r"\1", each) for each in read_name(seen).names)


@lru_cache(maxsize=65536)
def looks(name: str) -> tuple[str, ...]:
    """The ways to read a name that is written in another script as if it were Latin, where every
    letter looks so; none for a name in Latin letters.
    """
    seen = as_seen(name)
    if is_disguised(name) or not seen.isascii() or any("a" <= char <= "z" for char in name.lower()):
        return ()
    return read_name(seen).names


def name_words(name: str) -> frozenset[str]:
    return frozenset(next(iter(readings(name)), "").split())
