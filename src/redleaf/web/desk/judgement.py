"""A judgement: a report as the page Check shows it, in words first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from redleaf.judging import Report, Settings
from redleaf.judging.checking import scores_of
from redleaf.judging.remembered_reports import RememberedReports
from redleaf.judging.settings import DEFAULT
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.rules.finding import Finding, Fix
from redleaf.web.desk.counting import Length, Score, in_words
from redleaf.web.desk.engine_words import reason_in_language
from redleaf.web.desk.marking import Piece, pieces_of, spans_of
from redleaf.web.desk.rule_words import FAMILIES, in_language

VERDICT_WORDS = {
    "empty": _("Nothing to read yet."),
    "default": _("A default text."),
    "template": _("A template."),
    "pitch": _("A pitch."),
    "personal": _("A personal note."),
    "unclear": _("Hard to tell."),
}
# What the pages checked last: a few hundred notes, or a few dozen of the longest texts they take.
REMEMBERED = RememberedReports(limit=2_000_000)
# What fits on the headline's one line; a longer reason stands below it.
_HEADLINE_CHARS = 50


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding as it stands in the margin."""

    number: int
    finding: Finding
    quote: str
    fix: Fix | None

    @property
    def family(self) -> str:
        return self.finding.family

    @property
    def family_words(self) -> str:
        return str(FAMILIES.get(self.family, self.family.capitalize()))

    @property
    def message(self) -> str:
        return in_language(self.finding.rule, self.finding.message)

    @property
    def advice(self) -> str:
        return in_language(self.finding.rule, self.finding.advice)

    @property
    def fix_words(self) -> str:
        said = [fix.text.strip() for fix in self.finding.fixes]
        if len(said) == 1 and said[0]:
            return gettext("Say “%(said)s”") % {"said": said[0]}
        return gettext("Take the advice") if any(said) else gettext("Leave it out")

    @property
    def key(self) -> str:
        return f"{self.finding.rule} {self.quote}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that the page says about one text."""

    text: str
    report: Report
    allowed: tuple[str, ...]
    has_facts: bool = False

    @property
    def headline(self) -> str:
        words = str(VERDICT_WORDS[self.report.verdict])
        return f"{words} {self._reason}" if self._reason_fits else words

    @property
    def under(self) -> str:
        """The sentences below the headline; may be empty."""
        said = [] if self._reason_fits or self.report.verdict == "empty" else [self._reason]
        over = self.length.over
        if over:
            words = ngettext("%(n)s character too many for", "%(n)s characters too many for", over)
            said.append(f"{_capital(in_words(over, words))} {self.network_title}.")
        if self.untrue and self.has_facts:
            words = ngettext(
                "%(n)s line is not borne out by what you told Redleaf.",
                "%(n)s lines are not borne out by what you told Redleaf.",
                self.untrue,
            )
            said.append(_capital(in_words(self.untrue, words)))
        return " ".join(said)

    @property
    def remarks(self) -> list[Remark]:
        return [
            Remark(
                number,
                finding,
                self.text[finding.start : finding.end],
                _one_fix(self.text, finding.fixes),
            )
            for number, finding in enumerate(self.report.findings, 1)
        ]

    @property
    def remarks_title(self) -> str:
        number = len(self.report.findings)
        return _capital(in_words(number, ngettext("%(n)s finding", "%(n)s findings", number)))

    @property
    def allowed_words(self) -> str:
        number = len(self.allowed)
        words = ngettext("%(n)s is allowed here.", "%(n)s are allowed here.", number)
        return _capital(in_words(number, words))

    @property
    def pieces(self) -> list[Piece]:
        return pieces_of(self.text, spans_of(self.report.findings))

    @property
    def scores(self) -> list[Score]:
        scores = self.report.scores
        return [
            Score(gettext("Courtesy"), scores.courtesy),
            Score(gettext("Interest"), scores.interest),
            Score(gettext("Giving"), scores.giving),
        ]

    @property
    def length(self) -> Length:
        return Length(self.report.length, self.report.limit)

    @property
    def network_title(self) -> str:
        return (
            network_named(self.report.network).title
            if self.report.network
            else gettext("this network")
        )

    @property
    def untrue(self) -> int:
        return sum(1 for finding in self.report.findings if finding.family == "untrue")

    @property
    def _reason(self) -> str:
        reason = self._told_reason.strip()
        return _capital(reason if reason.endswith((".", "?", "”")) else f"{reason}.")

    @property
    def _told_reason(self) -> str:
        for finding in self.report.findings:
            if finding.message == self.report.reason:
                return in_language(finding.rule, finding.message)
        return reason_in_language(self.report.reason)

    @property
    def _reason_fits(self) -> bool:
        words = str(VERDICT_WORDS[self.report.verdict])
        return self.report.verdict != "empty" and len(words) + len(self._reason) < _HEADLINE_CHARS


def judge_text(
    text: str,
    *,
    network: str,
    kind: str,
    brief: Brief | None,
    allowed: Collection[str] = (),
    rules: Settings = DEFAULT,
) -> Judgement:
    """Check `text` by the user's `rules`, leaving aside the findings that they allowed in it.

    A rule whose every finding is allowed is not asked at all, so that the verdict and the scores
    follow the user; of the others only the allowed findings are left out.
    """
    silent: dict[str, str] = {}
    used: dict[str, None] = {}
    while True:
        asked_for = rules._replace(levels={**rules.levels, **silent}) if silent else rules
        report = REMEMBERED.check(text, network=network, kind=kind, brief=brief, settings=asked_for)
        used |= dict.fromkeys(key for key in _keys(report, text) if key in allowed)
        asked = {f.rule for f in report.findings if _key(f, text) not in used}
        content = {f.rule for f in report.findings} - asked
        if not content:
            break
        # A rule that falls silent may uncover a finding of another that lay under its own.
        silent |= dict.fromkeys(content, "off")
    left = tuple(f for f in report.findings if _key(f, text) not in used)
    report = report._replace(findings=left, scores=scores_of(left))
    return Judgement(text, report, tuple(used), has_facts=brief is not None)


def _one_fix(text: str, fixes: Sequence[Fix]) -> Fix | None:
    """All fixes of a finding as a single one, so that one step takes them and one undoes them."""
    if not fixes:
        return None
    start, end = min(fix.start for fix in fixes), max(fix.end for fix in fixes)
    fixed = text
    for fix in sorted(fixes, key=lambda fix: -fix.start):
        fixed = fixed[: fix.start] + fix.text + fixed[fix.end :]
    return Fix(start, end, fixed[start : len(fixed) - (len(text) - end)])


def _keys(report: Report, text: str) -> list[str]:
    return [_key(finding, text) for finding in report.findings]


def _key(finding: Finding, text: str) -> str:
    """What is allowed when a finding is: the rule and the very words."""
    return f"{finding.rule} {text[finding.start : finding.end]}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
