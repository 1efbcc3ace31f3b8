"""Settings nearby: every way to write Redleaf's table into a pyproject.toml is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Command

BUZZ = "Leverage synergies, move the needle, think outside the box."

OURS = [
    '[tool.redleaf.rules]\n"boring/buzzwords" = "off"',
    '[tool.redleaf]\nrules."boring/buzzwords" = "off"',
    '[ tool . "redleaf" ]\nrules = {"boring/buzzwords" = "off"}',
    "['tool'.'redleaf'.rules]\n\"boring/buzzwords\" = 'off'",
    '[tool]\nredleaf.rules."boring/buzzwords" = "off"',
    'tool.redleaf.rules."boring/buzzwords" = "off"',
    'tool = {redleaf = {rules = {"boring/buzzwords" = "off"}}}',
]
OTHERS = [
    '[project]\nname = "redleaf"\n\n[project.scripts]\nredleaf = "redleaf.cli:run"',
    '[tool.others]\nrules = {"boring/buzzwords" = "off"}',
    "",
]


def heard(redleaf: Command) -> bool:
    return "boring/buzzwords" in redleaf("check", "-", stdin=BUZZ).out


@pytest.mark.parametrize("written", OURS)
def test_it_is_heard_however_it_is_written(redleaf: Command, written: str) -> None:
    Path("pyproject.toml").write_text(f"{written}\n")
    assert not heard(redleaf)


@pytest.mark.parametrize("written", OTHERS)
def test_what_speaks_of_others_changes_nothing(redleaf: Command, written: str) -> None:
    Path("pyproject.toml").write_text(f"{written}\n")
    assert heard(redleaf)


def test_it_is_heard_in_the_folders_below(
    redleaf: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Path("redleaf.toml").write_text('[rules]\n"boring/buzzwords" = "off"\n')
    (tmp_path / "letters" / "spring").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "letters" / "spring")
    assert not heard(redleaf)


def test_a_long_word_is_cut_where_it_is_shown(redleaf: Command) -> None:
    assert "…”" in redleaf("check", "-", stdin="!?" * 90).out
