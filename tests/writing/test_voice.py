"""The user's voice: drafts that sound like the notes they have sent before."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf.notes.brief import Brief
from redleaf.writing import Draft, draft

BRIEF: dict[str, Any] = {
    "today": "2026-11-19",
    "network": "linkedin",
    "limit": 200,
    "sender": {"name": "Ines Duarte", "headline": "mends accordions", "offers": ["my reed list"]},
    "recipient": {"name": "Bo Lindqvist"},
    "recognition": "recent",
    "encounters": [
        {
            "kind": "conference",
            "on": "2026-11-12",
            "event": "Reed Days",
            "topics": ["tuning by candlelight"],
            "said": "the bellows remember",
        }
    ],
}
CHEERFUL = [
    "Hey Tom! It was great to meet at the fair. I'd love to hear about the kiln. Cheers, Ines 🌿",
    "Hey Ada! Thanks for the tea, I'm still laughing about the goat. Cheers, Ines 🌿",
    "Hey Mara! I've read your piece on moss. It's wonderful. Cheers, Ines 🌿",
]
STATELY = [
    "Dear Tom, I am glad that we met. I would like to hear about the kiln. Regards, Ines Duarte",
    "Dear Ada, I have found the book on goats. It is long. Regards, Ines Duarte",
    "Dear Mara, I would gladly read your piece. I have not seen it. Regards, Ines Duarte",
]
TERSE = ["Tom, the fair was fun.", "Ada, the goat again.", "Mara, the moss piece is good."]
DEFAULT = "I'd like to add you to my professional network on LinkedIn."


def drafts(history: list[str], **more: Any) -> tuple[Draft, ...]:
    found = draft(Brief.from_json({**BRIEF, "history": history, **more})).drafts
    assert found
    return found


def test_it_greets_and_signs_as_the_user_does() -> None:
    for each in drafts(CHEERFUL):
        assert each.text.startswith("Hey Bo! ")
        assert each.text.removeprefix("Hey Bo! ")[0] in "“ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        assert each.text.endswith("Cheers, Ines")
    for each in drafts(STATELY):
        assert each.text.startswith("Dear Bo, ")
        assert each.text.endswith("Regards, Ines Duarte")


def test_it_leaves_notes_unsigned_for_who_never_signs() -> None:
    assert not [each.text for each in drafts(TERSE) if each.text.endswith("Ines")]
    assert [each.text for each in drafts([]) if each.text.endswith("Ines")]


def test_short_forms_are_kept_from_who_writes_them_out() -> None:
    assert not [each.text for each in drafts(STATELY) if "'ll " in each.text or "I'" in each.text]
    assert [each.text for each in drafts(CHEERFUL) if "'" in each.text]


def test_pictures_come_only_from_who_uses_them() -> None:
    assert any("🌿" in each.text for each in drafts(CHEERFUL))
    assert not any("🌿" in each.text for each in drafts(STATELY))
    plain = [each.text for each in drafts(CHEERFUL) if each.tone == "plain"]
    assert plain
    assert not any("🌿" in text for text in plain)


def test_who_writes_little_gets_little() -> None:
    longest = max(each.length for each in drafts([]))
    assert max(each.length for each in drafts(TERSE)) < longest


def test_a_formal_letter_keeps_its_own_forms() -> None:
    recipient = {"name": "Dr. Bo Lindqvist", "register": "formal"}
    for each in drafts(CHEERFUL, network="email", limit=None, recipient=recipient):
        assert each.text.startswith("Dear ")
        assert "Cheers" not in each.text
        assert "🌿" not in each.text


def test_in_a_mail_the_name_stands_on_a_line_of_its_own() -> None:
    for each in drafts(STATELY, network="email", limit=None):
        assert each.text.endswith("\n\nRegards,\nInes Duarte")


@pytest.mark.parametrize("history", [[CHEERFUL[0]], [DEFAULT] * 4, ["{name}, {me}"] * 3, [""] * 3])
def test_too_little_to_hear_changes_nothing(history: list[str]) -> None:
    if history[-1] == DEFAULT:
        history = [*history, CHEERFUL[0]]
    assert [each.text for each in drafts(history)] == [each.text for each in drafts([])]


def test_no_sentence_of_the_history_is_written_again() -> None:
    first = drafts([])[0].text
    again = [each.text for each in drafts([first.replace("Bo", "Tom"), *STATELY])]
    assert first not in again
    body = first.split(", ", 1)[1].split(". ")[0]
    assert not any(body in text for text in again)
