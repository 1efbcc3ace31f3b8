"""The text as the verifier sees it: words with their clauses, and one flat line for patterns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from redleaf.notes.note import Note
from redleaf.notes.spans import Span
from redleaf.writing.verifier.stems import is_everyday, root

_QUOTED = re.compile(r'"([^"\n]{2,300})"')
_SINGLE_QUOTED = re.compile(
    "[\u2018\u201a]([^\u2018\u2019\n]{3,200}(?:\u2019\\w[^\u2018\u2019\n]{0,200}){0,4})[\u2019\u2018](?!\\w)"
)
_PARTS_CLAUSES = re.compile("[,;:()\u2013\u2014/|\u2026]")
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
# A clause that holds one of these speaks of what might be, not of what was.
_UNREAL = frozenset(
    "would could should shall will might may must can if whether unless hope hoping "
    "wish want wanted need let "
    "please suppose maybe perhaps someday soon happy glad gladly going next tomorrow "
    "able forward".split()
)


class Word(NamedTuple):
    """One word of the text: folded, without 's, and where it stands."""

    text: str
    root: str
    start: int
    end: int
    is_capital: bool
    sentence: int
    clause: int
    opens: bool  # the first word of its sentence
    gap: str  # what stands between the word before and this one


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
        text = self.text
        words: list[Word] = []
        ends = [sentence.end for sentence in self.note.sentences]
        sentence, clause, before = 0, 0, 0
        shouts = text.isupper()
        for token in self.note.tokens:
            opens = not words
            while sentence + 1 < len(ends) and token.start >= ends[sentence]:
                sentence, clause, opens = sentence + 1, clause + 1, True
            gap = text[before : token.start]
            if gap != " " and not opens and (_PARTS_CLAUSES.search(gap) or " - " in gap):
                clause += 1
            bare = token.word.removesuffix("'s")
            capital = text[token.start].isupper() and not shouts
            words.append(
                Word(
                    bare, root(bare), token.start, token.end, capital, sentence, clause, opens, gap
                )
            )
            before = token.end
        return tuple(words)

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
        words, clause = self.words, self.words[at].clause
        while at < len(words) and words[at].clause == clause:
            at += 1
        return at

    def clause_start(self, at: int) -> int:
        words, clause = self.words, self.words[at].clause
        while at > 0 and words[at - 1].clause == clause:
            at -= 1
        return at

    def sentence_words(self, at: int) -> range:
        first, last = at, at
        while first > 0 and self.words[first - 1].sentence == self.words[at].sentence:
            first -= 1
        while (
            last + 1 < len(self.words) and self.words[last + 1].sentence == self.words[at].sentence
        ):
            last += 1
        return range(first, last + 1)

    def is_unreal(self, at: int) -> bool:
        """Does the clause of word `at` speak of what might be: a wish, an offer, a question?"""
        if self.is_question(at):
            return True
        start = self.clause_start(at)
        return any(_is_unreal_word(word.text) for word in self.words[start : at + 1])

    def is_question(self, at: int) -> bool:
        return self.words[at].sentence in self._questions

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
            sign = _sign(word) if at else ""
            piece = _opened(tokens[at].word)
            starts.append(length + len(sign))
            pieces += [sign, piece, " "]
            length += len(sign) + len(piece) + 1
        if self.words:
            pieces.append("? " if self.is_question(len(self.words) - 1) else ". ")
        return "".join(pieces), starts


def _is_unreal_word(word: str) -> bool:
    if "'" not in word:
        return word in _UNREAL
    return word.endswith(("'d", "'ll")) or word in (
        "can't",
        "won't",
        "couldn't",
        "wouldn't",
        "shan't",
    )


def _sign(word: Word) -> str:
    gap = word.gap
    if gap == " " and not word.opens:
        return ""
    if word.opens:
        return "? " if "?" in gap else ". "
    if '"' in gap or "\u201c" in gap or "\u201e" in gap or "\u2018" in gap or "\u00ab" in gap:
        return '" '
    return ", " if any(sign in gap for sign in ",;:()\u2013\u2014") or " - " in gap else ""


def _opened(word: str) -> str:
    """A contraction as its two words: "we've" is "we have"; possessives lose their 's."""
    if "'" not in word:
        return _CONTRACTIONS.get(word, word)
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word]
    for clitic, whole in _CLITICS:
        if word.endswith(clitic):
            return word.removesuffix(clitic) + whole
    bare = word.removesuffix("'s")
    return f"{bare} is" if bare in _IS_OWNERS else bare
