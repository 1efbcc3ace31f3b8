"""Clauses: the parts that a line falls into at its punctuation and at cues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redleaf.formats.memory_line.cues import JOINING, Cue
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

_SEPARATOR = re.compile(
    r"(?P<break>\s*(?:\n|;|•|→|->|=>|\|)\s*|\s+[-–>]{1,2}\s+|\s*—\s*|[.!?…]+(?=\s|$)\s*)"
    r"|(?P<comma>,(?!\d)\s*|\s*\u3001\s*|\s*，\s*)|(?P<paren>\s*[()\[\]]\s*)|(?P<colon>:(?=\s))\s*"
    r"|(?P<slash>\s/\s)"
)
_ABBREVIATION = re.compile(
    r"(?i)(?:^|[\s.(])(?:dr|prof|st|mr|mrs|ms|mx|jr|sr|dipl|ing|mag|herr|fr|hr|sra?|srta|mme|vs|no|"
    r"e\.g|i\.e|etc|approx|bzw|ca|z\.b|p\. ?ej|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|okt|"
    r"dez|inc|ltd|co|[^\W\d_]|\d{1,2})$"
)
_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|okt|dez)$")
# A comma followed by such a word goes on with what was said.
_GOES_ON = re.compile(
    r"(?:which|because|and|but|so|or|since|though|although|not|if|when|where|while|unless|dass|weil|"
    r"aber|und|oder|denn|que|parce|mais|et|ou|porque|pero|y|o|e)\b"
)


_NOWHERE = Span(0, 0)


@dataclass(slots=True)
class Clause:
    """`span` is what follows the cue; `lead` the cue with the small words before it.

    `opener` is the punctuation that stands before the clause: "" at the very beginning, "," ")"
    "(" ":" "/" or "." for all that parts sentences; `closer` the same after it.
    """

    opener: str
    span: Span
    cue: Cue | None = None
    lead: Span = _NOWHERE
    closer: str = "."

    @property
    def kind(self) -> str:
        return self.cue.kind if self.cue else ""

    @property
    def whole(self) -> Span:
        return Span(self.lead.start if self.cue else self.span.start, self.span.end)


def clauses_of(sheet: Sheet, cues: Sequence[Cue], masked: Sequence[Span]) -> list[Clause]:
    """The clauses of the line; nothing is parted within `masked` (quotations, links, days)."""
    clauses = []
    for opener, span, closer in _pieces(sheet, masked):
        inner = [cue for cue in cues if span.holds(cue.span) and not _hits(cue.span, masked)]
        clauses += _parted(sheet, opener, span, closer, inner)
    return _joined(sheet, [each for each in clauses if each.cue or _has_word(sheet, each.span)])


def _has_word(sheet: Sheet, span: Span) -> bool:
    return any(char.isalnum() for char in span.of(sheet.text))


def _hits(span: Span, masked: Sequence[Span]) -> bool:
    return any(span.overlaps(each) for each in masked)


def _pieces(sheet: Sheet, masked: Sequence[Span]) -> Iterator[tuple[str, Span, str]]:
    opener, start = "", 0
    for match in _SEPARATOR.finditer(sheet.text):
        at = Span(*match.span())
        if _hits(at, masked) or _is_abbreviation(sheet.text, match):
            continue
        sign = _SIGNS.get(str(match.lastgroup)) or match.group().strip()
        yield opener, Span(start, at.start), sign
        opener, start = sign, at.end
    yield opener, Span(start, len(sheet.text)), "."


_SIGNS = {"break": ".", "comma": ",", "colon": ":", "slash": "/"}


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    stop = match.group().strip() == "." and match.end() < len(text)
    if not (stop and _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()])):
        return False
    after = text[match.end()]
    is_month = _MONTH.search(text[: match.start()]) is not None
    return after.isalnum() and not (is_month and after.isupper())


def _parted(
    sheet: Sheet, opener: str, span: Span, closer: str, cues: Sequence[Cue]
) -> list[Clause]:
    """The clauses of a stretch without punctuation: it is parted before strong cues."""
    current = Clause(opener, span)
    done = []
    for cue in cues:
        if cue.span.start < current.span.start:
            continue
        between = Span(current.span.start, cue.span.start)
        joined = _after_joining(sheet, between)
        if current.cue is None and joined == cue.span.start:
            lead = Span(between.start, cue.span.end)
            current = Clause(current.opener, Span(cue.span.end, span.end), cue, lead)
        elif _may_part(sheet, current, cue):
            at = _before_joining(sheet, current.span.start, cue.span.start)
            current.span = Span(current.span.start, at)
            current.closer = ""
            done.append(current)
            lead = Span(at, cue.span.end)
            current = Clause("and" if at < cue.span.start else "", Span(cue.span.end, span.end),
                             cue, lead)  # fmt: skip
    current.closer = closer
    return [*done, current]


def _after_joining(sheet: Sheet, span: Span) -> int:
    match = JOINING.match(sheet.flat, span.start, span.end)
    return match.end() if match else span.start


_AND = re.compile(
    r"[\s,]*(?<!\w)(?:(?:and|und|et|y|but|aber|mais|pero|who|whom|where|then|also|that|i|we|she|he|they|"
    r"ich|wir|je|yo|&|so|plus|while)\s+)+$"
)


def _before_joining(sheet: Sheet, start: int, end: int) -> int:
    match = _AND.search(sheet.flat, start, end)
    return match.start() if match else end


_NAME_WORDS = 4


def _may_part(sheet: Sheet, current: Clause, cue: Cue) -> bool:
    is_joined = _before_joining(sheet, current.span.start, cue.span.start) < cue.span.start
    if current.kind in ("said", "theirs", "fact"):
        return is_joined and cue.kind == "promise" and _is_ours(sheet, cue)
    if current.kind in ("topic", "promise", "do"):
        return (is_joined and cue.kind not in ("noun", "fact", "past", "lives", "works")) or (
            cue.kind == "promise" and _is_ours(sheet, cue)
        )
    if cue.kind == "said" and not current.cue:
        return len(sheet.text[current.span.start : cue.span.start].split()) <= _NAME_WORDS
    if current.cue and _is_its_last_verb(sheet, current.cue, cue):
        return False
    if cue.kind == "past" and not current.cue:
        return len(cue.span.of(sheet.flat)) > len("former")
    if cue.kind == "topic" and sheet.text.startswith(": ", cue.span.end):
        return True
    if cue.kind in ("topic", "promise", "do", "said", "introduced"):
        return is_joined or len(cue.span.of(sheet.flat)) > 6 or cue.is_strong
    if cue.kind in ("works", "lives", "theirs"):
        return not current.cue or is_joined or _THEIRS.match(cue.span.of(sheet.flat)) is not None
    return cue.is_strong


def _is_its_last_verb(sheet: Sheet, before: Cue, cue: Cue) -> bool:
    """ "Habe ihm das Datenblatt versprochen": one verb in two places."""
    has = before.span.of(sheet.flat).split()[-1] in ("habe", "hab", "haben")
    return has and cue.span.of(sheet.flat) in ("versprochen", "zugesagt")


_THEIRS = re.compile(r"(?:she|he|who|sie|er|elle|il|ella|now|currently|jetzt|maintenant|ahora)\b")
_OURS = re.compile(r"(?:and )?(?:i|we|ich|wir|je|j'|yo)\b|.*promis|.*versproch|.*prometi")


def _is_ours(sheet: Sheet, cue: Cue) -> bool:
    return _OURS.match(cue.span.of(sheet.flat)) is not None


def _joined(sheet: Sheet, clauses: list[Clause]) -> list[Clause]:
    """What follows a comma and only goes on with a saying, a topic or a promise joins it."""
    joined: list[Clause] = []
    for at, clause in enumerate(clauses):
        if joined and _continues(sheet, joined[-1], clause, clauses[at:]):
            joined[-1].span = Span(joined[-1].span.start, clause.span.end)
            joined[-1].closer = clause.closer
        else:
            joined.append(clause)
    return joined


def _continues(sheet: Sheet, before: Clause, clause: Clause, after: Sequence[Clause]) -> bool:
    if before.kind not in ("said", "topic", "promise", "do", "theirs", "fact"):
        return False
    if clause.opener == ":" and not _has_word(sheet, before.span):
        return True
    if clause.opener != "," or any(each.span.overlaps(clause.span) for each in sheet.days):
        return False
    if clause.cue and not (before.kind == "said" and clause.kind in ("theirs", "fact")):
        return False
    if _GOES_ON.match(sheet.flat, clause.whole.start):
        return True
    return before.kind in ("topic", "promise", "do") and _ends_in_and(sheet, after)


def _ends_in_and(sheet: Sheet, clauses: Sequence[Clause]) -> bool:
    """Whether the comma is one of a list: "sound walks, rain and kilns", "a, b, and c"."""
    for clause in clauses:
        if clause.cue or clause.opener != ",":
            return False
        if re.search(r"(?:^|\s)(?:and|or|und|oder|et|ou|y|o|&)\s", clause.span.of(sheet.flat)):
            return True
    return False
