"""audit(): an export in, a report out. Pure but for the guarded reading: today's date is given."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from redleaf.audit.correspondence import Correspondence
from redleaf.audit.matching import Connections, Outcome, outcomes_of
from redleaf.audit.remarks import remarks_on
from redleaf.audit.report import AuditReport, Kind, Month, OwnCampaign
from redleaf.audit.shares import Share
from redleaf.audit.verdicts import Verdicts, judge_sent
from redleaf.audit.worth import Accepted, History, worth_writing_to
from redleaf.batch.campaigns import Campaign
from redleaf.formats.linkedin import Connection, Export, Invitation, read_export
from redleaf.formats.linkedin.people import profile_link
from redleaf.judging import VERDICTS

WAIT_DAYS = 30
_READING = 0.4  # share of the whole time that reading the file takes, for the progress


def audit(
    source: bytes | Path,
    *,
    today: dt.date,
    wait_days: int = WAIT_DAYS,
    progress: Callable[[float], None] | None = None,
) -> AuditReport:
    """What a LinkedIn export says of its owner's invitations.

    `source` is the zip as bytes or path, the unpacked folder, or a single Invitations.csv.
    An unanswered invitation younger than `wait_days` is waiting. `progress` gets shares from
    0 to 1. Raises FileError when nothing in the file can be read.
    """
    tell = progress or (lambda _: None)
    export = read_export(source, progress=lambda share: tell(share * _READING))
    tell(_READING)
    report = audit_export(
        export,
        today=today,
        wait_days=wait_days,
        progress=lambda share: tell(_READING + share * (1 - _READING)),
    )
    tell(1.0)
    return report


def audit_export(
    export: Export,
    *,
    today: dt.date,
    wait_days: int = WAIT_DAYS,
    progress: Callable[[float], None] = lambda _: None,
) -> AuditReport:
    """The same for an export that was read before."""
    sent = [each for each in export.invitations if each.is_outgoing]
    received = [each for each in export.invitations if not each.is_outgoing]
    verdicts = Verdicts()
    of = max(1, len(export.invitations))
    judged, campaigns = judge_sent(
        [each.note for each in sent], verdicts, lambda done: progress(done / of)
    )
    received_judged = [verdicts.of(each.note) for each in received]
    connections = Connections(export.connections)
    rows = _outcomes(sent, judged, campaigns, connections)
    has_outcomes = "connections" in export.files
    days = [each.on for each in export.invitations if each.on]
    counts = Counter(received_judged)
    return AuditReport(
        today=today,
        first=min(days, default=None),
        last=max(days, default=None),
        owner=export.owner.name,
        owner_link=profile_link(export.owner.slug),
        wait_days=wait_days,
        sent=len(sent),
        sent_with_note=sum(bool(each.note) for each in sent),
        by_verdict={
            verdict: _kind(
                [row for row in rows if row.verdict == verdict], today, wait_days, has_outcomes
            )
            for verdict in VERDICTS
        },
        campaigns=tuple(_own_campaign(each, rows, has_outcomes) for each in campaigns),
        received=len(received),
        received_by_verdict={verdict: counts[verdict] for verdict in VERDICTS},
        months=_months(rows),
        connections=len(export.connections),
        write_to=worth_writing_to(
            History(
                today=today,
                accepted=_accepted(rows),
                received=list(zip(received, received_judged, strict=True)),
                connections=connections,
                correspondence=Correspondence(export),
                verdict_of=lambda text: verdicts.of(text, kind="message"),
            )
        ),
        remarks=remarks_on(export),
        skipped=export.problems,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One outgoing invitation with all that was found out about it."""

    invitation: Invitation
    verdict: str
    is_campaign: bool
    outcome: Outcome
    connection: Connection | None


def _outcomes(
    sent: Sequence[Invitation],
    judged: Sequence[str],
    campaigns: Iterable[Campaign],
    connections: Connections,
) -> list[_Row]:
    in_campaign = {int(member) for each in campaigns for member in each.members}
    outcomes = outcomes_of(sent, connections)
    return [
        _Row(invitation, judged[at], at in in_campaign, *outcomes[at])
        for at, invitation in enumerate(sent)
    ]


def _kind(rows: Sequence[_Row], today: dt.date, wait_days: int, has_outcomes: bool) -> Kind:
    if not has_outcomes:
        return Kind(len(rows), None, None, None, None)
    is_young = {id(row): _is_young(row.invitation, today, wait_days) for row in rows}
    # Young ones are left out whole: counting only those who were quick would flatter.
    settled = [
        row
        for row in rows
        if row.outcome is not Outcome.UNSURE and row.invitation.on and not is_young[id(row)]
    ]
    return Kind(
        sent=len(rows),
        accepted=_accepted_count(rows),
        waiting=sum(row.outcome is Outcome.OPEN and is_young[id(row)] for row in rows),
        unsure=sum(row.outcome is Outcome.UNSURE for row in rows),
        share=Share(_accepted_count(settled), len(settled)),
    )


def _is_young(invitation: Invitation, today: dt.date, wait_days: int) -> bool:
    return invitation.on is not None and (today - invitation.on).days < wait_days


def _accepted_count(rows: Iterable[_Row]) -> int:
    return sum(row.outcome is Outcome.ACCEPTED for row in rows)


def _own_campaign(campaign: Campaign, rows: Sequence[_Row], has_outcomes: bool) -> OwnCampaign:
    members = [rows[int(member)] for member in campaign.members]
    return OwnCampaign(
        skeleton=campaign.skeleton,
        count=len(members),
        accepted=_accepted_count(members) if has_outcomes else None,
        shared=campaign.shared,
    )


def _months(rows: Iterable[_Row]) -> tuple[Month, ...]:
    """The months with invitations, in order; a campaign's words count as none of one's own."""
    own: Counter[tuple[int, int]] = Counter()
    without: Counter[tuple[int, int]] = Counter()
    for row in rows:
        if on := row.invitation.on:
            is_own = row.verdict in ("personal", "unclear") and not row.is_campaign
            (own if is_own else without)[on.year, on.month] += 1
    return tuple(
        Month(*month, own[month], without[month]) for month in sorted(own.keys() | without.keys())
    )


def _accepted(rows: Iterable[_Row]) -> list[Accepted]:
    return [
        Accepted(row.invitation, row.connection, row.verdict, row.is_campaign)
        for row in rows
        if row.connection is not None
    ]
