"""What people are called: "Bob" for Robert, "Tom." for Tomasz, "E. R." for Eluned Rees."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from redleaf.notes.look_alikes import amid_latin
from redleaf.notes.note import Note
from redleaf.writing.verifier.stems import lines_of
from redleaf.writing.verifier.words import plain

_PET_ENDINGS = ("ie", "y", "i", "a", "o", "e")


TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam herr frau monsieur madame mme mlle senor senora "
    "sr sra srta dott dottor dottoressa signor signora heer mevrouw doctor doktor "
    "mademoiselle mesdames signorina fraulein senorita abbe canon reverend rev captain sister "
    "ma'am maam rabbi docteur docteure professeur professeure maitre dra profesor profesora "
    "doctora ing lic arq mtro mtra professore professoressa ingeniero frere soeur padre don dona "
    "fru".split()
)


def names_in(*texts: str) -> frozenset[str]:
    """The folded words of names, titles left out."""
    words = (plain(word) for text in texts for word in Note(text).words)
    return frozenset(form for word in words for form in amid_latin(word)) - TITLES


def is_called(written: str, names: Iterable[str]) -> bool:
    """Is a folded word one of these names, its short form, a pet name of it or its first letter?"""
    return any(_is_form_of(written, name) for name in names)


def _is_form_of(written: str, name: str) -> bool:
    if written == name or (len(written) == 1 and name.startswith(written)):
        return True
    if len(written) < 2 or len(name) < 3:
        return False
    if name.startswith(written) and len(written) <= len(name) - 2:
        return True
    if written in families().get(name, ()):
        return True
    stem = next((written.removesuffix(end) for end in _PET_ENDINGS if written.endswith(end)), "")
    return len(stem) >= 3 and len(written) <= len(name) + 1 and name.startswith(_single(stem))


def _single(stem: str) -> str:
    """ "Will-a", "Mags-ie": without the letter that is doubled before the ending."""
    return stem[:-1] if stem[-1] == stem[-2] else stem


@lru_cache(maxsize=1)
def families() -> dict[str, frozenset[str]]:
    """For a folded name, all that its bearers are called."""
    table: dict[str, set[str]] = {}
    for line in lines_of("nicknames.txt"):
        names = line.split()
        for name in names:
            table.setdefault(name, set()).update(names)
    return {name: frozenset(others) for name, others in table.items()}
