"""A rule: one check, its page (the module's docstring), its examples, and the phrases beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from redleaf.errors import RedleafError
from redleaf.rules.finding import NO_COSTS, Finding, Fix, Severity
from redleaf.rules.listed_rule import PHRASES, ListedRule

if TYPE_CHECKING:
    from redleaf.notes.spans import Span
    from redleaf.rules.reading import Reading


FAMILIES = ("untrue", "rude", "boring", "taking")

Check = Callable[["Reading"], Iterable[Finding]]


class Example:
    """A text a rule is tried on. `⟦…⟧` in the text of a `finds` marks what must be found.

    `brief` and `network` give what the rule may know; `brief` has the JSON shape of docs/brief.md.
    """

    def __init__(
        self,
        text: str,
        brief: Mapping[str, object] | None = None,
        network: str = "",
        kind: str = "note",
    ) -> None:
        self.text = text
        self.brief = brief
        self.network = network
        self.kind = kind


class Rule:
    """One rule. Its name comes from where its file stands: `boring/default-text`.

    `costs` are the points that one finding takes from a score (courtesy, interest, giving).
    `finds` and `leaves` are the examples that its tests try; `kinds` the kinds of text it reads.
    `preview` rules are off unless asked for. `aliases` are names it had before.
    `suggests` is the verdict (template or pitch) that a finding speaks for, `weight` how loudly:
    1 is a text that says nothing else. Where the text also says something particular, a rule that
    `softens` gives advice only and speaks half as loudly, and a rule that `yields` says nothing.
    `needs` is what must be there for it to find anything, so that it need not be asked in vain:
    phrases for a rule without a function, and nothing when the rule does not say (see listed_rule
    for what can be needed). `hears` are rules whose phrases it needs beside its own.
    """

    def __init__(
        self,
        *,
        severity: Severity,
        message: str,
        advice: str,
        finds: Sequence[str | Example],
        leaves: Sequence[str | Example],
        costs: Mapping[str, int] = NO_COSTS,
        kinds: Sequence[str] = ("note", "message", "email"),
        suggests: str = "",
        weight: float = 0.0,
        softens: bool = False,
        yields: bool = False,
        preview: bool = False,
        aliases: Sequence[str] = (),
        needs: Sequence[str] | None = None,
        hears: Sequence[str] = (),
    ) -> None:
        self.severity = severity
        self.message = message
        self.advice = advice
        self.finds = finds
        self.leaves = leaves
        self.costs = costs
        self.kinds = kinds
        self.suggests = suggests
        self.weight = weight
        self.softens = softens
        self.yields = yields
        self.preview = preview
        self.aliases = aliases
        self.hears = hears
        self._needs = needs
        self.name = ""
        self.page = ""
        self._check: Check | None = None

    def check(self, check: Check) -> Check:
        """The decorator that says which function finds."""
        self._check = check
        return check

    @property
    def needs(self) -> Sequence[str]:
        """What must be there for it to find anything: see NEEDS in listed_rule.py."""
        if self._needs is None:
            return (PHRASES,) if self._check is None else ()
        return self._needs

    def find(self, reading: Reading) -> Iterator[Finding]:
        """The findings of this rule in `reading`; a rule without a function marks its phrases."""
        if reading.kind not in self.kinds or (self.yields and reading.is_particular):
            return
        findings = self._marked(reading) if self._check is None else self._check(reading)
        if self.softens and reading.is_particular:
            findings = (_softened(finding) for finding in findings)
        yield from findings

    def _marked(self, reading: Reading) -> Iterator[Finding]:
        return (self.finding(hit.span) for hit in reading.phrases(self.name))

    def finding(
        self,
        span: Span,
        *,
        message: str = "",
        advice: str = "",
        severity: Severity | None = None,
        costs: Mapping[str, int] | None = None,
        weight: float | None = None,
        fixes: Sequence[Fix] = (),
        **words: str,
    ) -> Finding:
        """A finding of this rule at `span`; `{word}` in its texts is filled from `words`."""
        return Finding(
            rule=self.name,
            severity=severity or self.severity,
            start=span.start,
            end=span.end,
            message=_fill(message or self.message, words),
            advice=_fill(advice or self.advice, words),
            fixes=tuple(fixes),
            costs=self.costs if costs is None else costs,
            suggests=self.suggests,
            weight=self.weight if weight is None else weight,
        )

    @property
    def listed(self) -> ListedRule:
        """What tells when this rule can speak, for those who have not loaded it."""
        return ListedRule(
            self.name,
            kinds=self.kinds,
            needs=[need for need in self.needs if need != PHRASES],
            hears=(self.name, *self.hears) if PHRASES in self.needs else (),
            aliases=self.aliases,
            preview=self.preview,
        )

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]

    @property
    def title(self) -> str:
        """The first line of its page."""
        return self.page.strip().partition("\n")[0].strip()

    def section(self, heading: str) -> str:
        """The text of a section of its page, such as `Why it matters`; "" when it has none."""
        lines = self.page.strip().splitlines()
        collected: list[str] = []
        inside = False
        for line in lines:
            if line.startswith(f"{heading}:"):
                inside = True
                collected.append(line.partition(":")[2].strip())
            elif inside and (not line.strip() or line.startswith(" ")):
                collected.append(line.strip())
            elif inside:
                break
        return " ".join(" ".join(collected).split())


def _softened(finding: Finding) -> Finding:
    if finding.severity is Severity.ERROR:
        return finding
    return finding._replace(severity=Severity.ADVICE, weight=finding.weight / 2)


def _fill(text: str, words: Mapping[str, str]) -> str:
    if not words:
        return text
    try:
        filled = text.format_map(words)
        # "the reader" stands where no name is known, at the head of a sentence too.
        return "T" + filled[1:] if filled.startswith("the reader") else filled
    except (KeyError, IndexError, ValueError) as error:
        raise RedleafError(f"a message of a rule has a slot that nothing fills: {error}") from error
