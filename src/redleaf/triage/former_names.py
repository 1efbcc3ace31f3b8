"""Former names: what somebody says to have been called before, in the note, name or headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.triage.invitation import Invitation
from redleaf.triage.raised_words import PARTICLES, WHO, with_capitals
from redleaf.triage.signs import MOST_CHARS

_FEWEST_WORDS = 2
# A family's name may begin with a small word, as "van der Meer" does.
_FAMILY = WHO.replace("(?P<who>", f"(?P<who>(?:{PARTICLES} ){{0,2}}")
_SENTENCE_END = regex(r"(?<=\w\w)[.] ")


def former_names(invitation: Invitation) -> list[str]:
    """Whole names that the sender says to have had: with the name they go by where only the
    family's is told. They prove nothing; anybody can say so.
    """
    who = invitation.sender
    if not who.name:
        return []
    told = (*_told(invitation.all_words), *_told(who.headline), *_told(who.name))
    return list(dict.fromkeys(name for each in told for name in _whole(each, who.name)))


def _told(text: str) -> Iterator[str]:
    if not text:
        return
    text = text[:MOST_CHARS]
    if not _may_tell().search(fold_text(text)):
        return
    marked, folded = with_capitals(text)
    for pattern in _ways():
        for match in pattern.finditer(marked):
            start, end = match.span("who")
            # The next sentence begins with a capital too.
            yield _SENTENCE_END.split(text[folded.start(start) : folded.end(end)])[0]


def _whole(told: str, name: str) -> Iterator[str]:
    if sum(word[:1].isupper() for word in told.split()) >= _FEWEST_WORDS:
        yield told
        return
    # Where the family's name stands first, the given one stands last.
    words = re.split(r"[,(]", name)[0].split()
    yield from (f"{word} {told}" for word in dict.fromkeys(words[:1] + words[-1:]))


@cache
def _may_tell() -> re.Pattern[str]:
    """The same ways with anybody's name: most texts have none, and that is told sooner."""
    lines = [line.partition("⟨who⟩")[0] + r"\w" for line in _lines()]
    return re.compile("|".join(lines))


@cache
def _ways() -> list[re.Pattern[str]]:
    return [re.compile(line.replace("⟨who⟩", _FAMILY), re.IGNORECASE) for line in _lines()]


def _lines() -> list[str]:
    lines = read_beside(__file__, "former_names.txt").splitlines()
    return [line for line in lines if line and line[0] != "#"]
