"""Acts: what writer and reader did to or for each other, told in the past tense.

"You taped my ankle", "I hired you as a page", "we use your rain gauge", "thanks for waiting": such
words can hardly be sent to a hundred people. English, with the second persons of Spanish and
Portuguese; other languages say it with auxiliaries and stand in particulars.txt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from redleaf.notes.data_files import read_beside

_FIRST = frozenset(("me", "my", "us", "our", "mine", "ours"))
_SELF = frozenset(("i", "we", "i've", "we've", "we'd"))
_BETWEEN = frozenset(
    ("also", "once", "just", "then", "still", "even", "kindly", "both", "really", "actually")
)
_NOT_SURE = frozenset(
    ("if", "hope", "whether", "would", "wish", "unless", "suppose", "assume", "until", "thought")
)
_TO = frozenset(("at", "to", "with", "for", "from", "behind", "beside", "about", "past", "over"))
_REACH = 6

Act = tuple[int, int, str]


def acts_of(words: Sequence[str], ends: Sequence[int]) -> Iterator[Act]:
    """Acts as (first word, past the last word, kind); `ends` as ends_of gives it. Linear."""
    for at, word in enumerate(words):
        if word not in _TRIGGERS and not word.endswith(("aste", "iste")):
            continue
        end = min(ends[at], at + 2 + _REACH)
        kind, read = _READERS.get(word, ("said", _hiciste))
        found = read(words, at, end)
        if found:
            yield at, found, kind


def _you_did(words: Sequence[str], at: int, end: int) -> int:
    """You taped my ankle."""
    verb = _skip(words, at + 1, end)
    is_perfect = verb + 1 < end and words[verb] in ("have", "had")
    verb += is_perfect
    if verb + 1 >= end or not _is_past(words[verb]) or _is_doubtful(words, at):
        return 0
    if is_perfect or words[verb] in _list("often said of a reader"):
        return 0 if _FIRST.isdisjoint(words[verb + 1 : min(end, verb + 4)]) else verb + 2
    return verb + 2


def _i_did(words: Sequence[str], at: int, end: int) -> int:
    """I hired you; I shouted at you; I rewrote your parser."""
    verb = _skip(words, at + 1, end)
    if verb + 1 >= end or not (_is_past(words[verb]) or words[verb] in _list("habits")):
        return 0
    if words[verb] in _list("often said by a writer"):
        return 0
    thing = verb + 1 + (words[verb + 1] in _TO)
    if thing >= end:
        return 0
    if words[thing] == "you" and _is_past(words[verb]):
        return thing + 1
    return _own(words, thing, end) or _with_you(words, thing, end)


def _with_you(words: Sequence[str], at: int, end: int) -> int:
    """I took the course with you; I looked up the mob for you."""
    for place in range(at, end - 1):
        if words[place + 1] == "you" and words[place] in ("with", "for", "beside", "behind"):
            return place + 2
    return 0


def _own(words: Sequence[str], at: int, end: int) -> int:
    """ "your parser", where the thing is not one that every reader has."""
    if words[at] != "your" or at + 1 >= end or words[at + 1] in _list("everybody's things"):
        return 0
    return at + 2


def _yours_did(words: Sequence[str], at: int, end: int) -> int:
    """Your checker flagged my missing ground."""
    if at + 1 >= end or words[at + 1] in _list("everybody's things"):
        return 0
    for verb in range(at + 2, end - 1):
        word = words[verb]
        if word in _list("everybody's things"):
            return 0
        if _is_past(word) or word == "was":
            said = word in _list("often said of a profile") or words[verb + 1] not in _FIRST
            return 0 if said else verb + 2
    return 0


def _thanks(words: Sequence[str], at: int, end: int) -> int:
    """Thank you for stopping to explain; thanks for the lift."""
    before = at + 1 + (at + 1 < end and words[at + 1] in ("you", "u", "again"))
    if before + 2 >= end or words[before] != "for":
        return 0
    word = words[before + 1]
    if word == "the":
        thing = before + 2 + (words[before + 2] in ("kind", "great", "quick", "lovely", "good"))
        return 0 if thing >= end or words[thing] in _list("everybody's thanks") else thing + 1
    is_act = word.endswith("ing") and word not in _list("everybody's thanks")
    return before + 3 if is_act else 0


def _hiciste(words: Sequence[str], at: int, end: int) -> int:
    """me prestaste, nos dijiste: the second person says itself."""
    if words[at] in _list("no second persons") or at + 1 >= end or at == 0:
        return 0
    return at + 2 if words[at - 1] in ("me", "nos", "que", "lo", "la") else 0


def _skip(words: Sequence[str], at: int, end: int) -> int:
    return at + 1 if at < end and words[at] in _BETWEEN else at


def _is_past(word: str) -> bool:
    if word.endswith("ed"):
        return len(word) > 4 and word not in _list("no past")
    return word in _list("past")


def _is_doubtful(words: Sequence[str], at: int) -> bool:
    """ "if you needed", "hope you enjoyed": said to those of whom nothing is known."""
    return any(word in _NOT_SURE for word in words[max(0, at - 2) : at])


_READERS = {
    "you": ("said", _you_did),
    "your": ("tie", _yours_did),
    "thanks": ("said", _thanks),
    "thank": ("said", _thanks),
    **dict.fromkeys(_SELF, ("tie", _i_did)),
}
_TRIGGERS = frozenset(_READERS)


def _list(heading: str) -> frozenset[str]:
    return _lists()[heading]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = {}
    heading = ""
    for line in read_beside(__file__, "acts.txt").splitlines():
        if line.startswith("["):
            heading = line.strip("[] ")
            lists[heading] = []
        elif line and not line.startswith("#"):
            lists[heading] += line.split()
    return {name: frozenset(words) for name, words in lists.items()}
