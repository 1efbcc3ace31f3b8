"""Many texts: folders, what is shown of them, when a run fails; and the hooks for pre-commit."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Command
from tests.project.tree import ROOT

GOOD = "Hi Mara, your talk on river ice in Tartu stayed with me. Shall I send the Inari logs?"
DEFAULT = "I'd like to add you to my professional network on LinkedIn."
ADVICE = "Hi Mara, your talk on river ice in Tartu  stayed with me."
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


def entry(hook: str) -> list[str]:
    """The arguments of a hook's command, after `redleaf`."""
    found = re.search(rf"^- id: {hook}\n(?:  .*\n)*?  entry: redleaf (.*)$", HOOKS, re.MULTILINE)
    assert found
    return shlex.split(found[1])


@pytest.fixture
def letters() -> Path:
    folder = Path("letters")
    for name, text in {
        "b.md": GOOD,
        "a.txt": DEFAULT,
        "inner/c.md": ADVICE,
        ".hidden.md": DEFAULT,
        ".git/d.md": DEFAULT,
        "picture.png": DEFAULT,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_it_reads_the_texts_of_a_folder_in_order(redleaf: Command, letters: Path) -> None:
    Path("elsewhere.txt").write_text(DEFAULT)
    (letters / "link.txt").symlink_to(Path("elsewhere.txt").absolute())
    run = redleaf("check", str(letters), "--format", "json")
    names = [report["source"] for report in json.loads(run.out)["reports"]]
    assert names == [str(letters / name) for name in ("a.txt", "b.md", "inner/c.md")]
    assert (run.code, run.err) == (1, "")


def test_a_file_that_is_named_twice_is_checked_once(redleaf: Command, letters: Path) -> None:
    named = [str(letters / "b.md"), f"./{letters}/b.md", str(letters), "missing.txt", "missing.txt"]
    run = redleaf("check", *named, "--format", "sarif")
    (log,) = json.loads(run.out)["runs"]
    uris = [each["location"]["uri"] for each in log["artifacts"]]
    assert uris == ["letters/b.md", "letters/a.txt", "letters/inner/c.md"]
    assert len(log["invocations"][0]["toolExecutionNotifications"]) == 1


def test_it_says_when_a_folder_holds_no_text(redleaf: Command) -> None:
    Path("empty").mkdir()
    run = redleaf("check", "empty")
    assert (run.code, run.out) == (0, "")
    assert "empty: there is no .md or .txt in this folder" in run.err


def test_quiet_leaves_out_texts_without_findings(redleaf: Command, letters: Path) -> None:
    run = redleaf("check", "--quiet", str(letters))
    assert run.code == 1
    assert "a.txt: A default text." in run.out
    assert "b.md" not in run.out
    assert redleaf("check", "-q", str(letters / "b.md")) == (0, "", "")


@pytest.mark.parametrize(
    ("level", "file", "code"),
    [
        ("advice", "inner/c.md", 1),
        ("warning", "inner/c.md", 0),
        ("warning", "a.txt", 1),
        ("error", "a.txt", 1),
        ("none", "a.txt", 0),
        ("none", "missing.txt", 1),
    ],
)
def test_it_fails_on_what_matters_enough(
    redleaf: Command, letters: Path, level: str, file: str, code: int
) -> None:
    run = redleaf("check", str(letters / file), "--fail-on", level, "--format", "json")
    assert run.code == code
    assert file == "missing.txt" or json.loads(run.out)["reports"][0]["findings"]


def test_standard_input_may_stand_for_a_file(redleaf: Command) -> None:
    run = redleaf("check", "-", "--stdin-name", "letters/a.txt", stdin=DEFAULT)
    assert run.out.startswith("letters/a.txt: A default text.")


def test_a_text_does_not_steer_the_terminal(redleaf: Command) -> None:
    run = redleaf("check", stdin="Hi {{na\x1bme}}, good to meet you.\x07")
    assert "leftover-slot" in run.out
    assert not [sign for sign in run.out if not (sign.isprintable() or sign == "\n")]


def test_signs_that_the_terminal_lacks_stop_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "redleaf", "check", "-"],
        input="Grüße an Mara [Name]".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert (run.returncode, run.stderr) == (1, b"")
    assert b"\\u201c[Name]\\u201d" in run.stdout


def test_the_hook_shows_what_is_wrong_and_fails(redleaf: Command, letters: Path) -> None:
    files = [str(letters / "a.txt"), str(letters / "b.md")]
    run = redleaf(*entry("redleaf"), *files)
    assert run.code == 1
    assert "a.txt: A default text." in run.out
    assert "b.md" not in run.out
    assert redleaf(*entry("redleaf"), files[1]) == (0, "", "")


def test_the_fixing_hook_mends_and_lets_pass(redleaf: Command, letters: Path) -> None:
    files = [str(letters / "a.txt"), str(letters / "inner/c.md")]
    assert redleaf(*entry("redleaf-fix"), *files).code == 0
    assert (letters / "inner/c.md").read_text() == ADVICE.replace("  ", " ")
    assert (letters / "a.txt").read_text() == DEFAULT
