"""What somebody does and where: "curator at Muzeum Wody", "(Skutt)", "ex-Skutt", "from Porto"."""

from __future__ import annotations

import re

from redleaf.contacts.contact import Role
from redleaf.formats.hints import is_place, is_title_word, names_organisation, names_title
from redleaf.formats.memory_line import gatherings
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

_AT = re.compile(
    r"(?i)\s(?:at(?: the)?|@|with(?: the)?|bei der|bei dem|beim|bei|chez|of the|of|for(?: the)?|"
    r"am|an der|im|des|der|von|en el|en la|en|de la|de los|del|de|du|à la|à l['’]|au|aux|in the)\s*"
    r"(?=[^\W_])"
)
_SURE_AT = re.compile(r"(?i)\s(?:at(?: the)?|@|bei der|bei dem|beim|bei|chez)\s+(?=[^\W_])")
_ARTICLE = re.compile(
    r"(?i)(?:the |an? |as an? |als |comme |como |une? |un[ae]? |der |die |das |ein |eine |el |la "
    r"|le |l['’])"
)
_PAST = re.compile(r"(?i)(?:ex|former(?:ly)?|previously|früher(?: bei)?|ehemals)[- ]\s*")
_IN_CITY = re.compile(r"\s(?:in|à|en)\s(?P<city>[^\W\d_][^,]*)$")
_MOST_TITLE_WORDS = 7


def read_role(sheet: Sheet, span: Span, *, is_near_name: bool, is_past: bool = False) -> bool:
    """Read `span` as what somebody does; False, and nothing written, when it is not that.

    `is_near_name` says that it stands beside a name, where "sound artist at Skutt" can hardly be
    anything else.
    """
    span = sheet.trimmed(span)
    city = _IN_CITY.search(sheet.text, span.start, span.end)
    if city and is_place(city["city"]):
        inner = Span(span.start, city.start())
        is_read = read_role(sheet, inner, is_near_name=is_near_name, is_past=is_past)
        if is_read:
            add_city(sheet, Span(*city.span("city")))
        return is_read
    past = _PAST.match(sheet.text, span.start, span.end)
    start = past.end() if past else span.start
    article = _ARTICLE.match(sheet.text, start, span.end)
    bare = Span(article.end() if article else start, span.end)
    is_past = is_past or past is not None
    title, firm = _title_and_firm(sheet, bare, is_near_name=is_near_name or is_past)
    if not title and not firm:
        return False
    role = Role(
        organisation=sheet.claim("organisation", firm) if firm else "",
        title=sheet.claim("title", title) if title else "",
        is_past=is_past,
    )
    _add_role(sheet, role)
    for left in sheet.left_of(Span(span.start, span.end)):
        sheet.claim("joining", left)
    return True


def add_organisation(sheet: Sheet, span: Span, *, is_past: bool = False) -> None:
    """Write down that the main person is or was with the organisation that `span` names."""
    past = _PAST.match(sheet.text, span.start, span.end)
    if past:
        sheet.claim("joining", Span(past.start(), past.end()))
        span, is_past = Span(past.end(), span.end), True
    _add_role(sheet, Role(organisation=sheet.claim("organisation", span), is_past=is_past))


def read_title(sheet: Sheet, span: Span, *, is_past: bool) -> None:
    """Write down `span` as what somebody does, which the words before it tell."""
    _add_role(sheet, Role(title=sheet.claim("title", span), is_past=is_past))


def add_city(sheet: Sheet, span: Span) -> None:
    """Write down where somebody lives, or that they come from there."""
    sheet.city = sheet.city or sheet.claim("city", span)


def is_organisation(sheet: Sheet, span: Span) -> bool:
    """Whether `span` can be read as the name of one beside a person's name: "(Skutt)"."""
    text = _PAST.sub("", sheet.trimmed(span).of(sheet.text), count=1)
    words = text.split()
    if not words or len(words) > 6 or is_place(text) or not text[0].isalnum():
        return False
    if text.isdecimal() or text.lower() == text.upper():
        return names_organisation(text)  # no capitals that could tell
    starts = [word[0] for word in words if word[0].isalpha() and len(word) > 3] or [words[0][0]]
    return all(not each.islower() for each in starts) or names_organisation(text)


def _add_role(sheet: Sheet, role: Role) -> None:
    """A second piece of the same role completes it; otherwise it is another one."""
    last = sheet.roles[-1] if sheet.roles else Role()
    if last and role.is_past == last.is_past:
        if role.organisation and not last.organisation and not role.title:
            sheet.roles[-1] = Role(role.organisation, last.title, is_past=last.is_past)
            return
        if role.title and not last.title and not role.organisation:
            sheet.roles[-1] = Role(last.organisation, role.title, is_past=last.is_past)
            return
    sheet.roles.append(role)


def _title_and_firm(
    sheet: Sheet, span: Span, *, is_near_name: bool
) -> tuple[Span | None, Span | None]:
    text = span.of(sheet.text)
    for match in _AT.finditer(sheet.text, span.start, span.end):
        title, firm = Span(span.start, match.start()), Span(match.end(), span.end)
        if not title.of(sheet.text).strip():
            continue
        is_sure = _SURE_AT.match(sheet.text, match.start()) is not None
        named = _is_title(title.of(sheet.text), is_near_name=is_near_name and is_sure)
        is_owned = _OF_A_WHOLE.search(title.of(sheet.flat)) and sheet.text.islower()
        if named and (is_sure or is_owned or is_organisation(sheet, firm)):
            return title, firm
    if names_title(text) and len(text.split()) <= _MOST_TITLE_WORDS and _is_noun_phrase(text):
        return _split_at_firm(sheet, span)
    return None, None


# Who is that is it of an organisation; a head or a director may be of sound.
_OF_A_WHOLE = re.compile(r"\b(?:ceo|cto|cfo|coo|(?:co-?)?founder|owner|president|chair)$")


def _split_at_firm(sheet: Sheet, span: Span) -> tuple[Span | None, Span | None]:
    """ "CEO Skutt", "curator Muzeum Wody": capitals after a title are the organisation."""
    words = list(re.finditer(r"\S+", span.of(sheet.text)))
    for at in range(1, len(words)):
        rest = Span(span.start + words[at].start(), span.end)
        head = span.of(sheet.text)[: words[at].start()]
        if not is_title_word(words[at - 1].group()):
            continue
        is_named = not rest.of(sheet.text)[:1].islower()
        if is_named and is_organisation(sheet, rest) and not names_title(rest.of(sheet.text)):
            return Span(span.start, span.start + len(head)), rest
    return span, None


_VERB = re.compile(
    r"(?i)\b(?:is|was|are|has|had|wants?|needs?|likes?|said|says|will|who|that|she|he|they|i|we|met|"
    r"very|really|sucht|hat|ist|will|qui|que|est|cherche|busca|tiene|es)\b"
)


def _is_noun_phrase(text: str) -> bool:
    return _VERB.search(text) is None


def _is_title(text: str, *, is_near_name: bool) -> bool:
    if len(text.split()) > _MOST_TITLE_WORDS or not _is_noun_phrase(text):
        return False
    if gatherings.doing_kind(text) or gatherings.event_kind(text):
        return names_title(text) and (" of " in text or is_title_word(text.split()[-1]))
    return names_title(text) or (is_near_name and len(text.split()) <= 4)
