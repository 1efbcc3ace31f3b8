"""`redleaf model`: none by default; set, shown, tried and forgotten by the user alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Command
from tests.languagemodel.keyrings import MemoryKeyring, memory_keyring
from tests.languagemodel.servers import ModelServer, model_server, says, writes

GOOD = "Mira, the ferry that never turns round is still on my mind. Ines"
UNTRUE = "Mira, the ferry that never turns round made me think of Berlin. Ines"
KEY = "sk-river-ice-4711"
BRIEF = {
    "today": "2026-11-19",
    "sender": {"name": "Ines Duarte", "headline": "makes museum audio guides"},
    "recipient": {"name": "Cleo Brandt"},
    "shared": ["both row on the Aura", "her divorce"],
    "history": ["Ben, the bell in your tower still owes me a night's sleep."],
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("REDLEAF_HOME", str(home))
    (tmp_path / "brief.json").write_text(json.dumps(BRIEF))
    return home


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server(writes([GOOD, UNTRUE])) as server:
        yield server


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as ring:
        yield ring


def test_none_is_set(redleaf: Command, home: Path) -> None:
    run = redleaf("model")
    assert (run.code, run.err) == (0, "")
    assert run.out == "No language model is set. Redleaf writes by itself, and nothing leaves.\n"
    assert not home.exists()


def test_it_says_what_will_leave_before_anything_does(
    redleaf: Command, server: ModelServer
) -> None:
    run = redleaf("model", "set", server.address, "larch", "--timeout", "20", "--candidates", "3")
    assert run.code == 0
    assert run.out.startswith(f"larch at {server.address}\n  asked for    3 notes, within 20 s\n")
    assert f"What leaves for {server.place}, a server on this machine:\n" in run.out
    assert "When: with redleaf draft --model, and with the button of the page Write" in run.out
    assert "What stays here:\n  the notes you sent to others\n" in run.out
    assert server.requests == []
    assert redleaf("model").out == run.out


def test_it_says_so_when_notes_to_others_will_leave(redleaf: Command, server: ModelServer) -> None:
    out = redleaf("model", "set", server.address, "larch", "--with-history").out
    assert "the last five notes you sent to others" in out
    assert "What stays here:\n  everybody else" in out


def test_it_shows_a_request_and_sends_none(redleaf: Command, server: ModelServer) -> None:
    redleaf("model", "set", server.address, "larch")
    run = redleaf("model", "show-request", "brief.json")
    assert run.code == 0
    assert run.out.startswith(f"POST /v1/chat/completions HTTP/1.1\r\nHost: {server.place}\r\n")
    asked = json.loads(run.out.partition("\r\n\r\n")[2])
    assert "both row on the Aura" in asked["messages"][1]["content"]
    assert "divorce" not in run.out
    assert "bell in your tower" not in run.out
    assert run.err == "These facts stay here: shared.1.\n"
    assert server.requests == []
    told = redleaf("model", "show-request", "brief.json", "--text").out
    assert told == f"{asked['messages'][0]['content']}\n\n{asked['messages'][1]['content']}\n"


def test_it_tries_the_model_with_an_invented_person(redleaf: Command, server: ModelServer) -> None:
    redleaf("model", "set", server.address, "larch")
    run = redleaf("model", "test")
    assert run.code == 0
    assert run.out.startswith(f"The model at {server.place} wrote 2 notes in ")
    assert run.out.splitlines()[0].endswith(" s; 1 could be shown.")
    assert f"Could be shown, {len(GOOD)} characters\n  {GOOD}\n" in run.out
    assert f"Not shown: the brief does not name Berlin\n  {UNTRUE}\n" in run.out


def test_it_says_when_the_model_does_not_answer_well(redleaf: Command, server: ModelServer) -> None:
    redleaf("model", "set", server.address, "larch")
    server.behaviour = says("I'm sorry, but I can't help with that.")
    run = redleaf("model", "test")
    assert run.code == 1
    assert run.out == f"The model at {server.place} would not write these notes.\n"


def test_a_key_goes_into_the_keyring_and_is_shown_nowhere(
    redleaf: Command, server: ModelServer, ring: MemoryKeyring, home: Path
) -> None:
    redleaf("model", "set", server.address, "larch")
    runs = [redleaf("model", "key", stdin=f"{KEY}\n"), redleaf("model"), redleaf("model", "test"),
            redleaf("model", "show-request", "brief.json")]  # fmt: skip
    assert [run.code for run in runs] == [0, 0, 0, 0]
    assert "key          in your keyring\n" in runs[1].out
    assert f"Authorization: Bearer {KEY}".encode() in server.requests[0]
    assert "Authorization: Bearer ********\r\n" in runs[3].out
    assert list(ring.kept.values()) == [KEY]
    assert KEY not in "".join(run.out + run.err for run in runs)
    assert not [path for path in home.iterdir() if KEY in path.read_text()]


def test_an_empty_key_takes_it_out(
    redleaf: Command, server: ModelServer, ring: MemoryKeyring
) -> None:
    redleaf("model", "set", server.address, "larch")
    redleaf("model", "key", stdin=f"{KEY}\n")
    assert redleaf("model", "key", stdin="\n").err == "No key is kept.\n"
    assert ring.kept == {}
    assert "key          none" in redleaf("model").out


def test_a_key_is_kept_for_the_same_address_and_dropped_for_another(
    redleaf: Command, server: ModelServer, ring: MemoryKeyring
) -> None:
    redleaf("model", "set", server.address, "larch")
    redleaf("model", "key", stdin=f"{KEY}\n")
    assert "in your keyring" in redleaf("model", "set", server.address, "alder").out
    run = redleaf("model", "set", "https://models.example/v1", "alder")
    assert run.err == f"The key for {server.place} is out of your keyring.\n"
    assert ring.kept == {}
    assert "key          none" in run.out


def test_it_forgets_all_of_it(
    redleaf: Command, server: ModelServer, ring: MemoryKeyring, home: Path
) -> None:
    redleaf("model", "set", server.address, "larch")
    redleaf("model", "key", stdin=f"{KEY}\n")
    assert redleaf("model", "forget").err == "No language model is set any more.\n"
    assert ring.kept == {}
    assert list(home.iterdir()) == []
    assert redleaf("model", "forget").err == "None was set.\n"


def test_it_forgets_settings_that_cannot_be_read(redleaf: Command, home: Path) -> None:
    home.mkdir()
    (home / "model.json").write_text("{")
    run = redleaf("model")
    assert run.code == 1
    assert "redleaf model set writes it anew" in run.err
    assert redleaf("model", "forget").code == 0
    assert redleaf("model").code == 0


def test_another_home_has_settings_of_its_own(
    redleaf: Command, server: ModelServer, tmp_path: Path
) -> None:
    other = str(tmp_path / "other")
    redleaf("model", "--home", other, "set", server.address, "larch")
    assert "No language model is set" in redleaf("model").out
    assert redleaf("model", "--home", other).out.startswith("larch at ")
    assert redleaf("model", "show-request", "brief.json", "--home", other).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["set", "http://models.example/v1", "larch"], "not encrypted"),
        (["set", "https://ana:sk@models.example/v1", "larch"], "leave user name and password out"),
        (["set", "models.example", " "], "name the model as its server does"),
        (["set", "models.example", "larch", "--timeout", "0"], "--timeout"),
        (["set", "models.example", "larch", "--candidates", "99"], "--candidates"),
        (["set", "models.example"], "NAME"),
        (["show-request"], "BRIEF.json"),
        (["sing"], "sing"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str, redleaf: Command, home: Path) -> None:
    run = redleaf("model", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not home.exists()


@pytest.mark.parametrize("arguments", [["test"], ["key"], ["show-request", "brief.json"]])
def test_what_needs_a_model_says_that_none_is_set(
    arguments: list[str], redleaf: Command, home: Path
) -> None:
    run = redleaf("model", *arguments)
    assert (run.code, run.out) == (1, "")
    assert run.err == ("redleaf: No language model is set. "
                       "redleaf model set ADDRESS NAME sets one.\n")  # fmt: skip
