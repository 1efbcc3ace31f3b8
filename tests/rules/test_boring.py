"""Rules of the family boring that read the brief, the network or the kind of text."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf import check
from redleaf.notes.brief import Brief
from redleaf.rules import Finding, Severity


def brief(**facts: Any) -> Brief:
    return Brief.from_json({"recipient": {"name": "Ottilie Varga"}, **facts})


def found(rule: str, text: str, about: Brief | None = None, **options: str) -> list[Finding]:
    findings = check(text, brief=about, **options).findings  # type: ignore[arg-type]
    return [each for each in findings if each.rule == rule]


MET = [{"kind": "class", "place": "Pécs", "topics": ["mending accordions"]}]


@pytest.mark.parametrize("recognition", ["unknown", "faded", "recent"])
def test_it_misses_something_shared(recognition: str) -> None:
    about = brief(recognition=recognition)
    (finding,) = found("boring/nothing-shared", "Heyyy, what's new", about)
    assert finding.severity is Severity.WARNING
    assert (finding.start, finding.end) == (0, 17)


def test_it_lets_friends_wave() -> None:
    report = check("Heyyy, what's new", brief=brief(recognition="close"))
    assert report.findings == ()


def test_it_says_nothing_of_what_is_shared_without_a_brief() -> None:
    assert not found("boring/nothing-shared", "Heyyy, what's new")


@pytest.mark.parametrize(
    "text",
    [
        "Ottilie, does the accordion still wheeze?",
        "Greetings from Pecs, Ottilie.",
        "You told me to oil the reeds, and it worked.",
    ],
)
def test_it_is_content_with_one_fact_or_one_memory(text: str) -> None:
    assert not found("boring/nothing-shared", text, brief(recognition="recent", encounters=MET))


def test_it_does_not_take_the_name_for_common_ground() -> None:
    about = brief(recognition="recent", encounters=MET)
    assert found("boring/nothing-shared", "Hi Ottilie, how are things?", about)


def test_it_asks_for_the_fact_that_was_left_out() -> None:
    text = "You told me to oil the reeds, and it worked."
    about = brief(recognition="recent", encounters=MET)
    (finding,) = found("boring/facts-left-out", text, about)
    assert finding.severity is Severity.ADVICE
    assert "mending accordions" in finding.message
    assert not found("boring/facts-left-out", "You told me about accordions.", about)
    assert not found("boring/facts-left-out", text)


def test_it_wonders_at_an_introduction_among_friends() -> None:
    text = "Hi Ottilie, my name is Ernő and we met at the class in Pécs."
    rule = "boring/explanation-unnecessary"
    assert found(rule, text, brief(recognition="close"))
    assert not found(rule, text, brief(recognition="faded"))
    assert not found(rule, text)


def test_it_counts_what_is_too_much_for_the_network() -> None:
    text = "Ottilie, " + "the bellows hold again and the reeds are oiled. " * 5
    (finding,) = found("boring/too-long-for-the-network", text, network="linkedin")
    assert finding.severity is Severity.ERROR
    assert (finding.start, finding.end) == (200, len(text.rstrip()))
    assert f"{len(text.rstrip()) - 200} too long" in finding.message
    assert not found("boring/too-long-for-the-network", text)
    assert not found("boring/too-long-for-the-network", text, network="linkedin-premium")


def test_it_takes_the_briefs_own_limit() -> None:
    text = "Ottilie, the bellows hold again."
    assert found("boring/too-long-for-the-network", text, brief(limit=20))
    assert not found("boring/too-long-for-the-network", text, brief(limit=32))


def test_it_reads_posts_for_their_readers() -> None:
    rule = "boring/post-without-reader"
    assert found(rule, "Best soup of my life today.", kind="post")
    assert not found(rule, "Best soup of my life today.")
    assert not found(rule, "If the bellows leak, try beeswax before glue.", kind="post")


def test_it_softens_stock_words_beside_a_memory() -> None:
    rule = "boring/opening-for-anybody"
    (alone,) = found(rule, "I came across your profile.")
    (beside,) = found(rule, "I came across your profile. You lent me the accordion in Pécs.")
    assert (alone.severity, beside.severity) == (Severity.WARNING, Severity.ADVICE)


def test_it_hears_who_speaks_of_themselves_only() -> None:
    talk = "I mend accordions. I have a shop in Pécs. My prices are fair."
    assert found("boring/self-talk", talk)
    assert not found("boring/self-talk", f"{talk} Do you still play?")
