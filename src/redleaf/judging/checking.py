"""check(): a text in, findings, scores and a verdict out. Pure: no clock, no network, no files read
but the package's own data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from redleaf.errors import InputError
from redleaf.judging.evidence import whole_default
from redleaf.judging.report import Report, Scores
from redleaf.judging.settings import DEFAULT, Settings
from redleaf.judging.verdict import Judgement, judge
from redleaf.notes.note import KINDS, Note
from redleaf.notes.undressing import Plain, undress
from redleaf.rules.catalogue import Roster, phrase_table
from redleaf.rules.finding import Finding
from redleaf.rules.phrases import Hit
from redleaf.rules.reading import Reading

if TYPE_CHECKING:
    from redleaf.judging.allowing import Allowed
    from redleaf.networks import Network
    from redleaf.notes.brief import Brief

# What is about the letters themselves is found, and placed, in the text as it was written.
_OF_LETTERS = ("untrue/invisible-characters", "untrue/look-alike-letters")
# Texts that may quote the mail they answer; an invitation has no room for it.
_ANSWERING = ("message", "email")
_WHO_IS_MEANT = "boring/nothing-shared"
SCORES = ("courtesy", "interest", "giving")


def check(
    text: str,
    *,
    network: str = "",
    brief: Brief | None = None,
    kind: str = "",
    source: str = "-",
    settings: Settings | None = None,
    history: Sequence[str] = (),
) -> Report:
    """What a receiver would feel at `text`: findings in the order of the text, scores, verdict.

    `network` is a name of the catalogue such as `linkedin` or `linkedin-premium`; without it the
    brief's or the settings' network is taken. `kind` is note, message, email or post; what a
    message or an e-mail quotes of the mail it answers is left aside. With a `brief`, rules that
    need facts join in; `history` are notes sent before, beside those of the brief. Raises
    UnknownName for a network that does not exist.
    """
    settings = settings or DEFAULT
    kind = kind or settings.kind
    if kind not in KINDS:
        raise InputError(f"{kind!r} is not one of {', '.join(KINDS)}.", place="kind")
    plain = undress(text)
    reading = _reading(plain.text, text, network, brief, kind, settings, history)
    findings, allowed = _findings(reading, settings)
    judgement = judge(reading, findings, roster=settings.roster)
    if judgement.findings:
        judgement, standing = _let_stand(judgement, reading, findings, settings)
        findings = _sorted([*findings, *judgement.findings])
        allowed = [*allowed, *standing]
    if brief and judgement.verdict == "personal":
        # What is called personal is not asked whom it was written for.
        findings = [each for each in findings if each.rule != _WHO_IS_MEANT]
    return Report(
        source=source,
        language=reading.language,
        network=reading.network.name if reading.network else "",
        length=len(text),
        limit=reading.limit,
        verdict=judgement.verdict,
        reason=judgement.reason,
        scores=scores_of(findings),
        findings=tuple(settings.weigh(each) for each in _placed(findings, plain)),
        allowed=tuple(
            each._replace(finding=settings.weigh(_placed([each.finding], plain)[0]))
            for each in allowed
        ),
    )


def read(
    text: str,
    *,
    network: str = "",
    brief: Brief | None = None,
    kind: str = "note",
    settings: Settings = DEFAULT,
) -> tuple[Reading, list[Finding]]:
    """The reading of `text` and all that rules find in it, in the order of the text.

    Places are those of the plain text that `undress` makes, the text of the reading.
    """
    reading = _reading(undress(text).text, text, network, brief, kind, settings)
    return reading, _findings(reading, settings)[0]


def scores_of(findings: Iterable[Finding]) -> Scores:
    """100 for each score, less what the findings cost, never below 0."""
    left = dict.fromkeys(SCORES, 100)
    for finding in findings:
        for score, cost in finding.costs.items():
            left[score] = max(0, left[score] - cost)
    return Scores(**left)


def _reading(
    text: str,
    written: str,
    network: str,
    brief: Brief | None,
    kind: str,
    settings: Settings,
    history: Sequence[str] = (),
) -> Reading:
    name = network or (brief.network if brief else "") or settings.network
    found = _network(name) if name else None
    if kind in _ANSWERING:
        from redleaf.notes.answered_mail import own_words  # here alone: a note answers no mail

        text, written = own_words(text), own_words(written)
    note = Note(text, kind=kind)
    return Reading(
        note=note,
        written=written,
        network=found,
        brief=brief,
        limit=_limit(found, brief, kind),
        recognition=_recognition(brief),
        history=history,
        hits=_hits(note, settings),
    )


def _network(name: str) -> Network:
    from redleaf.networks import network  # here alone: many texts name no network

    return network(name)


def _limit(network: Network | None, brief: Brief | None, kind: str) -> int | None:
    if brief and brief.limit is not None:
        return brief.limit
    return network.limit(kind) if network else None


def _recognition(brief: Brief | None) -> str:
    if brief is None:
        return ""
    if brief.recognition or brief.today is None:
        return brief.recognition
    from redleaf.contacts.recognition import recognition  # here alone: many texts have no brief

    return recognition(brief.encounters, brief.today)


def _hits(note: Note, settings: Settings) -> dict[str, list[Hit]]:
    hits = phrase_table().find(note)
    if settings.own_phrases:
        for rule, own in settings.own_phrases.find(note).items():
            hits[rule] = sorted({*hits.get(rule, ()), *own})
    return hits


def _findings(reading: Reading, settings: Settings) -> tuple[list[Finding], Sequence[Allowed]]:
    """What rules find, and what of it the settings let stand, both in the order of the text."""
    if reading.note.is_empty:
        return [], ()
    found = _sorted(
        finding for rule in settings.roster.asked(reading) for finding in rule.find(reading)
    )
    allowed: Sequence[Allowed] = ()
    if settings.allowances:
        from redleaf.judging.allowing import part  # here alone: most settings have none

        found, allowed = part(found, reading.text, settings.allowances)
    whole = whole_default(found)
    if whole is None:
        return found, allowed
    # What is boring inside a network's own words is the network's doing, and said already.
    return [each for each in found if each is whole or each.family != "boring"], allowed


def _let_stand(
    judgement: Judgement, reading: Reading, findings: Sequence[Finding], settings: Settings
) -> tuple[Judgement, Sequence[Allowed]]:
    """The verdict without what was heard and the settings let stand; and that."""
    if not settings.allowances:
        return judgement, ()
    from redleaf.judging.allowing import part  # here alone: most settings have none

    heard, allowed = part(judgement.findings, reading.text, settings.allowances)
    if allowed and not heard:
        judgement = judge(reading, findings, roster=Roster(()))
    return judgement._replace(findings=tuple(heard)), allowed


def _placed(findings: Sequence[Finding], plain: Plain) -> Sequence[Finding]:
    """The findings where they stand in the text as it was written."""
    if plain.is_as_written:
        return findings
    return _sorted(
        each if each.rule in _OF_LETTERS else _placed_finding(each, plain) for each in findings
    )


def _placed_finding(finding: Finding, plain: Plain) -> Finding:
    start, end = plain.placed(finding.start, finding.end)
    # A fix that would take mark-up along is not offered, and none is safe unseen.
    fixes = (
        fix._replace(start=at, end=until, is_safe=False)
        for fix in finding.fixes
        for at, until in [plain.placed(fix.start, fix.end)]
        if until - at == fix.end - fix.start
    )
    return finding._replace(start=start, end=end, fixes=tuple(fixes))


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: (each.start, -each.end, each.rule))
