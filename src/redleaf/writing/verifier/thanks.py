"""Thanks: "thank you for fixing my door" says that it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small, words_of
from redleaf.writing.verifier.verification import Claim

_THANKS = re.compile(r" (?:thanks|thank you)(?: [\w']+){0,3}? for(?= )")
_STOPS = frozenset(
    "at in on during after before when while and but so last this with from about to "
    "of that over".split()
)


def find_thanks(reading: Reading) -> Iterator[Claim]:
    """What is thanked for, when neither a fact nor common courtesy holds it."""
    if " for " not in reading.flat or "thank" not in reading.flat:
        return
    for match in _THANKS.finditer(reading.flat):
        last = reading.statement.matched(match)[1]
        if last in reading.quoted or reading.statement.is_unreal(last):
            continue
        head = _head(reading, last + 1)
        if not head or any(
            reading.borne(at) or reading.words[at].text in words_of("courtesies.txt") for at in head
        ):
            continue
        if reading.known.introducers and reading.words[head[0]].text == "introducing":
            continue  # Who introduced whom is judged by itself, too.
        if any(
            reading.words[at].is_capital or at in reading.dated or at in reading.counted
            for at in head
        ):
            continue  # Names, days and numbers are judged by themselves.
        written = reading.text_of(head[0], head[-1])
        yield reading.unsupported(
            "encounter", head[0], head[-1], f"The brief says nothing of \u201c{written}\u201d."
        )


def _head(reading: Reading, at: int) -> list[int]:
    """The words of what is thanked for, up to where it is told when and where."""
    found: list[int] = []
    words = reading.words
    if at >= len(words):
        return found
    clause = words[at].clause
    while (
        at < len(words) and words[at].clause == clause and not (found and words[at].text in _STOPS)
    ):
        if not is_small(words[at].text):
            found.append(at)
        at += 1
        if (
            found
            and at < len(words)
            and words[at].text == "to"
            and words[found[-1]].text.endswith("ing")
        ):
            at += 1  # "for offering to show me the boiler room"
    return found[:4]
