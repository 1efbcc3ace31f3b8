"""`redleaf check --batch`: a merge letter is named, ten letters of one's own are not."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import Command

MERGED = [
    f"Hi {name}, great to meet you at {event}! I'd love to hear more about your work at {firm}."
    for name, event, firm in (
        ("Mira", "Ghent Water Days", "Tidewise"),
        ("Tomasz", "Museums & Web", "Muzeum Wody"),
        ("Ola", "Open Data Day", "Brook & Sons"),
    )
]
OWN = ["Mira, the map of the weir you drew for me hangs over my desk now.",
       "Tomasz, you were right about the rain. The microphone list is attached."]  # fmt: skip


def rows(texts: list[str]) -> str:
    return "\n".join(json.dumps({"id": at, "text": text}) for at, text in enumerate(texts))


def test_it_names_the_notes_that_share_a_skeleton(redleaf: Command) -> None:
    run = redleaf("check", "--batch", "-", "--format", "json", stdin=rows(MERGED + OWN))
    assert run.code == 1
    found = json.loads(run.out)
    assert found["schema"] == 1
    assert [campaign["members"] for campaign in found["campaigns"]] == [["0", "1", "2"]]
    assert "⟨name⟩" in found["campaigns"][0]["skeleton"]
    assert 0.6 < found["campaigns"][0]["shared"] <= 1


def test_it_tells_what_each_member_shares_and_what_stands_in_its_slots(redleaf: Command) -> None:
    run = redleaf("check", "--batch", "--format", "json", stdin=rows(MERGED + OWN))
    notes = json.loads(run.out)["campaigns"][0]["notes"]
    assert [note["id"] for note in notes] == ["0", "1", "2"]
    assert [slot["text"] for slot in notes[1]["slots"]] == [
        "Tomasz",
        "Museums & Web",
        "Muzeum Wody",
    ]
    shared = [MERGED[1][each["start"] : each["end"]] for each in notes[1]["shared"]]
    assert shared[:2] == ["Hi", "great to meet you at"]
    assert all(0 < note["share"] <= 1 for note in notes)


def test_it_shows_two_members_with_what_is_shared_and_says_what_to_do(redleaf: Command) -> None:
    run = redleaf("check", "--batch", stdin=rows(OWN + MERGED))
    lines = run.out.splitlines()
    assert lines[0] == "3 notes say the same but for their slots: 2, 3, 4"
    assert lines[1].startswith("  Hi ⟨name⟩, great to meet you at ⟨…⟩")
    assert "  2: ⟦Hi⟧ Mira, ⟦great to meet you at⟧ Ghent Water Days" in run.out
    assert "Say to each what fits nobody else" in run.out
    assert max(map(len, lines)) <= 100


def test_notes_with_one_id_are_told_apart(redleaf: Command) -> None:
    lines = "\n".join(json.dumps({"id": "same", "text": text}) for text in MERGED)
    run = redleaf("check", "--batch", "--format", "json", stdin=lines)
    (campaign,) = json.loads(run.out)["campaigns"]
    assert campaign["members"] == ["same", "same", "same"]
    assert [note["slots"][0]["text"] for note in campaign["notes"]] == ["Mira", "Tomasz", "Ola"]


def test_notes_of_ones_own_share_nothing(redleaf: Command) -> None:
    run = redleaf("check", "--batch", stdin=rows(OWN))
    assert (run.code, run.out) == (0, "No two of these notes share a skeleton.\n")


def test_a_broken_row_is_named_and_the_others_count(redleaf: Command) -> None:
    lines = rows(MERGED) + '\n{"id": 9}\n{not json\n'
    run = redleaf("check", "--batch", "--format", "json", stdin=lines)
    assert run.code == 1
    assert "line 4 is passed over: it needs an id" in run.err
    assert "line 5 is passed over" in run.err
    assert len(json.loads(run.out)["campaigns"]) == 1


def test_other_formats_are_wrong_use(redleaf: Command) -> None:
    assert redleaf("check", "--batch", "--format", "sarif", stdin="").code == 2
    assert redleaf("check", "--batch", "a", "b").code == 2


@pytest.mark.parametrize(
    "row", ['{"id": 1, "text": ' + "[" * 100_000, '{"id": ' + "9" * 5000 + "}"]
)
def test_a_row_that_no_parser_can_hold_is_passed_over(redleaf: Command, row: str) -> None:
    run = redleaf("check", "--batch", stdin=f"{row}\n{rows(OWN)}")
    assert (run.code, run.out) == (1, "No two of these notes share a skeleton.\n")
    assert "line 1 is passed over" in run.err


@pytest.mark.parametrize("option", ["--network", "--brief", "--config"])
def test_an_option_that_would_do_nothing_is_wrong_use(redleaf: Command, option: str) -> None:
    run = redleaf("check", "--batch", option, "linkedin", stdin=rows(OWN))
    assert (run.code, run.out) == (2, "")
