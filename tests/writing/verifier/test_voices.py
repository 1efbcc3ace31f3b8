"""Texts as people write them: what is theirs to tell is left alone, what both would know is not."""

from __future__ import annotations

import pytest

from tests.writing.verifier.scene import assert_borne_out, assert_doubts, verifier


@pytest.mark.parametrize(
    "text",
    [
        "hi tomasz its ines w the audio guides, u said nobody tests with the rain on lol. so true",
        "TOMASZ. PORTO STILL IN MY EARS. TWELVE MICROPHONES TO FOLLOW. INES",
        "Dear Mr Zieliński, it was an honour to meet you a week ago. Yours sincerely, I. Duarte",
        "Tomasz, I'm on the night train, my neighbour snores in three keys, it's two o'clock.",
        "Tomasz, it snowed in Tampere on Sunday, and my cat Biscuit has not forgiven me.",
        "Tomasz, in my village, where Bach is on every radio, nobody has forty kinds of silence.",
        "Servus Tomasz, sharp as a razor, that line about the rain, as one says of an old knife.",
        "Tomasz, I hope your knees are well and your kettle is on. Ines",
        "Tomasz, if you are ever in Évora, my printer Rui would be glad to show you the press.",
        "Dear Tomasz, Bea Kowalczyk was good enough to introduce us. Ines",
        "Seven days since Porto, and I still hum. Ines",
        "Tomasz, we met in Porto, remember? Ines",
        "I can't believe it's already a week since Porto, Tomasz.",
        "Greetings from a wet Thursday, Tomasz. The list of microphones follows, as promised.",
    ],
)
def test_it_leaves_alone_what_the_writer_tells(text: str) -> None:
    assert_borne_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, I can't believe ⟦you climbed the tower⟧ in that wind. Ines",
        "Tomasz, do you still have ⟦the scarf I knitted you⟧? Ines",
        "Tomasz, do you remember ⟦the night the fire brigade came⟧? Ines",
        "Tomasz, that ⟦bagpiper with the parrot⟧ was the best of Porto. Ines",
        "Tomasz, I met your ⟦sister⟧ at the door. Ines",
        "Tomasz, ⟦you introduced me to Bea Kowalczyk⟧ in Porto. Ines",
        "Tomasz, it was ⟦Henk⟧ who introduced us, and rightly so. Ines",
        "Tomasz, ⟦you will send me the floor plan⟧, and I look forward to it. Ines",
        "Tomasz, the ⟦floor plan⟧ is on its way, as promised. Ines",
        "Tomasz, as promised I'll ⟦translate the list of microphones⟧. Ines",
        "Tomasz, ⟦you send the list⟧ of microphones, and I bring the tea. Ines",
        "Tomasz, when ⟦I said that nobody tests with the rain on⟧ you laughed. Ines",
        "Tomasz, ⟦nobody sleeps with the rain on⟧, you said. Ines",
        "Tomasz, ⟦Pipes to listening⟧ hangs over my desk, your article. Ines",
        "Tomasz, ⟦ten days⟧ already since Porto. Ines",
        "Tomasz, since ⟦our panel⟧ at Museums & Web I hear lifts. Ines",
        "Tomasz, thank you for the talk and for ⟦the tour of the cellars⟧. Ines",
        "Tomasz, thank you for ⟦your kind letter⟧. Ines",
        "Tomasz, as ⟦director⟧ of Muzeum Wody you will know. Ines",
        "hi tomasz, ⟦jeroen⟧ introduced us in porto, so here i am",
    ],
)
def test_it_doubts_what_both_would_have_to_know(text: str) -> None:
    assert_doubts(text)


def test_it_knows_one_thing_of_a_kind_from_another() -> None:
    alto = verifier(
        encounters=[{"kind": "meal", "topics": ["the alto who breathes in fog", "his left wrist"]}]
    )
    assert_borne_out("Tomasz, that alto who breathes in fog stays with me.", by=alto)
    assert_doubts("Tomasz, that ⟦tenor⟧ who breathes in fog stays with me.", by=alto)
    assert_doubts("Tomasz, how is your ⟦right⟧ wrist?", by=alto)


@pytest.mark.parametrize(
    ("name", "called"),
    [("Wilhelmina Stokes", "Willa"), ("Robert Hale", "Bob"), ("Bogumiła Król", "Bogumila")],
)
def test_it_knows_people_by_what_they_are_called(name: str, called: str) -> None:
    assert_borne_out(f"Dear {called}, I hope you are well.", by=verifier(recipient={"name": name}))


def test_a_name_that_is_merely_alike_is_another_one() -> None:
    assert_doubts("Dear ⟦Tomas⟧, I hope you are well.")


def test_years_are_counted_until_the_next_one() -> None:
    long_ago = verifier(encounters=[{"kind": "class", "on": "2015-01-10", "event": "Night School"}])
    assert_borne_out("Tomasz, it is eleven years since Night School.", by=long_ago)
    assert_doubts("Tomasz, it is ⟦nine years since⟧ Night School.", by=long_ago)


def test_it_takes_im_for_german_where_the_text_is_german() -> None:
    german = verifier(recipient={"name": "Tomasz Zieliński", "language": "de"})
    assert_borne_out("Hallo Tomasz, ich sitze im Zug nach Hause. Viele Grüße, Ines", by=german)
    assert_doubts("Hallo Tomasz, danke für den Abend mit ⟦Markus Huber⟧ in Porto.", by=german)
    assert_doubts("Hallo Tomasz, wir haben uns ⟦im Sommer⟧ in Porto getroffen.", by=german)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Cher Tomasz, je vous écris du train un lundi. Bien cordialement, Ines"),
        ("es", "Estimado Tomasz, el lunes empiezo un proyecto nuevo. Atentamente, Ines"),
        ("de", "Lieber Tomasz, ein Mittwoch im November, und der Regen klopft. Grüße, Ines"),
    ],
)
def test_days_of_the_writer_are_left_alone_in_other_languages(language: str, text: str) -> None:
    assert_borne_out(text, by=verifier(recipient={"name": "Tomasz", "language": language}))


def test_it_lets_german_put_the_verb_last() -> None:
    german = verifier(
        recipient={"name": "Tomasz Zieliński", "language": "de"},
        promises=["die Liste der Mikrofone schicken"],
    )
    assert_borne_out(
        "Hallo Tomasz, ich habe versprochen, dir die Liste der Mikrofone zu schicken. Ines",
        by=german,
    )
    assert_borne_out("Hallo Tomasz, die Liste der Mikrofone kommt wie versprochen.", by=german)


def test_nothing_is_agreed_that_nobody_promised() -> None:
    no_promise = verifier(promises=[])
    assert_doubts("Tomasz, ⟦as agreed⟧, I'll send the quotation.", by=no_promise)
    assert_borne_out("Tomasz, I'll send the quotation on Friday.", by=no_promise)
