"""Shared parts: what a note shares with its group is marked where it stands, slots beside it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.batch.shared_parts import Marker
from tests.batch.piles import merged


def marked(text: str, *group: str) -> str:
    parts = Marker([text, *group]).parts_of(text)
    for span in reversed(parts.shared):
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    return text


def test_it_marks_what_stays_and_leaves_the_slots() -> None:
    first, *others = merged("Hi {name}, I admire what {firm} does. Shall we trade ideas? Ines")
    assert marked(first, *others) == (
        "⟦Hi⟧ Tove, ⟦I admire what⟧ Kiln & Co ⟦does. Shall we trade ideas? Ines⟧"
    )


def test_it_tells_what_stands_in_the_slots() -> None:
    notes = merged("Hi {name}, I admire what {firm} does. Shall we trade ideas? Ines")
    parts = Marker(notes).parts_of(notes[1])
    assert [span.of(notes[1]) for span in parts.slots] == ["Ugo", "Museum Nord"]


def test_it_marks_words_that_stand_for_each_other() -> None:
    notes = (
        "Hi Tove, I came across your profile and would be glad to connect.",
        "Hello Ugo, I stumbled upon your profile and would love to connect.",
        "Hey Vera, I found your profile and should be happy to link up.",
        "Dear Wim, I noticed your profile and would be pleased to connect.",
        "Hi Xenia, I discovered your profile and would be delighted to connect.",
    )
    shown = marked(notes[1], *notes[0:1], *notes[2:])
    assert "⟦stumbled upon your profile and" in shown
    assert shown.endswith("to connect.⟧")


def test_places_count_code_points_of_the_text_as_it_was_given() -> None:
    notes = merged("👋 Hi {name}, ﬁne to see what {firm} does… Shall we trade ideas?")
    for note in notes:
        parts = Marker(notes).parts_of(note)
        assert any(span.of(note).endswith("Shall we trade ideas?") for span in parts.shared)
        assert not any("Hafen AG" in span.of(note) for span in parts.shared)


def test_scripts_without_spaces_are_marked_too() -> None:
    notes = [
        f"{name}様、先日の展示会ではありがとうございました。{topic}について一度お話を伺えますか。"
        for name, topic in zip(
            "田佐鈴高伊渡", ("窯", "釉薬", "硝子", "陶土", "茶碗", "灯り"), strict=True
        )
    ]
    shown = marked(notes[0], *notes[1:])
    assert "⟦先日の展示会ではありがとうございました。⟧窯" in shown


@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
@settings(deadline=None)
def test_shared_parts_and_slots_stand_apart_and_in_order(notes: list[str]) -> None:
    marker = Marker(notes)
    for note in notes:
        parts = marker.parts_of(note)
        spans = sorted((*parts.shared, *parts.slots))
        assert all(0 <= span.start < span.end <= len(note) for span in spans)
        assert all(one.end <= two.start for one, two in pairwise(spans))
        assert 0 <= parts.share <= 1
