"""Rules of the family untrue that hold a text against the brief; without one they are silent."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf import check
from redleaf.notes.brief import Brief
from redleaf.rules import Finding, Severity

MIRA = {
    "name": "Dr Margaret Holt-Sørensen",
    "given_name": "Margaret",
    "company": "Northsea Lifeboats",
}


def brief(**facts: Any) -> Brief:
    return Brief.from_json({"recipient": MIRA, **facts})


def found(rule: str, text: str, about: Brief | None = None, kind: str = "note") -> list[Finding]:
    return [each for each in check(text, brief=about, kind=kind).findings if each.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("untrue/wrong-name", "Hi Oliver, the engine of the lifeboat runs again."),
        ("untrue/wrong-name", "Dear Ms Hollt, the engine runs again."),
        ("untrue/met-without-encounter", "Margaret, great meeting you at the harbour."),
        ("untrue/met-without-encounter", "Margaret, as we discussed, the engine runs again."),
        ("untrue/fake-reply", "Following up on our conversation: the engine runs again."),
        ("untrue/wrong-company", "I admire your work at Seaglass Ferries."),
    ],
)
def test_it_finds_with_a_brief_and_is_silent_without(rule: str, text: str) -> None:
    assert found(rule, text, brief())
    assert not found(rule, text)


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi Margaret,",
        "Hello Peggy,",
        "Hi Maggie!",
        "Dear Dr Holt,",
        "Dear Dr Holt-Sorensen,",
        "Sehr geehrte Frau Dr. Holt,",
        "Dear Margaret Holt,",
        "Hi there,",
        "Dear neighbour,",
        "Heeeey, Cap'n,",
        "Duuuude,",
        "Greetings from Whitby,",
        "Dear Mrs Holt-Soerensen,",
        "Hello Margaret and Finn,",
    ],
)
def test_it_knows_the_reader_by_any_of_their_names(greeting: str) -> None:
    assert not found("untrue/wrong-name", f"{greeting}\nthe engine runs again.", brief())


@pytest.mark.parametrize("greeting", ["Hi Oliver,", "Dear Ms Lund,", "Hallo Herr Brandt,"])
def test_it_calls_another_name_an_error(greeting: str) -> None:
    findings = found("untrue/wrong-name", f"{greeting}\nthe engine runs again.", brief())
    assert [each.severity for each in findings] == [Severity.ERROR]
    assert not findings[0].fixes


def test_it_mends_a_misspelled_name() -> None:
    text = "Hi Margarte, the engine runs again."
    (finding,) = found("untrue/wrong-name", text, brief())
    (fix,) = finding.fixes
    mended = text[: fix.start] + fix.text + text[fix.end :]
    assert mended == "Hi Margaret, the engine runs again."
    assert not found("untrue/wrong-name", mended, brief())


def test_it_takes_a_place_before_a_comma_for_a_place() -> None:
    met = brief(encounters=[{"kind": "talk", "place": "Florence"}])
    assert not found("untrue/wrong-name", "Florence, last May: you held the rope.", met)
    assert not found("untrue/wrong-name", "Whitby, last May: you held the rope.", met)
    assert found("untrue/wrong-name", "Oliver, you held the rope.", met)


def test_it_does_not_compare_scripts() -> None:
    assert not found("untrue/wrong-name", "Здравствуйте, Маргарет!", brief())


def test_it_believes_a_meeting_that_the_brief_knows() -> None:
    text = "Margaret, great meeting you at the harbour."
    met = brief(encounters=[{"kind": "coffee", "place": "harbour"}])
    assert not found("untrue/met-without-encounter", text, met)
    assert not found("untrue/met-without-encounter", text, brief(recognition="close"))


def test_it_only_warns_of_a_meeting_where_something_is_shared() -> None:
    text = "Margaret, great meeting you at the harbour."
    (bare,) = found("untrue/met-without-encounter", text, brief())
    (shared,) = found("untrue/met-without-encounter", text, brief(shared=["both sail at Whitby"]))
    assert (bare.severity, shared.severity) == (Severity.ERROR, Severity.WARNING)


def test_it_asks_which_work_was_praised() -> None:
    noticed = brief(noticed=[{"kind": "talk", "title": "Ropes that remember"}])
    rule = "untrue/praised-work-not-named"
    assert found(rule, "Margaret, I loved your talk!", noticed)[0].severity is Severity.WARNING
    assert found(rule, "Margaret, I loved your talk!")[0].severity is Severity.ADVICE
    assert not found(rule, "I loved your talk on ropes that remember.", noticed)


def test_it_sees_a_fake_reply_at_the_top_of_a_first_message() -> None:
    assert found("untrue/fake-reply", "Re: your engine\nHello Margaret.")
    assert not found("untrue/fake-reply", "Re: your engine\nHello Margaret.", kind="email")
    known = brief(encounters=[{"kind": "call", "topics": ["the engine"]}])
    assert not found("untrue/fake-reply", "Re: your engine\nHello Margaret.", known)


@pytest.mark.parametrize(
    "text",
    [
        "I admire your work at Northsea.",
        "I admire your work at the Northsea Lifeboats.",
        "I admire your work at NL.",
        "Your former team at Seaglass Ferries misses you.",
        "I met your colleagues at Whitby.",
    ],
)
def test_it_leaves_the_readers_own_places(text: str) -> None:
    met = brief(encounters=[{"kind": "talk", "place": "Whitby"}])
    assert not found("untrue/wrong-company", text, met)


def test_it_takes_out_what_nobody_sees() -> None:
    text = "The en\u200bgine ru\u2060ns."
    (finding,) = found("untrue/invisible-characters", text)
    for fix in reversed(finding.fixes):
        text = text[: fix.start] + fix.text + text[fix.end :]
    assert text == "The engine runs."
    assert not found("untrue/invisible-characters", text)


@pytest.mark.parametrize(
    ("recipient", "called"),
    [
        ({"name": "Dr. Ana Ruiz"}, "Ana"),
        ({"name": "Prof. Dr. Ana Ruiz"}, "Ana"),
        ({"name": "Ana Ruiz", "given_name": "Anita"}, "Anita"),
        ({"name": "Ana"}, "Ana"),
        ({"name": "Dr."}, "Dr."),
    ],
)
def test_a_message_calls_the_reader_by_name_and_not_by_title(
    recipient: dict[str, str], called: str
) -> None:
    about = Brief.from_json({"recipient": recipient, "recognition": "unknown"})
    [finding] = found("untrue/met-without-encounter", "Great meeting you last week.", about)
    assert finding.message.startswith(f"{called} would search")
