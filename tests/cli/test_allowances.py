"""Findings that the settings let stand: each for a reason, and named when nothing needs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import time_machine

from redleaf import check
from redleaf.judging import Settings
from tests.cli.running import Command

DEFAULT = "I'd like to add you to my professional network on LinkedIn."
BUZZ = "We could explore synergies together."
# Long enough for all words together to be heard.
STOCK = (
    "Hello, I think it would be great to connect with someone in your line of work. "
    "We could explore synergies together and share ideas."
)
REASON = "This is what the conference is called."


def allow(**table: str) -> str:
    """A table of the settings; values are TOML."""
    lines = [f"{key} = {value}" for key, value in {"reason": f'"{REASON}"', **table}.items()]
    return "\n".join(["[[allow]]", *lines, ""])


def report(redleaf: Command, text: str, *args: str) -> dict[str, Any]:
    run = redleaf("check", "--format", "json", *args, stdin=text)
    loaded: dict[str, Any] = json.loads(run.out)
    return {**loaded["reports"][0], "unused": loaded["unused_allowances"], "code": run.code}


def rules(findings: list[dict[str, Any]]) -> list[str]:
    return [finding["rule"] for finding in findings]


def test_what_is_allowed_is_no_finding_and_stands_apart_with_its_reason(redleaf: Command) -> None:
    before = report(redleaf, DEFAULT)
    Path("redleaf.toml").write_text(allow(rule='"boring/default-text"'))
    after = report(redleaf, DEFAULT)
    assert (before["code"], before["verdict"], before["allowed"]) == (1, "default", [])
    assert "boring/default-text" not in rules(after["findings"])
    assert after["verdict"] != "default"
    assert after["scores"]["interest"] > before["scores"]["interest"]
    (allowed,) = after["allowed"]
    assert allowed == {**before["findings"][0], "reason": REASON}
    assert after["unused"] == []


def test_it_may_stand_in_pyproject(redleaf: Command) -> None:
    table = allow(rule='"boring/default-text"').replace("[[allow]]", "[[tool.redleaf.allow]]")
    Path("pyproject.toml").write_text(table)
    assert "boring/default-text" in rules(report(redleaf, DEFAULT)["allowed"])
    Path("pyproject.toml").write_text(table.replace("reason", "reasons"))
    run = redleaf("check", stdin=DEFAULT)
    assert "pyproject.toml: tool.redleaf.allow.0.reasons: there is no such setting" in run.err


def test_it_is_told_in_words(redleaf: Command) -> None:
    Path("redleaf.toml").write_text(allow(rule='"boring/default-text"'))
    run = redleaf("check", stdin=DEFAULT)
    assert f"Allowed: boring/default-text. {REASON}" in run.out
    assert run.err == ""


def test_it_can_be_bound_to_words(redleaf: Command) -> None:
    found = rules(report(redleaf, BUZZ)["findings"])
    Path("redleaf.toml").write_text(allow(rule='"boring/buzzwords"', text='"SYNERGIES"'))
    after = report(redleaf, BUZZ)
    assert "boring/buzzwords" in found
    assert "boring/buzzwords" not in rules(after["findings"])
    assert rules(after["allowed"]) == ["boring/buzzwords"]
    Path("redleaf.toml").write_text(allow(rule='"boring/buzzwords"', text='"leverage"'))
    assert "boring/buzzwords" in rules(report(redleaf, BUZZ)["findings"])


def test_what_was_heard_in_all_words_together_can_be_allowed_too(redleaf: Command) -> None:
    buzz = allow(rule='"boring/buzzwords"')
    Path("redleaf.toml").write_text(buzz)
    before = report(redleaf, STOCK)
    (heard,) = [rule for rule in rules(before["findings"]) if "/reads-like-" in rule]
    Path("redleaf.toml").write_text(buzz + allow(rule=f'"{heard}"'))
    after = report(redleaf, STOCK)
    assert heard not in rules(after["findings"])
    assert heard in rules(after["allowed"])
    assert after["reason"] != before["reason"]


def test_it_stands_where_it_was_written_in_a_text_in_mark_up(redleaf: Command) -> None:
    Path("redleaf.toml").write_text(allow(rule='"boring/default-text"'))
    marked = f"<p>{DEFAULT.replace(' ', '&nbsp;', 1)}</p>"
    (allowed, *_) = report(redleaf, marked, "--kind", "email")["allowed"]
    assert marked[allowed["start"] : allowed["end"]].startswith("I'd&nbsp;like")


@pytest.mark.parametrize(
    ("pattern", "holds"),
    [
        ("templates/*.md", True),
        ("*.md", True),
        ("first.md", True),
        ("*/first.*", True),
        ("notes/*.md", False),
        ("*.txt", False),
        ("irst.md", False),
    ],
)
def test_it_can_be_bound_to_files(redleaf: Command, pattern: str, holds: bool) -> None:
    Path("redleaf.toml").write_text(allow(rule='"boring/default-text"', files=f'["{pattern}"]'))
    Path("templates").mkdir()
    Path("templates/first.md").write_text(DEFAULT)
    for args in (
        ["templates/first.md"],
        ["templates"],
        ["-", "--stdin-name", "templates/first.md"],
    ):
        found = report(redleaf, DEFAULT, *args)
        assert ("boring/default-text" in rules(found["allowed"])) == holds
        assert found["source"] == str(Path("templates/first.md"))
    assert report(redleaf, DEFAULT)["allowed"] == []


@pytest.mark.parametrize(("day", "holds"), [("2027-01-31", True), ("2027-02-01", False)])
def test_it_can_end(redleaf: Command, day: str, holds: bool) -> None:
    Path("redleaf.toml").write_text(allow(rule='"boring/default-text"', until="2027-01-31"))
    with time_machine.travel(f"{day} 12:00", tick=False):
        found = report(redleaf, DEFAULT)
        run = redleaf("check", stdin=DEFAULT)
    assert ("boring/default-text" in rules(found["allowed"])) == holds
    assert ("until 2027-01-31" in run.err) == (not holds)
    assert [each["why"] for each in found["unused"]] == ([] if holds else ["ended"])


def test_one_that_nothing_needs_is_named(redleaf: Command) -> None:
    Path("redleaf.toml").write_text(
        allow(rule='"boring/default-text"') + allow(rule='"boring/buzzwords"')
    )
    found = report(redleaf, DEFAULT)
    run = redleaf("check", stdin=DEFAULT)
    assert found["unused"] == [
        {"number": 1, "rule": "boring/buzzwords", "reason": REASON, "why": "not-needed"}
    ]
    assert "allow.1: nothing here needs boring/buzzwords to be allowed" in run.err


def test_one_that_is_bound_to_files_not_checked_here_may_well_be_needed(redleaf: Command) -> None:
    Path("redleaf.toml").write_text(allow(rule='"boring/buzzwords"', files='["letters/*.txt"]'))
    run = redleaf("check", stdin=DEFAULT)
    assert run.err == ""


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[allow]]\nrule = "boring/buzzwords"', "redleaf.toml: allow.0.reason: say why"),
        (allow(rule='"boring/buzzwords"', reason='" "'), "allow.0.reason: say why"),
        (allow(rule='"boring/buzword"'), "allow.0.rule: there is no such rule. Did you mean"),
        (allow(), "allow.0.rule: name the rule"),
        (allow(rule='"boring/buzzwords"') + allow(rule='"boring/buzzwords"', file='"x"'),
         "allow.1.file: there is no such setting. Did you mean files?"),
        (allow(rule='"boring/buzzwords"', until='"soon"'), "allow.0.until: this must be a day"),
        (allow(rule='"boring/buzzwords"', until="2027-01-31T10:00:00"), "allow.0.until: this must"),
        (allow(rule='"boring/buzzwords"', files='"*.md"'), "allow.0.files: this must be a list"),
        (allow(rule='"boring/buzzwords"', files='[""]'), "allow.0.files: an empty pattern"),
        (allow(rule='"boring/buzzwords"', files='["./"]'), "allow.0.files: an empty pattern"),
        (allow(rule='"boring/buzzwords"', text="3"), "allow.0.text: this must be a text"),
        ('[allow]\nrule = "boring/buzzwords"', "redleaf.toml: allow: write each of these"),
    ],
)  # fmt: skip
def test_a_mistake_is_an_error_that_names_it(redleaf: Command, toml: str, said: str) -> None:
    Path("redleaf.toml").write_text(toml)
    run = redleaf("check", stdin=DEFAULT)
    assert (run.code, run.out) == (1, "")
    assert said in run.err


def test_the_library_takes_them_too() -> None:
    table = {"rule": "boring/default-text", "reason": REASON}
    assert check(DEFAULT, settings=Settings.from_toml({"allow": [table]})).allowed
    bound = Settings.from_toml({"allow": [{**table, "files": ["*.md"]}]})
    assert not check(DEFAULT, settings=bound).allowed
