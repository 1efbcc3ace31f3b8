"""Encounters: that you met, when, where, about what; and what was never so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.writing.verifier.scene import assert_borne_out, assert_doubts, verifier


def met(kind: str, **more: Any) -> Any:
    return verifier(encounters=[{"kind": kind, "on": "2026-11-12", **more}])


@pytest.mark.parametrize(
    "text",
    [
        "Hi Tomasz, great meeting you in Porto last Thursday. Ines",
        "Hi Tomasz, a week ago at Museums & Web we talked about sound walks for the blind. Ines",
        "Tomasz, I keep thinking of the lift that hums in B flat. Ines",
        "Tomasz, since our conversation on 12 November I listen to lifts. Ines",
        "Tomasz, would you like to meet for lunch in Kraków one day? Ines",
        "Tomasz, I hope to meet you again soon, perhaps over a coffee. Ines",
        "Tomasz, we spoke in Porto last Thursday. This is only a wave. Ines",
    ],
)
def test_it_knows_the_encounter(text: str) -> None:
    assert_borne_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Tomasz, great meeting you in ⟦Lisbon⟧. Ines",
        "Hi Tomasz, great meeting you ⟦last Wednesday⟧. Ines",
        "hi tomasz was great to meet you in ⟦oslo⟧ last week",
        "Hi Tomasz, great meeting you in ⟦October⟧. Ines",
        "Hi Tomasz, ⟦three weeks ago⟧ we talked about sound walks. Ines",
        "Hi Tomasz, good talking to you at ⟦the book fair⟧. Ines",
        "Hi Tomasz, we talked about ⟦gravel walks⟧ for blind visitors. Ines",
        "Hi Tomasz, we talked about ⟦lighthouse repairs⟧. Ines",
        "Hi Tomasz, I keep thinking of the lift that ⟦whistles⟧ in B flat. Ines",
        "Hi Tomasz, thank you for ⟦the coffee⟧ in Porto. Ines",
        "Hi Tomasz, thank you for ⟦driving me to the airport⟧. Ines",
        "Hi Tomasz, I enjoyed ⟦our call⟧ about sound walks. Ines",
    ],
)
def test_it_doubts_what_was_otherwise(text: str) -> None:
    assert_doubts(text)


def test_it_says_which_day_it_was() -> None:
    claim = assert_doubts("Hi Tomasz, good to meet you ⟦last Wednesday⟧.")
    assert claim.why == (
        "You write last Wednesday, 18 November; the brief says Thursday 12 November 2026."
    )


@pytest.mark.parametrize("kind", ["talk", "introduction", "online", "call"])
def test_it_doubts_a_meeting_after_hearing_or_writing_only(kind: str) -> None:
    assert_doubts("Hi Tomasz, it was ⟦great to meet you⟧. Ines", by=met(kind))


@pytest.mark.parametrize("kind", ["conference", "coffee", "meal", "work", "class", "family"])
def test_it_knows_that_such_encounters_are_meetings(kind: str) -> None:
    assert_borne_out("Hi Tomasz, it was great to meet you. Ines", by=met(kind))


def test_it_knows_a_talk_that_was_heard() -> None:
    heard = met("talk", event="the Ceramics Evening")
    assert_borne_out("Dear Tomasz, I listened to your lecture at the Ceramics Evening.", by=heard)
    assert_doubts("Dear Tomasz, ⟦we spoke⟧ after your lecture.", by=heard)


def test_we_have_not_met_is_true_of_strangers_only() -> None:
    assert_borne_out("Hi Tomasz, we have not met. Ines", by=verifier(encounters=[]))
    assert_doubts("Hi Tomasz, ⟦we have not met⟧. Ines")


def test_it_does_not_mix_two_encounters() -> None:
    twice = verifier(
        encounters=[
            {"kind": "work", "on": "1994-06-17", "place": "Bremen"},
            {"kind": "coffee", "on": "2009-08-15", "place": "Hanover"},
        ]
    )
    assert_borne_out("Tomasz, Bremen in 1994 seems long ago, and Hanover in 2009 too.", by=twice)
    assert_doubts("Tomasz, the coffee in Hanover ⟦in 1994⟧ was good.", by=twice)


def test_it_does_not_judge_relative_days_without_today() -> None:
    undated = verifier(today=None)
    assert_borne_out("Hi Tomasz, good to meet you last Wednesday.", by=undated)
    assert_doubts("Hi Tomasz, good to meet you on ⟦11 November 2026⟧.", by=undated)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Hallo Tomasz, wir haben uns ⟦letzten Mittwoch⟧ auf der Tagung getroffen."),
        ("fr", "Bonjour Tomasz, nous nous sommes rencontrés ⟦mercredi dernier⟧ à Porto."),
        ("es", "Hola Tomasz, nos conocimos ⟦el miércoles pasado⟧ en Porto."),
        ("de", "Hallo Tomasz, danke für das Gespräch in ⟦Lissabon⟧ auf der Tagung mit dir."),
        ("nl", "Hoi Tomasz, we spraken elkaar ⟦vorige maand⟧ in Porto."),
    ],
)
def test_it_reads_days_in_other_languages(language: str, text: str) -> None:
    brief = {"name": "Tomasz Zieliński", "given_name": "Tomasz", "language": language}
    assert_doubts(text, by=verifier(recipient=brief))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Hallo Tomasz, es war schön, dich letzten Donnerstag in Porto getroffen zu haben."),
        ("fr", "Bonjour Tomasz, nous nous sommes rencontrés jeudi dernier à Porto."),
        ("es", "Hola Tomasz, nos conocimos el jueves pasado en Porto."),
    ],
)
def test_it_knows_the_encounter_in_other_languages(language: str, text: str) -> None:
    brief = {"name": "Tomasz Zieliński", "given_name": "Tomasz", "language": language}
    assert_borne_out(text, by=verifier(recipient=brief))


def test_it_knows_a_birthday_by_its_number() -> None:
    party = met("family", event="Vera's 80th birthday", topics=[])
    assert_borne_out("Tomasz, good to see you at Vera's 80th birthday.", by=party)
    assert_doubts("Tomasz, good to see you at Vera's ⟦90th⟧ birthday.", by=party)


def test_thanks_for_an_introduction_are_judged_by_who_made_it() -> None:
    by = met("conference", introduced_by="Bea Kowalczyk")
    assert_borne_out("Tomasz, thanks to Bea Kowalczyk for introducing us.", by=by)
    assert_doubts("Tomasz, thanks to ⟦Bea Nowak⟧ for introducing us.", by=by)


def test_it_doubts_a_place_of_another_meeting_on_that_day() -> None:
    twice = verifier(
        encounters=[
            {"kind": "conference", "on": "2024-05-02", "place": "Porto", "topics": ["pipes"]},
            {"kind": "coffee", "on": "2026-10-30", "place": "Ghent", "topics": ["lifts"]},
        ]
    )
    assert_borne_out("Tomasz, over coffee in Ghent on 30 October we talked about lifts.", by=twice)
    assert_doubts("Tomasz, over coffee in Porto on ⟦30 October⟧ we talked about lifts.", by=twice)


def test_it_tells_a_talk_they_gave_from_a_talk_with_them() -> None:
    listened = met("talk", event="your talk on wet reeds")
    assert listened.verify("Tomasz, thank you for your talk on wet reeds.").unsupported == ()
    [doubt] = listened.verify("Tomasz, thank you for our talk.").unsupported
    assert doubt.kind == "encounter"
    [doubt] = met("introduction").verify("Tomasz, thank you for your talk.").unsupported
    assert doubt.text == "thank you for your talk"
