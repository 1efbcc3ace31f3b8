"""Proxies: who writes for somebody known, and tells a particular of the two to bear it out.

A grandchild or an assistant has no address that is known. That they name somebody proves little,
and less than an introduction does: they speak in that person's place.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from redleaf.notes.data_files import read_beside
from redleaf.triage.directory import Directory
from redleaf.triage.encounters_told import encounters_told
from redleaf.triage.introducers import Introducer, introducer_called
from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Person
from redleaf.triage.memories import PRIVATE, PUBLIC_KINDS, Memory, Words, memories_in
from redleaf.triage.raised_words import WHO, with_capitals
from redleaf.triage.signs import MOST_CHARS

# A place, a day, a deed or that something was promised: two of them, if nothing private is told.
_FEWEST_PARTICULARS = 2
_NO_PARTICULARS = ("occasion", "event", "year")


class Proxy(NamedTuple):
    """For whom somebody writes, as named, and what they tell of that person and the receiver."""

    introducer: Introducer
    memories: tuple[Memory, ...]


def proxy_in(
    invitation: Invitation, directory: Directory, today: dt.date | None = None
) -> Proxy | None:
    """For whom of those known it is written; None where that is not said, or not borne out."""
    text = invitation.all_words[:MOST_CHARS]
    marked, folded = with_capitals(text)
    for pattern in _ways():
        for match in pattern.finditer(marked):
            start, end = match.span("who")
            named = text[folded.start(start) : folded.end(end)].rstrip("'’")
            introducer = introducer_called(named, directory)
            if introducer.person is None:
                continue
            memories = _particulars(text, introducer.person, today)
            if memories:
                return Proxy(introducer, memories)
    return None


def _particulars(text: str, person: Person, today: dt.date | None) -> tuple[Memory, ...]:
    """What the text tells of the two that others would not know; none where that is too little."""
    told = [*memories_in(Words(text), person), *encounters_told(text, person, today)]
    is_promised = any(each.kind == "promised" for each in told)
    kept = tuple(each for each in told if is_promised or _is_private(each, person))
    kept = tuple(each for each in kept if each.kind not in _NO_PARTICULARS)
    kinds = {each.kind for each in kept}
    is_enough = not kinds.isdisjoint(PRIVATE) or len(kinds) >= _FEWEST_PARTICULARS
    return kept if is_enough else ()


def _is_private(memory: Memory, person: Person) -> bool:
    """Whether it is no place of what many took part in: all who were there know that one."""
    if memory.kind != "place":
        return True
    return any(
        met.place == memory.text and met.kind not in PUBLIC_KINDS for met in person.encounters
    )


@cache
def _ways() -> list[re.Pattern[str]]:
    lines = read_beside(__file__, "proxies.txt").splitlines()
    kept = (line for line in lines if line and line[0] != "#")
    return [re.compile(line.replace("⟨who⟩", WHO), re.IGNORECASE) for line in kept]
