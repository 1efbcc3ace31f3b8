"""Drafts as the page Write shows them: words of fact with letters, letters with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from redleaf.notes.brief import Brief, Fact
from redleaf.web.desk.counting import Length
from redleaf.web.desk.marking import Piece, Span, pieces_of

# Where a fact comes from, by the end of its path, and the field of the form that holds it.
_SOURCES = {
    "recipient.name": ("the name you gave", "name"),
    "recipient.given_name": ("the name you gave", "name"),
    "recipient.company": ("where they work", "company"),
    "recipient.role": ("what they do", "role"),
    "encounters.kind": ("how you met", "kind"),
    "encounters.on": ("the day you met", "on"),
    "encounters.event": ("where you met", "event"),
    "encounters.place": ("where you met", "place"),
    "encounters.topics": ("what you talked about", "topic"),
    "encounters.said": ("what they said", "said"),
    "encounters.introduced_by": ("who introduced you", "introduced_by"),
    "noticed.title": ("what you saw of theirs", "noticed"),
    "noticed.where": ("where you saw it", "noticed_where"),
    "shared": ("what you share", "shared"),
    "mutual": ("whom you both know", "mutual"),
    "promises": ("your promise", "promise"),
    "sender.offers": ("your offer", "offer"),
    "sender.name": ("your name", "my_name"),
}
# A greeting and a signature explain themselves.
_SELF_EVIDENT = {"recipient.name", "recipient.given_name", "sender.name", "today"}


@dataclass(frozen=True, slots=True)
class Source:
    """One fact behind a draft: its letter and words, where it comes from, the field it is in."""

    letter: str
    words: str
    origin: str
    field: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of a draft; `source` is the fact it says, if it says one."""

    text: str
    source: Source | None
    is_last: bool


@dataclass(frozen=True, slots=True)
class DraftView:
    """One draft with its pieces and sources."""

    number: int
    tone: str
    text: str
    length: Length
    pieces: tuple[Cited, ...]
    sources: tuple[Source, ...]


def draft_views(drafts: Iterable[dict[str, Any]], brief: Brief) -> list[DraftView]:
    """The drafts of a `Drafting` in its JSON shape."""
    facts = {fact.path: fact for fact in brief.facts()}
    return [_view(number, draft, facts) for number, draft in enumerate(drafts, 1)]


def _view(number: int, draft: dict[str, Any], facts: dict[str, Fact]) -> DraftView:
    said = sorted(_said(draft, facts), key=lambda each: (each[1], -each[2]))
    sources: dict[str, Source] = {}
    spans = []
    for path, start, end in said:
        source = sources.setdefault(path, _source(ascii_lowercase[len(sources) % 26], facts[path]))
        spans.append(Span(ascii_lowercase.index(source.letter), start, end, path))
    return DraftView(
        number=number,
        tone=str(draft["tone"]).capitalize(),
        text=draft["text"],
        length=Length(draft["length"], draft["limit"]),
        pieces=tuple(_cite(pieces_of(draft["text"], spans), sources)),
        sources=tuple(sources.values()),
    )


def _said(draft: dict[str, Any], facts: dict[str, Fact]) -> Iterator[tuple[str, int, int]]:
    """Path, start and end of every fact that the draft says and that needs a source."""
    for said in draft.get("facts", ()):
        if said["path"] in facts and _kind(said["path"]) not in _SELF_EVIDENT:
            yield said["path"], said["start"], said["end"]


def _source(letter: str, fact: Fact) -> Source:
    origin, field = _SOURCES.get(_kind(fact.path), ("your facts", "name"))
    return Source(letter, fact.text, origin, field)


def _kind(path: str) -> str:
    """`encounters.0.topics.1` is of the kind `encounters.topics`."""
    return ".".join(part for part in path.split(".") if not part.isdigit())


def _cite(pieces: Iterable[Piece], sources: dict[str, Source]) -> Iterator[Cited]:
    for piece in pieces:
        # Where two facts share words, the narrower one is the one that is said there.
        span = piece.around[-1] if piece.around else None
        source = sources[span.family] if span else None
        yield Cited(piece.text, source, span is not None and span in piece.ends)


def field_of(path: str) -> str:
    """The field where the fact at `path` is told; what they talked about when unknown."""
    return _SOURCES.get(_kind(path), ("", "topic"))[1]
