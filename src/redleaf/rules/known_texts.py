"""Known texts: is this, or part of this, what a network or program writes by itself?

    find_known_text(note) -> KnownText | None

A text is cut into terms (wordings.py) and looked up by its rarest stems among the wordings in
networks/data/compiled/known_texts.txt. A wording is there when its weight of words stands close
together, misspelled, inflected or swapped as they may be, with no word between them that default
texts of its language do not use. What stands around it decides the rest: greeting, signature and
courtesies leave a default text whole; one true, specific sentence makes it a part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.note import Note
from redleaf.notes.spans import Span
from redleaf.rules.known_wordings import KnownWording, known_wordings
from redleaf.rules.likeness import (
    Match,
    Sentence,
    find_likeness,
    is_clause,
    may_stand,
    sentence_of,
)
from redleaf.rules.remainders import Remainder
from redleaf.rules.wordings import SLOT, Wording, wording_of

# No default text is nearly as long, and a longer text is not a note.
READ = 10_000
# Who writes goes on with one sentence while the others stay, and many send the same ones.
REMEMBERED = 4096
# How much a sentence must say to be taken for a default text amid other words: as a clause of its
# own, and joined to a longer one.
TELLING = 1.8
TELLING_JOINED = 3.4
_OPENING = tuple("\"'“„«‘「『")
_CLOSING = tuple("\"'”“»’」』")


class KnownText(NamedTuple):
    """A default text found in a note.

    `product` is the name of the network or program and `title` how it is written; `similarity` runs
    from 0 to 1; `spans` are the sentences of the default text in the original; `whole` says that
    nothing else is in the note but greeting, signature and courtesies; `rest` is what else is.
    `since` and `until` are years, 0 when unknown.
    """

    product: str
    title: str
    language: str
    since: int
    until: int
    similarity: float
    spans: tuple[Span, ...]
    whole: bool
    rest: str

    @property
    def span(self) -> Span:
        """From the first default sentence to the end of the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


def find_known_text(note: Note | str) -> KnownText | None:
    """The default text in `note`, or None. A text is read for its first 10,000 code points."""
    if isinstance(note, str):
        note = Note(note)
    if len(note.text) > READ:
        note = Note(note.text[:READ])
    wording = wording_of(note.folded)
    if not _is_suspect(wording):
        return None
    matches = _matches(wording)
    telling = [match for match in matches if not match.known.is_companion]
    if not telling:
        return None
    best = max(telling, key=lambda match: match.size)
    places = [(match.start, match.end) for match in matches]
    rest = Remainder(
        note, wording, places, known_wordings().small_talk(best.known.language)
    ).texts()
    if rest and not _is_mostly_known(wording, matches):
        telling = [match for match in telling if _is_telling(wording, match)]
    spans = tuple(_span(note, wording, match) for match in telling)
    spans = tuple(span for span in spans if not _is_quoted(note.text, span))
    if not spans:
        return None
    return KnownText(
        product=best.known.product,
        title=known_wordings().titles[best.known.product],
        language=best.known.language,
        since=best.known.since,
        until=best.known.until,
        similarity=round(best.similarity, 3),
        spans=spans,
        whole=not rest,
        rest=" ".join(rest),
    )


def _is_suspect(wording: Wording) -> bool:
    """Whether a sentence may be one of a default text's: nearly all notes are done with here."""
    return any(
        _may_be_known(tuple(wording.terms[places.start : places.stop]))
        for places in wording.sentences()
    )


@lru_cache(maxsize=REMEMBERED)
def _may_be_known(terms: tuple[str, ...]) -> bool:
    return any(_may_stand(known, terms) for known in known_wordings().suspects(terms))


def _matches(wording: Wording) -> list[Match]:
    """Every wording found, in the order of the text; of two at one place the heavier."""
    found: list[Match] = []
    for places in wording.sentences():
        taken: list[Match] = []
        likely = _likely(tuple(wording.terms[places.start : places.stop]))
        for match in sorted(_compare(wording, places, likely), key=_importance):
            if all(match.end <= other.start or other.end <= match.start for other in taken):
                taken.append(match)
        found += sorted(taken)
    return found


@lru_cache(maxsize=REMEMBERED)
def _likely(terms: tuple[str, ...]) -> tuple[KnownWording, ...]:
    """The wordings that may stand in a sentence, best first."""
    candidates = known_wordings().candidates(terms)
    return tuple(known for known in candidates if _may_stand(known, terms))


@lru_cache(maxsize=4 * REMEMBERED)
def _may_stand(known: KnownWording, terms: tuple[str, ...]) -> bool:
    # A suspect is asked about once more as a candidate.
    return may_stand(known, _sentence_of(terms))


@lru_cache(maxsize=64)
def _sentence_of(terms: tuple[str, ...]) -> Sentence:
    return sentence_of(terms)


def _importance(match: Match) -> tuple[float, bool]:
    """The heavier first; of two alike the one that gives a text away, not one that goes with it."""
    return -round(match.size, 2), match.known.is_companion


def _compare(
    wording: Wording, places: range, candidates: Sequence[KnownWording]
) -> Iterator[Match]:
    for known in candidates:
        begin = places.start
        while begin < places.stop:
            match = find_likeness(known, wording, range(begin, places.stop))
            if match is None:
                break
            yield match
            begin = match.end


def _is_mostly_known(wording: Wording, matches: Sequence[Match]) -> bool:
    """Whether sentences of default texts make up most of the note: a notice with changes."""
    covered = sum(match.end - match.start for match in matches)
    return len(matches) > 2 and covered * 2 > len(wording.terms)


def _is_telling(wording: Wording, match: Match) -> bool:
    """Whether it tells amid other words: what is short, or has slots, may be one's own."""
    if SLOT in match.known.terms[1:] or match.similarity < 0.8:
        return False
    return match.size >= (TELLING if is_clause(wording, match) else TELLING_JOINED)


def _is_quoted(text: str, span: Span) -> bool:
    """Whether it is somebody else's text, quoted among own words."""
    before, after = text[: span.start].strip(), text[span.end :].strip()
    quoted = before[-1:] in _OPENING and after[:1] in _CLOSING
    return quoted and len(before) + len(after) > 3


def _span(note: Note, wording: Wording, match: Match) -> Span:
    start = note.folded.start(wording.starts[match.start])
    end = note.folded.end(wording.ends[match.end - 1])
    if end < len(note.text) and note.text[end] in ".!?。！？":
        end += 1
    return Span(start, end)
