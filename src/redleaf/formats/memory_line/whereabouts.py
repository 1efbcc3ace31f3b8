"""Where somebody was met: whether words name an event or a place, and of which kind."""

from __future__ import annotations

import re

from redleaf.formats.hints import is_place, plain
from redleaf.formats.memory_line import gatherings
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

ARTICLE = re.compile(
    r"(?i)(?:(?:the|a|an|der|die|das|dem|den|einem|einer|einen|la|le|les|el|los|las|un|une|una)\s+"
    r"|l['’])"
)


def note_where(sheet: Sheet, span: Span, lead: str) -> None:
    """Write down an event or a place, whichever the words or the word before them tell."""
    span = sheet.trimmed(span)
    declined = _DECLINED.match(sheet.text, span.start, span.end)
    if sheet.language == "de" and declined:
        sheet.claim("joining", Span(*declined.span()))
        span = Span(declined.end(), span.end)
    text = span.of(sheet.text)
    if " " not in text and gatherings.doing_kind(text) and not gatherings.event_kind(text):
        sheet.kind = gatherings.doing_kind(text)  # "next to her at dinner"
        sheet.claim("meeting", span)
        return
    kind = _named_kind(text)
    is_event = kind and not (gatherings.is_venue(text) and lead in _INSIDE)
    is_event = is_event or _may_be_event(sheet, text, lead)
    if is_event and not sheet.event:
        sheet.event = sheet.claim("event", span)
        if not kind and gatherings.doing_kind(text):
            kind = gatherings.doing_kind(text)
        note_kind(sheet, "" if kind == "other" else kind or "conference")
    elif not sheet.place:
        sheet.place = sheet.claim("place", span)
        if lead in ("at", "auf") and not sheet.kind:
            note_kind(sheet, gatherings.doing_kind(text) if "coffee" in text.casefold() else "")
    elif plain(sheet.place) == plain(text) or plain(sheet.event) == plain(text):
        sheet.claim("joining", span)
    elif is_place(text) and not is_place(sheet.place):
        sheet.claim("place", span)
        sheet.place = f"{sheet.place}, {text}"


# "auf der Messe": by itself it would be called otherwise.
_DECLINED = re.compile(r"(?i)(?:der|dem|den|einem|einer|einen)\s+(?=\w)")
_INSIDE = frozenset("in on im outside near inside dans opposite beside behind aboard".split())


def _named_kind(text: str) -> str:
    """The kind of an event; one that calls itself days or a week is a conference."""
    kind = gatherings.event_kind(text)
    is_named = not ARTICLE.sub("", text, count=1)[:1].islower()
    return "conference" if kind == "other" and is_named and _DAYS.search(text) else kind


_DAYS = re.compile(r"(?i)\b(?:days|weeks?|tage|woche|journées|jornadas)\b")


def _may_be_event(sheet: Sheet, text: str, lead: str) -> bool:
    """A name after "at" that is no venue's and not the organisation of the person."""
    if lead not in ("at", "bei", "beim", "auf", "am", "à", "a", "au", "aux", "en"):
        return False
    if lead in ("en", "am", "à", "a", "au") and not re.search(r"\d|&", text):
        return False
    bare = ARTICLE.sub("", text, count=1)
    firms = {plain(role.organisation) for role in sheet.roles}
    if gatherings.is_venue(bare) or bare.endswith(("'s", "’s")) or plain(bare) in firms:
        return False
    return not bare[:1].islower() and sheet.kind not in ("coffee", "meal", "work")


def note_kind(sheet: Sheet, kind: str) -> None:
    """Keep the kind of the encounter; what was said first stays."""
    if kind and not sheet.kind:
        sheet.kind = kind
