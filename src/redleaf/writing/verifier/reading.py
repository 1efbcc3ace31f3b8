"""A reading: one text beside one brief, with what all recognisers of claims share."""

from __future__ import annotations

from functools import cached_property

from redleaf.notes.dates import DateMention, find_dates
from redleaf.notes.numerals import NumberMention, find_numbers
from redleaf.notes.spans import Span
from redleaf.writing.verifier.known import Known, Paths
from redleaf.writing.verifier.statement import Statement, Word
from redleaf.writing.verifier.verification import Claim


class Reading:
    """What a recogniser may look at; every `at`, `first`, `last` is the index of a word."""

    def __init__(self, statement: Statement, known: Known) -> None:
        self.statement = statement
        self.known = known
        self.brief = known.brief
        self.words: tuple[Word, ...] = statement.words
        self.flat = statement.flat

    @cached_property
    def language(self) -> str:
        """The language of the text; the brief's where the text is too short to tell."""
        guess = self.statement.note.language
        return self.known.language if guess == "und" or len(self.words) < 6 else guess

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        return tuple(find_dates(self.statement.note, self.brief.today, self.language))

    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """The numbers that are no part of a date."""
        note = self.statement.note
        return tuple(
            number
            for number in find_numbers(note.folded, note.tokens, self.language)
            if not any(number.span.overlaps(date.span) for date in self.dates)
        )

    @cached_property
    def dated(self) -> frozenset[int]:
        """The words that belong to a date."""
        return frozenset(at for date in self.dates for at in self.within(date.span))

    @cached_property
    def counted(self) -> frozenset[int]:
        """The words that are numbers."""
        return frozenset(at for number in self.numbers for at in range(number.first, number.last + 1))

    @cached_property
    def envelope(self) -> frozenset[int]:
        """The words of greeting and signature."""
        note = self.statement.note
        spans = [note.greeting.span] if note.greeting else []
        if note.signature:
            spans.append(note.signature)
        return frozenset(at for span in spans for at in self.within(span))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words inside quotation marks."""
        return frozenset(
            at for each in self.statement.quotations for at in range(each.first, each.last + 1)
        )

    @cached_property
    def recited(self) -> dict[int, Paths]:
        """The words that stand in the text as they stand in a fact, four or more in a row."""
        found: dict[int, Paths] = {}
        for path, statement in self.known.statements.items():
            for first, last in _runs(self.words, statement.words):
                for at in range(first, last + 1):
                    found[at] = (*found.get(at, ()), path)
        return found

    def within(self, span: Span) -> list[int]:
        return [
            at for at, word in enumerate(self.words) if word.start < span.end and span.start < word.end
        ]

    def borne(self, at: int) -> Paths:
        """The facts that hold the word, or one like it."""
        return self.known.bears(self.words[at].text)

    def supported(self, kind: str, first: int, last: int, facts: Paths) -> Claim:
        return self._claim(kind, first, last, facts, "")

    def unsupported(self, kind: str, first: int, last: int, why: str) -> Claim:
        return self._claim(kind, first, last, (), why)

    def text_of(self, first: int, last: int) -> str:
        return self.statement.span_of(first, last).of(self.statement.text)

    def _claim(self, kind: str, first: int, last: int, facts: Paths, why: str) -> Claim:
        span = self.statement.span_of(first, last)
        unique = tuple(dict.fromkeys(facts))
        return Claim(
            span.start, span.end, kind, span.of(self.statement.text), not why, unique, why
        )


def _runs(words: tuple[Word, ...], fact: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Where the text says a fact word by word: at least four words, or the whole fact."""
    least = min(4, len(fact))
    if least < 2:
        return []
    starts: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(fact) - least + 1):
        starts.setdefault(tuple(word.text for word in fact[at : at + least]), []).append(at)
    found: list[tuple[int, int]] = []
    at = 0
    while at <= len(words) - least:
        key = tuple(word.text for word in words[at : at + least])
        longest = max((_length(words, at, fact, start) for start in starts.get(key, ())), default=0)
        if longest:
            found.append((at, at + longest - 1))
        at += max(longest, 1)
    return found


def _length(words: tuple[Word, ...], at: int, fact: tuple[Word, ...], start: int) -> int:
    length = 0
    while (
        at + length < len(words)
        and start + length < len(fact)
        and words[at + length].text == fact[start + length].text
    ):
        length += 1
    return length
