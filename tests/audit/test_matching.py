"""Which invitation led to which connection, and when that cannot be told."""

from __future__ import annotations

import datetime as dt

from redleaf.audit import Kind, audit_export
from tests.formats.linkedin_export import (
    CONNECTIONS,
    OLD_CONNECTIONS,
    OLD_INVITATIONS,
    OWNER,
    OWNER_URL,
    invitations,
    read,
    sent,
    table,
)

TODAY = dt.date(2026, 11, 16)


def empty_notes(connected: str, invited: str) -> Kind:
    export = read({"Connections.csv": connected, "Invitations.csv": invited})
    return audit_export(export, today=TODAY).by_verdict["empty"]


def connected(*rows: tuple[str, str, str, str]) -> str:
    """Connections of (first name, last name, profile link, day)."""
    return table(CONNECTIONS, [[a, b, link, "", "", "", day] for a, b, link, day in rows])


def invited(name: str, link: str, at: str = "1/29/26, 2:37 PM") -> str:
    return invitations([OWNER, name, at, "", "OUTGOING", OWNER_URL, link])


def test_it_matches_by_profile_link_in_any_spelling() -> None:
    kind = empty_notes(
        connected(("Tove", "Lind-Berg", "https://www.linkedin.com/in/tove%2Dlind", "01 Feb 2026")),
        invited("Tove Lind", "https://se.linkedin.com/in/Tove-Lind/?locale=sv"),
    )
    assert (kind.accepted, kind.unsure) == (1, 0)


def test_it_matches_by_name_where_old_exports_have_no_links() -> None:
    kind = empty_notes(
        table(OLD_CONNECTIONS, [["Siobhán", "Ní Dhálaigh", "", "", "", "01 Feb 2021"]]),
        table(
            OLD_INVITATIONS,
            [[OWNER, "siobhan ni dhalaigh", "1/29/21, 2:37 PM", "", "OUTGOING"]],
        ),
    )
    assert (kind.accepted, kind.unsure) == (1, 0)


def test_it_matches_by_name_where_one_link_is_linkedins_number() -> None:
    kind = empty_notes(
        connected(("Tove", "Lind", "https://www.linkedin.com/in/tove-lind", "01 Feb 2026")),
        invited("Tove Lind", "https://www.linkedin.com/in/ACoAAB1x2y3z"),
    )
    assert (kind.accepted, kind.unsure) == (1, 0)


def test_two_connections_of_one_name_are_a_doubt() -> None:
    kind = empty_notes(
        connected(("Tove", "Lind", "", "01 Feb 2026"), ("Tove", "Lind", "", "02 Feb 2026")),
        invited("Tove Lind", ""),
    )
    assert (kind.accepted, kind.unsure, kind.share and kind.share.of) == (0, 1, 0)


def test_one_name_under_two_links_is_a_doubt() -> None:
    kind = empty_notes(
        connected(("Tove", "Lind", "https://www.linkedin.com/in/tove-2", "01 Feb 2026")),
        invited("Tove Lind", "https://www.linkedin.com/in/tove-1"),
    )
    assert (kind.accepted, kind.unsure) == (0, 1)


def test_a_namesake_connected_before_the_invitation_is_a_doubt() -> None:
    kind = empty_notes(connected(("Tove", "Lind", "", "01 Feb 2019")), invited("Tove Lind", ""))
    assert (kind.accepted, kind.unsure) == (0, 1)


def test_a_hidden_member_is_a_doubt() -> None:
    kind = empty_notes(connected(("Ugo", "Rao", "", "01 Feb 2026")), invited("LinkedIn Member", ""))
    assert (kind.accepted, kind.unsure) == (0, 1)


def test_of_two_invitations_to_one_person_one_was_accepted() -> None:
    rows = invitations(
        sent("Tove Lind", "12/1/25, 1:00 PM"),
        sent("Tove Lind", "1/29/26, 1:00 PM"),
        sent("Tove Lind", "6/1/26, 1:00 PM"),
    )
    kind = empty_notes(
        connected(("Tove", "Lind", "https://www.linkedin.com/in/tove-lind", "01 Feb 2026")), rows
    )
    assert (kind.sent, kind.accepted) == (3, 1)
