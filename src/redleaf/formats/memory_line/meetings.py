"""An encounter in a line: whom, where, at what, with whom else, about what, through whom."""

from __future__ import annotations

import re

from redleaf.formats.hints import is_given_name, is_place, is_title_word, plain
from redleaf.formats.memory_line import gatherings, work
from redleaf.formats.memory_line.people import name_at, names_apart, names_at
from redleaf.formats.memory_line.pieces import Piece, pieces
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.formats.memory_line.whereabouts import ARTICLE, note_kind, note_where
from redleaf.notes.spans import Span

_MY = re.compile(
    r"(?i)(?P<mine>(?:my|our|mein[er]?|unser[e]?|mon|ma|notre|mi|nuestr[oa])\s+)?"
    r"(?P<whose>(?:[^\W\d_]+ )?[^\W\d_]+['’]s\s+)?(?P<old>(?:old|former|new|late|ex-?)\s+)?"
    r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?:\s+of mine)?,?(?:\s+|$)"
)
_ADVERB = re.compile(
    r"(?i)(?:again|briefly|finally|together|also|just|today|wieder|kurz|zusammen|encore|de nuevo|"
    r"both|another|a certain|one|us"
    r"|(?:an? |the )?(?:[^\W\d_]+ )?(?:woman|man|guy|girl|boy|person|lady|gentleman|chap|someone"
    r"|somebody|friend) (?:called|named))\s+"
)


def read_meeting(sheet: Sheet, span: Span, cue: Span) -> None:
    """Read what follows "met", "coffee with"."""
    sheet.has_met = True
    note_kind(sheet, gatherings.doing_kind(cue.of(sheet.flat).replace("'", " ")))
    sheet.claim("meeting", cue)
    claim_days(sheet, span)
    for piece in pieces(sheet, span):
        read_piece(sheet, piece)


def read_led(sheet: Sheet, span: Span, lead: str) -> None:
    """Read what a cue leads to: a topic, or whom one was introduced through."""
    claim_days(sheet, span)
    for piece in pieces(sheet, span, lead):
        read_piece(sheet, piece)


def read_surroundings(sheet: Sheet, span: Span) -> None:
    """Read a clause without names: "at the market yesterday", "in Porto, with Dana"."""
    claim_days(sheet, span)
    for piece in pieces(sheet, span):
        if piece.lead:
            read_piece(sheet, piece)


def leads_somewhere(sheet: Sheet, span: Span) -> bool:
    """Whether a clause begins with a word that leads to a place, an event or people."""
    first = next(pieces(sheet, sheet.trimmed(span)), None)
    return first is not None and first.lead not in ("", "from", "doing")


def head_of(sheet: Sheet, span: Span) -> Span:
    """What of a clause stands before its first day and the first word that leads on."""
    first = next(pieces(sheet, span), None)
    if first is None or first.lead:
        return Span(span.start, span.start)
    days = [day.span.start for day in sheet.days if span.holds(day.span)]
    return sheet.trimmed(Span(span.start, min([first.span.end, *days])))


def claim_days(sheet: Sheet, span: Span) -> None:
    """Take the first day within `span` as the day of the encounter; the others stay as they are."""
    for day in sheet.days:
        if span.holds(day.span) and not sheet.when and sheet.is_free(day.span):
            sheet.when = day.when
            sheet.claim("when", day.span)
            if day.is_unclear:
                sheet.remarks.append(
                    f"{day.when.words} can be two different days. Write the month as a word."
                )


def add_people(sheet: Sheet, spans: list[Span], *, are_companions: bool = False) -> None:
    """Write names down: whom the line is about, or who was there besides."""
    for span in spans:
        name = sheet.claim("with" if are_companions or sheet.names else "name", span)
        if not names_apart([*sheet.names, *sheet.companions], name):
            continue
        (sheet.companions if are_companions and sheet.names else sheet.names).append(name)


