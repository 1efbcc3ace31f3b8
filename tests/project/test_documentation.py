"""Every page tells the truth: code blocks run, links lead somewhere, generated pages are fresh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project.tree import ROOT, SOURCE, tracked_files
from tools.codeblocks import blocks, problems
from tools.pages import generated, written_pages

LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
DOC = re.compile(r"\bdocs/[\w./-]+\.md\b")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", written_pages(), ids=name_of)
def test_the_code_blocks_of_a_page_run(page: Path) -> None:
    wrong = [str(problem) for problem in problems(page)]
    assert not wrong, "\n".join([*wrong, "`make docs` writes what they print today."])


def test_generated_pages_are_fresh() -> None:
    stale = [
        name_of(path)
        for path, text in generated().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    assert not stale, "run `make docs`"


def test_no_page_is_left_of_a_rule_that_went() -> None:
    made = generated()
    assert not [path for path in (ROOT / "docs" / "rules").rglob("*.md") if path not in made]


@pytest.mark.parametrize(
    "page", [path for path in tracked_files() if path.suffix == ".md"], ids=name_of
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = [one or other for one, other in LINK.findall(page.read_text("utf-8"))]
    broken = [
        link
        for link in links
        if "://" not in link
        and not link.startswith(("#", "mailto:"))
        and not (page.parent / link.partition("#")[0]).exists()
    ]
    assert not broken


def test_pages_named_in_the_code_exist() -> None:
    """A docstring or a message that sends people to docs/x.md has to find it there."""
    missing = {
        f"{path.relative_to(ROOT)}: {page}"
        for path in [*SOURCE.rglob("*"), *(ROOT / "tools").glob("*")]
        if path.suffix in (".py", ".toml", ".html", ".txt", "") and path.is_file()
        for page in DOC.findall(path.read_text("utf-8"))
        if not (ROOT / page).exists()
    }
    assert not missing


def test_the_readme_shows_a_command_a_call_and_a_picture() -> None:
    readme = ROOT / "README.md"
    languages = {block.language for block in blocks(readme)}
    assert {"console", "python"} <= languages
    assert "make start" in readme.read_text("utf-8")
    assert "make test" in readme.read_text("utf-8")
    assert "docs/pictures/" in readme.read_text("utf-8")


def test_every_folder_of_the_package_has_its_line_on_the_map() -> None:
    architecture = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    folders = [path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()]
    assert not [name for name in folders if f"{name}/" not in architecture]


def test_every_make_target_is_told_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", makefile, re.MULTILINE)
    assert [name for name in targets if f"make {name}" not in makefile] == ["help"]
