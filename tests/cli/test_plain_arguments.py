"""What is read without click is read as click reads it; all else is left to click."""

from __future__ import annotations

import pytest

from redleaf.cli.commands.check import command
from redleaf.cli.plain_arguments import plain_arguments

PLAIN = [
    [],
    ["-"],
    ["a.txt", "-", "b c.txt"],
    ["--format", "json", "-"],
    ["-", "--network", "linkedin"],
    ["-n", "linkedin-premium", "--kind", "email", "x.txt", "--format", "github"],
    ["--kind", "post", "--kind", "note"],
]
LEFT_TO_CLICK = [
    ["--help"],
    ["-h"],
    ["--network=xing"],
    ["-nxing"],
    ["--network", "linkdin"],
    ["--network"],
    ["--kind", "poem"],
    ["--kind", ""],
    ["--format", "xml"],
    ["--format"],
    ["--batch"],
    ["--brief", "b.json"],
    ["--config", "c.toml"],
    ["--", "-x"],
    ["*.txt"],
    ["--nonsense"],
]


@pytest.mark.parametrize("argv", PLAIN, ids=" ".join)
def test_it_reads_plain_arguments_as_click_does(argv: list[str]) -> None:
    read_by_click = command.make_context("check", list(argv)).params
    plain = plain_arguments(argv)
    assert plain is not None
    defaults = command.make_context("check", []).params
    assert {**defaults, **plain} == read_by_click


@pytest.mark.parametrize("argv", LEFT_TO_CLICK, ids=" ".join)
def test_it_leaves_all_else_to_click(argv: list[str]) -> None:
    assert plain_arguments(argv) is None
