"""Quotations: what stands in marks is somebody else's, and what stands between two is not."""

from __future__ import annotations

import pytest

from redleaf.notes.quotations import quotations_of


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("You said “bring a lamp”, twice.", ["“bring a lamp”"]),
        ("Sie sagten „nur mit Licht“ dazu.", ["„nur mit Licht“"]),
        ("Vous disiez «avec une lampe» hier.", ["«avec une lampe»"]),
        ('You said "bring a lamp".', ['"bring a lamp"']),
        ("He said “she said “bring a lamp””.", ["“bring a lamp”"]),
        ("A mark “that nobody closes, then “bring a lamp”", ["“bring a lamp”"]),
        ('Between "oar" and all of this "mast" nobody is quoted.', []),
        ("No marks at all.", []),
    ],
)
def test_it_finds_what_stands_in_marks(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quotations_of(text, shortest=8)] == quoted
