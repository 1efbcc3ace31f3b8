"""Signs: what tells a trick, a recruiter, a seller or the claim of a meeting by its words.

The words are in signs.txt. They decide nothing alone: each is said as a reason, with what was seen.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import Folded, fold
from redleaf.notes.regexes import regex

MOST_CHARS = 20_000


def sign(kind: str, text: str) -> str:
    """The first words of `text` that are a sign of this kind, as written; "" where there is none.

    Kinds are the headings of signs.txt: fraud, recruiter, seller, met, promised and more.
    """
    if not text:
        return ""
    # A note has a few hundred characters; a book sent instead is not searched to its end.
    folded = _folded(text[:MOST_CHARS])
    found = _patterns()[kind].search(folded.text)
    if not found:
        return ""
    return " ".join(text[folded.start(found.start()) : folded.end(found.end())].split())


@lru_cache(maxsize=16)
def _folded(text: str) -> Folded:
    """Several signs are looked for in one text."""
    return fold(text)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    groups: dict[str, list[str]] = {}
    kind = ""
    for line in read_beside(__file__, "signs.txt").splitlines():
        # A pattern may begin with a bracket too; a heading is nothing else.
        if line.startswith("[") and line.endswith("]"):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            groups.setdefault(kind, []).append(line)
    # All begin with a word: looked for at each letter they would take five times as long.
    return {kind: regex(rf"(?<!\w)(?:{'|'.join(lines)})") for kind, lines in groups.items()}
