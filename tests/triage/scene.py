"""A receiver, whom she knows, and invitations to her: Ana repairs looms; Ben is her friend."""

from __future__ import annotations

import datetime as dt
from typing import Any

from redleaf.triage import Decision, Invitation, Known, Policy, Sender, triage
from redleaf.triage.policies import CHOOSY

LINKEDIN = "https://www.linkedin.com/in/"
KNOWN: dict[str, Any] = {
    "today": "2026-05-20",
    "owner": {
        "name": "Ana Lundqvist",
        "given_name": "Ana",
        "company": "Lundqvist Looms",
        "headline": "repairs hand looms for weaving schools",
        "identities": ["ana@lundqvist-looms.example", f"{LINKEDIN}ana-lundqvist"],
        "domains": ["lundqvist-looms.example"],
        "languages": ["en", "de"],
    },
    "contacts": [
        {
            "name": "Ben Oyelaran",
            "given_name": "Ben",
            "identities": ["ben@oyelaran-dyes.example", f"{LINKEDIN}ben-oyelaran"],
            "company": "Oyelaran Dyes",
            "role": "dyer",
            "relation": "friend",
            "encounters": [
                {
                    "kind": "conference",
                    "on": "2026-05-08",
                    "event": "Warp & Weft",
                    "place": "Borås",
                    "topics": ["why indigo smells of barns"],
                }
            ],
            "mail": {"sent": 12, "received": 14, "last": "2026-05-10"},
        },
        {
            "name": "Greta Holmqvist-Bauer",
            "identities": ["greta@holmqvist.example"],
            "encounters": [
                {
                    "kind": "work",
                    "on": "2015-03-02",
                    "event": "moving the Falun loom",
                    "place": "Falun",
                    "topics": ["a pedal made of elm"],
                }
            ],
        },
        {
            "name": "Cleo Varga",
            "identities": [f"{LINKEDIN}cleo-varga-deals"],
            "mail": {"sent": 1, "received": 9},
            "verdict": {"decision": "decline", "on": "2026-01-04", "note": "asked her to stop"},
        },
        {
            "name": "Rollo Pike",
            "identities": [f"{LINKEDIN}rollo-pike"],
            "mail": {"sent": 0, "received": 6},
        },
    ],
    "calendar": [
        {
            "on": "2026-05-12",
            "title": "Selvedge workshop, Visby",
            "attendees": ["Idris Kane <idris@kane-cloth.example>", "Maud Sørli"],
        }
    ],
}
DEFAULT = "I'd like to add you to my professional network on LinkedIn."


def known() -> Known:
    return Known.from_json(KNOWN)


def invitation(text: str = "", **more: Any) -> Invitation:
    """One from Dagny Moe, whom nobody knows, unless `more` says otherwise."""
    name = more.pop("name", "Dagny Moe")
    headline = more.pop("headline", "")
    slug = name.lower().replace(" ", "-")
    identity = more.pop("identity", f"{LINKEDIN}{slug}-77")
    fields: dict[str, Any] = {
        "id": "1",
        "network": "linkedin",
        "received": dt.datetime(2026, 5, 19, 9, tzinfo=dt.UTC),
        **more,
    }
    return Invitation(text=text, sender=Sender(name, headline, (identity,)), **fields)


def decide(text: str = "", *, policy: Policy = CHOOSY, **more: Any) -> Decision:
    """What is decided about one invitation to Ana."""
    return triage([invitation(text, **more)], known(), policy=policy)[0]
