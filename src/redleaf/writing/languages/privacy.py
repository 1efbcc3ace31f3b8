"""Privacy: the words a first note leaves out, in its own language and in the English of notes."""

from __future__ import annotations

import re
from functools import lru_cache

from redleaf.notes.data_files import read_beside


@lru_cache(maxsize=8)
def private_words(code: str) -> re.Pattern[str]:
    """Whole words, and beginnings that private.txt of this language marks with a star.

    The English list always counts too: whoever writes in German may have noted "divorce".
    """
    words = [*_listed(code), *(_listed("en") if code != "en" else ())]
    whole = "|".join(re.escape(word) for word in words if not word.endswith("*"))
    begun = "|".join(re.escape(word[:-1]) for word in words if word.endswith("*"))
    return re.compile(rf"\b(?:(?:{whole})\b|(?:{begun or '(?!)'}))", re.IGNORECASE)


def _listed(code: str) -> list[str]:
    lines = read_beside(__file__, code, "private.txt").splitlines()
    words = [word.strip() for line in lines if not line.startswith("#") for word in line.split(";")]
    return [word for word in words if word]
