"""Every command of the store, where the parts that it needs were never installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = [
    ["import", "phone.vcf"],
    ["import", "phone.vcf", "--preview"],
    ["people"],
    ["people", "find", "mira"],
    ["people", "show", "mira"],
    ["people", "merge"],
    ["people", "delete", "mira"],
    ["people", "erase", "mira", "--yes"],
    ["people", "me"],
    ["remember", "Mira Holt, coffee"],
    ["export", "all.zip"],
    ["undo"],
    ["draft", "--to", "mira", "--network", "linkedin"],
]
WITHOUT = """
import contextlib, io, json, sys
from redleaf.cli import main

class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == sys.argv[1]:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Nowhere())
answers = []
for arguments in json.loads(sys.argv[2]):
    with contextlib.redirect_stderr(io.StringIO()) as told:
        code = main(arguments)
    answers.append([code, told.getvalue()])
print(json.dumps(answers))
"""
SAID = (
    "redleaf: The store needs a few parts that are not installed. "
    "Add them, in the checkout, with: pip install '.[web]'\n"
)


# Django, half set up, cannot be asked twice in one process.
@pytest.mark.parametrize(
    ("part", "commands"),
    [
        ("django", COMMANDS),
        ("platformdirs", COMMANDS),
        ("django_htmx", COMMANDS[:1]),
        ("httpx", [["sync", "https://cards.example/", "--user", "ana"]]),
    ],
)
def test_a_part_that_is_missing_is_one_sentence(
    tmp_path: Path, part: str, commands: list[list[str]]
) -> None:
    (tmp_path / "phone.vcf").write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Mira\nEND:VCARD\n")
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT, part, json.dumps(commands)],
        cwd=tmp_path, env={**os.environ, "REDLEAF_HOME": str(tmp_path / "home"),
             "REDLEAF_SYNC_PASSWORD": "none"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    answers = json.loads(run.stdout)
    assert [arguments for arguments, answer in zip(commands, answers, strict=True)
            if answer != [1, SAID]] == []  # fmt: skip
    assert not (tmp_path / "all.zip").exists()
