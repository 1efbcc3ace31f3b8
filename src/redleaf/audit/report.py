"""What the audit says: plain numbers, ready for JSON, for a page and for a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redleaf.audit.shares import Share
from redleaf.contacts.harvest import Problem


@dataclass(frozen=True, slots=True)
class Kind:
    """The invitations sent with one kind of note.

    `accepted` and the rest are None when the export has no connections to compare with.
    `waiting`: no answer yet, and younger than `AuditReport.wait_days`. `unsure`: the export does
    not tell (two people of one name, a hidden member). `share` is of those whose time is over and
    whose end is known: neither young ones nor unsure or undated ones are in it.
    """

    sent: int
    accepted: int | None
    waiting: int | None
    unsure: int | None
    share: Share | None

    def to_json(self) -> dict[str, Any]:
        return {
            "sent": self.sent,
            "accepted": self.accepted,
            "waiting": self.waiting,
            "unsure": self.unsure,
            "share": self.share.to_json() if self.share else None,
        }


@dataclass(frozen=True, slots=True)
class OwnCampaign:
    """Own notes that share one skeleton. `shared` is the share of their words in common."""

    skeleton: str
    count: int
    accepted: int | None
    shared: float

    def to_json(self) -> dict[str, Any]:
        return {
            "skeleton": self.skeleton,
            "count": self.count,
            "accepted": self.accepted,
            "shared": round(self.shared, 2),
        }


@dataclass(frozen=True, slots=True)
class Month:
    """Invitations sent in one month, with words of one's own and without."""

    year: int
    month: int
    own: int
    without: int

    def to_json(self) -> dict[str, Any]:
        return {
            "month": f"{self.year:04}-{self.month:02}",
            "own": self.own,
            "without": self.without,
        }


@dataclass(frozen=True, slots=True)
class Worth:
    """Somebody who is worth a note now. `reason` is true by the export alone.

    `why` is `answer`, `unanswered`, `invitation`, `accepted` or `fading`; `link` opens the profile
    or is "".
    """

    name: str
    link: str
    why: str
    reason: str
    company: str = ""
    position: str = ""

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class AuditReport:
    """A person's own invitations in numbers.

    `first` and `last` are the days of the oldest and the newest invitation, None without any.
    `by_verdict` has every verdict, also with 0. `skipped` lists rows that could not be read;
    `remarks` are sentences on what the export does not tell. `is_kept` says that it was counted
    from what Redleaf keeps, and from no export.
    """

    today: dt.date
    first: dt.date | None
    last: dt.date | None
    owner: str
    owner_link: str
    wait_days: int
    sent: int
    sent_with_note: int
    by_verdict: Mapping[str, Kind]
    campaigns: tuple[OwnCampaign, ...]
    received: int
    received_by_verdict: Mapping[str, int]
    months: tuple[Month, ...]
    connections: int
    write_to: tuple[Worth, ...]
    remarks: tuple[str, ...]
    skipped: tuple[Problem, ...]
    is_kept: bool = False

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> AuditReport:
        """The report that `to_json` wrote. Raises KeyError when a part is missing."""
        return _from_json(data)

    @property
    def has_outcomes(self) -> bool:
        """Whether the export tells who accepted."""
        return all(kind.share is not None for kind in self.by_verdict.values())

    def to_json(self) -> dict[str, Any]:
        """The report as in the JSON contract, schema 1; docs/audit.md describes it."""
        return {
            "schema": 1,
            "today": self.today.isoformat(),
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
            "owner": {"name": self.owner, "link": self.owner_link},
            "wait_days": self.wait_days,
            "connections": self.connections,
            "sent": self.sent,
            "sent_with_note": self.sent_with_note,
            "by_verdict": {name: kind.to_json() for name, kind in self.by_verdict.items()},
            "campaigns": [each.to_json() for each in self.campaigns],
            "months": [each.to_json() for each in self.months],
            "received": self.received,
            "received_by_verdict": dict(self.received_by_verdict),
            "write_to": [each.to_json() for each in self.write_to],
            "remarks": list(self.remarks),
            "skipped": [
                {"file": each.file, "row": each.line, "reason": each.what} for each in self.skipped
            ],
            **({"is_kept": True} if self.is_kept else {}),
        }


def _from_json(data: Mapping[str, Any]) -> AuditReport:
    return AuditReport(
        today=dt.date.fromisoformat(data["today"]),
        first=_day(data["from"]),
        last=_day(data["to"]),
        owner=data["owner"]["name"],
        owner_link=data["owner"]["link"],
        wait_days=data["wait_days"],
        sent=data["sent"],
        sent_with_note=data["sent_with_note"],
        by_verdict={name: _kind(kind) for name, kind in data["by_verdict"].items()},
        campaigns=tuple(OwnCampaign(**each) for each in data["campaigns"]),
        received=data["received"],
        received_by_verdict=dict(data["received_by_verdict"]),
        months=tuple(_month(each) for each in data["months"]),
        connections=data["connections"],
        write_to=tuple(Worth(**each) for each in data["write_to"]),
        remarks=tuple(data["remarks"]),
        skipped=tuple(
            Problem(each["file"], each["row"], each["reason"]) for each in data["skipped"]
        ),
        is_kept=data.get("is_kept", False),
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _kind(data: Mapping[str, Any]) -> Kind:
    share = data["share"]
    return Kind(
        data["sent"],
        data["accepted"],
        data["waiting"],
        data["unsure"],
        Share(share["count"], share["of"]) if share else None,
    )


def _month(data: Mapping[str, Any]) -> Month:
    year, _, month = data["month"].partition("-")
    return Month(int(year), int(month), data["own"], data["without"])
