"""`redleaf draft --batch`: a stack of briefs in, an answer a line out, in order."""

from __future__ import annotations

import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Command, Run

BRIEF: dict[str, Any] = {
    "today": "2026-11-20",
    "network": "linkedin",
    "sender": {"name": "Ines Duarte", "headline": "repairs pianos"},
    "recipient": {"name": "Mira Holt"},
    "encounters": [
        {"kind": "conference", "on": "2026-11-18", "event": "Salt Days", "topics": ["moss roofs"]}
    ],
}
TOPICS = (
    "lime plaster", "night trains", "the price of beeswax", "repairing accordions", "tide tables",
    "roof gardens", "second-hand looms", "mapping old wells", "printing with mussels", "sundials",
    "barn owls",
)  # fmt: skip
OLD = {"encounters": [{**BRIEF["encounters"][0], "on": "2023-05-04"}]}


def brief(name: str, **more: Any) -> dict[str, Any]:
    """A brief of the same event for each, with a topic by the first letter of the name."""
    met = {**BRIEF["encounters"][0], "topics": [TOPICS[ord(name[0]) % len(TOPICS)]]}
    return {**BRIEF, "recipient": {"name": name}, "encounters": [met], **more}


def lines(*briefs: object) -> str:
    return "".join(f"{json.dumps(each)}\n" for each in briefs)


def answers(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.out.splitlines()]


def test_it_answers_each_line_in_order_by_its_id(redleaf: Command) -> None:
    stack = lines(brief("Mira Holt", id="m"), {"id": 7, "recipient": {"name": "Ola Berg"}},
                  brief("Cai Ro"))  # fmt: skip
    run = redleaf("draft", "--batch", stdin=stack)
    assert (run.code, run.err) == (0, "")
    assert [(each["id"], each["advice"]) for each in answers(run)] == [
        ("m", "note"), (7, "ask-me"), (3, "note"),
    ]  # fmt: skip
    assert list(answers(run)[0])[:4] == ["id", "schema", "advice", "why"]


def test_notes_of_a_stack_are_not_one_note_with_the_name_changed(redleaf: Command) -> None:
    names = ("Mira", "Ola", "Cai", "Una")
    run = redleaf("draft", "--batch", "-", "--n", "1", stdin=lines(*map(brief, names)))
    texts = [
        draft["text"].replace(name, "…")
        for name, each in zip(names, answers(run), strict=True)
        for draft in each["drafts"]
    ]
    assert len(set(texts)) == len(texts) >= 3


def test_a_bad_line_says_why_and_the_others_still_come(redleaf: Command) -> None:
    met = {**BRIEF["encounters"][0], "on": "Thursday"}
    run = redleaf(
        "draft", "--batch", "-", stdin="\n".join([
            json.dumps(brief("Mira Holt")), "", "no brief", "[1]",
            json.dumps(brief("Ola", id="o", encounters=[met])),
            json.dumps(brief("Una", id="u", network="pigeon")),
            json.dumps(brief("Rhea", id=True)),
            json.dumps({"id": 9.5, "recipient": {}}), json.dumps(brief("Cai Ro", id="c")),
        ]),
    )  # fmt: skip
    told = answers(run)
    assert run.code == 1
    assert [each["id"] for each in told] == [1, 3, 4, "o", "u", 7, 9.5, "c"]
    assert [("error" in each) for each in told] == [False] + 6 * [True] + [False]
    assert told[1]["error"].startswith("line 3: this is not JSON: Expecting value, column 1")
    assert told[3]["error"].startswith("line 5: encounters.0.on: 'Thursday' is not a day")
    assert told[4]["error"] == "line 6: There is no network called 'pigeon'."
    assert "6 lines of 8 could not be done" in run.err


def test_a_single_brief_in_many_lines_is_told_apart(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "mira.json").write_text(json.dumps(BRIEF, indent=2), "utf-8")
    run = redleaf("draft", "--batch", "mira.json")
    assert run.code == 1
    assert "A single brief is drafted without it." in run.err


def test_the_network_is_that_of_briefs_that_name_none(redleaf: Command) -> None:
    without = {key: value for key, value in BRIEF.items() if key != "network"}
    stack = lines(without, brief("Ola", network="email"))
    run = redleaf("draft", "--batch", "-", "--network", "linkedin", stdin=stack)
    assert [each["drafts"][0]["limit"] for each in answers(run)] == [200, None]


def test_it_writes_a_file_and_says_what_is_in_it(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "stack.jsonl").write_text(lines(brief("Mira"), {"recipient": {"name": "Ola"}}))
    run = redleaf("draft", "--batch", "stack.jsonl", "-o", "notes.jsonl")
    assert (run.code, run.out) == (0, "")
    assert run.err == "notes.jsonl: 1 to send with a note, 1 with a question to you.\n"
    assert len((tmp_path / "notes.jsonl").read_text().splitlines()) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.jsonl", "stack.jsonl"]


