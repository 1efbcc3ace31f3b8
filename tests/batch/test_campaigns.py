"""Campaigns: many notes from one skeleton are found; many notes by one person are not one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.batch.campaigns import Campaign, find_campaigns
from redleaf.batch.shared_skeleton import shared_skeleton
from tests.batch.piles import OWN_PILES, merged, piles_in

# It took minutes; on a busy machine it takes two.
LONG_LETTERS_SECONDS = 10.0
KNOWN_MISSES = {"spun": 2, "written_after": 1}


def found(*notes: str, at_least: int = 2) -> list[Campaign]:
    return find_campaigns(((str(at), note) for at, note in enumerate(notes)), at_least=at_least)


def test_it_finds_a_form_that_was_filled_in() -> None:
    notes = merged("Hi {name}, I admire what {firm} does. Shall we connect and trade ideas?")
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


def test_it_finds_a_letter_that_was_told_in_six_wordings() -> None:
    (campaign,) = found(
        "Hi Tove, your boards are what our surf school needs. Could you lend us ten for a summer?",
        "Hello Ugo, would you lend our surf school ten boards for the summer? They look perfect.",
        "Dear Vera, for our surf school I look for boards on loan: ten of yours, one summer?",
        "Hi Wim, ten boards for one summer, on loan to our surf school: is that thinkable?",
        "Hey Xenia, our surf school would love to borrow ten boards from you over the summer.",
        "Hi Yusuf, might our surf school have ten of your boards on loan this summer?",
    )
    assert len(campaign.members) == 6


def test_long_news_for_all_with_a_line_for_each_is_no_campaign() -> None:
    news = "thank you for rowing with us; the old boathouse has its roof back thanks to you."
    end = "The photographs will hang in the library from May."
    assert not found(
        f"Dear Tove, {news} Your brother steered as though the weir were a rumour. {end} Ines",
        f"Dear Ugo, {news} I have kept the oar you broke, it makes a fine curtain rail. {end} Ines",
        f"Dear Vera, {news} Nobody else would have sung the whole way to Ely. {end} Ines",
        f"Dear Wim, {news} Please thank your mother for forty pancakes and a blanket. {end} Ines",
        f"Dear Xenia, {news} The heron you saw has a nest now, above the third lock. {end} Ines",
    )


def test_a_pitch_with_a_line_of_bait_for_each_is_a_campaign() -> None:
    pitch = (
        "We help growing firms automate their invoices. Open to a fifteen minute demo next week?"
    )
    bait = (
        "loved your talk on kilns!",
        "congrats on the new museum shop.",
        "your post about tides made my day.",
        "I noticed that you studied in Delft.",
        "great podcast on slow glass.",
        "what a year for Brandt.",
    )
    notes = [
        note.replace("BAIT", line)
        for note, line in zip(merged(f"Hi {{name}}, BAIT {pitch}"), bait, strict=True)
    ]
    (campaign,) = found(*notes)
    assert len(campaign.members) == 6


def test_two_forms_in_one_pile_are_two_campaigns() -> None:
    one = merged("Hi {name}, I saw that you work at {firm} and would love to exchange ideas.")
    two = merged("Dear {name}, our webinar on wages is free. May I hold a seat for {firm}?")
    campaigns = found(*(note for pair in zip(one, two, strict=True) for note in pair))
    assert [each.places for each in campaigns] == [(0, 2, 4, 6, 8, 10), (1, 3, 5, 7, 9, 11)]


def test_two_short_notes_that_share_a_word_or_two_are_no_campaign() -> None:
    assert not found(
        "Tove, I owe you a bar of music and a beer. Hannes",
        "Ugo, I owe you a lamp. Hannes",
        "Vera, the lamp is yours on Thursday. Hannes",
    )


def test_a_campaign_stands_apart_from_the_personal_notes_around_it() -> None:
    letters = merged("Hi {name}, I saw that you work at {firm} and would love to exchange ideas.")
    own = [
        "Tove, the blue one you liked broke in the kiln. I made another.",
        "Ugo, thank you for the lift to Leith; the bridge was worth the wait.",
    ]
    (campaign,) = found(own[0], *letters, own[1])
    assert campaign.members == ("1", "2", "3", "4", "5", "6")


def test_it_leaves_groups_smaller_than_asked_for() -> None:
    notes = merged("Hi {name}, I saw that you work at {firm} and would love to exchange ideas.")
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
    notes = merged("Hi {name}, we both work near {firm}. Shall we connect and trade ideas?")
    (campaign,) = found(*[notes[at] for at in order])
    assert len(campaign.members) == 6


def test_the_open_piles_are_told_apart(shared_data: Path) -> None:
    assert not _told_wrongly(shared_data / "briefs-written" / "piles.jsonl")


@pytest.mark.parametrize("path", OWN_PILES, ids=lambda path: path.stem)
def test_the_piles_of_the_benchmark_are_told_apart(path: Path) -> None:
    """But for letters put together from pieces that have hardly a word in common."""
    wrong = _told_wrongly(path)
    assert len(wrong) <= KNOWN_MISSES.get(path.stem, 0), wrong
    assert not [pile for pile in piles_in(path) if pile["pile"] in wrong and not pile["merge"]]


def test_campaigns_are_found_among_the_notes_of_many_writers() -> None:
    """All single letters of the benchmark around a few forms: each writer shares stock words."""
    piles = [pile for path in OWN_PILES for pile in piles_in(path)]
    single = [note for pile in piles if not pile["merge"] for note in pile["notes"]]
    forms = [
        merged("Hi {name}, I saw that you work at {firm} and would love to exchange ideas."),
        merged("Dear {name}, our webinar on wages is free. May I hold a seat for {firm}?"),
    ]
    campaigns = found(*forms[0], *single, *forms[1])
    assert [len(each.members) for each in campaigns[:2]] == [6, 6]
    assert sum(len(each.members) for each in campaigns[2:]) <= len(single) // 50


def _told_wrongly(path: Path) -> list[str]:
    """The piles that are wrong: merged and not seen as one, or single with any campaign."""
    return [
        pile["pile"]
        for pile in piles_in(path)
        if not _is_told(found(*pile["notes"]), len(pile["notes"]), is_merged=pile["merge"])
    ]


def _is_told(campaigns: list[Campaign], notes: int, *, is_merged: bool) -> bool:
    if not is_merged:
        return not campaigns
    return any(len(campaign.members) >= 0.8 * notes for campaign in campaigns)


def test_long_letters_of_one_word_over_and_over_are_compared_in_seconds() -> None:
    """Whoever sends two of them must not be able to stop the inbox of whoever gets them."""
    started = time.process_time()
    shared_skeleton(["kiln " * 3_000, "kiln glaze " * 1_500, "glaze kiln, " * 1_500])
    assert time.process_time() - started < LONG_LETTERS_SECONDS
