"""Campaigns: many notes from one skeleton are found; many notes by one person are not one."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.batch.campaigns import Campaign, find_campaigns

NAMES = ("Tove", "Ugo", "Vera", "Wim", "Xenia", "Yusuf")
FIRMS = ("Kiln & Co", "Museum Nord", "Hafen AG", "Studio Rao", "Ottone", "Brandt Glas")


def found(*notes: str, at_least: int = 2) -> list[Campaign]:
    return find_campaigns(((str(at), note) for at, note in enumerate(notes)), at_least=at_least)


def filled(form: str) -> list[str]:
    return [form.format(name=name, firm=firm) for name, firm in zip(NAMES, FIRMS, strict=True)]


def test_it_finds_a_form_that_was_filled_in() -> None:
    notes = filled("Hi {name}, I admire what {firm} does. Shall we connect and trade ideas?")
    (campaign,) = found(*notes)
    assert campaign.members == ("0", "1", "2", "3", "4", "5")
    assert campaign.skeleton.startswith("Hi ⟨name⟩, I admire what ⟨…⟩ does. Shall we connect")
    assert campaign.shared > 0.9


def test_it_finds_a_form_under_changed_greetings_signs_and_capitals() -> None:
    (campaign,) = found(
        "Hi Tove, loved your show at the glass fair! Let's grow together",
        "Hello Ugo!! Loved your show at the glass fair 🚀 let's grow together",
        "hey Vera, LOVED your show at the glass fair... Let's grow together",
    )
    assert len(campaign.members) == 3


def test_it_finds_a_form_with_its_sentences_in_another_order() -> None:
    one, two, three = (
        "I run a small studio for brand films.",
        "Your glaze work stood out to me.",
        "It would be an honour to join your network.",
    )
    (campaign,) = found(f"Hi Tove! {one} {two} {three}", f"Hi Ugo! {three} {one} {two}")
    assert campaign.members == ("0", "1")


def test_it_does_not_take_letters_after_one_event_for_a_campaign() -> None:
    assert not found(
        "Hi Tove, good to meet you at the glass fair. Your kiln is on its way. Ines",
        "Hi Ugo, good to meet you at the glass fair. My aunt still repairs such lamps. Ines",
        "Hi Vera, good to meet you at the glass fair. The ferry left without your hat. Ines",
        "Hi Wim, good to meet you at the glass fair. You owe me a bar of music, by the way. Ines",
    )


def test_a_campaign_stands_apart_from_the_personal_notes_around_it() -> None:
    merged = filled("Hi {name}, I saw that you work at {firm} and would love to exchange ideas.")
    own = [
        "Tove, the blue one you liked broke in the kiln. I made another.",
        "Ugo, thank you for the lift to Leith; the bridge was worth the wait.",
    ]
    (campaign,) = found(own[0], *merged, own[1])
    assert campaign.members == ("1", "2", "3", "4", "5", "6")


def test_it_leaves_groups_smaller_than_asked_for() -> None:
    notes = filled("Hi {name}, I saw that you work at {firm} and would love to exchange ideas.")
    assert not found(*notes[:2], at_least=3)
    assert found(*notes[:3], at_least=3)


@pytest.mark.parametrize("note", ["", "Hi", "👋", "Hi Tove"])
def test_it_says_nothing_of_notes_too_short_to_tell(note: str) -> None:
    assert not found(*[note] * 5)


@given(st.lists(st.text(max_size=60), max_size=12))
@settings(deadline=None)
def test_every_note_is_in_one_campaign_at_most(notes: list[str]) -> None:
    members = [member for each in found(*notes) for member in each.members]
    assert len(members) == len(set(members))


@given(st.permutations(range(6)))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_notes_does_not_matter(order: list[int]) -> None:
    notes = filled("Hi {name}, we both work near {firm}. Shall we connect and trade ideas?")
    (campaign,) = found(*[notes[at] for at in order])
    assert len(campaign.members) == 6


def test_time_grows_with_the_number_of_notes_and_not_with_its_square() -> None:
    def seconds(count: int) -> float:
        notes = [
            (str(at), f"Tove{at}, lamp {at} word{at} stone{at} hill{at}") for at in range(count)
        ]
        start = time.process_time()
        find_campaigns(notes)
        return time.process_time() - start

    seconds(200)
    assert seconds(2_000) < 4 * 3 * max(seconds(500), 0.01)


def test_the_piles_are_told_apart(shared_data: Path) -> None:
    piles = [
        json.loads(line)
        for line in (shared_data / "briefs-written" / "piles.jsonl").read_text("utf-8").splitlines()
    ]
    wrong = [pile["pile"] for pile in piles if _is_merge(pile["notes"]) != pile["merge"]]
    assert not wrong
    assert not [pile["pile"] for pile in piles if not pile["merge"] and found(*pile["notes"])]


def _is_merge(notes: list[str]) -> bool:
    return any(len(campaign.members) >= 8 for campaign in found(*notes))
