"""A reading: all that a rule may look at. Rules know no clock, no network, no settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from redleaf.notes.once import once
from redleaf.notes.particulars import STRONG, TELLING
from redleaf.notes.spans import Span
from redleaf.rules.phrases import Hit

if TYPE_CHECKING:
    from redleaf.networks import Network
    from redleaf.notes.brief import Brief
    from redleaf.notes.note import Note

NO_HITS: tuple[Hit, ...] = ()
NOTHING_FOUND: Mapping[str, Sequence[Hit]] = {}


class Echo(NamedTuple):
    """What the learned weights heard where no other rule spoke: the verdict, the sentence whose
    words say most for it, and the words that weigh most there, in the order of the text."""

    verdict: str
    sentence: Span
    words: Sequence[str]

    @property
    def told(self) -> str:
        """The end of a message: which words they are; "" when no word stands out."""
        words = ", ".join(f"“{word}”" for word in self.words)
        return f" Most of all: {words}." if words else ""


class Reading:
    """One note as a rule sees it.

    `brief` is None when nothing is known about the two people; rules that need facts then stay
    silent. `written` is the text before mark-up and fancy letters were taken off it. `limit` is in
    code points, None where there is none. `recognition` is "" when unknown to us (which is not the
    recognition `unknown`). `history` are notes sent before, the brief's among them.
    `echo` is set once all other rules have spoken.
    """

    echo: Echo | None = None

    def __init__(
        self,
        note: Note,
        *,
        network: Network | None = None,
        brief: Brief | None = None,
        limit: int | None = None,
        recognition: str = "",
        written: str = "",
        history: Sequence[str] = (),
        hits: Mapping[str, Sequence[Hit]] = NOTHING_FOUND,
    ) -> None:
        self.note = note
        self.network = network
        self.brief = brief
        self.limit = limit
        self.recognition = recognition
        self.written = written or note.text
        self.history = (*history, *(brief.history if brief else ()))
        self.hits = hits

    @property
    def text(self) -> str:
        return self.note.text

    @property
    def kind(self) -> str:
        return self.note.kind

    @property
    def language(self) -> str:
        return self.note.language

    @property
    def register(self) -> str:
        """close, peer or formal, or "" without a brief."""
        return self.brief.recipient.register if self.brief else ""

    @property
    def reader(self) -> str:
        """What the reader is called, or "the reader" where the brief does not say."""
        return (self.brief.recipient.called if self.brief else "") or "the reader"

    def phrases(self, rule: str) -> Sequence[Hit]:
        """Where the phrases of `rule` (its .txt) stand in the text, outside quotations."""
        return self.hits.get(rule, NO_HITS)

    def phrases_by_sentence(self, *rules: str) -> Iterator[tuple[Span, list[Hit]]]:
        """The sentences in which phrases of `rules` begin, each with those; linear."""
        hits = sorted(hit for rule in rules for hit in self.phrases(rule))
        at = 0
        for sentence in self.note.sentences:
            begin = at
            while at < len(hits) and hits[at].start < sentence.end:
                at += 1
            if at > begin:
                yield sentence, hits[begin:at]

    @once
    def is_particular(self) -> bool:
        """Whether the text says something that could hardly be said to anybody else."""
        return self.note.particularity >= STRONG

    @once
    def is_telling(self) -> bool:
        """Whether it says enough of its own for the verdict to call it personal."""
        return self.note.particularity >= TELLING

    @property
    def whole(self) -> Span:
        """The text without the white space around it."""
        start = len(self.text) - len(self.text.lstrip())
        return Span(start, max(start, len(self.text.rstrip())))
