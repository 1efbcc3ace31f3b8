"""An encounter in a line: whom, where, at what, with whom else, about what, through whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from redleaf.formats.hints import is_place, plain
from redleaf.formats.memory_line import gatherings, work
from redleaf.formats.memory_line.people import is_name, name_at, names_apart, names_at
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

# What each little word leads to, by language. "where" is an event or a place; its words tell.
_LEADS = {
    "en": {
        "where": "at in on near outside beside behind inside under aboard opposite",
        "event": "during",
        "time": "after before", "with": "with w/ alongside", "topic": "about regarding re",
        "through": "through via", "from": "from of @", "doing": "over for",
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
_ARTICLE = re.compile(
    r"(?i)(?:(?:the|a|an|der|die|das|dem|den|einem|einer|einen|la|le|les|el|los|las|un|une|una)\s+"
    r"|l['’])"
)
_MY = re.compile(
    r"(?i)(?P<mine>(?:my|our|mein[er]?|unser[e]?|mon|ma|notre|mi|nuestr[oa])\s+)?"
    r"(?P<whose>[^\W\d_]+['’]s\s+)?(?P<old>(?:old|former|new|late)\s+)?"
    r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?:\s+of mine)?,?(?:\s+|$)"
)
_ADVERB = re.compile(
    r"(?i)(?:again|briefly|finally|together|also|just|today|wieder|kurz|zusammen|encore|de nuevo|"
    r"both|another|a certain|one|us"
    r"|(?:an? |the )?(?:[^\W\d_]+ )?(?:woman|man|guy|girl|boy|person|lady|gentleman|chap|someone"
    r"|somebody|friend) (?:called|named))\s+"
)


class Piece(NamedTuple):
    lead: str
    word: Span
    span: Span


def read_meeting(sheet: Sheet, span: Span, cue: Span) -> bool:
    """Read what follows "met", "coffee with"; True when the last words of it were names."""
    sheet.has_met = True
    note_kind(sheet, gatherings.doing_kind(cue.of(sheet.flat).replace("'", " ")))
    sheet.claim("meeting", cue)
    claim_days(sheet, span)
    ended_in_names = False
    for piece in pieces(sheet, span):
        ended_in_names = read_piece(sheet, piece)
    return ended_in_names


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


def note_kind(sheet: Sheet, kind: str) -> None:
    """Keep the kind of the encounter; what was said first stays."""
    if kind and not sheet.kind:
        sheet.kind = kind


def add_people(sheet: Sheet, spans: list[Span], *, are_companions: bool = False) -> None:
    """Write names down: whom the line is about, or who was there besides."""
    for span in spans:
        name = sheet.claim("with" if are_companions or sheet.names else "name", span)
        if not names_apart([*sheet.names, *sheet.companions], name):
            continue
        (sheet.companions if are_companions and sheet.names else sheet.names).append(name)


def note_where(sheet: Sheet, span: Span, lead: str) -> None:
    """Write down an event or a place, whichever the words or the word before them tell."""
    text = sheet.trimmed(span).of(sheet.text)
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


_INSIDE = frozenset("in on im outside near inside dans opposite beside behind aboard".split())


def _named_kind(text: str) -> str:
    """The kind of an event; one that calls itself days or a week is a conference."""
    kind = gatherings.event_kind(text)
    is_named = not _ARTICLE.sub("", text, count=1)[:1].islower()
    return "conference" if kind == "other" and is_named and _DAYS.search(text) else kind


_DAYS = re.compile(r"(?i)\b(?:days|weeks?|tage|woche|journées|jornadas)\b")


def _may_be_event(sheet: Sheet, text: str, lead: str) -> bool:
    """A name after "at" that is no venue's and not the organisation of the person."""
    if lead not in ("at", "bei", "beim", "auf", "am", "à", "a", "au", "aux", "en"):
        return False
    if lead in ("en", "am", "à", "a", "au") and not re.search(r"\d|&", text):
        return False
    bare = _ARTICLE.sub("", text, count=1)
    firms = {plain(role.organisation) for role in sheet.roles}
    if gatherings.is_venue(bare) or bare.endswith(("'s", "’s")) or plain(bare) in firms:
        return False
    return not bare[:1].islower() and sheet.kind not in ("coffee", "meal", "work")


