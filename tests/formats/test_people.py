"""One spelling for profile links and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redleaf.formats.linkedin.people import name_key, profile_link, profile_slug


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/tove-lind",
        "https://www.linkedin.com/in/tove-lind/",
        "http://linkedin.com/in/Tove-Lind?trk=abc",
        "https://se.linkedin.com/in/tove-lind/en",
        "www.linkedin.com/in/tove-lind",
        "https://www.linkedin.com/comm/in/tove-lind?midToken=x#top",
        "https://www.linkedin.com/in/tove%2Dlind",
    ],
)
def test_spellings_of_one_link_are_one(url: str) -> None:
    assert profile_slug(url) == "tove-lind"


@pytest.mark.parametrize(
    "url", ["", "https://example.org/in/tove-lind", "javascript:alert(1)", "tove"]
)
def test_other_addresses_are_no_profile(url: str) -> None:
    assert profile_slug(url) == ""


@given(st.text(min_size=1))
def test_a_link_made_from_any_slug_leads_to_linkedin(slug: str) -> None:
    link = profile_link(slug)
    assert link.startswith("https://www.linkedin.com/in/")
    assert not set(link) & set("<>\"' \n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siobhán Ní Dhálaigh", "siobhan ni dhalaigh"),
        ("Tove Lind, Ph.D.", "Tove  LIND"),
        ("🎨 Tove Lind", "Tove Lind"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
