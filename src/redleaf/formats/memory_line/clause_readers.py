"""What each clause of a line is, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from redleaf.formats.hints import is_place
from redleaf.formats.memory_line import meetings, promises, work
from redleaf.formats.memory_line.bare_clauses import read_bare
from redleaf.formats.memory_line.clauses import Clause
from redleaf.formats.memory_line.marks import quotations
from redleaf.formats.memory_line.people import is_name, name_at
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

_Clauses = Sequence[Clause]


def read_clause(sheet: Sheet, clauses: _Clauses, at: int, quoted: Sequence[Span]) -> None:
    """Read one clause of the line; what nobody understands of it stays unclaimed."""
    clause = clauses[at]
    reader = _READERS.get(clause.kind)
    if reader is not None and reader(sheet, clause):
        return
    if clause.cue is None or clause.kind in ("noun", "past", "lives"):
        read_bare(sheet, clauses, at, quoted)


def _read_met(sheet: Sheet, clause: Clause) -> bool:
    if clause.kind == "noun" and not _is_encounter(sheet, clause):
        return False
    promised = _PROMISED_LAST.search(sheet.flat, clause.span.start, clause.span.end)
    if promised and clause.lead.of(sheet.flat).split()[-1:] in (["habe"], ["haben"], ["hab"]):
        sheet.claim("joining", clause.lead)
        sheet.claim("joining", Span(*promised.span()))
        return promises.read_promise(sheet, clause.span, Span(*promised.span()))
    meetings.read_meeting(sheet, clause.span, clause.lead)
    return True


# "Habe ihm das Datenblatt versprochen": in German the verb that tells stands last.
_PROMISED_LAST = re.compile(r"\b(?:versprochen|zugesagt|angeboten)\b\W*$")
_PRONOUN = re.compile(r"\s*(?:her|him|them|back|to)\b")


def _is_encounter(sheet: Sheet, clause: Clause) -> bool:
    """Whether "coffee", "call" or "meeting" is one that took place: with somebody, somewhere."""
    cue = clause.lead.of(sheet.flat)
    rest = sheet.trimmed(clause.span)
    if _PRONOUN.match(sheet.flat, clause.span.start):
        return False
    is_day = any(day.span.start <= rest.start < day.span.end for day in sheet.days)
    return (
        cue.rstrip().endswith((" with", " w/", " mit", " bei", " avec", " con"))
        or rest.start >= rest.end
        or is_day
        or meetings.leads_somewhere(sheet, rest)
        or is_name(sheet, rest)
    )


def _read_promise(sheet: Sheet, clause: Clause) -> bool:
    cue = clause.lead
    if not promises.read_promise(sheet, clause.span, cue):
        return False
    if not sheet.names:
        _name_from_promise(sheet, clause)
    return True


def _read_do(sheet: Sheet, clause: Clause) -> bool:
    """ "Send her the list": what is to be done begins with the cue itself."""
    nothing = Span(clause.lead.start, clause.lead.start)
    cue = clause.cue.span if clause.cue else nothing
    if not promises.read_promise(sheet, Span(cue.start, clause.span.end), nothing):
        return False
    if not sheet.names:
        _name_from_promise(sheet, clause)
    return True


_VERB_NAME = re.compile(
    r"\s*(?:\w+ ){0,3}?(?:send|email|mail|write(?: to)?|introduce|invite|reply to|lend|text|ring|"
    r"phone|ask|tell|give|call back|call|ping|remind|thank|owe)\s+(?=[^\W\d_])", re.IGNORECASE,
)  # fmt: skip


def _name_from_promise(sheet: Sheet, clause: Clause) -> None:
    """ "Send Mira the list": the promise itself names whom the line is about."""
    verb = _VERB_NAME.match(sheet.text, clause.lead.start, clause.span.end)
    starts = [verb.end()] if verb else []
    for start in [*starts, sheet.trimmed(clause.span).start]:
        part = Span(start, clause.span.end)
        taken = Sheet(sheet.text, sheet.today, sheet.language, sheet.known)
        name = name_at(taken, part, may_be_lower=False)
        if name is not None:
            sheet.names.append(name.of(sheet.text))
            return


def _read_topic(sheet: Sheet, clause: Clause) -> bool:
    sheet.has_met = True
    if not sheet.left_of(clause.span):
        return False
    sheet.claim("joining", clause.lead)
    meetings.read_led(sheet, clause.span, "topic")
    return True


def _read_said(sheet: Sheet, clause: Clause) -> bool:
    left = sheet.left_of(clause.span)
    if not left:
        return False
    sheet.claim("joining", clause.lead)
    whole = Span(left[0].start, left[-1].end)
    quoted = next(
        (each for each in quotations(sheet) if each.start <= left[0].start < each.end), None
    )
    if quoted:
        sheet.said.append(sheet.claim("said", quoted))
        meetings.read_surroundings(sheet, Span(quoted.end, clause.span.end))
    elif len(left) > 1:
        sheet.said += [sheet.claim("said", each) for each in left]
    else:
        sheet.said.append(sheet.claim("said", whole))
    return True


def _read_fact(sheet: Sheet, clause: Clause) -> bool:
    """What they are, have or want goes into the notes as it stands."""
    sheet.notes.append(sheet.claim("note", clause.whole))
    return True


def _read_introduced(sheet: Sheet, clause: Clause) -> bool:
    if name_at(sheet, sheet.trimmed(clause.span), may_be_lower=True) is None:
        return False
    sheet.claim("joining", clause.lead)
    span = sheet.trimmed(clause.span)
    name = name_at(sheet, span, may_be_lower=True)
    if name is not None and not sheet.introducer:
        sheet.introducer = sheet.claim("introduced-by", name)
        span = Span(name.end, span.end)
    meetings.read_surroundings(sheet, span)
    return True


def _read_introducer(sheet: Sheet, clause: Clause) -> bool:
    """ "Dana introduced us at the fair": who did stands before it, whom after "me to"."""
    meetings.read_meeting(sheet, clause.span, clause.lead)
    return True


_AS = re.compile(r"(?i)\s+(?:as|als|comme|como)\s+(?:an? |the |un[ae]? |el |la |le )?")
_IN_CITY = re.compile(r"(?i)\s+(?:in|at|à|en)\s+(?P<city>[^\W\d_][^,]*)$")


def _read_works(sheet: Sheet, clause: Clause) -> bool:
    span = sheet.trimmed(clause.span)
    cue = clause.lead.of(sheet.flat).split()
    is_past = "was" in cue or "worked" in cue
    city = _IN_CITY.search(sheet.text, span.start, span.end)
    if city and is_place(city["city"]):
        work.add_city(sheet, Span(city.start("city"), span.end))
        span = Span(span.start, city.start())
    is_article = cue[-1:] == ["a"] and sheet.language == "en"
    if not is_article and cue[-1] in ("at", "for", "with", "bei", "fur", "chez", "pour", "en",
                                  "para", "a", "au", "aux", "im", "am", "der", "la",
                                  "el"):  # fmt: skip
        _read_firm(sheet, span, is_past=is_past)
    elif not work.read_role(sheet, span, is_near_name=True, is_past=is_past):
        if cue[-1] not in ("as", "als", "comme", "como"):
            return _read_fact(sheet, clause)
        work.read_title(sheet, span, is_past=is_past)
    sheet.claim("joining", clause.lead)
    return True


def _read_firm(sheet: Sheet, span: Span, *, is_past: bool) -> None:
    as_title = _AS.search(sheet.text, span.start, span.end)
    if as_title:
        work.read_title(sheet, Span(as_title.end(), span.end), is_past=is_past)
        span = Span(span.start, as_title.start())
    if sheet.left_of(span):
        work.add_organisation(sheet, span, is_past=is_past)


def _read_runs(sheet: Sheet, clause: Clause) -> bool:
    """ "Founded Skutt": the organisation is known, and the words stay, for there is no title."""
    span = sheet.trimmed(clause.span)
    sheet.notes.append(Span(clause.lead.start, span.end).of(sheet.text).strip())
    sheet.claim("note", clause.lead)
    if work.is_organisation(sheet, span) and not span.of(sheet.text)[:1].islower():
        work.add_organisation(sheet, span)
    else:
        sheet.claim("note", span)
    return True


def _read_lives(sheet: Sheet, clause: Clause) -> bool:
    span = sheet.trimmed(clause.span)
    text = span.of(sheet.text)
    is_from = clause.lead.of(sheet.flat).split()[-1] in ("from", "aus", "de")
    if is_place(text) or (not is_from and text[:1].isupper() and len(text.split()) <= 3):
        work.add_city(sheet, span)
    elif is_from and work.is_organisation(sheet, span) and not text[:1].islower():
        work.add_organisation(sheet, span)
    else:
        return _read_fact(sheet, clause)
    sheet.claim("joining", clause.lead)
    return True


_AT = re.compile(r"(?i)\s*(?:at|with|of|bei|beim|chez|en|de)\s+")


def _read_past(sheet: Sheet, clause: Clause) -> bool:
    span = clause.span
    lead_at = _AT.match(sheet.text, span.start, span.end)
    if lead_at:
        work.add_organisation(sheet, Span(lead_at.end(), span.end), is_past=True)
        sheet.claim("joining", Span(clause.lead.start, lead_at.end()))
        return True
    if work.read_role(sheet, span, is_near_name=True, is_past=True):
        sheet.claim("joining", clause.lead)
        return True
    if work.is_organisation(sheet, span) and clause.lead.of(sheet.flat).strip() != "former":
        work.add_organisation(sheet, span, is_past=True)
        sheet.claim("joining", clause.lead)
        return True
    return False


_READERS: dict[str, Callable[[Sheet, Clause], bool]] = {
    "met": _read_met,
    "noun": _read_met,
    "promise": _read_promise,
    "do": _read_do,
    "theirs": _read_fact,
    "fact": _read_fact,
    "topic": _read_topic,
    "said": _read_said,
    "introduced": _read_introduced,
    "introducer": _read_introducer,
    "works": _read_works,
    "runs": _read_runs,
    "lives": _read_lives,
    "past": _read_past,
}