def read_piece(sheet: Sheet, piece: Piece) -> bool:
    """Read one piece; whether it held names and nothing else."""
    span = sheet.trimmed(piece.span)
    if piece.lead == "":
        return _read_object(sheet, span)
    readers = {"with": _read_with, "topic": _read_topic, "through": _read_through,
               "from": _read_from, "doing": _read_doing}  # fmt: skip
    reader = readers.get(piece.lead, _read_where)
    is_read = reader(sheet, span, piece.word.of(sheet.flat))
    if is_read:
        sheet.claim("joining", piece.word)
    return piece.lead == "with" and is_read


def _read_object(sheet: Sheet, span: Span) -> bool:
    adverb = _ADVERB.match(sheet.text, span.start, span.end)
    if adverb:
        sheet.claim("joining", Span(*adverb.span()))
        span = Span(adverb.end(), span.end)
    span = read_relation(sheet, span)
    names = names_at(sheet, span, may_be_lower=True)
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


def read_relation(sheet: Sheet, span: Span) -> Span:
    """What is left of `span` after "my cousin" at its beginning, which is written down."""
    mine = _MY.match(sheet.text, span.start, span.end)
    kind = gatherings.relation_kind(mine["word"]) if mine else ""
    if mine is None or not kind:
        return span
    rest = Span(mine.end(), span.end)
    goes_on_small = sheet.text[rest.start : rest.start + 1].islower() or rest.start >= rest.end
    if not mine["mine"] and goes_on_small:
        return span  # "friend of the museum" tells of no friend of the user
    if mine["whose"]:
        sheet.notes.append(sheet.claim("note", Span(mine.start(), mine.end("word"))))
        return rest
    sheet.relation = sheet.claim("relation", Span(mine.start("word"), mine.end("word")))
    sheet.claim("joining", Span(mine.start(), mine.start("word")))
    note_kind(sheet, "" if kind == "other" else kind)
    return rest


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


def _read_through(sheet: Sheet, span: Span, _: str) -> bool:
    name = name_at(sheet, span, may_be_lower=False)
    if name is None or sheet.introducer:
        return False
    sheet.introducer = sheet.claim("introduced-by", name)
    return True


def _read_from(sheet: Sheet, span: Span, _: str) -> bool:
    if is_place(_ARTICLE.sub("", span.of(sheet.text), count=1)):
        work.add_city(sheet, span)
    elif work.is_organisation(sheet, span):
        work.add_organisation(sheet, span)
    else:
        return False
    return True


def _read_doing(sheet: Sheet, span: Span, _: str) -> bool:
    kind = gatherings.doing_kind(span.of(sheet.text)) or gatherings.event_kind(span.of(sheet.text))
    if not kind or len(span.of(sheet.text).split()) > 4:
        return False
    sheet.kind = kind if sheet.kind in ("", "other") else sheet.kind
    sheet.claim("meeting", span)
    return True


def _read_where(sheet: Sheet, span: Span, lead: str) -> bool:
    if not sheet.left_of(span):
        return False
    if lead in ("after", "before", "nach", "tras", "apres", "during"):
        if sheet.event:
            return False
        sheet.event = sheet.claim("event", span)
        note_kind(sheet, gatherings.event_kind(sheet.event).replace("other", ""))
        return True
    note_where(sheet, span, lead)
    return sheet.left_of(span) == []


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
        return kind == "where" and not after[:1].islower() and not sheet.event
    if kind not in _BREAKS[lead]:
        return False
    if lead and not sheet.text[start : at.start].strip():
        return False
    if lead == "where" and at.of(sheet.flat) not in _WITHIN_WHERE:
        return False
    if kind == "from" and lead == "":
        return bool(re.search(r"\w", sheet.text[start : at.start])) and _is_named(sheet, start, at)
    return True


def _is_named(sheet: Sheet, start: int, at: Span) -> bool:
    """Before "of" a name has to stand: "Ana of Skutt", but "head of sound"."""
    return is_name(sheet, Span(start, at.start), may_be_lower=at.of(sheet.flat) == "from")
