"""Clauses without a cue: their form, and what stands beside them, tell what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redleaf.contacts.names import OtherName
from redleaf.formats.hints import is_given_name, is_place, names_title
from redleaf.formats.memory_line import gatherings, meetings, occasions, promises, work
from redleaf.formats.memory_line.clauses import Clause
from redleaf.formats.memory_line.people import is_name, name_at, names_at
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

_Clauses = Sequence[Clause]


def read_bare(sheet: Sheet, clauses: _Clauses, at: int, quoted: Sequence[Span]) -> None:
    """A clause without a cue: its form and its neighbours tell what it is."""
    clause = clauses[at]
    span = clause.span = sheet.trimmed(clause.whole)
    if not sheet.left_of(span):
        return
    for read in (_read_quotation, _read_who_introduced, _read_day, _read_where):
        if read(sheet, clauses, at, quoted):
            return
    for reader in _BY_NEIGHBOURS:
        if reader(sheet, clauses, at):
            return


def _read_quotation(sheet: Sheet, clauses: _Clauses, at: int, quoted: Sequence[Span]) -> bool:
    span = clauses[at].span
    inner = [each for each in quoted if span.holds(each) or each.holds(sheet.trimmed(span))]
    words = sum(each.end - each.start for each in inner)
    if not inner or words * 2 < span.end - span.start:
        return False
    sheet.said += [sheet.claim("said", each) for each in inner]
    return True


def _read_who_introduced(sheet: Sheet, clauses: _Clauses, at: int, _: Sequence[Span]) -> bool:
    after = clauses[at + 1] if at + 1 < len(clauses) else None
    if after is None or clauses[at].closer or after.kind not in ("introducer", "said"):
        return False
    span = sheet.trimmed(clauses[at].span)
    name = name_at(sheet, span, may_be_lower=True)
    if name is None or name.end < span.end:
        return False
    if after.kind == "introducer":
        sheet.introducer = sheet.claim("introduced-by", name)
        return True
    if not sheet.names:
        return False
    text = name.of(sheet.text)
    if any(text.split()[0].casefold() in each.casefold().split() for each in sheet.names):
        sheet.claim("joining", name)
    else:  # somebody else's words are a note, not hers
        sheet.notes.append(sheet.claim("note", Span(name.start, after.span.end)))
    return True


def _read_day(sheet: Sheet, clauses: _Clauses, at: int, _: Sequence[Span]) -> bool:
    span = sheet.trimmed(clauses[at].span)
    is_after_promise = bool(sheet.promises) and not sheet.promises[-1][1]
    due = promises.is_due(sheet, span) if is_after_promise else None
    is_headed = _HEADED.match(sheet.flat, span.start) is not None
    if due and at and (clauses[at - 1].kind in ("promise", "do") or is_headed):
        promises.add_due(sheet, due)
        return True
    days = [day for day in sheet.days if span.holds(day.span)]
    if not days or re.search(r"\w", sheet.text[span.start : days[0].span.start]):
        return False
    meetings.claim_days(sheet, span)
    left = sheet.left_of(span)
    if left:
        rest = Span(left[0].start, span.end)
        if meetings.leads_somewhere(sheet, rest):
            meetings.read_surroundings(sheet, rest)
        else:
            clauses[at].span = rest
            return False
    return True


_HEADED = re.compile(r"(?:by|before|until|due|bis|vor|avant|d'ici|antes|para)\b")


def _read_where(sheet: Sheet, clauses: _Clauses, at: int, _: Sequence[Span]) -> bool:
    span = sheet.trimmed(clauses[at].span)
    if not meetings.leads_somewhere(sheet, span):
        return False
    rest = sheet.text[span.start : span.end].split(maxsplit=1)[-1]
    is_place = gatherings.is_venue(rest) or gatherings.event_kind(rest) or not rest[:1].islower()
    is_first = bool(at) and clauses[at].opener in (")", "and", "") and sheet.has_met
    if not (is_place or is_first or re.match(r"(?:the|my|our|her|his|a) ", rest)):
        return False
    meetings.read_surroundings(sheet, span)
    return True


def _read_name(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    clause = clauses[at]
    left = sheet.left_of(clause.span)
    if sheet.names or not left:
        return False
    span = meetings.read_relation(sheet, Span(left[0].start, clause.span.end))
    span = meetings.read_title_before(sheet, span)
    is_first = at == 0 or bool(sheet.relation)
    names = names_at(sheet, span, may_be_lower=at == 0 and _is_told_of(sheet, clauses))
    if not names or not (is_first or _is_led_on(sheet, names[0].end, span.end)):
        return bool(sheet.relation) and not sheet.left_of(span)
    if _is_family_name_first(sheet, clauses, at, names):
        names = [Span(span.start, sheet.trimmed(clauses[at + 1].span).end)]
    meetings.add_people(sheet, names[:1])
    meetings.add_people(sheet, names[1:], are_companions=True)
    _read_after_name(sheet, Span(names[-1].end, span.end))
    return True


def _is_told_of(sheet: Sheet, clauses: _Clauses) -> bool:
    """Whether the line goes on as lines about people do: words in lower case may be a name then."""
    first = sheet.trimmed(clauses[0].span).of(sheet.text)
    if is_given_name(first.split()[0]) or names_title(first):
        return True
    after = clauses[1] if len(clauses) > 1 else None
    return after is not None and (
        after.kind in ("met", "noun", "works", "past", "introduced", "lives", "said", "runs")
        or names_title(after.span.of(sheet.text))
        or work.is_organisation(sheet, after.span)
    )


def _is_led_on(sheet: Sheet, start: int, end: int) -> bool:
    """Whether what follows a name later in the line lets it be one: nothing, "at", an encounter."""
    rest = Span(start, end)
    return sheet.has_met or not sheet.left_of(rest) or meetings.leads_somewhere(sheet, rest)


def _read_after_name(sheet: Sheet, rest: Span) -> None:
    if not sheet.left_of(rest):
        return
    if meetings.leads_somewhere(sheet, rest) or rest.of(sheet.flat).strip().startswith(
        ("from ", "of ", "aus ", "von ", "de ")
    ):
        meetings.read_surroundings(sheet, rest)
    elif not work.read_role(sheet, rest, is_near_name=True):
        meetings.claim_days(sheet, rest)


def _is_family_name_first(sheet: Sheet, clauses: _Clauses, at: int, names: Sequence[Span]) -> bool:
    """ "Holt, Mira": one word, a comma, and a given name."""
    if len(names) != 1 or at + 1 >= len(clauses) or clauses[at + 1].opener != ",":
        return False
    first = names[0].of(sheet.text)
    after = sheet.trimmed(clauses[at + 1].span).of(sheet.text)
    if clauses[at + 1].cue or " " in first or len(after.split()) > 2 or is_given_name(first):
        return False
    return bool(after) and is_given_name(after.split()[0]) and not after[0].islower()


def _read_companions(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """ "dinner with Ana, Ben and Cleo": the list goes on after a comma."""
    span = sheet.trimmed(clauses[at].span)
    before = clauses[at - 1]
    names = names_at(sheet, span, may_be_lower=False)
    is_list = bool(re.search(r"\s(?:and|und|et|y|&)\s", sheet.text[before.span.start : span.end]))
    if not names or before.kind not in ("met", "noun") or clauses[at].opener != ",":
        return False
    if not (is_list and len(names) > 1):
        return False
    meetings.add_people(sheet, names, are_companions=True)
    _read_after_name(sheet, Span(names[-1].end, span.end))
    return True


def _read_relation(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """ "Alicia (Ben's sister)", "Ingrid, neighbour"; a dentist is one to others too."""
    span = sheet.trimmed(clauses[at].span)
    last = span.of(sheet.text).split()[-1]
    may_be = bool(at) and not sheet.relation and gatherings.relation_kind(last)
    is_job = names_title(last) and not _WHOSE.search(sheet.flat, span.start, span.end)
    if not may_be or is_job or not _is_near_name(sheet, clauses, at):
        return False
    return not sheet.left_of(meetings.read_relation(sheet, span))


_WHOSE = re.compile(r"'s |\b(?:my|our) ")
_DEGREE = re.compile(r"(?:Ph\.?\s?D|M\.?D|MBA|M\.?Sc|B\.?Sc|MA|BA|Jr|Sr|II|III|Esq|OBE|MBE|CBE)\.?")
_MAIDEN = re.compile(r"(?i)(?:née?|geb\.?|geborene|formerly known as|nacida)\s+(?=[^\W\d_])")


def _read_about_name(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """What stands beside a name: a degree, a role, an organisation, a city."""
    span = sheet.trimmed(clauses[at].span)
    text = span.of(sheet.text)
    if not (sheet.names or sheet.relation or sheet.identities):
        return work.read_role(sheet, span, is_near_name=False)
    maiden = _MAIDEN.match(text)
    if maiden:
        sheet.claim("joining", Span(span.start, span.start + maiden.end()))
        name = sheet.claim("name", Span(span.start + maiden.end(), span.end))
        sheet.other_names.append(OtherName("maiden", name))
        return True
    is_near = _is_near_name(sheet, clauses, at)
    if is_near and _DEGREE.fullmatch(text) and sheet.names:
        sheet.names[0] = f"{sheet.names[0]}, {sheet.claim('name', span)}"
        return True
    if work.read_role(sheet, span, is_near_name=is_near):
        return True
    if is_near and is_place(text):
        if sheet.has_met and clauses[at].opener != "(" and not sheet.place:
            sheet.place = sheet.claim("place", span)
        else:
            work.add_city(sheet, span)
        return True
    if is_near and sheet.has_met and is_given_name(text.split()[0]) and is_name(sheet, span):
        meetings.add_people(sheet, [span], are_companions=True)
        return True
    if is_near and not sheet.roles_have_firm and work.is_organisation(sheet, span):
        work.add_organisation(sheet, span)
        return True
    if is_near and clauses[at].opener in ("(", ",") and _TRADE.fullmatch(text):
        work.read_title(sheet, span, is_past=False)
        return True
    return False


# Beside a name, what ends as the words for doers do is what they are: "kiln fitter", "Ofenbauerin".
_TRADE = re.compile(
    r"(?:an? )?(?:[a-zà-ÿ][\w'’-]* ){0,3}(?!(?:dinner|together|later|number|letter|other|never|"
    r"over|sister|brother|partner|mother|father|visitor|neighbor)\b)"
    r"[a-zà-ÿ-]{2,}(?:er|ers|or|ist|ian|smith|wright|erin|istin|eur|euse|trice|ier|ière|ista|dor|"
    r"dora|ero|era)"
)


def _is_near_name(sheet: Sheet, clauses: _Clauses, at: int) -> bool:
    """Whether all between the last name and this clause tells of the person too."""
    if clauses[at].opener not in ("(", ",", ".", "/", ")", ":") or not at:
        return False
    kinds = ("name", "title", "organisation", "city", "identity", "tag", "relation")
    before = [part for part in sheet.parts if part.span.end <= clauses[at].span.start]
    before.sort(key=lambda part: part.span)
    while before and before[-1].kind == "joining":
        before.pop()
    if not before or before[-1].kind not in kinds:
        return False
    between = Span(before[-1].span.end, clauses[at].span.start)
    return not sheet.left_of(between)


_BY_NEIGHBOURS = (
    occasions.read_heading,
    _read_name,
    _read_companions,
    occasions.read_occasion,
    _read_relation,
    _read_about_name,
    occasions.read_gathering,
    occasions.read_event_within,
)
