"""A clause cut at the little words that lead on: to a place, to people, to a topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from redleaf.formats.memory_line import gatherings
from redleaf.formats.memory_line.people import names_at
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

# What each little word leads to, by language. "where" is an event or a place; its words tell.
_LEADS = {
    "en": {
        "where": "at @ in on near outside beside behind inside under aboard opposite",
        "event": "during",
        "time": "after before", "with": "with w/ alongside", "topic": "about regarding re",
        "through": "through via by", "from": "from of", "doing": "over for",
    },
    "de": {
        "where": "bei beim auf am an in im neben vor hinter", "event": "während wahrend",
        "time": "nach", "with": "mit", "topic": "über uber wegen", "through": "durch über",
        "from": "von vom aus", "doing": "zum beim",
    },
    "fr": {
        "where": "à a au aux dans en sur chez devant", "event": "lors pendant durant",
        "time": "après apres", "with": "avec", "topic": "sur", "through": "par via",
        "from": "de du des d'", "doing": "autour",
    },
    "es": {
        "where": "en a junto", "event": "durante", "time": "tras después despues", "with": "con",
        "topic": "sobre acerca", "through": "por mediante", "from": "de del", "doing": "para",
    },
}  # fmt: skip
# What may come after each; everything else belongs to the phrase itself ("course on glazes").
_BREAKS = {
    "": {"where", "event", "time", "with", "topic", "through", "from", "doing"},
    "where": {"with", "topic", "through", "event", "time", "where"},
    "event": {"with", "topic", "through", "where"},
    "time": {"with", "topic", "through", "where"},
    "with": {"where", "event", "time", "topic", "through", "from", "doing"},
    "from": {"where", "event", "time", "with", "topic", "through", "doing"},
    "through": {"where", "event", "time", "with", "topic", "doing"},
    "doing": {"where", "event", "time", "with", "topic", "through"},
    "topic": set(),
}  # fmt: skip
# Within "at the …" only these part a place from an event: "at the workshop in Porto".
_WITHIN_WHERE = frozenset(
    "at in near outside during im bei beim dans en à au with w/ mit avec con about regarding über "
    "uber sobre through via durch after before nach during während pendant durante".split()
)


class Piece(NamedTuple):
    lead: str
    word: Span
    span: Span


def pieces(sheet: Sheet, span: Span, lead: str = "") -> Iterator[Piece]:
    """The clause cut at the words that lead on, days already taken out of it.

    `lead` is what the words before it lead to already.
    """
    word, start = Span(span.start, span.start), span.start
    for match in re.finditer(r"(?<![\w'])(?:w/|@(?= )|[^\W\d_]+'?)(?=\s|$|(?<='))",
                             span.of(sheet.flat)):  # fmt: skip
        at = Span(span.start + match.start(), span.start + match.end())
        kind = _lead_of(sheet, match.group())
        if kind is None or not sheet.is_free(at) or not _may_break(sheet, lead, kind, at, start):
            continue
        if start < at.start or lead:
            yield from _unbroken(sheet, lead, word, Span(start, at.start))
        lead, word, start = kind, at, at.end
    yield from _unbroken(sheet, lead, word, Span(start, span.end))


def _unbroken(sheet: Sheet, lead: str, word: Span, span: Span) -> Iterator[Piece]:
    """The stretches of a piece that no day parts; what follows a day stands without its lead."""
    left = sheet.left_of(span)
    for at, each in enumerate(left):
        yield Piece(lead if at == 0 else "", word, each)


def _lead_of(sheet: Sheet, word: str) -> str | None:
    for leads in (_LEADS.get(sheet.language, _LEADS["en"]), _LEADS["en"]):
        for kind, words in leads.items():
            if word in words.split():
                return kind
        if sheet.language == "en":
            break
    return None


def _may_break(sheet: Sheet, lead: str, kind: str, at: Span, start: int) -> bool:
    if lead == "topic":
        after = sheet.trimmed(Span(at.end, len(sheet.text))).of(sheet.text)
        is_event = gatherings.event_kind(_PHRASE.match(after).group())  # type: ignore[union-attr]
        return kind == "where" and not sheet.event and (bool(is_event) or not after[:1].islower())
    if kind not in _BREAKS[lead]:
        return False
    if lead and not sheet.text[start : at.start].strip():
        return False
    if lead == "where" and at.of(sheet.flat) not in _WITHIN_WHERE:
        return False
    if kind == "from" and lead == "":
        return bool(re.search(r"\w", sheet.text[start : at.start])) and _is_named(sheet, start, at)
    return True


# The words that may be an event's: up to the next day, clause or small word.
_PHRASE = re.compile(r"(?:(?:the|a|an|my|our|der|dem|la|le|el|una?) )?[^,;.:()]{0,40}")


def _is_named(sheet: Sheet, start: int, at: Span) -> bool:
    """Before "of" a name has to stand: "Ana of Skutt", but "head of sound"."""
    is_from = at.of(sheet.flat) == "from"
    names = names_at(sheet, Span(start, at.start), may_be_lower=is_from)
    return bool(names) and names[-1].end >= sheet.trimmed(Span(start, at.start)).end
