"""Who and what the verifier's tests know: one brief, and two ways to hold a text against it."""

from __future__ import annotations

from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.verifier import Claim, Verifier

SCENE: dict[str, Any] = {
    "today": "2026-11-19",
    "network": "linkedin",
    "sender": {
        "name": "Ines Duarte",
        "headline": "makes museum audio guides",
        "offers": ["introduction to Dana Ruiz at Skutt", "two tickets for the whale hall"],
    },
    "recipient": {
        "name": "Tomasz Zieliński",
        "given_name": "Tomasz",
        "company": "Muzeum Wody",
        "role": "curator",
    },
    "recognition": "recent",
    "encounters": [
        {
            "kind": "conference",
            "on": "2026-11-12",
            "event": "Museums & Web 2026",
            "place": "Porto",
            "topics": ["sound walks for blind visitors", "the lift that hums in B flat"],
            "said": "nobody tests with the rain on",
            "introduced_by": "Bea Kowalczyk",
        }
    ],
    "noticed": [{"kind": "article", "title": "Listening to pipes", "where": "Curator Quarterly"}],
    "shared": ["both volunteer at the river clean-up"],
    "mutual": ["Henk Adeyemi"],
    "promises": ["send the list of twelve microphones"],
}


def verifier(**changes: Any) -> Verifier:
    """A verifier for the scene, with some fields of its brief changed."""
    return Verifier(Brief.from_json({**SCENE, **changes}))


KNOWN = verifier()


def assert_borne_out(text: str, *, by: Verifier = KNOWN) -> None:
    """The brief bears out every claim of the text."""
    doubts = [(claim.text, claim.why) for claim in by.verify(text).unsupported]
    assert not doubts, f"{text}: {doubts}"


def assert_doubts(text: str, *, by: Verifier = KNOWN) -> Claim:
    """What stands in ⟦ ⟧ is marked as unsupported, with a reason; gives that claim."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    bare = text.replace("⟦", "").replace("⟧", "")
    doubts = by.verify(bare).unsupported
    hits = [claim for claim in doubts if claim.start < end and start < claim.end]
    assert hits, f"{bare}: only {[(claim.text, claim.why) for claim in doubts]}"
    assert all(claim.why and bare[claim.start : claim.end] == claim.text for claim in hits)
    return hits[0]