def test_a_link_stays_one_and_a_pipe_is_written_to(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to("notes.jsonl")
    assert redleaf("draft", "--batch", "-", "-o", "link.jsonl", stdin=lines(BRIEF)).code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert "moss roofs" in (tmp_path / "notes.jsonl").read_text()
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit((tmp_path / "pipe").read_text)
        assert redleaf("draft", "--batch", "-", "-o", "pipe", stdin=lines(BRIEF)).code == 0
        assert "moss roofs" in read.result(30)


def test_what_stood_in_a_file_stays_when_it_cannot_be_written(
    redleaf: Command, tmp_path: Path
) -> None:
    (tmp_path / "old.jsonl").write_text("kept\n")
    (tmp_path / "old.jsonl.part").mkdir()  # where the answers would wait
    run = redleaf("draft", "--batch", "-", "-o", "old.jsonl", stdin=lines(BRIEF))
    assert run.code == 1
    assert "What is there already stays." in run.err
    assert (tmp_path / "old.jsonl").read_text() == "kept\n"


def test_notes_that_are_left_go_to_those_who_need_them_most(redleaf: Command) -> None:
    stack = lines(
        brief("Mira Holt", id="new"), brief("Ola Berg", id="old", **OLD), brief("Cai", id="3"),
        brief("Una", id="mail", network="email"),
    )  # fmt: skip
    run = redleaf("draft", "--batch", "-", "--notes-left", "1", stdin=stack)
    told = {each["id"]: each for each in answers(run)}
    assert run.code == 0
    assert [told[key]["advice"] for key in ("old", "new", "3", "mail")] == [
        "note", "after-acceptance", "after-acceptance", "note",
    ]  # fmt: skip
    assert told["old"]["budget"] == {
        "network": "linkedin", "of": 5, "used": 4, "left": 1, "resets_on": None,
    }  # fmt: skip
    assert told["old"]["need"]["rank"] == 1
    assert told["new"]["need"]["note"] is False
    assert (told["new"]["drafts"], len(told["new"]["afterwards"])) == ([], 3)
    assert "need them more" in told["new"]["why"]
    assert "budget" not in told["mail"]
    assert "1 of 5 LinkedIn notes left.\nThey go to those who need them most:" in run.err
    assert "  1  Ola Berg: Ola may not place your name any more" in run.err


def test_briefs_tell_themselves_how_many_notes_went_out(redleaf: Command) -> None:
    stack = lines(brief("Mira", sent_this_month=5), brief("Ola Berg", sent_this_month=5))
    run = redleaf("draft", "--batch", "-", stdin=stack)
    assert [each["advice"] for each in answers(run)] == 2 * ["after-acceptance"]
    assert all("All 5 LinkedIn notes" in each["why"] for each in answers(run))
    assert "need them most" not in run.err


def test_where_nothing_is_known_of_the_notes_nothing_is_shared_out(redleaf: Command) -> None:
    run = redleaf("draft", "--batch", "-", stdin=lines(*(brief(name) for name in "ABCDEFG")))
    assert {each["advice"] for each in answers(run)} == {"note"}
    assert not any("budget" in each for each in answers(run))


def test_half_a_letter_comes_out_as_it_went_in(redleaf: Command) -> None:
    stack = '{"id": "\\ud83d", "recipient": {"name": "Mira"}}\n'
    assert answers(redleaf("draft", "--batch", "-", stdin=stack))[0]["id"] == "\ud83d"


def test_an_empty_stack_is_said(redleaf: Command) -> None:
    run = redleaf("draft", "--batch", "-", stdin="\n \n")
    assert (run.code, run.out, run.err) == (0, "", "redleaf: there is no brief in it.\n")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--to", "Mira"),
        ("--aim", "thank"),
        ("--show-brief",),
        ("--home", "somewhere"),
        ("--network", "pigeon"),
        ("--notes-left", "-1"),
    ],
)
def test_wrong_use(redleaf: Command, wrong: tuple[str, ...]) -> None:
    assert redleaf("draft", "--batch", "-", *wrong, stdin=lines(BRIEF)).code == 2


@pytest.mark.parametrize("wrong", [("-o", "notes.jsonl"), ("--notes-left", "3")])
def test_options_of_a_stack_need_one(redleaf: Command, wrong: tuple[str, ...]) -> None:
    run = redleaf("draft", "-", *wrong, stdin=json.dumps(BRIEF))
    assert run.code == 2
    assert "add --batch" in run.err


def test_what_is_no_news_at_one_event_is_news_at_another(redleaf: Command) -> None:
    def at(event: str) -> list[dict[str, Any]]:
        return [{**BRIEF["encounters"][0], "event": event}]

    events = ["Salt Days", "Glass Days", "Open Wells", "Night of the Looms"]
    stack = lines(*(brief(f"Mi{each}", encounters=at(events[each % 4])) for each in range(12)))
    told = answers(redleaf("draft", "--batch", "-", "--n", "1", stdin=stack))
    texts = [each["drafts"][0]["text"] for each in told if each["advice"] == "note"]
    assert len(texts) >= 10
    for name in events:
        texts = [text.replace(name, "…") for text in texts]
    assert len({re.sub(r"Mi\d+", "…", text) for text in texts}) == len(texts)


def test_what_was_said_to_others_in_all_words_there_are_is_asked_about(redleaf: Command) -> None:
    near = {"sender": {}, "encounters": [{"kind": "talk", "event": "Salt Days"}], "limit": 60,
            "noticed": [{"kind": "talk", "title": "Kilns"}]}  # fmt: skip
    stack = lines(*(brief(f"Mi{each}", **near) for each in "abcdefghijklmnopqr"))
    told = answers(redleaf("draft", "--batch", "-", "--n", "1", stdin=stack))
    asked = [each for each in told if each["advice"] == "ask-me"]
    assert asked
    assert asked[0]["question"]["text"].startswith("What did you and Mi")
    assert "said to others of this stack" in asked[0]["why"]
