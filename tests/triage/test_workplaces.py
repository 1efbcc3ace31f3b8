"""Who says to work where Ana does is told so; a name that holds the company's is not that."""

from __future__ import annotations

import pytest

from redleaf.triage import Known, triage
from tests.triage.scene import KNOWN, invitation


def _reasons(company: str, headline: str) -> tuple[str, ...]:
    known = Known.from_json({**KNOWN, "owner": {**KNOWN["owner"], "company": company}})
    return triage([invitation(headline=headline)], known)[0].reasons


@pytest.mark.parametrize(
    ("company", "headline"),
    [
        ("Arc", "Weaver at Arc"),
        ("Arc", "Weberin bei Arc, Visby"),
        ("Arc", "Weaver @Arc"),
        ("Arc", "Weaver | Arc | Visby"),
        ("Lundqvist Looms", "Apprentice, Lundqvist Looms"),
        ("Post", "Sorting, Die Post."),
    ],
)
def test_a_headline_says_where_somebody_works(company: str, headline: str) -> None:
    assert f"Says to be at {company}, from a profile that you do not know." in _reasons(
        company, headline
    )


@pytest.mark.parametrize(
    ("company", "headline"),
    [
        ("Arc", "Architect at Foo"),
        ("Arc", "Arc welder in Falun"),
        ("Ida", "Candidate for the council"),
        ("Post", "Postdoc in Falun"),
        ("Post", "Post-doc at the dye works"),
        ("Loom", "Heirloom keeper"),
    ],
)
def test_a_word_that_holds_a_company_is_not_the_company(company: str, headline: str) -> None:
    assert not any("Says to be at" in each for each in _reasons(company, headline))