def read_piece(sheet: Sheet, piece: Piece) -> None:
    """Read one piece of a clause as what the word before it leads to."""
    span = sheet.trimmed(piece.span)
    if piece.lead == "":
        _read_object(sheet, span)
        return
    readers = {"with": _read_with, "topic": _read_topic, "through": _read_through,
               "from": _read_from, "doing": _read_doing}  # fmt: skip
    reader = readers.get(piece.lead, _read_where)
    if reader(sheet, span, piece.word.of(sheet.flat)):
        sheet.claim("joining", piece.word)


def _read_object(sheet: Sheet, span: Span) -> bool:
    adverb = _ADVERB.match(sheet.text, span.start, span.end)
    if adverb:
        sheet.claim("joining", Span(*adverb.span()))
        span = Span(adverb.end(), span.end)
    span = read_title_before(sheet, read_relation(sheet, span))
    names = names_at(sheet, span, may_be_lower=not sheet.names)
    if names and not sheet.names:
        add_people(sheet, names[:1])
        add_people(sheet, names[1:], are_companions=True)
    elif names:
        add_people(sheet, names, are_companions=True)
    rest = Span(names[-1].end, span.end) if names else span
    if sheet.left_of(rest):
        is_read = work.read_role(sheet, rest, is_near_name=bool(names))
        return bool(names) and not is_read and not sheet.left_of(rest)
    return bool(names)


def read_title_before(sheet: Sheet, span: Span) -> Span:
    """What is left of `span` after "architect" before a name, which is written down."""
    title = _TITLE_BEFORE.match(sheet.text, span.start, span.end)
    if title is None or not is_title_word(title["title"].split()[-1]):
        return span
    rest = Span(title.end(), span.end)
    if name_at(sheet, rest, may_be_lower=False) is None:
        return span
    work.read_title(sheet, Span(*title.span("title")), is_past=False)
    sheet.claim("joining", Span(title.end("title"), title.end()))
    return rest


_TITLE_BEFORE = re.compile(
    r"(?:an? |the )?(?P<title>(?:[^\W\d_]+ ){0,2}?[^\W\d_A-Z]+)(?: named| called)? (?=[A-Z])"
)


def read_relation(sheet: Sheet, span: Span) -> Span:
    """What is left of `span` after "my cousin" at its beginning, which is written down."""
    mine = _MY.match(sheet.text, span.start, span.end)
    kind = gatherings.relation_kind(mine["word"]) if mine else ""
    if mine is None or not kind:
        return span
    rest = Span(mine.end(), span.end)
    goes_on_small = sheet.text[rest.start : rest.start + 1].islower() or rest.start >= rest.end
    is_whole = rest.start >= rest.end and span.start > 0
    if not mine["mine"] and goes_on_small and not is_whole:
        return span  # "friend of the museum" tells of no friend of the user
    if not (mine["mine"] or mine["whose"]) and plain(mine["word"]) in _ALSO_TITLES:
        return span  # "Sister Agnes" is nobody's sister
    starts = [mine.start(group) for group in ("whose", "old", "word") if mine[group]]
    sheet.relation = sheet.claim("relation", Span(starts[0], mine.end("word")))
    sheet.claim("joining", Span(mine.start(), starts[0]))
    sheet.relation_kind = "" if kind == "other" or mine["whose"] else kind
    return rest


_ALSO_TITLES = frozenset(("sister", "brother", "father", "mother", "professor", "doctor", "coach"))


def _read_with(sheet: Sheet, span: Span, _: str) -> bool:
    span = read_relation(sheet, span)
    names = names_at(sheet, span, may_be_lower=True)
    if not names:
        return False
    add_people(sheet, names[:1], are_companions=bool(sheet.names))
    add_people(sheet, names[1:], are_companions=True)
    return True


_PARTICIPLE = re.compile(
    r"\s+(?:(?:haben|habe) )?(?:uns )?(?:gesprochen|geredet|unterhalten|diskutiert|getroffen)\s*$"
)


