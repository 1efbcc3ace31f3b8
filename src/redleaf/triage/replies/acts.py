"""Acts: what a note does, so that the answer fits: it tells, thanks, asks, offers or mourns."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.triage.replies.quoting import is_yes

_OR = regex(r"\b(or|oder|ou|o)\b")


class Act(StrEnum):
    """The heading of the frames that answer it."""

    TOLD = "told"
    RECALLED = "recalled"
    THANKED = "thanked"
    QUESTION = "question"
    OFFERED = "offered"
    SAD = "sad"
    OWED = "owed"


def is_sad(text: str) -> bool:
    """Whether somebody near to the writer has died: nothing is taken up then."""
    return bool(_patterns()["sad"].search(fold_text(text)))


def act_of(text: str, quote: str, *, recalls: bool) -> Act:
    """What a note does by the sentence that is taken up, and by the rest of its words; `recalls`
    where it speaks of a meeting.
    """
    if quote.endswith("?"):
        folded = fold_text(quote)
        # Which of two they should do is no question for a yes.
        is_offer = _patterns()["offered"].search(folded) and not _OR.search(folded)
        return Act.OFFERED if is_offer else Act.QUESTION
    is_thanks = _patterns()["thanked"].search(fold_text(text)) or is_yes(quote)
    if is_thanks:
        return Act.THANKED
    return Act.RECALLED if recalls else Act.TOLD


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    groups: dict[str, list[str]] = {}
    kind = ""
    for line in read_beside(__file__, "acts.txt").splitlines():
        if line.startswith("[") and line.endswith("]"):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            groups.setdefault(kind, []).append(line)
    return {kind: regex("|".join(lines)) for kind, lines in groups.items()}
