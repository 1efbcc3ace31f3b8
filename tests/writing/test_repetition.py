"""Repetition: what words cost that come back in a note."""

from __future__ import annotations

from redleaf.writing.languages import language
from redleaf.writing.repetition import repetition

COMMON = language("en").common


def test_it_finds_nothing_where_each_word_of_weight_stands_once() -> None:
    assert repetition("I mend oars, and I'd gladly send you the tide tables.", COMMON) == 0


def test_it_counts_a_word_in_whatever_form_it_comes_back() -> None:
    assert repetition("I throw kettles, and a kettle is yours.", COMMON) > 0


def test_a_third_time_costs_more_than_twice_the_second() -> None:
    twice = repetition("Kettles like a kettle.", COMMON)
    assert repetition("Kettles like a kettle, kettle.", COMMON) > 2 * twice > 0
