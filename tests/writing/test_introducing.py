"""An introduction says who the other is, so that the reader can decide."""

from __future__ import annotations

from redleaf import draft
from redleaf.notes.brief import Brief


def drafts_of(offer: str) -> list[str]:
    met = {"kind": "class", "on": "2026-10-02", "event": "Salt Days", "topics": ["bell frames"]}
    brief = {
        "today": "2026-11-20",
        "network": "linkedin",
        "aim": "introduce",
        "sender": {"name": "Ines Duarte", "offers": [offer]},
        "recipient": {"name": "Mara Holm"},
        "encounters": [met],
    }
    return [each.text for each in draft(Brief.from_json(brief)).drafts]


def test_it_says_what_the_other_is_known_for() -> None:
    texts = drafts_of("introduction to Tom Baird, who tunes bells")
    assert any("Tom Baird, who tunes bells" in text for text in texts)


def test_it_keeps_to_the_name_where_what_is_known_is_about_the_writer() -> None:
    texts = drafts_of("introduction to Tom Baird, who taught me all I know")
    assert texts
    assert not any("who" in text.split() for text in texts)
