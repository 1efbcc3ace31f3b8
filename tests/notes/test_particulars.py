"""Particulars: what could hardly be said to anybody else, and how honest a stretch is marked."""

from __future__ import annotations

from itertools import pairwise

import pytest

from redleaf.notes.note import Note
from redleaf.notes.particulars import STRONG, particularity
from tests.patience import patience


def marked(text: str, *kinds: str) -> list[str]:
    return [
        each.span.of(text)
        for each in Note(text).particulars
        if not kinds or each.kind in kinds
    ]  # fmt: skip


def is_particular(text: str) -> bool:
    return particularity(Note(text).particulars) >= STRONG


@pytest.mark.parametrize(
    "text",
    [
        "You patched my canoe at the weir and would take nothing for it.",
        "I trained you on the night desk; now you run the paper.",
        "We rebuilt your grandfather's clock and found his initials in it.",
        "Your rain gauge saved our harvest.",
        "Thanks for carrying the harp upstairs.",
        "Thank you for the umbrella, it is dry again.",
        "I'm the one who dropped the trifle.",
        "Imre's dad here, the one with the dog.",
        "My aunt says you were the best goalkeeper of the street.",
        "From the queue at the ferry: the tall one with the cello.",
        "Your lecture with the broken bicycle is still our family's joke.",
        "We took the same class in bookbinding.",
        "Du hast mir am Gleis den Koffer getragen.",
        "Vous m'avez prêté une échelle au marché.",
        "Me prestaste la bomba de la bici en la cuesta.",
        "Mi hai insegnato a legare la vite.",
        "Você me ensinou a remendar a rede.",
        "Je leende me je fietspomp bij de brug.",
    ],
)
def test_it_sees_what_only_two_share(text: str) -> None:
    assert is_particular(text), Note(text).particulars


@pytest.mark.parametrize(
    "text",
    [
        "I see you work at Bramblewick and would love to connect.",
        "Hi Piet, as Head of Data at Bramblewick in Ghent you know 3 things about AI.",
        "I found your profile and was impressed by your background.",
        "Your profile caught my eye and impressed our team.",
        "I hope you enjoyed the weekend and the sun.",
        "If you needed help with sales, we would be glad to talk.",
        "Thanks for connecting with me.",
        "Thank you for the opportunity to connect.",
        "You have been selected for our award.",
        "Great meeting you at [Event]!",
        "Looking forward to your posts, Chidi.",
        "Happy birthday, Ben!",
    ],
)
def test_it_is_not_taken_in_by_what_a_template_can_hold(text: str) -> None:
    assert not is_particular(text), Note(text).particulars


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("At the show you said nobody paints in the fog, which is true.",
         "you said nobody paints in the fog"),
        ("Great meeting you over soup on Tuesday.", "Great meeting you over soup on Tuesday"),
        ("Thank you for lending the ladder and the saw.", "Thank you for lending the ladder"),
        ("I hired you as a page in the old library behind the station.",
         "I hired you as a page"),
    ],
)  # fmt: skip
def test_it_marks_to_the_end_of_the_clause(text: str, stretch: str) -> None:
    assert stretch in marked(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was at Pots & Pans that the lid flew.", "Pots & Pans"),
        ("The fog in the Bay of Plenty was thick.", "Bay of Plenty"),
        ("The bread of Pão de Queijo is good.", "Pão de Queijo"),
        ("The tide at Lough Neagh was low.", "Lough Neagh"),
    ],
)
def test_it_joins_the_words_of_one_name(text: str, name: str) -> None:
    assert name in marked(text, "name")


def test_it_tells_a_place_after_a_comma_from_a_reader_who_is_called() -> None:
    kinds = {
        text: [each.kind for each in Note(text).particulars]
        for text in ("They sell it in Porto, Lisbon.", "They sell it there, Lisbon.")
    }
    assert list(kinds.values()) == [["name", "name"], []]


def test_it_counts_a_name_and_a_number_as_fillable() -> None:
    text = "The 12 pumps of Bramblewick and the 14 of Ghent and the 9 of Lille run."
    assert 0 < particularity(Note(text).particulars) < STRONG


def test_it_keeps_spans_apart_and_in_order() -> None:
    text = (
        "You lent me the pump on Friday in Ghent, and I still owe you the 12 pears you asked for."
    )
    spans = [each.span for each in Note(text).particulars]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_it_reads_a_very_long_text_to_its_end() -> None:
    sentence = (
        "you asked your uncle for the kiln that I lent you in Ghent and your saw cut my plank "
    )
    with patience():
        assert len(Note(sentence * 2000).particulars) >= len(Note(sentence).particulars)
