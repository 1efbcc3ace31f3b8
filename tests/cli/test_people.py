"""`redleaf people`: the memory at a glance, people found in it, and one of them shown."""

from __future__ import annotations

import json
import re

import pytest

from redleaf.cli.columns import cells
from redleaf.web.accounts.models import User
from tests.cli.running import Command

TODAY = ("--today", "2026-11-23")
LINES = """Mira Holt, curator at Muzeum Wody, met at Museums & Web last Thursday, talked about sound walks, mira@holt.example, I promised the microphone list by Friday
Mira Novak, glazier at Kettle & Sons, coffee in Turku on 3 May 2024
大野春香, sound archivist at City Library, met in Nagasaki on 20 September
"""  # noqa: E501


@pytest.fixture
def people(redleaf: Command, owner: User) -> Command:
    redleaf("remember", "-", *TODAY, stdin=LINES)
    return redleaf


@pytest.mark.usefixtures("owner")
def test_an_empty_memory_says_how_to_begin(redleaf: Command) -> None:
    run = redleaf("people")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("There is nobody here yet.")
    assert "redleaf import FILE" in run.out
    assert "redleaf remember" in run.out


def test_it_counts_and_tells_who_is_fading(people: Command) -> None:
    run = people("people", *TODAY)
    assert run.out.startswith("3 people, 3 encounters, 1 promise open.\n")
    fading = run.out.partition("Fading within a month")[2]
    assert "大野春香" in fading
    assert "Mira Novak" not in fading


def test_it_says_the_same_as_json(people: Command) -> None:
    told = json.loads(people("people", *TODAY, "--format", "json").out)
    assert (told["people"], told["promises"], told["promises_due"], told["pairs"]) == (3, 1, 0, 0)
    assert [each["name"] for each in told["fading"]] == ["大野春香"]


@pytest.mark.parametrize("words", [("find", "mira"), ("mira",), ("find", "MÍRA")])
def test_it_finds_people_with_a_line_each(people: Command, words: tuple[str, ...]) -> None:
    run = people("people", *words, *TODAY)
    assert run.code == 0
    assert [re.sub(" +", " ", line) for line in run.out.splitlines()] == [
        " Mira Holt curator, Muzeum Wody met at Museums & Web, 19 Nov",
        " Mira Novak glazier, Kettle & Sons had coffee in Turku, 3 May 2024",
    ]


def test_it_says_what_answered_where_the_line_does_not(people: Command) -> None:
    assert "topic: sound walks" in people("people", "walks", *TODAY).out


def test_wide_letters_stand_in_straight_columns(people: Command) -> None:
    lines = people("people", "find", "sound", *TODAY).out.splitlines()
    shown = [each for each in lines if "topic" not in each]
    roles = ["curator", "sound archivist"]
    starts = {cells(line[: line.index(role)]) for line, role in zip(shown, roles, strict=True)}
    assert len(starts) == 1
    assert all(cells(line) <= 80 for line in lines)


def test_nobody_found_is_said(people: Command) -> None:
    run = people("people", "zebra")
    assert (run.code, run.out) == (1, "")
    assert run.err == "redleaf: nobody here matches “zebra”.\n"


def test_it_shows_all_of_one_person(people: Command) -> None:
    run = people("people", "show", "mira", "holt", *TODAY)
    assert run.code == 0
    lines = run.out.splitlines()
    assert lines[:4] == ["Mira Holt", "curator, Muzeum Wody", "", lines[3]]
    assert lines[3] == "Recent. You met once, 4 days ago."
    for piece in (
        "e-mail  mira@holt.example",
        "19 Nov  Met at Museums & Web. Talked about sound walks.",
        "open  the microphone list, by 27 Nov",
        "Remembered Mira Holt",
    ):
        assert piece in run.out
    assert all(cells(line) <= 80 for line in lines)


def test_it_shows_somebody_by_id_and_as_json(people: Command) -> None:
    found = json.loads(people("people", "find", "holt", "--format", "json").out)["people"]
    run = people("people", "show", found[0]["id"], "--format", "json", *TODAY)
    told = json.loads(run.out)
    assert told["contact"]["name"] == "Mira Holt"
    assert told["encounters"][0]["event"] == "Museums & Web"
    assert (told["recognition"], told["promises"][0]["state"]) == ("recent", "open")


def test_several_of_a_name_are_listed_and_none_is_guessed(people: Command) -> None:
    run = people("people", "show", "mira", *TODAY)
    assert run.code == 1
    assert "Mira Holt" in run.out
    assert "Mira Novak" in run.out
    assert "“mira” may be 2 people" in run.err


def test_a_strangers_id_is_nobody(people: Command) -> None:
    """Ben's people are in the same store, and not in the owner's."""
    from redleaf.contacts.contact import Contact
    from redleaf.web.contacts.models import Act
    from redleaf.web.contacts.services.keeping import keep_new_contact
    from redleaf.web.contacts.services.recording import recorded

    ben = User.objects.create_user("ben")
    with recorded(ben, Act.Kind.EDIT, "Ben's") as recorder:
        theirs = keep_new_contact(Contact("Mira Benson", notes=("a secret",)), recorder)
    assert people("people", "show", str(theirs.pk)).code == 1
    assert "Benson" not in people("people", "mira").out
    assert people("people", "secret").code == 1


@pytest.mark.parametrize(
    "wrong", [("find",), ("show",), ("find", "x", "--most", "0"), ("--today", "soon")]
)
def test_wrong_use(people: Command, wrong: tuple[str, ...]) -> None:
    assert people("people", *wrong).code == 2


@pytest.mark.usefixtures("owner")
def test_it_keeps_what_the_user_says_of_themselves(redleaf: Command) -> None:
    assert "Nothing is written down of you." in redleaf("people", "me").out
    said = ("--name", "Ines  Duarte", "--headline", "makes museum audio guides")
    run = redleaf("people", "me", *said, "--offer", "a map of quiet rooms")
    assert run.out == "Ines Duarte\nmakes museum audio guides\n  offers a map of quiet rooms\n"
    assert redleaf("people", "me", "--no-offers").out == "Ines Duarte\nmakes museum audio guides\n"
    assert redleaf("people", "me", "--no-offers", "--offer", "x").code == 2


def test_options_before_the_subcommand_hold_for_it(people: Command) -> None:
    run = people("people", *TODAY, "--format", "json", "show", "holt")
    assert json.loads(run.out)["reason"] == "You met once, 4 days ago."
