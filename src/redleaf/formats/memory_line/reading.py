"""Read a memory line: find its clauses, ask each what it is, and put the records together."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain

from redleaf.contacts.contact import Address, Contact
from redleaf.contacts.encounters import Encounter, Promise, When
from redleaf.formats.hints import is_given_name
from redleaf.formats.memory_line.clause_readers import read_clause
from redleaf.formats.memory_line.clauses import clauses_of
from redleaf.formats.memory_line.cues import LANGUAGES, Cue, cues_in, language_of_cues
from redleaf.formats.memory_line.days import days_behind
from redleaf.formats.memory_line.line import MemoryLine, Part
from redleaf.formats.memory_line.marks import claim_marks, quotations
from redleaf.formats.memory_line.promises import is_due
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.note import Note
from redleaf.notes.spans import Span

# Longer than anybody types in one go; what is beyond is kept as a note.
_MOST_CHARS = 2_000


def read_memory_line(text: str, *, today: dt.date, known: Sequence[str] = ()) -> MemoryLine:
    """What a person typed about somebody they met, as records.

    `today` is what "last Thursday" counts from: it is a week ago when today is a Thursday. `known`
    are names in the address book, which are found in any case ("coffee with ana ruiz"). Nothing is
    invented, and nothing is lost: what is not understood stays a note in the words of the line.
    English first; the frequent words of German, French and Spanish too.
    """
    text = unicodedata.normalize("NFC", text).strip()
    sheet = Sheet(text[:_MOST_CHARS], today, "en", known)
    sheet.language = _language(sheet)
    sheet.days = days_behind(Note(_without_month_names(sheet.text)), today, sheet.language)
    claim_marks(sheet)
    quoted = quotations(sheet)
    masked = [*quoted, *(part.span for part in sheet.parts), *(day.span for day in sheet.days)]
    clauses = clauses_of(sheet, _cues(sheet), masked)
    for at in range(len(clauses)):
        read_clause(sheet, clauses, at, quoted)
    _find_known(sheet)
    _claim_rest(sheet, [clause.whole for clause in clauses])
    if text[_MOST_CHARS:]:
        sheet.notes.append(text[_MOST_CHARS:])
    return _line_of(text, sheet)


# People are called so as well, where a month could hardly stand.
_MONTH_NAMES = re.compile(
    r"(?:^|\b(?:met|with|to|into|saw|and|visited|called|phoned|by|owe|mit|avec|con)\s+)"
    r"(?P<name>Jun|May|April|June|August|Jan|Julio|Mai|No[eë]l)\b(?!\s+\d)"
)


def _without_month_names(text: str) -> str:
    """The text with signs of no meaning for June who was met last week; nothing moves."""
    for match in _MONTH_NAMES.finditer(text):
        start, end = match.span("name")
        text = text[:start] + "X" * (end - start) + text[end:]
    return text


def _language(sheet: Sheet) -> str:
    guess = Note(sheet.text).language
    by_cues = language_of_cues(sheet.flat)
    if guess in LANGUAGES and guess != "en":
        return guess if by_cues in (guess, "en") and by_cues != "en" else by_cues
    return by_cues


def _cues(sheet: Sheet) -> list[Cue]:
    """The cues but those that are names here: "Will Stone", "May, met at"."""
    return [cue for cue in cues_in(sheet.flat, sheet.language) if not _is_name_here(sheet, cue)]


def _is_name_here(sheet: Sheet, cue: Cue) -> bool:
    word = cue.span.of(sheet.text)
    if not (word[:1].isupper() and word.isalpha() and is_given_name(word)):
        return False
    return _AFTER_NAME.match(sheet.text, cue.span.end) is not None


_AFTER_NAME = re.compile(r"\s*(?:$|[,;:(–—-])|\s+(?:[A-Z]|(?:met|at|in|from|of|and|was|is|said)\b)")


def _find_known(sheet: Sheet) -> None:
    """Somebody of the address book who is named where no name was looked for."""
    for name in sorted(sheet.known, key=len, reverse=True) if not sheet.names else ():
        found = re.search(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", sheet.text) if name else None
        if found:
            sheet.names.append(found.group())
            sheet.claim("name", Span(*found.span()))
            return


def _claim_rest(sheet: Sheet, spans: Sequence[Span]) -> None:
    """What nobody understood: little words join, everything else is a note."""
    whole = Span(0, len(sheet.text))
    for span in [*chain.from_iterable(map(sheet.left_of, spans)), *sheet.left_of(whole)]:
        if not sheet.is_free(span):
            continue
        if _is_joining(span.of(sheet.flat)):
            sheet.claim("joining", span)
        else:
            sheet.notes.append(sheet.claim("note", span))


def _is_joining(flat: str) -> bool:
    return all(word in _JOINING for word in re.findall(r"\w+(?:'\w+)?", flat))


_JOINING = frozenset(
    "and at in on with the a an we i us who whom where which that also then of from is was were "
    "had just my our to for by me it und bei in mit der die das ich wir auf am im et au le la je "
    "avec de y en con el yo nos du des del los las s".split()
)


def _line_of(text: str, sheet: Sheet) -> MemoryLine:
    contacts = tuple(_contacts(sheet))
    keys = tuple(each.key for each in contacts)
    encounter = _encounter(sheet, keys) if contacts else None
    if encounter and not encounter.when:
        sheet.remarks += _still_to_come(sheet)
    if not contacts:
        sheet.remarks.append("This names nobody yet. Write the name first: Mira Holt, met at …")
    made = sheet.today
    return MemoryLine(
        text=text,
        contacts=contacts,
        encounter=encounter,
        promises=tuple(
            Promise(person=keys[0], text=words, due=due, made_on=_made_on(sheet, made))
            for words, due in (sheet.promises if contacts else ())
        ),
        notes=tuple(sheet.notes) if contacts else (text,) if text else (),
        parts=tuple(sorted(sheet.parts, key=lambda part: part.span)) if contacts else _note(text),
        remarks=tuple(sheet.remarks),
    )


def _still_to_come(sheet: Sheet) -> Iterator[str]:
    for note in sheet.notes:
        if is_due(Sheet(note, sheet.today, sheet.language), Span(0, len(note))):
            yield f"“{note}” is still to come; it is kept as a note."
            return


def _note(text: str) -> tuple[Part, ...]:
    return (Part("note", Span(0, len(text)), text),) if text else ()


def _made_on(sheet: Sheet, today: dt.date) -> dt.date:
    """A promise was made when they met, where that day is known; else it is made today."""
    return sheet.when.day or today


def _contacts(sheet: Sheet) -> Iterator[Contact]:
    names = [*sheet.names, *sheet.companions]
    if not names and not (sheet.identities or sheet.roles or sheet.relation):
        return
    main = names[0] if names else ""
    yield Contact(
        name=main,
        key="1",
        other_names=tuple(sheet.other_names),
        identities=tuple(sheet.identities),
        roles=tuple(sheet.roles),
        addresses=(Address(city=sheet.city),) if sheet.city else (),
        notes=tuple(sheet.notes),
        tags=tuple(sheet.tags),
        relation=sheet.relation,
        introduced_by=sheet.introducer,
    )
    for at, name in enumerate(names[1:], start=2):
        yield Contact(name=name, key=str(at))


def _encounter(sheet: Sheet, keys: tuple[str, ...]) -> Encounter | None:
    said = "; ".join(sheet.said)
    known = (sheet.when, sheet.place, sheet.event, sheet.topics, said, sheet.introducer)
    if not (sheet.has_met or any(known)):
        return None
    kind = sheet.kind or ("introduction" if sheet.introducer else sheet.relation_kind or "other")
    return Encounter(
        people=keys,
        kind=kind,
        when=sheet.when or _year_in(sheet.event, sheet.today),
        place=sheet.place,
        event=sheet.event,
        topics=tuple(sheet.topics),
        said=said,
        introduced_by=sheet.introducer,
    )


def _year_in(event: str, today: dt.date) -> When:
    """ "Slush 2025": the year in its name bounds the day of an event where nothing else does."""
    year = re.search(r"(?<![\d./-])(?:19|20)\d\d\b", event)
    if year is None or int(year.group()) > today.year:
        return When()
    first = dt.date(int(year.group()), 1, 1)
    return When(first, min(first.replace(month=12, day=31), today), year.group())
