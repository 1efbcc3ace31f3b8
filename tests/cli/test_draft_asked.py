"""`redleaf draft` at a terminal: keys choose, edit, copy, open, answer and keep what was sent."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.terminal import at_terminal

BRIEF = {
    "today": "2026-11-20",
    "network": "linkedin",
    "sender": {"name": "Ines Duarte", "headline": "repairs pianos"},
    "recipient": {"name": "Mira Holt"},
    "encounters": [{"kind": "coffee", "on": "2026-11-18", "place": "Turku", "topics": ["moss"]}],
}
TODAY = ("--today", "2026-11-23")
KEYS = "q quit:"


def program(folder: Path, name: str, script: str) -> str:
    """A program of that name that stands in for an editor, a browser or the clipboard."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_a_note_is_chosen_edited_looked_at_again_and_copied(tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_text(json.dumps(BRIEF))
    program(tmp_path, "wl-copy", f"cat > {tmp_path}/copied")
    env = {
        "EDITOR": program(tmp_path, "ed", 'echo "We met in Berlin." >> "$1"'),
        "WAYLAND_DISPLAY": "here",
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "NO_COLOR": "1",
    }
    keys = [(KEYS, "1"), (KEYS, "c"), (KEYS, "e"), ("d drop:", "k"), (KEYS, "c"), ("n no:", "n"),
            (KEYS, "v"), (KEYS, "q")]  # fmt: skip
    session = at_terminal(tmp_path, ["draft", "brief.json"], keys, columns=40, env=env)
    assert session.code == 0
    assert "\x1b" not in session.raw
    assert max(map(len, session.text.splitlines())) <= 40
    assert "Note 1: Copied." in session.text
    assert "moss" in (tmp_path / "copied").read_text()
    assert "place: “Berlin”\n      The brief does not name Berlin." in session.text
    assert session.text.count("The brief does not name Berlin.") == 2
    assert "1  Yours, " in session.text
    assert "All that a note may say:" in session.text


def test_what_was_sent_is_kept_and_counted(tmp_path: Path) -> None:
    line = "Mira Holt, coffee in Turku last Friday about moss, linkedin.com/in/mira-holt"
    assert at_terminal(tmp_path, ["remember", line, *TODAY]).code == 0
    env = {"BROWSER": program(tmp_path, "browse", f'echo "$1" > {tmp_path}/opened') + " %s"}
    keys = [(KEYS, "o"), (KEYS, "s"), (KEYS, "s"), (KEYS, "n"), (KEYS, "q")]
    session = at_terminal(tmp_path, ["draft", "--to", "Mira", *TODAY], keys, env=env)
    assert session.code == 0
    assert "5 of 5 LinkedIn notes left." in session.text
    assert "Opened LinkedIn." in session.text
    assert "custom-invite/?vanityName=mira-holt" in (tmp_path / "opened").read_text()
    assert "Kept: sent an invitation to Mira Holt. “redleaf undo” takes it back." in session.text
    assert "This is kept already." in session.text
    assert "4 of 5 LinkedIn notes left. One more is free on 23 December." in session.text


def test_the_question_is_answered_and_the_answer_remembered(tmp_path: Path) -> None:
    assert at_terminal(tmp_path, ["remember", "Ola Berg, glazier at Kone", *TODAY]).code == 0
    met = "coffee in Turku last Friday, talked about leaded glass\r"
    keys = [(KEYS, "a"), ("Enter for none:", met), ("n no:", "y"), (KEYS, "q")]
    session = at_terminal(tmp_path, ["draft", "--to", "Ola", *TODAY], keys, env={"TERM": "dumb"})
    assert session.code == 0
    assert "One question first." in session.text
    assert "Remembered." in session.text
    assert "leaded glass" in at_terminal(tmp_path, ["people", "show", "Ola"]).text
