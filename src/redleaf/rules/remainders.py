"""Remainders: what is left of a note around a default text, and whether it says anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redleaf.notes.note import Note
from redleaf.rules.known_wordings import SmallTalk
from redleaf.rules.wordings import SLOT, Wording, are_near, is_sign

# A greeting has a word and a name with its titles; a signature a name, a role and a firm.
_GREETING_TERMS = 6
_NAME_TERMS = 4
_SIGNATURE_LINES = 5
_PARTICLES = frozenset(
    "of for and the at in de da do di du der van von den ten la le y e und et ii jr sr phd".split()
)


class Remainder:
    """The parts of `note` that no known text covers; `places` are the covered runs of terms."""

    def __init__(
        self,
        note: Note,
        wording: Wording,
        places: Sequence[tuple[int, int]],
        small_talk: SmallTalk,
    ) -> None:
        self._note = note
        self._wording = wording
        self._places = sorted(places)
        self._greetings, self._courtesies, self._fillers, self._long_courtesies = small_talk
        self._has_capitals = any(letter.isupper() for letter in note.text)

    def texts(self) -> list[str]:
        """What is left that says something, as it stands in the note."""
        return [self._text(*part) for part in self._parts() if not self._is_empty(*part)]

    def _parts(self) -> Iterator[tuple[int, int]]:
        """The uncovered runs of terms, cut where a sentence or a line ends."""
        at = 0
        breaks = self._wording.breaks
        for start, end in [*self._places, (len(breaks), len(breaks))]:
            while at < start:
                stop = at + 1
                while stop < start and breaks[stop] < 2:
                    stop += 1
                yield at, stop
                at = stop
            at = max(at, end)

    def _is_empty(self, start: int, end: int) -> bool:
        return (
            self._is_courtesy(start, end)
            or (start < self._places[0][0] and self._is_greeting(start, end))
            or (start >= self._places[-1][1] and self._is_signature(start, end))
        )

    def _is_courtesy(self, start: int, end: int) -> bool:
        """Only words of greetings and courtesies, with a name or two after them."""
        foreign = [at for at in range(start, end) if not self._is_courteous(at)]
        if not foreign:
            return True
        if len(foreign) == end - start or len(foreign) > 3:
            return False
        if all(is_sign(self._wording.terms[at]) for at in foreign):
            return len(foreign) * 3 <= end - start
        if foreign != list(range(end - len(foreign), end)):
            return False
        if not self._has_capitals and len(foreign) == 1:
            return end - start <= _NAME_TERMS
        return all(self._is_capital(at) for at in foreign)

    def _is_courteous(self, at: int) -> bool:
        """A courtesy's word, a slot, or a lone letter as in P.S."""
        term = self._wording.terms[at]
        if term == SLOT or term in self._courtesies or (len(term) == 1 and not is_sign(term)):
            return True
        return len(term) > 5 and any(
            are_near(term, word) for word in self._long_courtesies.get(term[0], ())
        )

    def _is_greeting(self, start: int, end: int) -> bool:
        """The first words of the note: a greeting and a name, or a name before a comma."""
        if start or end - start > _GREETING_TERMS:
            return False
        closed = end < len(self._wording.breaks) and self._wording.breaks[end] > 0
        if self._wording.terms[0] in self._greetings:
            foreign = [at for at in range(1, end) if not self._is_courteous(at)]
            named = all(self._is_capital(at) for at in foreign)
            plain = not any(self._wording.terms[at] in self._fillers for at in foreign)
            return named or (plain and len(foreign) <= (3 if closed else 2))
        return closed and end <= _NAME_TERMS and all(self._is_capital(at) for at in range(end))

    def _is_signature(self, start: int, end: int) -> bool:
        """A name on its own, then at most a few lines of role and firm, each in capitals."""
        begin = self._places[-1][1]
        lines = sum(1 for at in range(begin, start) if self._wording.breaks[at] >= 2)
        if lines > _SIGNATURE_LINES or end - start > 2 * _NAME_TERMS:
            return False
        if not self._wording.breaks[start] and not self._is_capital(start):
            return False
        first = start == begin or self._wording.breaks[start] == 3
        name = all(self._is_capital(at) for at in range(start, end))
        if first:
            return name and end - start <= _NAME_TERMS
        return name or all(
            self._is_capital(at) or self._wording.terms[at] in _PARTICLES
            for at in range(start, end)
        )

    def _is_capital(self, at: int) -> bool:
        """Written like a name; scripts without capitals may always be."""
        letter = self._text(at, at + 1)[:1]
        return not letter.islower()

    def _text(self, start: int, end: int) -> str:
        folded = self._note.folded
        first = folded.start(self._wording.starts[start])
        last = folded.end(self._wording.ends[end - 1])
        return re.sub(r"\s+", " ", self._note.text[first:last])
