"""What every rule keeps: a page with its source, a name, examples that are found and left."""

from __future__ import annotations

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import redleaf
from redleaf.judging import VERDICTS, Report, Settings
from redleaf.judging.checking import SCORES
from redleaf.notes.brief import Brief
from redleaf.notes.note import KINDS
from redleaf.rules import Severity
from redleaf.rules.catalogue import all_rules
from redleaf.rules.rule import FAMILIES, Example, Rule
from tests.project.tree import ROOT

SECTIONS = ("Why it matters", "Known limits", "Keep it when", "Source")
SOURCES = re.findall(r"^## (.+)$", (ROOT / "docs" / "sources.md").read_text("utf-8"), re.MULTILINE)
SOURCE = re.compile(r'docs/sources\.md, "([^"]+)"')
MOST_LINES = 40
PREVIEWS = Settings(preview=True)

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


def examples(kind: str) -> list[ParameterSet]:
    return [
        pytest.param(
            rule,
            example if isinstance(example, Example) else Example(example),
            id=f"{rule.name}-{number}",
        )
        for rule in all_rules()
        for number, example in enumerate(getattr(rule, kind))
    ]


@each_rule
def test_its_page_has_its_sections(rule: Rule) -> None:
    assert rule.title.endswith(".")
    empty = [heading for heading in SECTIONS if not rule.section(heading)]
    assert not empty


@each_rule
def test_its_source_is_a_heading_of_the_sources(rule: Rule) -> None:
    named = SOURCE.findall(rule.section("Source"))
    assert named
    assert not [name for name in named if name not in SOURCES]


@each_rule
def test_its_name_is_the_fault(rule: Rule) -> None:
    """`allow demand` reads well; `allow no-demands` does not."""
    assert re.fullmatch(r"[a-z]+/[a-z]+(?:-[a-z]+)*", rule.name)
    cures = {"no", "avoid", "be", "dont", "never", "check", "allow", "prefer", "use"}
    assert rule.name.partition("/")[2].partition("-")[0] not in cures


def test_no_two_names_clash() -> None:
    names = [name for rule in all_rules() for name in (rule.name, *rule.aliases)]
    assert not [name for name, count in Counter(names).items() if count > 1]
    stems = Counter(name.partition("/")[2] for name in names)
    assert not [stem for stem, count in stems.items() if count > 1]


def test_there_are_enough_in_every_family() -> None:
    counts = Counter(rule.family for rule in all_rules() if not rule.preview)
    assert sum(counts.values()) >= 24
    assert set(counts) == set(FAMILIES)
    assert min(counts.values()) >= 4


@each_rule
def test_it_says_what_is_and_what_to_do(rule: Rule) -> None:
    assert rule.message.endswith((".", "?"))
    assert rule.advice.endswith((".", "?"))
    assert rule.message[0].isupper() or rule.message.startswith("{")
    assert "!" not in rule.message + rule.advice


@each_rule
def test_its_words_pass_the_rules(rule: Rule) -> None:
    for said in (rule.message, rule.advice, rule.title):
        words = re.sub(r"{\w+}", "Mara", said)
        findings = redleaf.check(words, kind="message").findings
        assert not [f.rule for f in findings if f.severity is not Severity.ADVICE], words


@each_rule
def test_its_numbers_are_in_bounds(rule: Rule) -> None:
    assert set(rule.costs) <= set(SCORES)
    assert all(0 < cost <= 100 for cost in rule.costs.values())
    assert set(rule.kinds) <= set(KINDS)
    assert rule.suggests in ("", *VERDICTS)
    assert bool(rule.suggests) == (rule.weight > 0)


@each_rule
def test_it_has_three_finds_and_as_many_near_misses(rule: Rule) -> None:
    assert len(rule.finds) >= 3
    assert len(rule.leaves) >= 3


@pytest.mark.parametrize(("rule", "example"), examples("finds"))
def test_it_finds_what_is_marked(rule: Rule, example: Example) -> None:
    text, marks = unmarked(example.text)
    report = checked(text, example)
    found = [(f.start, f.end) for f in report.findings if f.rule == rule.name]
    assert marks
    assert [text[start:end] for start, end in found] == [text[start:end] for start, end in marks]
    assert found == marks


@pytest.mark.parametrize(("rule", "example"), examples("leaves"))
def test_it_leaves_the_near_miss(rule: Rule, example: Example) -> None:
    assert "⟦" not in example.text
    report = checked(example.text, example)
    found = [example.text[f.start : f.end] for f in report.findings if f.rule == rule.name]
    assert not found


@each_rule
def test_its_code_is_short(rule: Rule) -> None:
    """What counts is code: not the page, not the examples, not what is imported."""
    family, _, name = rule.name.partition("/")
    module = import_module(f"redleaf.rules.{family}.{name.replace('-', '_')}")
    assert len(code_lines(Path(str(module.__file__)).read_text("utf-8"))) <= MOST_LINES


def checked(text: str, example: Example) -> Report:
    brief = Brief.from_json(example.brief) if example.brief else None
    return redleaf.check(
        text, network=example.network, brief=brief, kind=example.kind, settings=PREVIEWS
    )


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the places that were marked."""
    plain = ""
    marks: list[tuple[int, int]] = []
    for part in re.split(r"(⟦[^⟧]*⟧)", text):
        words = part.strip("⟦⟧") if part.startswith("⟦") else part
        if part.startswith("⟦"):
            marks.append((len(plain), len(plain) + len(words)))
        plain += words
    return plain, marks


def code_lines(source: str) -> list[str]:
    tree = ast.parse(source)
    beside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("finds", "leaves"):
            beside.update(range(node.value.lineno, (node.value.end_lineno or 0) + 1))
        elif isinstance(node, ast.stmt) and is_no_code(node):
            beside.update(range(node.lineno, (node.end_lineno or 0) + 1))
    lines = enumerate(source.splitlines(), 1)
    return [
        line
        for number, line in lines
        if number not in beside and line.strip() and not line.strip().startswith("#")
    ]


def is_no_code(node: ast.stmt) -> bool:
    """An import, or a text that stands alone: the page, a docstring."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
