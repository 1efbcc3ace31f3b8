"""Undressing: a text as its reader sees it, out of mark-up and letters in fancy dress.

    undress("<p>\U0001d407\U0001d422&nbsp;A n n a</p>").text == "\nHi Anna\n"

What a reader takes for the same words is then the same text to everything that looks at notes, and
each place leads back to where it stood. Only what is about such letters reads the text as written.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

_ALONE = r"[^\W\d_]"
# Four letters alone with one sign between them: nobody writes so but to be different.
_IS_SPACED = regex(rf"\b\w(\W){_ALONE}\1{_ALONE}\1{_ALONE}\b")
# What is in no dress for sure.
_PLAINEST = frozenset(map(chr, (9, 10, 13, *range(32, 127))))
# Letters between these are a list, or a choice.
_PARTING = "\n,;:/|+&=<>()"

Edit = tuple[int, int, str]


class Plain:
    """A plain text and, for each of its characters, the place in the original it stands for."""

    __slots__ = ("_ends", "_starts", "text")

    def __init__(
        self, text: str, starts: array[int] | None = None, ends: array[int] | None = None
    ) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends

    @property
    def is_as_written(self) -> bool:
        """Whether every place is its own."""
        return self._starts is None

    def placed(self, start: int, end: int) -> Span:
        """Where in the original the characters from `start` up to `end` stand."""
        if self._starts is None or self._ends is None:
            return Span(start, end)
        if start < end:
            return Span(self._starts[start], self._ends[end - 1])
        at = self._starts[start] if start < len(self._starts) else self._ends[-1]
        return Span(at, at)


def undress(text: str) -> Plain:
    """The plain text of `text`; linear in its length."""
    plain = Plain(text)
    if "<" in text or "&" in text:
        from redleaf.notes.markup import signs_of_markup  # here alone: few texts have any

        plain = _edited(plain, signs_of_markup(text))
    if not _PLAINEST.issuperset(plain.text):
        plain = _without_dress(plain)
    spaced = _IS_SPACED.search(plain.text)
    if spaced and spaced[1] not in _PARTING:
        plain = _edited(plain, _joined_letters(plain.text, spaced[1]))
    if not plain.text.isascii():
        from redleaf.notes.look_alikes import resolve_look_alikes

        plain.text = resolve_look_alikes(plain.text, keeps_names=True)
    return plain


def _without_dress(plain: Plain) -> Plain:
    from redleaf.notes.plain_letters import is_in_dress, letters_out_of_dress

    return _edited(plain, letters_out_of_dress(plain.text)) if is_in_dress(plain.text) else plain


def _joined_letters(text: str, sign: str) -> Iterator[Edit]:
    """The signs between letters that stand alone, left out, and longer gaps as one space."""
    between = re.escape(sign)
    alone = re.compile(rf"(?<!\w){_ALONE}(?:{between}(?:['\u2019]{between})?{_ALONE})+(?!\w)")
    end = 0
    for match in alone.finditer(text):
        gap = text[end : match.start()]
        if end and len(gap) > 1 and not gap.strip(sign + " "):
            yield end, match.start(), " "
        begin = match.start()
        while (at := text.find(sign, begin, match.end())) >= 0:
            yield at, at + len(sign), ""
            begin = at + len(sign)
        end = match.end()


def _edited(plain: Plain, edits: Iterable[Edit]) -> Plain:
    """`plain` with its edits, which stand in order and apart; each place leads to the original."""
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    done = 0
    for start, end, text in edits:
        _keep(plain, done, start, pieces, starts, ends)
        first, last = plain.placed(start, end)
        pieces.append(text)
        starts.extend([first] * len(text))
        ends.extend([last] * len(text))
        done = end
    if not done:
        return plain
    _keep(plain, done, len(plain.text), pieces, starts, ends)
    # A text of nothing but mark-up still has a place: all of it.
    return Plain("".join(pieces), starts, ends) if len(starts) else Plain("")


def _keep(
    plain: Plain, start: int, end: int, pieces: list[str], starts: array[int], ends: array[int]
) -> None:
    pieces.append(plain.text[start:end])
    if plain._starts is None or plain._ends is None:
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))
    else:
        starts.extend(plain._starts[start:end])
        ends.extend(plain._ends[start:end])
