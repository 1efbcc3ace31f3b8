"""An audit's report, out of the store and back into the record it was."""

from __future__ import annotations

import datetime as dt
from typing import Any

from redleaf.audit.report import AuditReport, Kind, Month, OwnCampaign, Worth
from redleaf.audit.shares import Share
from redleaf.formats.tables import Problem


def report_from_json(data: dict[str, Any]) -> AuditReport:
    """The opposite of `AuditReport.to_json`."""
    return AuditReport(
        today=dt.date.fromisoformat(data["today"]),
        first=_day(data["from"]),
        last=_day(data["to"]),
        owner=data["owner"]["name"],
        owner_link=data["owner"]["link"],
        wait_days=data["wait_days"],
        connections=data["connections"],
        sent=data["sent"],
        sent_with_note=data["sent_with_note"],
        by_verdict={name: _kind(kind) for name, kind in data["by_verdict"].items()},
        campaigns=tuple(OwnCampaign(**each) for each in data["campaigns"]),
        months=tuple(_month(each) for each in data["months"]),
        received=data["received"],
        received_by_verdict=data["received_by_verdict"],
        write_to=tuple(Worth(**each) for each in data["write_to"]),
        remarks=tuple(data["remarks"]),
        skipped=tuple(Problem(**each) for each in data["skipped"]),
    )


def _kind(data: dict[str, Any]) -> Kind:
    share = data["share"]
    return Kind(
        sent=data["sent"],
        accepted=data["accepted"],
        waiting=data["waiting"],
        unsure=data["unsure"],
        share=Share(share["count"], share["of"]) if share else None,
    )


def _month(data: dict[str, Any]) -> Month:
    year, _, month = data["month"].partition("-")
    return Month(int(year), int(month), data["own"], data["without"])


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
