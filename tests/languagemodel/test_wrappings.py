"""Notes come out of whatever a model wraps them in, whole and unchanged."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from redleaf.languagemodel import ModelSettings, candidates_for
from redleaf.languagemodel.wrappings import notes_in
from redleaf.notes.brief import Brief
from tests.languagemodel.servers import (
    Behaviour,
    completion,
    http,
    model_server,
    says,
    sends,
    streamed,
)
from tests.patience import patience

ONE = "Mira, the ferry that never turns round is still on my mind. Ines"
TWO = "Hello Mira, the Salt Days talk of ferries has stayed with me."
BOTH = [ONE, TWO]
LETTER = "Dear Dr. Holt,\n\nwe met at Salt Days.\n\nThe ferry stayed with me.\n\nInes Duarte"
PLAIN = json.dumps({"notes": BOTH})
LISTED = {
    "JSON": PLAIN,
    "JSON over lines": json.dumps({"notes": BOTH}, indent=4),
    "a bare list": json.dumps(BOTH),
    "objects": json.dumps({"notes": [{"tone": "plain", "text": ONE}, {"text": TWO}]}),
    "another name": json.dumps({"messages": BOTH}),
    "a name for each": json.dumps({"note_1": ONE, "note_2": TWO}),
    "tones as names": json.dumps({"notes": {"plain": ONE, "warm": TWO}}),
    "an object around it": json.dumps({"status": "ok", "count": 2, "notes": BOTH}),
    "a comma too many": f'{{"notes": ["{ONE}", "{TWO}",]}}',
    "cut off within the third": f'{{"notes": ["{ONE}", "{TWO}", "Mira, half a no',
    "a bare list cut off": f'["{ONE}", "{TWO}", "Mira, half a no',
    "a fence": f"```json\n{PLAIN}\n```",
    "a fence with words around": f"Sure! Here are the notes:\n\n```json\n{PLAIN}\n```\n\nEnjoy.",
    "words before JSON": f"Here is the JSON you asked for:\n{PLAIN}",
    "words after JSON": f"{PLAIN}\n\nLet me know if you'd like more [or fewer] notes.",
    "brackets before JSON": f"For [Mira] {{as asked}}: {PLAIN}",
    "thoughts": f'<think>{{"notes": ["no"]}} hm, 1. no\n2. no</think>\n{PLAIN}',
    "each twice": json.dumps({"notes": [*BOTH, *BOTH]}),
    "a list with numbers": f"1. {ONE}\n2. {TWO}",
    "a list with brackets": f"1) {ONE}\n\n2) {TWO}",
    "numbers in brackets": f"(1) {ONE}\n(2) {TWO}",
    "bullets": f"- {ONE}\n- {TWO}",
    "stars": f"* {ONE}\n* {TWO}",
    "bold numbers": f"**1.** {ONE}\n\n**2.** {TWO}",
    "names": f"Note 1: {ONE}\n\nNote 2: {TWO}",
    "bold names with a tone": f"**Note 1 (plain):**\n{ONE}\n\n**Note 2 (warm):**\n{TWO}",
    "headings": f"### Option A\n{ONE}\n\n### Option B\n\n{TWO}",
    "German names": f"Entwurf 1: {ONE}\n\nEntwurf 2: {TWO}",
    "tones": f"1. Plain: {ONE}\n2. **Warm:** {TWO}",
    "rulers": f"{ONE}\n\n---\n\n{TWO}",
    "names and rulers": f"**Note 1**\n{ONE}\n---\n**Note 2**\n{TWO}\n---",
    "quotation marks": f"1. “{ONE}”\n2. \"{TWO}\"",
    "bold notes": f"1. **{ONE}**\n2. *{TWO}*",
    "names in a list": f'1. **Note 1 (warm):** "{ONE}" (64 characters)\n2. **Note 2:** "{TWO}"',
    "numbers in JSON": json.dumps({"notes": [f"1. {ONE}", f"Note 2 (witty): {TWO}"]}),
    "quoted lines": f"Here you go:\n\n**Note 1**\n> {ONE}\n\n**Note 2**\n> {TWO}",
    "counts": f"1. {ONE} (64 characters)\n2. {TWO} *(~60 chars)*",
    "words around a list": (
        f"Certainly! Here are two notes for Mira:\n\n1. {ONE}\n2. {TWO}\n\n"
        "Each note stays within the limit.\n\nLet me know if you would like changes!"
    ),
    "paragraphs": f"{ONE}\n\n{TWO}",
    "words and paragraphs": f"Sure, here they are:\n{ONE}\n\n{TWO}\n\nI hope these help!",
    "two fences": f"```\n{ONE}\n```\n\n```\n{TWO}\n```",
    "Windows lines": f"1. {ONE}\r\n2. {TWO}\r\n",
}  # fmt: skip
ALONE = {
    "a note": ONE,
    "a note in quotation marks": f'"{ONE}"',
    "a note after words": f"Here's a note:\n\n{ONE}",
    "a note that speaks of what it can't": "Mira, I can't stop thinking of the ferry.",
    "a note that is sorry": "Mira, sorry, I never sent the list: here it is.",
    "a letter": LETTER,
    "a letter in JSON": json.dumps({"notes": [LETTER]}),
    "a letter with a list": "Mira,\n\ntwo things stayed:\n1. the ferry\n2. the salt\n\nInes",
    "a note with a quotation": "Mira, “nobody tests with the rain on” has stayed with me.",
    "a note with a year": "Mira, 2019. was a long time ago.",
    "a note that begins with a quotation": "“Nobody tests”, Mira. I “do” now.",
}
# What these are wrapped in, or which note they are.
UNWRAPPED = {
    "a note in quotation marks": ONE,
    "a note after words": ONE,
    "a letter in JSON": LETTER,
}
NOTHING = {
    "nothing": "",
    "blanks": " \n\t ",
    "a refusal": "I'm sorry, but I can't assist with that request.",
    "a refusal with another apostrophe": "I’m sorry, but I can’t write this.",
    "a refusal in JSON": json.dumps({"notes": ["I cannot help with that."]}),
    "a refusal in German": "Es tut mir leid, aber das kann ich nicht schreiben.",
    "an empty fence": "```\n\n```",
    "only words before it": "Sure, here are the notes:",
    "only thoughts": "<think>They want a note. Mira, hello",
    "another JSON": json.dumps({"error": "quota", "code": 7}),
    "a list of numbers": "[1, 2, 3]",
    "the first note cut off": '{"notes": ["Mira, half a no',
    "half an object": '{"notes": {"plain":',
}


def texts_in(said: str) -> list[str]:
    return [note.text for note in notes_in(said, ["Mira"])]


@pytest.mark.parametrize("wrapping", LISTED)
def test_it_finds_both_notes(wrapping: str) -> None:
    assert texts_in(LISTED[wrapping]) == BOTH


@pytest.mark.parametrize("wrapping", ALONE)
def test_it_takes_one_note_as_one(wrapping: str) -> None:
    assert texts_in(ALONE[wrapping]) == [UNWRAPPED.get(wrapping, ALONE[wrapping])]


@pytest.mark.parametrize("wrapping", NOTHING)
def test_it_finds_no_note_where_none_is(wrapping: str) -> None:
    assert texts_in(NOTHING[wrapping]) == []


@pytest.mark.parametrize(
    "said",
    ["{" * 200_000, "[" * 200_000, '"' * 99_999, "{\"notes\":[" * 20_000, "1. " * 60_000,
     "*" * 100_000, "\n" * 100_000 + "x", "`" * 99_999, "- \n" * 40_000, '"\\' * 50_000,
     "<think>" * 20_000, "(1 " * 40_000, "Note " * 30_000],
    ids=lambda said: said[:6],
)  # fmt: skip
def test_it_comes_to_the_end_of_what_never_stops(said: str) -> None:
    with patience():
        notes_in(said, ["Mira"])


@pytest.mark.parametrize(
    ("said", "tones"),
    [
        (json.dumps({"notes": [{"tone": "witty", "text": ONE}, TWO]}), ["witty", "plain"]),
        (json.dumps({"notes": {"plain": ONE, "warm": TWO}}), ["plain", "warm"]),
        (f"**Note 1 (witty):** {ONE}\n**Note 2 (short):** {TWO}", ["witty", "plain"]),
        (f"1. Warm: {ONE}\n2. Casual: {TWO}", ["warm", "plain"]),
        (json.dumps({"notes": [{"tone": "rude", "text": ONE}, {"tone": 7, "text": TWO}]}),
         ["plain", "plain"]),
        (PLAIN, ["plain", "plain"]),
    ],
)  # fmt: skip
def test_it_keeps_the_tone_that_the_model_tells(said: str, tones: list[str]) -> None:
    notes = notes_in(said, ["Mira"])
    assert [note.text for note in notes] == BOTH
    assert [note.tone for note in notes] == tones


SHAPES: dict[str, Behaviour] = {
    "a chat completion": says(PLAIN),
    "a text in parts": sends(
        http(json.dumps({"choices": [{"message": {"content": [{"type": "text", "text": PLAIN}]}}]}))
    ),
    "a stream though none was asked for": sends(
        http(streamed(PLAIN), "Content-Type: text/event-stream; charset=utf-8")
    ),
    "a stream without its name": sends(http(f": hello\n\n{streamed(PLAIN)}")),
    "a stream with a broken event": sends(
        http("data: {]\n\n" + streamed(PLAIN), "Content-Type: text/event-stream")
    ),
    "an older completion": sends(http(json.dumps({"choices": [{"text": PLAIN}]}))),
    "one choice a note": sends(
        http(json.dumps({"choices": [{"message": {"content": note}} for note in BOTH]}))
    ),
    "a message without choices": sends(http(json.dumps({"message": {"content": PLAIN}}))),
    "a wrong content type": sends(http(completion(PLAIN), "Content-Type: image/png")),
    "a mark at its beginning": sends(http("\ufeff" + completion(PLAIN))),
    "a note beside a tool": says(PLAIN, tool_calls=[{"id": "1"}]),
    "chunks": sends(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"1\r\n%c\r\n" % byte for byte in completion(PLAIN).encode())
        + b"0\r\n\r\n"
    ),
    "an end without a length": sends(b"HTTP/1.0 200 OK\r\n\r\n" + completion(PLAIN).encode()),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_it_reads_every_shape_of_answer(
    shape: str, brief: Brief, settings_for: Callable[..., ModelSettings]
) -> None:
    with model_server(SHAPES[shape]) as server:
        assert candidates_for(brief, settings_for(server)).texts == tuple(BOTH)


def test_it_takes_twice_as_many_as_it_asked_for_and_no_more(
    brief: Brief, settings_for: Callable[..., ModelSettings]
) -> None:
    many = [f"Mira, note {number}." for number in range(30)]
    with model_server(says(json.dumps({"notes": many}))) as server:
        assert len(candidates_for(brief, settings_for(server)).texts) == 10
