"""The text as the verifier sees it: words with their clauses, and one flat line for patterns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import NamedTuple

from redleaf.notes.note import Note
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.writing.verifier.moods import Mood, moods
from redleaf.writing.verifier.stems import is_everyday
from redleaf.writing.verifier.words import Word, words_of_note

_QUOTED = regex(r'"([^"\n]{2,300})"')
_SINGLE_QUOTED = regex(
    "[\u2018\u201a]([^\u2018\u2019\n]{3,200}(?:\u2019\\w[^\u2018\u2019\n]{0,200}){0,4})[\u2019\u2018](?!\\w)"
)
_REACH = 60
_LONGEST_TAG = 3

_CONTRACTIONS = {
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "let's": "let us",
    "y'all": "you",
    "cannot": "can not",
}
_CLITICS = (
    ("n't", " not"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'re", " are"),
    ("'m", " am"),
    ("'d", " would"),
)
_IS_OWNERS = frozenset("it that there what here who he she how where".split())


class Quotation(NamedTuple):
    """What stands in quotation marks; `first` and `last` are indices of words."""

    span: Span
    first: int
    last: int


class Statement:
    """One text, read once; every `at` is the index of a word."""

    def __init__(self, text: str) -> None:
        self.note = Note(text)
        self.text = text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of_note(self.note)

    @cached_property
    def moods(self) -> list[Mood]:
        """Of each word, who does what is told there, and whether it is told as a fact."""
        return moods(self.words)

    @cached_property
    def flat(self) -> str:
        """The words in a line, contractions opened, with , . ? " between them where they stand."""
        return self._flattened[0]

    def word_at(self, position: int) -> int:
        """The index of the word at or after a position of `flat`."""
        at = bisect_right(self._flattened[1], position) - 1
        return max(at, 0)

    def span_of(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, both within."""
        return Span(self.words[first].start, self.words[last].end)

    def matched(self, match: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        """The first and last word of a match in `flat`."""
        start, end = match.span(group)
        while start < end and not self.flat[start].isalnum():
            start += 1
        while end > start and not self.flat[end - 1].isalnum():
            end -= 1
        return self.word_at(start), self.word_at(max(end - 1, start))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        folded = self.note.folded
        found: list[Span] = []
        if '"' in folded.text:
            found += [
                Span(folded.start(match.start()), folded.end(match.end()))
                for match in _QUOTED.finditer(folded.text)
            ]
        if "\u2018" in self.text or "\u201a" in self.text:
            found += [Span(*match.span()) for match in _SINGLE_QUOTED.finditer(self.text)]
        return tuple(
            Quotation(span, inside[0], inside[-1])
            for span in sorted(found)
            if (inside := self.within(span))
        )

    def clause_end(self, at: int) -> int:
        """The index after the last word of the clause of word `at`."""
        return self._clauses[self.words[at].clause][1]

    def clause_start(self, at: int) -> int:
        return self._clauses[self.words[at].clause][0]

    def sentence_words(self, at: int) -> range:
        """The words of its sentence, no further than _REACH away."""
        first, after = at, at + 1
        sentence, words = self.words[at].sentence, self.words
        while first > max(at - _REACH, 0) and words[first - 1].sentence == sentence:
            first -= 1
        while after < min(at + _REACH, len(words)) and words[after].sentence == sentence:
            after += 1
        return range(first, after)

    @cached_property
    def _clauses(self) -> dict[int, tuple[int, int]]:
        bounds: dict[int, tuple[int, int]] = {}
        for at, word in enumerate(self.words):
            bounds[word.clause] = (bounds.get(word.clause, (at, at))[0], at + 1)
        return bounds

    def is_unreal(self, at: int) -> bool:
        """Does the clause of word `at` speak of what might be: a wish, an offer, a question?"""
        return self.moods[at].is_supposed or self.is_question(at)

    def is_question(self, at: int) -> bool:
        word = self.words[at]
        if word.sentence not in self._questions:
            return False
        # "We met in May, remember?": what stands before so short a question is told.
        return word.clause >= self._tags.get(word.sentence, 0)

    @cached_property
    def _tags(self) -> dict[int, int]:
        """For each question that ends in a few words of their own, the clause of those."""
        last = {word.sentence: word.clause for word in self.words}
        found = {}
        for sentence in self._questions & last.keys():
            start, end = self._clauses[last[sentence]]
            if end - start <= _LONGEST_TAG and not self.words[start].opens:
                found[sentence] = last[sentence]
        return found

    @cached_property
    def _questions(self) -> frozenset[int]:
        return frozenset(
            number
            for number, sentence in enumerate(self.note.sentences)
            if "?" in self.text[max(sentence.end - 3, sentence.start) : sentence.end]
        )

    def content(self, first: int, after: int) -> list[int]:
        """The words of substance among them."""
        return [
            at
            for at in range(first, min(after, len(self.words)))
            if not is_everyday(self.words[at].text) and not self.words[at].text[0].isdigit()
        ]

    def within(self, span: Span) -> list[int]:
        """The words that the span touches."""
        at = bisect_right(self._ends, span.start)
        found = []
        while at < len(self.words) and self.words[at].start < span.end:
            found.append(at)
            at += 1
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.words]

    @cached_property
    def _flattened(self) -> tuple[str, list[int]]:
        pieces, starts, length = [" "], [], 1
        tokens = self.note.tokens
        for at, word in enumerate(self.words):
            if at and (word.opens or word.gap != " "):
                sign = _sign(word)
                pieces.append(sign)
                length += len(sign)
            # As it was written: the word itself has lost its 's. What was a shorthand has none.
            written = tokens[at].word
            piece = _opened(written if "'" in written else word.text)
            starts.append(length)
            pieces.append(piece)
            length += len(piece)
        if self.words:
            pieces.append("? " if self.is_question(len(self.words) - 1) else ". ")
        return "".join(pieces), starts


def _sign(word: Word) -> str:
    gap = word.gap
    if gap == " " and not word.opens:
        return ""
    if word.opens:
        return "? " if "?" in gap else ". "
    if '"' in gap or "\u201c" in gap or "\u201e" in gap or "\u2018" in gap or "\u00ab" in gap:
        return '" '
    return ", " if any(sign in gap for sign in ",;:()\u2013\u2014") or " - " in gap else ""


@lru_cache(maxsize=16384)
def _opened(word: str) -> str:
    """A contraction as its two words, and a space: "we've" is "we have ".

    Possessives lose their 's.
    """
    if word in _CONTRACTIONS or "'" not in word:
        return _CONTRACTIONS.get(word, word) + " "
    for clitic, whole in _CLITICS:
        if word.endswith(clitic):
            return f"{word.removesuffix(clitic)}{whole} "
    bare = word.removesuffix("'s")
    return f"{bare} is " if bare in _IS_OWNERS else f"{bare} "
