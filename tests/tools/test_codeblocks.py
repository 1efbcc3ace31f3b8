"""The runner of code blocks sees a lie, and writes the truth over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import codeblocks
from tools.codeblocks import problems, renew


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(codeblocks, "ROOT", tmp_path)
    return tmp_path / "page.md"


def write(page: Path, language: str, *lines: str, above: str = "") -> None:
    page.write_text("\n".join([above, f"```{language}", *lines, "```", ""]), "utf-8")


TRUE = {
    "a command and what it prints": ("console", "$ echo one; echo two", "one", "two"),
    "any lines in between": ("console", "$ printf '1\\n2\\n3\\n'", "1", "...", "3"),
    "an exit code": ("console", "$ echo no; exit 3  # exit 3", "no"),
    "a command over two lines": ("console", "$ echo one \\", "> two", "one two"),
    "an expression and its value": ("python", "sum([1, 2])  # -> 3"),
    "names from line to line": ("python", "a = 1", "a + 1  # -> 2"),
    "json": ("json", '{"a": 1}'),
    "toml": ("toml", "a = 1"),
    "text": ("text", "anything {"),
}
FALSE = {
    "other output": ("console", "$ echo one", "two"),
    "output that is missing": ("console", "$ echo one"),
    "output that goes on": ("console", "$ echo one", "one", "two"),
    "a failure that is not told": ("console", "$ exit 3"),
    "a success told as a failure": ("console", "$ true  # exit 1"),
    "output without a command": ("console", "one"),
    "another value": ("python", "sum([1, 2])  # -> 4"),
    "code that fails": ("python", "1 / 0"),
    "broken json": ("json", '{"a": 1'),
    "broken toml": ("toml", "a ="),
    "no language": ("", "anything"),
}


@pytest.mark.parametrize("block", TRUE.values(), ids=TRUE)
def test_it_finds_nothing_in_a_true_block(page: Path, block: tuple[str, ...]) -> None:
    write(page, *block)
    assert [str(problem) for problem in problems(page)] == []


@pytest.mark.parametrize("block", FALSE.values(), ids=FALSE)
def test_it_finds_what_is_not_true(page: Path, block: tuple[str, ...]) -> None:
    write(page, *block)
    [problem] = problems(page)
    assert str(problem).startswith("page.md:3")


def test_a_block_under_a_name_is_a_file_for_the_commands_below(page: Path) -> None:
    page.write_text(
        '<!-- file: a.json -->\n```json\n{"a": 1}\n```\n\n'
        '```console\n$ cat a.json\n{"a": 1}\n```\n',
        "utf-8",
    )
    assert list(problems(page)) == []


def test_it_writes_what_is_printed_today(page: Path) -> None:
    write(page, "console", "$ echo one", "two")
    assert renew(page) == (True, [])
    assert list(problems(page)) == []
    assert "$ echo one\none\n```" in page.read_text("utf-8")


def test_it_leaves_a_true_page_as_it_is(page: Path) -> None:
    write(page, "console", "$ printf '1\\n2\\n3\\n'", "1", "...", "3")
    before = page.read_text("utf-8")
    assert renew(page) == (False, [])
    assert page.read_text("utf-8") == before


def test_it_says_what_has_to_be_mended_by_hand(page: Path) -> None:
    write(page, "python", "1 / 0")
    changed, by_hand = renew(page)
    assert not changed
    assert "ZeroDivisionError" in by_hand[0]
