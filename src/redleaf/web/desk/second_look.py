"""A second look at an edited note: what no fact bears out, and what its reader would feel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

import redleaf
from redleaf.judging import Report, Settings
from redleaf.judging.settings import DEFAULT
from redleaf.notes.brief import Brief
from redleaf.web.desk.counting import Length, in_words
from redleaf.web.desk.judgement import REMEMBERED
from redleaf.web.desk.marking import Piece, Span, pieces_of
from redleaf.web.desk.rule_words import FAMILIES, in_language
from redleaf.writing.verifier import Claim


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to see before the note leaves, in the order of the text."""

    number: int
    start: int
    end: int
    family: str
    message: str
    advice: str

    @property
    def family_words(self) -> str:
        return str(FAMILIES.get(self.family, self.family.capitalize()))


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A text with its notices."""

    text: str
    length: Length
    notices: tuple[Notice, ...]

    @property
    def headline(self) -> str:
        untrue = sum(1 for notice in self.notices if notice.family == "untrue")
        if not untrue:
            return gettext("Every claim stands in your facts.")
        words = ngettext(
            "%(n)s claim stands in none of your facts.",
            "%(n)s claims stand in none of your facts.",
            untrue,
        )
        words = in_words(untrue, words)
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def pieces(self) -> list[Piece]:
        spans = [Span(each.number, each.start, each.end, each.family) for each in self.notices]
        return pieces_of(self.text, spans)


def look_again(brief: Brief, text: str, *, kind: str, rules: Settings = DEFAULT) -> SecondLook:
    """Hold `text` against the facts of `brief` and check it by the user's `rules`."""
    report = REMEMBERED.check(text, network=brief.network, kind=kind, brief=brief, settings=rules)
    claims = redleaf.verify(brief, text).unsupported
    seen = sorted({*_claimed(claims), *_found(report, claims)})
    notices = tuple(
        Notice(number, start, end, family, message, advice)
        for number, (start, end, family, message, advice) in enumerate(seen, 1)
    )
    return SecondLook(text, Length(report.length, report.limit), notices)


_Seen = tuple[int, int, str, str, str]


def _claimed(claims: tuple[Claim, ...]) -> Iterator[_Seen]:
    for claim in claims:
        why = claim.why or gettext("“%(text)s” stands in none of your facts.") % {
            "text": claim.text
        }
        yield claim.start, claim.end, "untrue", why, ""


def _found(report: Report, claims: tuple[Claim, ...]) -> Iterator[_Seen]:
    for finding in report.findings:
        # The verifier names the very fact; a rule that saw the same place says no more.
        is_said = any(c.start < finding.end and finding.start < c.end for c in claims)
        if not (is_said and finding.family == "untrue"):
            message = in_language(finding.rule, finding.message)
            advice = in_language(finding.rule, finding.advice)
            yield finding.start, finding.end, finding.family, message, advice
