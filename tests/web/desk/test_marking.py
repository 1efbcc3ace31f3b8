"""Spans in a text, cut into pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redleaf.web.desk.marking import Span, pieces_of

TEXT = "Could you introduce me to your director this week?"


def span(number: int, words: str, family: str = "taking") -> Span:
    start = TEXT.index(words)
    return Span(number, start, start + len(words), family)


def test_it_cuts_where_a_span_starts_and_ends() -> None:
    pieces = pieces_of(TEXT, [span(1, "introduce me")])
    assert [piece.text for piece in pieces] == [
        "Could you ",
        "introduce me",
        " to your director this week?",
    ]
    assert [len(piece.around) for piece in pieces] == [0, 1, 0]
    assert [span.number for span in pieces[1].ends] == [1]


def test_it_shows_both_where_two_overlap() -> None:
    pieces = pieces_of(TEXT, [span(1, "introduce me to"), span(2, "to your director", "rude")])
    both = next(piece for piece in pieces if len(piece.around) == 2)
    assert both.text == "to"
    assert [each.number for each in both.ends] == [1]
    assert [each.number for each in both.begins] == [2]


def test_the_wider_span_lies_around_the_narrower() -> None:
    pieces = pieces_of(TEXT, [span(1, "director"), span(2, "your director this week")])
    inner = next(piece for piece in pieces if piece.text == "director")
    assert [each.number for each in inner.around] == [2, 1]


def test_it_keeps_to_the_text() -> None:
    pieces = pieces_of("Hi", [Span(1, 1, 99, "rude"), Span(2, 5, 9, "rude"), Span(3, 1, 1, "rude")])
    assert [(piece.text, len(piece.around)) for piece in pieces] == [("H", 0), ("i", 1)]


def test_nothing_has_no_pieces() -> None:
    assert pieces_of("", []) == []


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=8),
)
def test_the_pieces_are_the_text_and_each_span_ends_once(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    spans = [
        Span(number, min(one, other), max(one, other), "rude")
        for number, (one, other) in enumerate(ranges)
    ]
    pieces = pieces_of(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    ended = [each.number for piece in pieces for each in piece.ends]
    shown = [s.number for s in spans if s.start < min(s.end, len(text))]
    assert sorted(ended) == sorted(shown)
