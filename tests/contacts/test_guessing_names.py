"""Guessing the parts of a name: what to call somebody, or nothing where it cannot be told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.contacts.guessing import guessed_parts

TOLD = {
    "Mira Holt": ("Mira", "Holt"),
    "Dr. Mira Holt, PhD": ("Mira", "Holt"),
    "Holt, Mira": ("Mira", "Holt"),
    "HOLT Mira": ("Mira", "Holt"),
    "MIRA HOLT": ("Mira", "Holt"),
    "Mira Jo Holt": ("Mira", "Holt"),
    "Robert (Bob) Holt Jr.": ("Robert", "Holt"),
    "Pieter van den Berg": ("Pieter", "van den Berg"),
    "Guadalupe de la Cruz": ("Guadalupe", "de la Cruz"),
    "Omar bin Rashid": ("Omar", "bin Rashid"),
    "Seán Ó Dálaigh": ("Seán", "Ó Dálaigh"),
    "Nora O'Brien": ("Nora", "O'Brien"),
    "Abdul Rahman Khan": ("Abdul Rahman", "Khan"),
    "李小龙": ("小龙", "李"),
    "欧阳娜": ("娜", "欧阳"),
    "佐藤健太": ("健太", "佐藤"),
    "田中 太郎": ("太郎", "田中"),
    "김민수": ("민수", "김"),
    "Иванов Иван Петрович": ("Иван", "Иванов"),
    "Kowalska Anna": ("Anna", "Kowalska"),
    "Anna": ("Anna", ""),
    "Kim Novak": ("Kim", "Novak"),
    "Mira Holt 🌿": ("Mira", "Holt"),
}


@pytest.mark.parametrize("name", TOLD)
def test_it_tells_given_name_and_family(name: str) -> None:
    parts = guessed_parts(name)
    assert (parts.given, parts.family) == TOLD[name]


def test_it_knows_two_families_where_they_are_usual() -> None:
    parts = guessed_parts("María José García López", "es-ES")
    assert (parts.given, parts.family) == ("María José", "García López")
    assert guessed_parts("Lucía García López", "es").family == "García López"


def test_it_knows_where_families_come_first() -> None:
    assert guessed_parts("Nagy Ilona", "hu").given == "Ilona"


UNSURE = [
    "", "Li Wei", "Kim Min-su", "Nguyen Van An", "J. Holt", "さくら", "Madonna", "Prof.",
    "Mira & Jan", "mira@a.example", "Studio 54", "Skerry Kilns / Mira",
]  # fmt: skip


@pytest.mark.parametrize("name", UNSURE)
def test_it_says_nothing_where_it_cannot_tell(name: str) -> None:
    assert not guessed_parts(name).given


def test_it_says_nothing_of_latin_names_in_languages_with_the_family_first() -> None:
    assert not guessed_parts("Tanaka Mori", "ja").given


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.sampled_from(("", "es", "hu", "zh")))
def test_every_text_is_read_without_a_fault(name: str, language: str) -> None:
    parts = guessed_parts(name, language)
    letters = "".join(name.split()).casefold()
    assert all(part.casefold() in letters for part in parts.given.split())