def _read_topic(sheet: Sheet, span: Span, _: str) -> bool:
    spoken = _PARTICIPLE.search(sheet.flat, span.start, span.end)
    if spoken:
        sheet.claim("joining", Span(*spoken.span()))
        span = Span(span.start, spoken.start())
    if not sheet.left_of(span):
        return False
    listed = (
        [*_IN_LIST.finditer(sheet.text, span.start, span.end)] if "," in span.of(sheet.text) else []
    )
    starts = [span.start, *(each.end() for each in listed)]
    ends = [*(each.start() for each in listed), span.end]
    sheet.topics += [
        sheet.claim("topic", Span(*ends_at)) for ends_at in zip(starts, ends, strict=True)
    ]
    return True


_IN_LIST = re.compile(r"\s*,\s*(?:(?:and|or|und|oder|et|ou|y|o|&)\s+)?|\s+(?:and|und|et|y|&)\s+")


def _read_through(sheet: Sheet, span: Span, lead: str) -> bool:
    name = name_at(sheet, span, may_be_lower=False)
    if name is None and lead == "by":
        return _read_where(sheet, span, lead)
    if name is None or sheet.introducer:
        return False
    sheet.introducer = sheet.claim("introduced-by", name)
    return True


def _read_from(sheet: Sheet, span: Span, _: str) -> bool:
    if is_place(ARTICLE.sub("", span.of(sheet.text), count=1)):
        work.add_city(sheet, span)
    elif work.is_organisation(sheet, span) or _is_all_small(sheet, span):
        work.add_organisation(sheet, span)
    else:
        return False
    return True


def _is_all_small(sheet: Sheet, span: Span) -> bool:
    """Whether somebody who writes no capitals at all may name a firm: "sarah from stripe"."""
    words = span.of(sheet.text).split()
    return sheet.text.islower() and len(words) <= 2 and not ARTICLE.match(span.of(sheet.text))


def _read_doing(sheet: Sheet, span: Span, _: str) -> bool:
    kind = gatherings.doing_kind(span.of(sheet.text)) or gatherings.event_kind(span.of(sheet.text))
    if not kind or len(span.of(sheet.text).split()) > 4:
        return False
    sheet.kind = kind if sheet.kind in ("", "other") else sheet.kind
    sheet.claim("meeting", span)
    return True


def _read_where(sheet: Sheet, span: Span, lead: str) -> bool:
    if not sheet.left_of(span) or _FIGURE.match(sheet.flat, span.start, span.end):
        return False
    span = _without_name(sheet, span)
    if lead in ("after", "before", "nach", "tras", "apres", "during"):
        if sheet.event:
            return False
        sheet.event = sheet.claim("event", span)
        note_kind(sheet, gatherings.event_kind(sheet.event).replace("other", ""))
        return True
    note_where(sheet, span, lead)
    return sheet.left_of(span) == []


# "in person", "in a hurry": no place has such a name.
_FIGURE = re.compile(
    r"(?:person|touch|time|passing|common|general|particular|fact|detail|private|public|"
    r"a (?:hurry|rush|row|way|while)|the (?:end|meantime|first|past|future))\b"
)
_NAME_WITHIN = re.compile(r"(?<=\s)(?:Frau|Herrn?|Dr\.|Prof\.)\s+(?=[^\W\d_])|(?<=\s)(?=[A-ZÄÖÜ])")


def _without_name(sheet: Sheet, span: Span) -> Span:
    """ "auf der Messe Frau Krüger getroffen": in German the name stands last, before the verb."""
    if sheet.language != "de" or sheet.names:
        return span
    for match in _NAME_WITHIN.finditer(sheet.text, span.start, span.end):
        at = Span(match.start(), span.end)
        word = at.of(sheet.text).split()[0]
        if (match.group() or is_given_name(word)) and _read_object(sheet, at):
            return Span(span.start, match.start())
    return span
