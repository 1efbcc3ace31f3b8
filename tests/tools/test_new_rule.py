"""`make rule` begins a rule that is not finished, and refuses a name that leads astray."""

from __future__ import annotations

from pathlib import Path

import pytest

from redleaf.rules.catalogue import all_rules
from tools import new_rule
from tools.new_rule import main


@pytest.fixture
def families(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(new_rule, "ROOT", tmp_path)
    rules = tmp_path / "src" / "redleaf" / "rules"
    (rules / "boring").mkdir(parents=True)
    return rules


def test_it_writes_a_rule_to_fill_in(families: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["boring/empty-opening"]) == 0
    names: dict[str, object] = {}
    exec((families / "boring" / "empty_opening.py").read_text("utf-8"), names)  # noqa: S102
    assert names["rule"].finds == []  # type: ignore[attr-defined]
    assert "src/redleaf/rules/boring/empty_opening.txt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "by family and fault"),
        (["Boring/Empty_Opening"], "by family and fault"),
        (["dull/empty-opening"], "dull is none of them"),
        ([all_rules()[0].name], "already"),
    ],
)
def test_it_refuses(
    families: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], why: str
) -> None:
    assert main(arguments) == 2
    assert why in capsys.readouterr().err
    assert not list(families.rglob("*.py"))
