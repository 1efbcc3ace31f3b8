"""`redleaf draft --model`: a model writes beside the offline writer, and never in its way."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Command
from tests.cli.terminal import at_terminal
from tests.languagemodel.servers import ModelServer, model_server, sleeps, writes

GOOD = "Hi Mira, a week since Salt Days, and the ferry that never turns round is still with me."
UNTRUE = "Mira, the ferry that never turns round made me think of Berlin. Ines"
BRIEF: dict[str, Any] = {
    "today": "2026-11-19",
    "network": "linkedin",
    "sender": {"name": "Ines Duarte", "headline": "makes museum audio guides"},
    "recipient": {"name": "Mira Holt"},
    "encounters": [
        {
            "kind": "conference",
            "on": "2026-11-12",
            "event": "Salt Days",
            "topics": ["the ferry that never turns round"],
        }
    ],
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REDLEAF_HOME", str(tmp_path))
    (tmp_path / "mira.json").write_text(json.dumps(BRIEF))
    return tmp_path


@pytest.fixture
def server(redleaf: Command) -> Iterator[ModelServer]:
    with model_server(writes([GOOD, UNTRUE])) as server:
        redleaf("model", "set", server.address, "larch", "--timeout", "5")
        yield server


def test_it_marks_what_the_model_wrote_and_counts_the_rest(
    redleaf: Command, server: ModelServer
) -> None:
    run = redleaf("draft", "mira.json", "--model")
    assert run.code == 0
    assert f"of 200, by larch at {server.place}\n  {GOOD}\n" in run.out
    assert run.err == (f"The model at {server.place} wrote 2 notes: 1 shown, "
                       "1 said what is not in the brief.\n")  # fmt: skip
    assert UNTRUE not in run.out


def test_it_tells_other_programs_all_of_it(redleaf: Command, server: ModelServer) -> None:
    run = redleaf("draft", "mira.json", "--model", "--format", "json")
    answer = json.loads(run.out)
    label = f"larch at {server.place}"
    assert {each["by"] for each in answer["drafts"]} == {"offline", label}
    assert answer["declined"] == [
        {"text": UNTRUE, "by": label, "why": "the brief does not name Berlin"}
    ]


def test_a_setting_alone_sends_nothing(redleaf: Command, server: ModelServer) -> None:
    run = redleaf("draft", "mira.json")
    assert (run.code, run.err) == (0, "")
    assert "larch" not in run.out
    assert server.requests == []


def test_the_offline_notes_are_there_when_no_model_is_set(redleaf: Command) -> None:
    run = redleaf("draft", "mira.json", "--model")
    assert (run.code, run.out) == (0, redleaf("draft", "mira.json").out)
    assert run.err.startswith("No language model is set. redleaf model set ADDRESS NAME sets one.")


def test_the_offline_notes_are_there_when_the_settings_are_broken(
    redleaf: Command, home: Path
) -> None:
    (home / "model.json").write_text("{")
    run = redleaf("draft", "mira.json", "--model")
    assert (run.code, run.out) == (0, redleaf("draft", "mira.json").out)
    assert "redleaf model set writes it anew. These are Redleaf's own." in run.err


def test_the_offline_notes_are_there_when_it_does_not_answer(
    redleaf: Command, server: ModelServer
) -> None:
    redleaf("model", "set", server.address, "larch", "--timeout", "1")
    server.behaviour = sleeps(1.2)
    run = redleaf("draft", "mira.json", "--model")
    assert (run.code, run.out) == (0, redleaf("draft", "mira.json").out)
    assert run.err == (f"The model at {server.place} did not answer within 1 s; "
                       "these are Redleaf's own.\n")  # fmt: skip


def test_nothing_leaves_when_a_question_is_asked(redleaf: Command, server: ModelServer) -> None:
    run = redleaf("draft", "-", "--model", stdin='{"recipient": {"name": "Mira Holt"}}')
    assert run.code == 1
    assert run.err == "The model was not asked: there is no note to write.\n"
    assert server.requests == []


def test_it_finds_the_settings_in_another_home(redleaf: Command, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    with model_server(writes([GOOD])) as server:
        redleaf("model", "set", server.address, "larch", "--home", other)
        run = redleaf("draft", "mira.json", "--model", "--home", other)
    assert GOOD in run.out


def test_it_is_asked_for_one_note_at_a_time(redleaf: Command, server: ModelServer) -> None:
    run = redleaf("draft", "mira.json", "--model", "--batch")
    assert run.code == 2
    assert "leave out --batch" in run.err
    assert server.requests == []


def test_a_draft_without_it_loads_nothing_that_speaks_http(home: Path) -> None:
    act = (
        "import sys; from redleaf.cli import main; main(['draft', 'mira.json']);"
        "print(*[name for name in sys.modules if name.split('.')[0] in ('http', 'ssl', 'keyring')"
        " or name.startswith('redleaf.languagemodel')], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", act], cwd=home, capture_output=True, text=True)
    assert run.stderr.strip() == ""


def test_a_plain_install_can_ask_a_model(server: ModelServer, home: Path) -> None:
    act = (
        "import sys;"
        "sys.modules.update(dict.fromkeys(['platformdirs', 'django', 'httpx', 'keyring']));"
        "from redleaf.cli import main; sys.exit(main(['draft', 'mira.json', '--model']))"
    )
    run = subprocess.run([sys.executable, "-c", act], cwd=home, capture_output=True, text=True)
    assert run.returncode == 0
    assert GOOD in run.stdout
    assert "1 shown" in run.stderr


def test_new_wording_asks_the_model_no_second_time(server: ModelServer, home: Path) -> None:
    session = at_terminal(home, ["draft", "mira.json", "--model"], [("quit:", "n"), ("quit:", "q")])
    assert f"Asking larch at {server.place}. Ctrl-C goes on without it.\n" in session.text
    assert session.text.count("1 shown, 1 said what is not in the brief.") == 2
    assert len(server.requests) == 1


def test_ctrl_c_goes_on_without_the_model(server: ModelServer, home: Path) -> None:
    server.behaviour = sleeps(1.0)
    command = [sys.executable, "-m", "redleaf", "draft", "mira.json", "--model"]
    running = subprocess.Popen(
        command,
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hear_ctrl_c,
    )
    for _ in range(400):
        if server.requests:
            break
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert running.returncode == 0
    assert err == "The model was not waited for; these are Redleaf's own.\n"
    assert "of 200" in out


def _hear_ctrl_c() -> None:
    """A run of the tests in the background of a shell ignores it, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
