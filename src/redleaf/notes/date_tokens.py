"""The tokens of a note as the grammar of days sees them: counts, units, years, parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from redleaf.notes.date_ranges import DateRange
from redleaf.notes.date_words import AMBIGUOUS, LANGUAGES, DateWords, date_words
from redleaf.notes.decades import is_decade_name
from redleaf.notes.note import Note
from redleaf.notes.numerals import numeral_words, value_at
from redleaf.notes.spans import Span
from redleaf.notes.tokens import Token

_LONGEST_SHORT = 4  # letters of an abbreviation
_ARTICLES = frozenset("the a an".split())
_PARTS = ("early", "middle", "late")
_ABOUT = frozenset(
    "about around roughly almost nearly some than over circa ca rund etwa fast knapp uber "
    "environ presque plus casi unos quasi circa quase ongeveer bijna".split()
)


class DateTokens:
    """The tokens of one note with the date words of its language; every `at` is a token's index."""

    def __init__(self, note: Note, today: dt.date | None, language: str) -> None:
        self.tokens = _bare(note.tokens)
        self.text = note.text
        self.folded = note.folded
        self.today = today
        self.language = language if language in LANGUAGES else "en"
        self.words: DateWords = date_words(self.language)
        self.numerals = numeral_words(self.language)

    def beginnings(self) -> list[int]:
        """The tokens with which a date may begin: few of a text."""
        starts, numerals = self.words.starts, self.numerals
        return [
            at
            for at, (word, _, _) in enumerate(self.tokens)
            if (word in starts or word in numerals or word[0].isdigit() or is_decade_name(word))
            and (word not in _ARTICLES or self._may_go_on(at + 1))
        ]

    def _may_go_on(self, at: int) -> bool:
        """Is the word one that a date has? After "the" and "a" most words are none."""
        word = self.tokens[at].word if at < len(self.tokens) else ""
        return word in self.words.parts or word in self.numerals or word[:1].isdigit()

    def number(self, at: int, kind: str) -> int | None:
        return self.words.number(self.tokens[at].word, kind) if at < len(self.tokens) else None

    def kind_of_phrase(self, at: int) -> tuple[str, int, int]:
        """The kind of the word or phrase at `at`, its number, and the index after it."""
        if at >= len(self.tokens):
            return "", 0, at
        word = self.tokens[at].word
        for parts, kind, number in self.words.phrases.get(word, ()):
            if tuple(t.word for t in self.tokens[at : at + len(parts)]) == parts:
                return kind, number, at + len(parts)
        for kind in ("day", "loose", "ago", "later", "before"):
            number_or_none = self.words.number(word, kind)
            if number_or_none is not None:
                return kind, number_or_none, at + 1
        return "", 0, at

    def count(self, at: int) -> tuple[float, int, float] | None:
        """A number or "a", "a couple of", "a few": its value, the index after it, its slack."""
        found = value_at(self.tokens, at, self.language)
        if found is not None:
            return *found, 0.0
        number = self.number(at, "number")
        if number is None:
            return None
        after = at + 1
        further = self.number(after, "number")
        if number == 1 and further is not None and further > 1:
            number, after = further, after + 1
        if (
            number == 1
            and after < len(self.tokens)
            and self.tokens[after].word in ("dozen", "dutzend")
        ):
            number, after = 12, after + 1
        if (
            after < len(self.tokens)
            and self.tokens[after].word in ("of", "de", "di")
            and number > 1
        ):
            after += 1
        return float(number), after, {2: 0.55, 3: 0.8, 12: 0.15}.get(number, 0.0)

    def slack_before(self, at: int) -> float:
        return 0.25 if at and self.tokens[at - 1].word in _ABOUT else 0.0

    def is_said_to_have_been(self, at: int) -> bool:
        return at >= 1 and self.tokens[at - 1].word in ("been",)

    def turn(self, at: int) -> str | None:
        if at >= len(self.tokens):
            return None
        return next(
            (k for k in ("last", "this", "next") if self.words.has(self.tokens[at].word, k)), None
        )

    def part(self, at: int) -> tuple[str, int] | None:
        word = self.tokens[at].word
        for parts, kind, _ in self.words.phrases.get(word, ()):
            if kind in _PARTS and tuple(t.word for t in self.tokens[at : at + len(parts)]) == parts:
                return kind, at + len(parts)
        kind_or_none = next((k for k in _PARTS if self.words.has(word, k)), None)
        return (kind_or_none, at + 1) if kind_or_none else None

    def day_number(self, at: int) -> int | None:
        if at >= len(self.tokens):
            return None
        word = self.tokens[at].word
        digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th", "er") else word
        if digits.isascii() and digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31:
            return int(digits)
        return None

    def year(self, at: int) -> int | None:
        if at >= len(self.tokens):
            return None
        word = self.tokens[at].word
        is_year = len(word) == 4 and word.isascii() and word.isdigit() and "1900" <= word < "2100"
        return int(word) if is_year else None

    def is_lone_ambiguous(self, at: int) -> bool:
        """ "may", "sat", "spring" without a word beside them that makes them a date."""
        token = self.tokens[at]
        if token.word not in AMBIGUOUS or token.end - token.start > len(token.word):
            return False  # "quinta-feira" is plainer than "quinta".
        before = self.tokens[at - 1].word if at else ""
        if before in ("the", "der", "dem", "den") and at > 1:
            before = self.tokens[at - 2].word
        is_placed = any(
            self.words.has(before, kind) for kind in ("in", "on", "last", "this", "next")
        )
        is_written_so = self.text[self.tokens[at].start].isupper()
        return not (is_placed and (is_written_so or self.words.has(self.tokens[at].word, "season")))

    def joins(self, at: int) -> bool:
        """Does token `at` follow the one before it closely enough to be one phrase with it?"""
        if not 0 < at < len(self.tokens):
            return False
        before = self.tokens[at - 1].word
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        if "." in gap and not before.isdigit() and len(before) > _LONGEST_SHORT:
            return False  # "On Saturday. This is …"; not "12. November" or "Sept. 12".
        return len(gap) <= 2 and "\n" not in gap and not set(gap) & set("!?;:")

    def span(self, at: int, after: int) -> Span:
        return Span(self.tokens[at].start, self.tokens[after - 1].end)

    def counted_from_today(
        self, count: Callable[[dt.date], list[DateRange]]
    ) -> tuple[DateRange, ...]:
        return tuple(count(self.today)) if self.today else ()


def _bare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without possessive endings; Portuguese "quinta-feira" as the one word "quinta"."""
    bare: list[Token] = []
    for token in tokens:
        if token.word == "feira" and bare:
            bare[-1] = bare[-1]._replace(end=token.end)
        elif token.word.endswith("'s"):
            bare.append(token._replace(word=token.word[:-2]))
        else:
            bare.append(token)
    return tuple(bare)
