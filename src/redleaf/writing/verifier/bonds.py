"""Bonds: "you were my supervisor", "as your oldest friend", against what the brief says you are."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.verification import Claim

_BOND = regex(
    r" (?:(?:you|i) (?:were|was|have been|had been|used to be) (?:my|your)|as your) "
    r"(?P<bond>(?:[\w']+ ){1,3})"
)
_OWNERS = frozenset(("my", "your"))
_CHOSEN = regex(
    r" (?P<act>(?:(?:honou?r|honou?red|proud|glad|pleased|delighted|"
    r"thrilled|happy|chuffed|privilege|lucky) to be|being|been|was|were|got|get) "
    r"(?:appointed|picked|chosen|elected|selected|hired|promoted|nominated|awarded|admitted|engaged|"
    r"commissioned|sacked|fired|shortlisted|voted|crowned))(?= )"
)
_FACE = regex(r" (?P<act>(?:to (?:see|receive|have)|(?:seeing|receiving|having)) me)(?= )")
_CHOICES = frozenset(
    "appointed picked chosen elected selected hired promoted nominated awarded admitted engaged "
    "commissioned sacked fired shortlisted voted crowned".split()
)
_VISIT = regex(
    r" (?P<act>when you (?:visit|come|arrive|come over|drop by|are here|stay)) "
    r"(?:next|on|this|in|over|for|to)(?= )"
)
# What one calls somebody out of thanks or fun, and what anybody may be.
_PRAISE = frozenset(
    "favourite favorite hero heroes saviour savior rock star angel inspiration muse witness guest "
    "guide light rescuer reader fan audience first person teacher neighbour neighbor".split()
)


def find_bonds(reading: Reading) -> Iterator[Claim]:
    """What one of you was to the other, was chosen for, or is to come for, when no fact has it."""
    if reading.language != "en":
        return
    yield from _bonds(reading)
    yield from _choices(reading)
    patterns = (_VISIT,) if reading.known.met_in_person else (_VISIT, _FACE)
    for pattern in patterns:
        for match in pattern.finditer(reading.flat):
            first, last = reading.statement.matched(match, "act")
            is_open = pattern is _FACE and reading.statement.is_unreal(first)
            if first not in reading.quoted and not is_open and not reading.borne(last):
                yield _unknown(reading, first, last)


def _bonds(reading: Reading) -> Iterator[Claim]:
    if not reading.has_any(_OWNERS):
        return
    for match in _BOND.finditer(reading.flat):
        first, last = reading.statement.matched(match, "bond")
        told = _told(reading, first, last)
        if told and not _is_known(reading, told):
            written = reading.text_of(told[0], told[-1])
            why = f"The brief does not say that one of you was the other's {written}."
            yield reading.unsupported("encounter", told[0], told[-1], why)


def _choices(reading: Reading) -> Iterator[Claim]:
    if not reading.has_any(_CHOICES):
        return
    for match in _CHOSEN.finditer(reading.flat):
        first, last = reading.statement.matched(match, "act")
        is_open = reading.statement.is_unreal(last) or first in reading.quoted
        if not is_open and not reading.borne(last) and _is_of_you_two(reading, last):
            yield _unknown(reading, first, last)


def _told(reading: Reading, first: int, last: int) -> list[int]:
    found: list[int] = []
    for at in range(first, last + 1):
        word = reading.words[at]
        if is_small(word.text) and not (word.text == "first" and not found):
            break
        if found and word.gap != " ":
            break
        found.append(at)
    return found


def _is_known(reading: Reading, told: list[int]) -> bool:
    if reading.words[told[-1]].text in _PRAISE or reading.words[told[0]].text in _PRAISE - {
        "first"
    }:
        return True
    return any(
        reading.borne(at) or reading.words[at].is_capital or at in reading.quoted for at in told
    )


def _is_of_you_two(reading: Reading, at: int) -> bool:
    """ "Being picked for the Smashers": by you, or for what the brief names."""
    following = range(at + 1, min(at + 8, reading.statement.clause_end(at)))
    return any(
        reading.words[each].text in ("you", "your")
        or (not is_small(reading.words[each].text) and reading.borne(each))
        for each in following
    )


def _unknown(reading: Reading, first: int, last: int) -> Claim:
    written = reading.text_of(first, last)
    return reading.unsupported(
        "encounter", first, last, f"The brief says nothing of \u201c{written}\u201d."
    )
