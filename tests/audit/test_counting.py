"""What the audit counts: who was invited how, and who accepted."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import redleaf
from redleaf.audit import AuditReport, Share, audit_export
from tests.formats.linkedin_export import (
    CONNECTIONS,
    OWNER,
    connections,
    got,
    invitations,
    read,
    sent,
    table,
    zip_of,
)

TODAY = dt.date(2026, 11, 16)
DEFAULT = "I'd like to add you to my professional network on LinkedIn."
PERSONAL = (
    "Tove, you lent me dry socks on the bus to Leith in March. The bakery you praised has a "
    "second oven now; shall I bring you a loaf on Friday?"
)
PEOPLE = ("Tove Lind", "Ugo Rao", "Vera Quist", "Wim Sand", "Xenia Moreau", "Yusuf Brandt")


def counted(files: dict[str, str], today: dt.date = TODAY) -> AuditReport:
    return audit_export(read(files), today=today)


def of(
    *rows: list[str], connected: tuple[tuple[str, str], ...] = (), today: dt.date = TODAY
) -> AuditReport:
    files = {"Invitations.csv": invitations(*rows), "Connections.csv": connections(*connected)}
    return counted(files, today)


def test_it_counts_by_kind_of_note_and_who_accepted() -> None:
    report = of(
        sent("Tove Lind", note=PERSONAL),
        sent("Ugo Rao", note=DEFAULT),
        sent("Vera Quist", note=DEFAULT),
        sent("Wim Sand"),
        got("Xenia Moreau", note=DEFAULT),
        connected=(("Tove Lind", "31 Jan 2026"), ("Vera Quist", "02 Feb 2026")),
    )
    kinds = report.by_verdict
    assert (report.sent, report.sent_with_note, report.received) == (4, 3, 1)
    assert [kinds[name].sent for name in ("personal", "default", "empty")] == [1, 2, 1]
    assert [kinds[name].accepted for name in ("personal", "default", "empty")] == [1, 1, 0]
    assert kinds["default"].share == Share(1, 2)
    assert report.received_by_verdict["default"] == 1
    assert (report.first, report.last) == (dt.date(2026, 1, 29),) * 2


def test_its_json_carries_the_contract_and_comes_back() -> None:
    report = of(sent("Tove Lind", note=DEFAULT), connected=(("Tove Lind", "31 Jan 2026"),))
    data: dict[str, Any] = json.loads(json.dumps(report.to_json()))
    assert data["schema"] == 1
    assert {"sent", "sent_with_note", "campaigns", "received", "write_to", "skipped"} <= data.keys()
    share = data["by_verdict"]["default"]["share"]
    assert share == {"value": 1.0, "low": 0.2065, "high": 1.0, "count": 1, "of": 1}
    assert AuditReport.from_json(data) == report


def test_the_public_call_reads_bytes_and_paths(tmp_path: Path) -> None:
    data = zip_of({"Invitations.csv": invitations(sent("Tove Lind"))})
    (tmp_path / "export.zip").write_bytes(data)
    told: list[float] = []
    report = redleaf.audit(data, today=TODAY, progress=told.append)
    assert report == redleaf.audit(tmp_path / "export.zip", today=TODAY)
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("days", [0, 29])
def test_a_young_invitation_without_answer_waits_and_is_in_no_share(days: int) -> None:
    kind = of(sent("Tove Lind"), today=dt.date(2026, 1, 29) + dt.timedelta(days)).by_verdict[
        "empty"
    ]
    assert (kind.waiting, kind.share) == (1, Share(0, 0))


def test_a_young_invitation_that_was_accepted_is_in_no_share_either() -> None:
    connected = (("Tove Lind", "31 Jan 2026"),)
    kind = of(sent("Tove Lind"), connected=connected, today=dt.date(2026, 2, 1)).by_verdict["empty"]
    assert (kind.accepted, kind.waiting, kind.share) == (1, 0, Share(0, 0))


def test_after_thirty_days_no_answer_counts_as_none() -> None:
    kind = of(sent("Tove Lind"), today=dt.date(2026, 2, 28)).by_verdict["empty"]
    assert (kind.waiting, kind.share) == (0, Share(0, 1))


def test_three_notes_with_one_skeleton_are_a_campaign_and_count_as_templates() -> None:
    rows = [
        sent(name, note=f"Hi {name.split()[0]}, we met at the Soil Week lecture. Shall we connect?")
        for name in PEOPLE
    ]
    report = of(*rows, connected=(("Tove Lind", "31 Jan 2026"),))
    (campaign,) = report.campaigns
    assert (campaign.count, campaign.accepted) == (6, 1)
    assert campaign.skeleton == "Hi ⟨name⟩, we met at the ⟨…⟩ lecture. Shall we connect?"
    assert report.by_verdict["template"].sent == 6


def test_default_texts_are_not_the_owners_campaign() -> None:
    report = of(*[sent(name, note=DEFAULT) for name in PEOPLE])
    assert (report.campaigns, report.by_verdict["default"].sent) == ((), 6)


def test_it_counts_months_with_and_without_own_words() -> None:
    report = of(
        sent("Tove Lind", "1/29/26, 2:37 PM", PERSONAL),
        sent("Ugo Rao", "1/30/26, 2:37 PM"),
        sent("Vera Quist", "3/1/26, 2:37 PM", DEFAULT),
    )
    assert [each.to_json() for each in report.months] == [
        {"month": "2026-01", "own": 1, "without": 1},
        {"month": "2026-03", "own": 0, "without": 1},
    ]


def test_without_connections_it_does_not_say_who_accepted() -> None:
    report = counted({"Invitations.csv": invitations(sent("Tove Lind"))})
    kind = report.by_verdict["empty"]
    assert (kind.sent, kind.accepted, kind.share) == (1, None, None)
    assert any("does not say who accepted" in remark for remark in report.remarks)
    assert not report.has_outcomes


def test_without_invitations_it_says_so() -> None:
    report = counted({"Connections.csv": connections(("Tove Lind", "31 Jan 2026"))})
    assert (report.sent, report.connections) == (0, 1)
    assert any("does not say whom you invited" in remark for remark in report.remarks)


def test_it_says_that_exports_hold_recent_invitations_and_that_empty_is_no_note() -> None:
    remarks = " ".join(of(sent("Tove Lind")).remarks)
    assert "often holds only recent or open invitations" in remarks
    assert "has an empty text" in remarks


def test_bad_rows_are_listed_and_the_good_ones_counted() -> None:
    text = invitations(sent("Tove Lind")) + f'{OWNER},"Ugo Rao,1/29/26 2:37 PM,,OUTGOING,,\n'
    report = counted({"Invitations.csv": text})
    assert report.sent == 1
    assert report.to_json()["skipped"] == [
        {"file": "Invitations.csv", "row": 3, "reason": "the quotes in this row do not match."}
    ]


def test_an_invitation_without_a_readable_day_counts_but_is_in_no_share() -> None:
    report = of(sent("Tove Lind", "3/4/2026 14:37"), connected=(("Tove Lind", "31 Jan 2026"),))
    kind = report.by_verdict["empty"]
    assert (kind.sent, kind.accepted, kind.share) == (1, 1, Share(0, 0))
    assert (report.months, report.first) == ((), None)


def test_hidden_connections_are_counted_and_mentioned() -> None:
    hidden = table(CONNECTIONS, [[""] * 6 + ["07 Jun 2026"]])
    report = counted({"Connections.csv": hidden, "Invitations.csv": invitations(sent("Tove Lind"))})
    assert report.connections == 1
    assert any("one connection hides its name" in remark for remark in report.remarks)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_within_its_interval(count: int, more: int) -> None:
    share = Share(count, count + more)
    assert 0 <= share.low <= share.high <= 1
    if share.value is not None:
        assert share.low <= share.value + 1e-9
        assert share.value - 1e-9 <= share.high


def test_the_interval_is_wilsons() -> None:
    share = Share(51, 66)
    assert (round(share.low, 2), round(share.high, 2)) == (0.66, 0.86)


def test_the_synthetic_export_of_others_is_read_whole(shared_data: Path) -> None:
    folder = shared_data / "contacts/csv/silkyrich__linkedin-export-viewer/sample_export"
    report = redleaf.audit(folder, today=dt.date(1852, 1, 1))
    assert (report.connections, report.sent, report.received) == (2000, 85, 77)
    assert not report.skipped
    assert sum(kind.accepted or 0 for kind in report.by_verdict.values()) >= 70
