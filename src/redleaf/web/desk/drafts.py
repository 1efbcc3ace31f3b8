"""Drafts as the page Write shows them: words of fact with letters, letters with their sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.notes.brief import Brief
from redleaf.notes.rough_days import Year, is_rough, read_day
from redleaf.web.desk.counting import Length
from redleaf.web.desk.marking import Piece, Span, pieces_of
from redleaf.writing.choice import OFFLINE
from redleaf.writing.drafts import Draft, FactSpan

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact comes from, in words, and the field of the page that holds it."""

    words: StrOrPromise
    field: str


# Where a fact comes from, by the kind of its path, and the field of the form that holds it.
_ORIGINS = {
    "encounters": Origin(_("where you met"), "event"),
    "encounters.topics": Origin(_("what you talked about"), "topic"),
    "encounters.said": Origin(_("what they said"), "said"),
    "encounters.introduced_by": Origin(_("who introduced you"), "introduced_by"),
    "recipient.company": Origin(_("where they work"), "company"),
    "recipient.role": Origin(_("what they do"), "role"),
    "noticed": Origin(_("what you saw of theirs"), "noticed"),
    "shared": Origin(_("what you share"), "shared"),
    "mutual": Origin(_("whom you both know"), "mutual"),
    "promises": Origin(_("your promise"), "promise"),
    "sender.offers": Origin(_("your offer"), "offer"),
    "sender.headline": Origin(_("what you do"), "what_i_do"),
    "ask": Origin(_("what you would ask"), "ask"),
}
# Event, place and day are one encounter to the reader, and one source; so are title and magazine.
_TOGETHER = {
    "encounters.event", "encounters.place", "encounters.on", "encounters.kind",
    "noticed.title", "noticed.where", "noticed.kind",
}  # fmt: skip
_TONES = {"plain": _("Plain"), "warm": _("Warm"), "witty": _("Witty")}
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
    """One draft with its pieces and sources; `by` is empty for the desk's own.

    `subject` is that of a mail, else "".
    """

    number: int
    tone: str
    text: str
    length: Length
    pieces: tuple[Cited, ...]
    sources: tuple[Source, ...]
    by: str
    subject: str


def origin_on_write(path: str) -> Origin:
    """Where the page Write has the fact at `path`; by the topic, where a question asks for more."""
    if path == "encounters":  # no meeting is told yet, and how they met is its first fact
        return Origin(gettext("where you met"), "kind")
    return _ORIGINS.get(_kind(_source_path(path)), Origin(gettext("your facts"), "topic"))


def draft_views(
    drafts: Iterable[Draft],
    brief: Brief,
    *,
    first: int = 1,
    told_by: Callable[[str], Origin] = origin_on_write,
) -> list[DraftView]:
    """The drafts numbered from `first`, their sources lettered in the order of their texts.

    `told_by` gives the origin of a fact by its path.
    """
    told = {fact.path: fact.text for fact in brief.facts()}
    return [_view(number, draft, told, told_by) for number, draft in enumerate(drafts, first)]


def _view(
    number: int, draft: Draft, told: Mapping[str, str], told_by: Callable[[str], Origin]
) -> DraftView:
    cited = [each for each in draft.facts if _kind(each.path) not in _SELF_EVIDENT]
    cited.sort(key=lambda each: (each.start, -each.end))
    paths = list(dict.fromkeys(_source_path(each.path) for each in cited))
    sources = [_source(at, path, cited, told, told_by) for at, path in enumerate(paths)]
    spans = _spans(draft.text, cited, paths)
    return DraftView(
        number=number,
        tone=str(_TONES.get(draft.tone, draft.tone.capitalize())),
        text=draft.text,
        length=Length(draft.length, draft.limit),
        pieces=tuple(_cite(pieces_of(draft.text, spans), sources)),
        sources=tuple(sources),
        by="" if draft.by == OFFLINE else draft.by,
        subject=draft.subject,
    )


def _source(
    at: int,
    path: str,
    cited: Iterable[FactSpan],
    told: Mapping[str, str],
    told_by: Callable[[str], Origin],
) -> Source:
    said = [*dict.fromkeys(each.path for each in cited if _source_path(each.path) == path)]
    # "Where you met" says it better than the kind of a meeting, where more is known.
    said = [each for each in said if not each.endswith(".kind")] or said
    words = ", ".join(_words(each, told[each]) for each in said if each in told)
    origin = told_by(path)
    return Source(ascii_lowercase[at % 26], words, str(origin.words), origin.field)


def _words(path: str, text: str) -> str:
    if path.endswith(".on"):
        return _day_words(read_day(text))
    return f"“{text}”" if path.endswith(".said") else text


def _day_words(day: dt.date) -> str:
    if isinstance(day, Year):
        return day.isoformat()
    return date_format(day, gettext("F Y") if is_rough(day) else gettext("l j F"))


def _spans(text: str, cited: Iterable[FactSpan], paths: list[str]) -> list[Span]:
    """One span a stretch of one source; neighbours with only blanks between are one stretch."""
    spans: list[Span] = []
    for each in cited:
        source = paths.index(_source_path(each.path))
        before = spans[-1] if spans else None
        if before and before.number == source and not text[before.end : each.start].strip():
            spans[-1] = Span(source, before.start, max(before.end, each.end), "")
        else:
            spans.append(Span(source, each.start, each.end, ""))
    return spans


def _cite(pieces: Iterable[Piece], sources: list[Source]) -> Iterator[Cited]:
    for piece in pieces:
        # Where two facts share words, the narrower one is the one that is said there.
        span = piece.around[-1] if piece.around else None
        source = sources[span.number] if span else None
        yield Cited(piece.text, source, span is not None and span in piece.ends)


def _source_path(path: str) -> str:
    """The path of the source that a fact belongs to: `encounters.0.place` to `encounters.0`."""
    if _kind(path) in _TOGETHER:
        return path.rpartition(".")[0]
    return path


def _kind(path: str) -> str:
    """`encounters.0.topics.1` is of the kind `encounters.topics`."""
    return ".".join(part for part in path.split(".") if not part.isdigit())
