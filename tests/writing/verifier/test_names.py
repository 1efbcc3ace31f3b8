"""Names: whom the note greets, who signs it, who introduced whom, and everybody in between."""

from __future__ import annotations

import pytest

from redleaf.notes.brief import Brief
from redleaf.writing.verifier import Verifier
from tests.writing.verifier.scene import assert_borne_out, assert_doubts, verifier


@pytest.mark.parametrize(
    "text",
    [
        "Hi Tomasz, good to meet you in Porto. Ines",
        "Dear Mr. Zieliński, it was good to meet you. Best regards, Ines Duarte",
        "hi tomasz, it was good to meet you. ines",
        "Tomasz Zielinski! Porto was fun. I. Duarte",
        "Hello there, it was good to meet you. Ines",
        "Hi Tomasz, this is Ines from Museums & Web.",
        "Hi Tomasz, Bea Kowalczyk introduced us in Porto. Ines",
        "Hi Tomasz, thanks to Bea's introduction we met in Porto. Ines",
        "Hi Tomasz, Henk and Bea both know us. Ines",
        "Hi Tomasz, shall I introduce you to Dana Ruiz at Skutt? Ines",
        "Hi Tomasz, how is life at Muzeum Wody? Ines",
        "Hi Tomasz, nobody has introduced us properly. Ines",
    ],
)
def test_it_knows_the_people_of_the_brief(text: str) -> None:
    assert_borne_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi ⟦Tomas⟧, good to meet you in Porto. Ines",
        "Dear ⟦Jan⟧, good to meet you in Porto. Ines",
        "Hi Tomasz, good to meet you in Porto. ⟦Inez⟧",
        "Hi Tomasz, my name is ⟦Clara⟧ and I make audio guides.",
        "Hi Tomasz, ⟦Henk⟧ introduced us in Porto. Ines",
        "Hi Tomasz, I was introduced to you by ⟦Lou Ferrer⟧. Ines",
        "Hi Tomasz, ⟦Marta Vogel⟧ sends her regards. Ines",
        "Hi Tomasz, we both know ⟦Sofia⟧. Ines",
        "Hi Tomasz, shall I introduce you to Dana ⟦Reis⟧? Ines",
        "Hi Tomasz, how is life at ⟦Muzeum Ognia⟧? Ines",
    ],
)
def test_it_doubts_a_name_that_the_brief_does_not_have(text: str) -> None:
    assert_doubts(text)


def test_it_says_for_whom_the_note_is() -> None:
    claim = assert_doubts("Hi ⟦Tomas⟧, good to meet you.")
    assert claim.kind == "name"
    assert claim.why == "You greet Tomas; the note is for Tomasz Zieliński."


def test_it_doubts_the_wrong_form_of_address_only_where_the_brief_has_one() -> None:
    recorded = verifier(recipient={"name": "Ms. Ada Holt", "given_name": "Ada"})
    assert_borne_out("Dear Ms. Holt, I read your article.", by=recorded)
    assert_doubts("Dear ⟦Mr. Holt⟧, I read your article.", by=recorded)


def test_it_does_not_judge_a_signature_when_the_sender_is_unknown() -> None:
    assert_borne_out("Hi Tomasz, good to meet you.\nBest regards, Clara", by=verifier(sender=None))


def test_it_doubts_an_introducer_when_nobody_introduced_you() -> None:
    alone = verifier(encounters=[])
    claim = assert_doubts("Hi Tomasz, ⟦Henk⟧ introduced us.", by=alone)
    assert claim.why == "You write that Henk introduced you; the brief names nobody."


@pytest.mark.parametrize("name", ["Анна Волкова", "Петр Сорокин", "Ηρώ Παππά"])
def test_it_knows_a_name_whose_letters_look_like_latin_ones(name: str) -> None:
    brief = Brief.from_json({"recipient": {"name": name}})
    assert Verifier(brief).verify(f"Hello {name.split()[0]}, how are the bees?").unsupported == ()
    (doubt,) = Verifier(brief).verify("Hello Яна, how are the bees?").unsupported
    assert doubt.text == "Яна"
