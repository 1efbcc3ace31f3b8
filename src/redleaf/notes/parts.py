"""The parts of a text: its words, sentences, greeting and signature, slots, and its language.

Everything is computed once, when first asked for. All spans count code points of `text`.
"""

from __future__ import annotations

from redleaf.notes.envelope import Greeting, greeting_of, signature_of
from redleaf.notes.folding import Folded, fold
from redleaf.notes.language import language_of
from redleaf.notes.once import once
from redleaf.notes.sentences import sentences_of
from redleaf.notes.slots import slots_of
from redleaf.notes.spans import Span
from redleaf.notes.tokens import Token, Worded, tokens_of, worded


class Parts:
    """A text in its parts."""

    def __init__(self, text: str) -> None:
        self.text = text

    @once
    def folded(self) -> Folded:
        return fold(self.text)

    @once
    def tokens(self) -> tuple[Token, ...]:
        """Its words, folded, in order."""
        return tokens_of(self.folded)

    @once
    def word_places(self) -> list[tuple[int, int]]:
        """Where each of its words begins and ends."""
        return list(zip(self._worded.starts, self._worded.ends, strict=True))

    @once
    def _worded(self) -> Worded:
        return worded(self.folded, self.sentences)

    @once
    def words(self) -> tuple[str, ...]:
        return self._worded.words

    @once
    def sentences(self) -> tuple[Span, ...]:
        return sentences_of(self.text)

    @once
    def word_ends(self) -> list[int]:
        """For each of its words the index just past the last word of the same sentence."""
        return self._worded.sentence_ends

    @once
    def greeting(self) -> Greeting | None:
        return greeting_of(self.text)

    @once
    def signature(self) -> Span | None:
        begin = self.greeting.span.end if self.greeting else 0
        return signature_of(self.text, begin)

    @once
    def body(self) -> Span:
        """What lies between greeting and signature."""
        start = self.greeting.span.end if self.greeting else 0
        end = self.signature.start if self.signature else len(self.text)
        while start < end and self.text[start].isspace():
            start += 1
        return Span(start, max(start, end))

    @once
    def language(self) -> str:
        """BCP 47 code, or "und" when nothing tells."""
        return language_of(self.text, self.words)

    @once
    def slots(self) -> tuple[Span, ...]:
        return slots_of(self.text)
