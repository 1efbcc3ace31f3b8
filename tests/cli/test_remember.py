"""`redleaf remember`: a sentence in; contact, encounter and promise in the store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import Command

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

TODAY = ("--today", "2026-11-23")
MIRA = (
    "Mira Holt, curator at Muzeum Wody, met at Museums & Web last Thursday, "
    "talked about sound walks, I promised the microphone list"
)
pytestmark = pytest.mark.usefixtures("owner")


def counts(owner: User) -> dict[str, int]:
    from redleaf.web.contacts.rows import TABLES

    found = {
        name: table._base_manager.filter(owner=owner).count() for name, table in TABLES.items()
    }
    return {name: count for name, count in found.items() if count}


def test_it_says_what_it_understood_and_keeps_it(redleaf: Command, owner: User) -> None:
    run = redleaf("remember", MIRA, *TODAY)
    assert run.code == 0
    assert " ".join(run.out.split()) == (
        "Mira Holt · curator, Muzeum Wody · met at Museums & Web, Thursday 19 November · "
        "talked about sound walks · you promised: the microphone list Mira Holt: new here"
    )
    assert "redleaf undo" in run.err
    assert counts(owner) == {"contact": 1, "role": 1, "encounter": 1, "presence": 1, "promise": 1}


def test_it_adds_to_somebody_who_is_known(redleaf: Command, owner: User) -> None:
    redleaf("remember", MIRA, *TODAY)
    run = redleaf("remember", "Coffee with Mira Holt in Turku yesterday, mira@holt.example", *TODAY)
    assert "Mira Holt: known, Mira Holt, curator, Muzeum Wody" in " ".join(run.out.split())
    found = counts(owner)
    assert (found["contact"], found["encounter"], found["identity"]) == (1, 2, 1)
    assert "pair" not in found


def test_the_same_sentence_twice_is_kept_once(redleaf: Command, owner: User) -> None:
    redleaf("remember", MIRA, *TODAY)
    before = counts(owner)
    run = redleaf("remember", MIRA, *TODAY)
    assert run.code == 0
    assert run.err == "Mira Holt: all of this is known already.\n"
    assert counts(owner) == before


def test_who_is_doubtful_is_kept_apart_and_asked_about_later(redleaf: Command, owner: User) -> None:
    redleaf("remember", MIRA, *TODAY)
    run = redleaf("remember", "Coffee with Mira yesterday", *TODAY)
    assert run.code == 0
    assert "Mira: may be\n  Mira Holt, curator" in run.out
    assert "redleaf people merge" in run.err
    assert (counts(owner)["contact"], counts(owner)["pair"]) == (2, 1)


def test_one_of_the_same_name_at_another_place_is_doubtful(redleaf: Command, owner: User) -> None:
    redleaf("remember", MIRA, *TODAY)
    redleaf("remember", "Mira Holt, glazier at Kettle & Sons", *TODAY)
    assert (counts(owner)["contact"], counts(owner)["pair"]) == (2, 1)


def test_it_knows_the_others_who_were_there(redleaf: Command, owner: User) -> None:
    redleaf("remember", MIRA, *TODAY)
    run = redleaf("remember", "Bo Lindqvist and Mira Holt, dinner in Porto on 3 May", *TODAY)
    assert "with Mira Holt" in " ".join(run.out.split())
    assert (counts(owner)["contact"], counts(owner)["presence"]) == (2, 3)


def test_a_preview_keeps_nothing(redleaf: Command, owner: User) -> None:
    run = redleaf("remember", MIRA, *TODAY, "--preview")
    assert (run.code, run.err) == (0, "")
    assert "Mira Holt: new here" in run.out
    assert counts(owner) == {}


def test_it_reads_a_sentence_a_line(redleaf: Command, owner: User) -> None:
    run = redleaf("remember", "-", *TODAY, stdin=f"{MIRA}\n\nBo Lindqvist, coffee today\n")
    assert run.code == 0
    assert counts(owner)["contact"] == 2


def test_a_line_without_a_name_does_not_keep_the_others_out(redleaf: Command, owner: User) -> None:
    run = redleaf("remember", *TODAY, stdin=f"met yesterday\n{MIRA}\n")
    assert run.code == 1
    assert "This names nobody yet." in run.err
    assert counts(owner)["contact"] == 1


def test_it_writes_json(redleaf: Command) -> None:
    redleaf("remember", MIRA, *TODAY)
    run = redleaf("remember", "Mira, coffee today", *TODAY, "--format", "json")
    (line,) = json.loads(run.out)["lines"]
    assert line["kept"]
    (person,) = line["people"]
    assert (person["change"], person["id"]) == ("doubtful", None)
    assert person["may_be"][0]["name"] == "Mira Holt"
    assert line["line"]["encounter"]["kind"] == "coffee"


@pytest.mark.parametrize("stdin", ["", "  \n\n"])
def test_nothing_said_is_wrong_use(redleaf: Command, stdin: str) -> None:
    assert redleaf("remember", stdin=stdin).code == 2


def test_a_sentence_that_never_ends_is_refused(redleaf: Command, owner: User) -> None:
    run = redleaf("remember", f"Mira Holt, {'moss ' * 500}")
    assert (run.code, counts(owner)) == (1, {})
    assert "longer than 2,000 characters" in run.err


def test_control_signs_do_not_reach_the_terminal(redleaf: Command) -> None:
    run = redleaf("remember", "Mira \x1b[31mHolt, curator at Muzeum \x07Wody", *TODAY)
    assert "\x1b" not in run.out
    assert "\x07" not in run.out
