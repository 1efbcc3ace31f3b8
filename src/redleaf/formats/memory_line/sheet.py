"""The sheet on which the readers of one line write down what they found, and where."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from redleaf.contacts.contact import Identity, Role
from redleaf.contacts.encounters import When
from redleaf.contacts.names import OtherName
from redleaf.formats.memory_line.days import Day
from redleaf.formats.memory_line.line import Part
from redleaf.notes.spans import Span

_TRIM = " \t\n\r\u00a0,;:.!?-–—()[]{}|/•·→<>=+*&\"“”„«»'‘’"
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Sheet:
    """The line, and what was found in it so far. `flat` is `text` folded, character by character.

    `names` are the people the line is about or who were there, the main one first. Whatever is
    claimed becomes a part; what nobody claims becomes a note in the end.
    """

    text: str
    today: dt.date
    language: str
    known: Sequence[str] = ()
    flat: str = ""
    days: list[Day] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    other_names: list[OtherName] = field(default_factory=list)
    relation: str = ""
    roles: list[Role] = field(default_factory=list)
    city: str = ""
    identities: list[Identity] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    kind: str = ""
    relation_kind: str = ""
    when: When = When()
    place: str = ""
    event: str = ""
    companions: list[str] = field(default_factory=list)
    introducer: str = ""
    topics: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    promises: list[tuple[str, When]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    has_met: bool = False
    _taken: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.flat = "".join(map(_flat, self.text))
        self._taken = bytearray(len(self.text))

    @property
    def roles_have_firm(self) -> bool:
        return any(role.organisation and not role.is_past for role in self.roles)

    def claim(self, kind: str, span: Span) -> str:
        """Write down that `span` was understood as `kind`; its text without what surrounds it."""
        span = self.trimmed(span)
        if span.start < span.end and not any(self._taken[span.start : span.end]):
            self.parts.append(Part(kind, span, span.of(self.text)))
            self._taken[span.start : span.end] = b"\1" * (span.end - span.start)
        return span.of(self.text)

    def is_free(self, span: Span) -> bool:
        return not any(self._taken[span.start : span.end])

    def left_of(self, span: Span) -> list[Span]:
        """The stretches of `span` with words that nobody has claimed yet."""
        left, start = [], span.start
        for at in range(span.start, span.end + 1):
            if at == span.end or self._taken[at]:
                if _WORD.search(self.text, start, at):
                    left.append(self.trimmed(Span(start, at)))
                start = at + 1
        return left

    def trimmed(self, span: Span) -> Span:
        """Without spaces and punctuation around it; a mark that stands for two keeps its pair."""
        start, end = span
        while start < end and self.text[start] in _TRIM:
            start += 1
        while start < end and self.text[end - 1] in _TRIM:
            end -= 1
        if end < span.end and self.text[end] == ")" and "(" in self.text[start:end]:
            end += 1
        if end < span.end and self.text[end] in '"”' and self._is_open(start, end):
            end += 1
        if end < span.end and self.text[end] == "." and _ABBREVIATED.search(self.text[start:end]):
            end += 1
        return Span(start, end)

    def _is_open(self, start: int, end: int) -> bool:
        """Whether a quotation begins after the first word there and has not ended."""
        inner = self.text[start:end]
        return inner.count('"') % 2 == 1 or inner.count("“") > inner.count("”")


# "S.L", "J. R", "Ltd" and "e.V" keep the stop that ends them.
_ABBREVIATED = re.compile(r"(?:^|[\s.])(?:\w\.\w|[^\W\d_]|Ltd|Inc|Co|Corp|Jr|Sr)$")


def _flat(char: str) -> str:
    """One character for one: without accent, lower case, straight quotes."""
    if char in "’‘ʼ´`":
        return "'"
    bare = unicodedata.normalize("NFKD", char)[:1].lower()
    return bare if len(bare) == 1 else char
