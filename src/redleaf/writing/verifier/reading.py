"""A reading: one text beside one brief, with what all recognisers of claims share."""

from __future__ import annotations

from functools import cached_property

from redleaf.notes.dates import DateMention, find_dates
from redleaf.notes.numerals import NumberMention, find_numbers
from redleaf.notes.spans import Span
from redleaf.writing.verifier.known import Known, Paths
from redleaf.writing.verifier.statement import Statement
from redleaf.writing.verifier.stems import is_small, lexicon
from redleaf.writing.verifier.ties import Ties
from redleaf.writing.verifier.verification import Claim
from redleaf.writing.verifier.words import Word

# Overlapping runs join up, so a short bound loses nothing.
_LONGEST_RUN = 12
_LONGEST_GREETING = 4
_FEW_WORDS = 6
_NAME = 3  # letters
# Words of English and of none of its neighbours; so many of them settle it.
_TELL_ENGLISH = frozenset("the and you of your with that for this have is it it's i'm at".split())
_FEW_TELLING = 3


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
        expected = self.known.language
        if expected == "en" and len(_TELL_ENGLISH & self.places.keys()) >= _FEW_TELLING:
            return expected
        guess = self.statement.note.language
        if guess == "und" or len(self.words) < _FEW_WORDS:
            return expected
        if guess == "en" != expected and not self._is_mostly_english():
            return expected  # A few words that English shares with its neighbours.
        return guess

    def _is_mostly_english(self) -> bool:
        own = [word.text for at, word in enumerate(self.words) if at not in self.quoted]
        known = sum(text in lexicon() or is_small(text) for text in own)
        return bool(own) and 10 * known >= 6 * len(own)

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
            if number.first not in self.dated
        )

    @cached_property
    def dated(self) -> frozenset[int]:
        """The words that belong to a date."""
        return frozenset(at for date in self.dates for at in self.within(date.span))

    @cached_property
    def counted(self) -> frozenset[int]:
        """The words that are numbers."""
        return frozenset(
            at for number in self.numbers for at in range(number.first, number.last + 1)
        )

    @cached_property
    def counted_facts(self) -> frozenset[str]:
        """The facts with a number that the text has, too, for what the fact counts."""
        table, found = self.known.figures.counted, set()
        following = {number.value: set[str]() for number in self.numbers}
        for number in self.numbers:
            following[number.value] |= {
                word.root for word in self.words[number.last + 1 : number.last + 2]
            }
        for (path, value), counted in table.items():
            if value in following and (not counted or counted & following[value]):
                found.add(path)
        return frozenset(found)

    @cached_property
    def envelope(self) -> frozenset[int]:
        """The words of greeting and signature."""
        note = self.statement.note
        found = set(self.within(note.signature)) if note.signature else set()
        if note.greeting:
            # "hi tomasz was great to meet you": without a sign after it the greeting has no end.
            end = note.greeting.name.end if note.greeting.name else note.greeting.span.end
            found.update(self.within(Span(note.greeting.span.start, end))[:_LONGEST_GREETING])
        return frozenset(found)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words inside quotation marks."""
        return frozenset(
            at for each in self.statement.quotations for at in range(each.first, each.last + 1)
        )

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each word of the text, where it stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word.text, []).append(at)
        return found

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of the words of the text."""
        return frozenset(word.root for word in self.words)

    def has_any(self, words: frozenset[str]) -> bool:
        """Does the text hold one of these folded words? Asked before a costly search."""
        return not words.isdisjoint(self.places)

    @cached_property
    def ties(self) -> Ties:
        """Which clauses tell of the two people."""
        return Ties(
            self.statement,
            self.known,
            language=self.language,
            envelope=self.envelope,
            dated=self.dated,
        )

    @cached_property
    def recited(self) -> dict[int, Paths]:
        """The words that stand in the text as they stand in a fact, four or more in a row."""
        found: dict[int, Paths] = {}
        texts = [word.text for word in self.words]
        starts, lengths, runs = self.known.run_starts, self.known.run_lengths, self.known.runs
        for at, text in enumerate(texts):
            if text not in starts:
                continue
            for length in lengths:
                for path, fact, start in runs.get(tuple(texts[at : at + length]), ()):
                    for each in range(at, at + _length(texts, at, fact, start)):
                        if path not in found.get(each, ()):
                            found[each] = (*found.get(each, ()), path)
        return found

    def is_told_whole(self, path: str) -> bool:
        """Does the text repeat a fact word for word?"""
        fact = self.known.statements.get(path)
        told = sum(path in paths for paths in self.recited.values())
        return fact is not None and len(fact.words) > 1 and told >= len(fact.words)

    def is_named(self, at: int) -> bool:
        """Does the word name somebody or something: by its capital, or as a fact has it?"""
        word = self.words[at]
        if word.is_capital or word.text in self.known.names:
            return True
        return self.is_all_small and word.text not in lexicon() and len(word.text) >= _NAME

    @cached_property
    def is_all_small(self) -> bool:
        """Is it written without capitals?"""
        return not any(word.is_capital for word in self.words)

    def within(self, span: Span) -> list[int]:
        return self.statement.within(span)

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
        return Claim(span.start, span.end, kind, span.of(self.statement.text), not why, unique, why)


def _length(texts: list[str], at: int, fact: tuple[str, ...], start: int) -> int:
    """How many words from there on are the same; a bounded look keeps it linear."""
    length = 0
    while (
        length < _LONGEST_RUN
        and at + length < len(texts)
        and start + length < len(fact)
        and texts[at + length] == fact[start + length]
    ):
        length += 1
    return length
