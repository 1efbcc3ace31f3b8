"""With a brief the same text gets other findings: register, memory, history, the month's notes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import redleaf
from redleaf.judging import Report
from redleaf.notes.brief import Brief, Recipient
from redleaf.rules import Severity

MOST_SAME_OF_OWN_NOTES = 0.0
LEAST_SAME_OF_MERGED_NOTES = 0.7


def brief(**fields: Any) -> Brief:
    return Brief.from_json({"recipient": {"name": "Ida Holm"}, **fields})


def to(register: str) -> Brief:
    return brief(recipient={"name": "Ida Holm", "register": register})


def rules(report: Report) -> set[str]:
    return {finding.rule.partition("/")[2] for finding in report.findings}


class TestTheWordsFitThePerson:
    SPOKEN = "Dear Ms Holm, gonna bring the plans of the lock on Friday."
    STIFF = "Ida, I would hereby like to inform you that the lock of 1912 is open."

    def test_spoken_words_are_out_of_place_to_a_boss(self) -> None:
        assert "spoken-words" in rules(redleaf.check(self.SPOKEN, brief=to("formal")))

    def test_they_are_in_place_between_friends(self) -> None:
        assert "spoken-words" not in rules(redleaf.check(self.SPOKEN, brief=to("close")))

    def test_a_letter_says_by_its_greeting_how_formal_it_is(self) -> None:
        assert "spoken-words" in rules(redleaf.check(self.SPOKEN, kind="email"))
        assert "spoken-words" not in rules(redleaf.check(self.SPOKEN))

    @pytest.mark.parametrize("register", ["close", "peer"])
    def test_office_language_is_stiff_to_people_one_knows(self, register: str) -> None:
        assert "letter-language" in rules(redleaf.check(self.STIFF, brief=to(register)))

    def test_it_is_left_where_it_is_custom(self) -> None:
        assert "letter-language" not in rules(redleaf.check(self.STIFF, brief=to("formal")))

    @pytest.mark.parametrize(
        ("familiar", "polite"),
        [
            ("Ida, hast du die Pläne noch?", "Frau Holm, haben Sie die Pläne noch?"),
            ("Ida, tu as encore les plans pour la porte ?", "Madame, je vous envoie les plans."),
            ("Ida, ti mando i piani della chiusa.", "Signora, Le scrivo e La ringrazio dei piani."),
            ("Ida, jij had de plannen nog.", "Mevrouw, hebt u de plannen nog?"),
            ("Ida, ¿tienes los planos de la esclusa?", "Señora, ¿tiene usted los planos?"),
        ],
    )
    def test_the_pronoun_fits_the_register(self, familiar: str, polite: str) -> None:
        assert "wrong-pronoun" in rules(redleaf.check(familiar, brief=to("formal")))
        assert "wrong-pronoun" in rules(redleaf.check(polite, brief=to("close")))
        assert "wrong-pronoun" not in rules(redleaf.check(familiar, brief=to("close")))
        assert "wrong-pronoun" not in rules(redleaf.check(polite, brief=to("formal")))
        for text in (familiar, polite):
            assert "wrong-pronoun" not in rules(redleaf.check(text, brief=to("peer")))
            assert "mixed-pronouns" not in rules(redleaf.check(text))


class TestTheMonth:
    TEXT = "Ida, page 40 of your report names the wrong weir."

    def test_it_says_when_the_notes_of_the_month_are_gone(self) -> None:
        told = brief(network="linkedin", sent_this_month=5)
        report = redleaf.check(self.TEXT, brief=told)
        assert "monthly-notes-used-up" in rules(report)
        assert not report.has(Severity.WARNING)

    @pytest.mark.parametrize(
        "fields",
        [
            {"network": "linkedin", "sent_this_month": 4},
            {"network": "linkedin"},
            {"network": "linkedin-premium", "sent_this_month": 50, "mutual": ["Jo Marsh"]},
            {"network": "mastodon", "sent_this_month": 15},
        ],
    )
    def test_it_is_silent_while_some_are_left_or_nobody_counts(self, fields: Any) -> None:
        found = rules(redleaf.check(self.TEXT, brief=brief(**fields)))
        assert not found & {"monthly-notes-used-up", "many-to-strangers"}

    def test_many_notes_to_strangers_are_what_gets_people_reported(self) -> None:
        stranger = brief(recognition="unknown", sent_this_month=40)
        assert "many-to-strangers" in rules(redleaf.check(self.TEXT, brief=stranger))

    def test_where_all_are_used_there_are_words_for_afterwards(self) -> None:
        told = brief(
            network="linkedin",
            today="2026-11-19",
            sent_this_month=5,
            encounters=[
                {"kind": "talk", "on": "2026-11-12", "event": "Lock Day", "topics": ["oak gates"]}
            ],
        )
        answer = redleaf.draft(told)
        assert (answer.advice, answer.drafts) == ("after-acceptance", ())
        assert answer.afterwards


class TestHistory:
    SENT = (
        "Hi Ben, good to meet you at Lock Day. What you said about oak gates stayed with me, "
        "and I would like to hear how the test ends."
    )

    def test_it_names_the_earlier_note_and_the_share(self) -> None:
        told = brief(history=["Hi Jo, the kettle is on.", self.SENT])
        report = redleaf.check(self.SENT.replace("Ben", "Ida"), brief=told)
        (finding,) = (f for f in report.findings if f.rule == "boring/same-as-before")
        assert "Hi Ben, good to meet you at Lock Day." in finding.message
        assert "100 %" in finding.message
        assert finding.severity is Severity.WARNING

    def test_two_notes_may_share_a_short_sentence(self) -> None:
        told = brief(history=[self.SENT])
        text = (
            "Hi Ida, good to meet you at Lock Day. The eel ladder was news to me; is there a plan?"
        )
        assert "same-as-before" not in rules(redleaf.check(text, brief=told))

    def test_it_finds_merged_piles_and_leaves_own_ones(self, shared_data: Path) -> None:
        shares: dict[bool, list[bool]] = {True: [], False: []}
        for line in (
            (shared_data / "briefs-written" / "piles.jsonl").read_text("utf-8").splitlines()
        ):
            pile = json.loads(line)
            for at, text in enumerate(pile["notes"]):
                told = brief(history=pile["notes"][:at] + pile["notes"][at + 1 :])
                found = "same-as-before" in rules(redleaf.check(text, brief=told))
                shares[pile["merge"]].append(found)
        assert sum(shares[True]) / len(shares[True]) >= LEAST_SAME_OF_MERGED_NOTES
        assert sum(shares[False]) / len(shares[False]) <= MOST_SAME_OF_OWN_NOTES


class TestMemory:
    TEXT = "Ida, page 40 of your report names the wrong weir."

    def test_faded_memory_asks_where_it_was(self) -> None:
        told = brief(recognition="faded", encounters=[{"kind": "talk", "place": "Turku"}])
        report = redleaf.check(self.TEXT, brief=told)
        (finding,) = report.findings
        assert finding.rule == "boring/explanation-missing"
        assert "“Turku”" in finding.advice

    def test_without_a_name_it_speaks_of_the_reader(self) -> None:
        told = Brief(Recipient(""), recognition="faded")
        (finding,) = redleaf.check(self.TEXT, brief=told).findings
        assert "to the reader" in finding.message

    def test_what_is_called_personal_is_not_asked_whom_it_is_for(self, shared_data: Path) -> None:
        stranger = brief(recognition="unknown")
        for name in ("notes-written/good", "notes-written/poor"):
            for line in (shared_data / f"{name}.jsonl").read_text("utf-8").splitlines():
                report = redleaf.check(json.loads(line)["text"], brief=stranger)
                asked = "nothing-shared" in rules(report)
                assert not (asked and report.verdict == "personal")


def test_a_sign_that_nobody_sees_is_no_mark_of_a_name() -> None:
    told = brief(recipient={"name": "Ida\u202e Hölm\u200b"})
    assert "dropped-accents" not in rules(redleaf.check("Hi Ida, the lock is open.", brief=told))
    found = redleaf.check("Dear Ms Holm, the lock is open.", brief=told).findings
    fixes = [fix.text for each in found if "dropped" in each.rule for fix in each.fixes]
    assert fixes == ["Hölm"]
