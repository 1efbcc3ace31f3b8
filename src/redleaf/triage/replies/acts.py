"""Acts: what a note does, so that the answer fits: it tells, thanks, asks, offers or mourns."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import fold, fold_text
from redleaf.notes.regexes import regex
from redleaf.triage.replies.quoting import is_yes

_OR = regex(r"\b(or|oder|ou|o)\b")
_SENTENCE = regex(r"[^.!?\n]+")


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
    return any(
        _patterns()["sad"].search(each) and not _patterns()["long ago"].search(each)
        for each in _SENTENCE.findall(fold_text(text))
    )


def grave_words(text: str) -> str:
    """Words that may speak of a death, as they were written; "" for none, and where one is sure."""
    folded = fold(text)
    kinds = ("sad", "grave")
    found = next(filter(None, (_patterns()[kind].search(folded.text) for kind in kinds)), None)
    if found is None or is_sad(text):
        return ""
    return " ".join(text[folded.start(found.start()) : folded.end(found.end())].split())


def act_of(text: str, quote: str, *, recalls: bool) -> Act:
    """What a note does by the sentence that is taken up, and by the rest of its words; `recalls`
    where it speaks of a meeting.
    """
    if quote.endswith("?"):
        folded = fold_text(quote)
        # Which of two they should do is a question.
        is_offer = _patterns()["offered"].search(folded) and not (
            _OR.search(folded) or _patterns()["charged"].search(folded)
        )
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
