"""What can be seen in a text: sentences, words, greeting, signature, language, skeleton."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redleaf.notes.note import KINDS, Note
from redleaf.notes.skeleton import skeleton


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three", ["One.", "Two?", "Three"]),
        ("Ask Dr. Hale about it. She knows.", ["Ask Dr. Hale about it.", "She knows."]),
        ("Hi Mira,\nwe met.\n\nIda", ["Hi Mira,", "we met.", "Ida"]),
        ("It costs 3.50 euros. Fine.", ["It costs 3.50 euros.", "Fine."]),
        ("こんにちは。元気ですか？", ["こんにちは。", "元気ですか？"]),
        ("Tea, e.g. green tea, is nice.", ["Tea, e.g. green tea, is nice."]),
        ("It was you and I. We laughed.", ["It was you and I.", "We laughed."]),
        ("", []),
    ],
)
def test_it_parts_sentences(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in Note(text).sentences] == sentences


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi Mira, we met in Ghent.", "Mira"),
        ("Dear Ms. Holt, thank you.", "Ms. Holt"),
        ("Sehr geehrte Frau Dr. Lang, danke.", "Frau Dr. Lang"),
        ("Tomasz, we met in Porto.", "Tomasz"),
        ("Cher Monsieur Petit,\nmerci", "Monsieur Petit"),
        ("Hola José! Gracias", "José"),
        ("Hi Mary-Ann & Joe,\nhello", "Mary-Ann & Joe"),
        ("Hi there, thanks", None),
        ("Hello everyone, thanks", None),
    ],
)
def test_it_finds_the_name_in_the_greeting(text: str, name: str | None) -> None:
    greeting = Note(text).greeting
    assert greeting is not None
    assert (greeting.name.of(text) if greeting.name else None) == name


@pytest.mark.parametrize(
    "text",
    [
        "Great meeting you, let me know.",
        "Thanks, that helped.",
        "Yes, we met.",
        "History repeats itself.",
        "Hinges are my trade.",
        "Yesterday, I read it.",
        "Duuuude, look at that.",
        "Haha, you were right.",
    ],
)
def test_it_does_not_take_an_opening_for_a_greeting(text: str) -> None:
    assert Note(text).greeting is None


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("We met in Ghent.\n\nBest regards,\nIda Moor", "Best regards,\nIda Moor"),
        ("We met in Ghent. Ida", "Ida"),
        ("We met in Ghent. Best, Ida", "Best, Ida"),
        ("We met in Ghent.\nThanks!", "Thanks!"),
        ("Wir trafen uns in Gent.\nViele Grüße\nIda", "Viele Grüße\nIda"),
        ("We met in Ghent.", None),
        ("Say hello to Ida.", None),
    ],
)
def test_it_finds_the_signature(text: str, signature: str | None) -> None:
    found = Note(text).signature
    assert (found.of(text) if found else None) == signature


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We met at the river clean-up and I liked your map.", "en"),
        ("Wir haben uns am Dienstag beim Vortrag getroffen.", "de"),
        ("Nous nous sommes rencontrés à Lyon, merci pour le café.", "fr"),
        ("Nos conocimos en la feria, gracias por el libro.", "es"),
        ("Ci siamo conosciuti alla fiera, grazie per il libro.", "it"),
        ("Conhecemo-nos na feira, obrigado pelo livro.", "pt"),
        ("We hebben elkaar op de beurs ontmoet, bedankt voor het boek.", "nl"),
        ("Я хотел бы добавить вас в свою сеть.", "ru"),
        ("あなたを私のネットワークに追加したい", "ja"),
        ("我想将您添加到我的人脉中", "zh"),
        ("인맥에 추가하고 싶습니다", "ko"),
        ("Θα ήθελα να σας προσθέσω", "el"),
        ("1234 ---", "und"),
    ],
)
def test_it_guesses_the_language(text: str, language: str) -> None:
    assert Note(text).language == language


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Hi Mira, great to meet you at Ghent Water Days.", "Hi ⟨name⟩, great to meet you at ⟨…⟩."),
        ("Hi Tom, I saw {{company}} has 40 people.", "Hi ⟨name⟩, I saw ⟨…⟩ has ⟨…⟩ people."),
        ("See https://example.org/x or write to a@example.org.", "See ⟨…⟩ or write to ⟨…⟩."),
        ("Lieber Jan, der Vortrag über die Elbe und das Eis.",
         "Lieber ⟨name⟩, der Vortrag über die Elbe und das Eis."),
    ],
)  # fmt: skip
def test_it_masks_what_a_mail_merge_would_fill(text: str, masked: str) -> None:
    assert skeleton(text) == masked


def test_two_fillings_of_one_template_share_a_skeleton() -> None:
    first = "Hi Mira, I saw that you work at Brook & Sons and would love to exchange ideas."
    second = "Hi Tomasz, I saw that you work at Muzeum Wody and would love to exchange ideas."
    assert skeleton(first) == skeleton(second)


@pytest.mark.parametrize(
    "slot",
    ["[Name]", "{{first_name}}", "${name}", "{name}", "%FNAME%", "<Company>", "<<Name>>",
     "*|FNAME|*", "%s", "%{name}", "____", "FIRST_NAME", "⟨name⟩", "XXX", "XXYY"],
)  # fmt: skip
def test_it_sees_a_slot_in_every_syntax(slot: str) -> None:
    text = f"Hi {slot}, we met."
    assert [span.of(text) for span in Note(text).slots] == [slot]


@pytest.mark.parametrize(
    "text",
    ["See [1] and [the map](x).", "5 < 6 and 7 > 3", "<b>bold</b>", "100% sure", "a_b",
     "<html><body><h1>Ely</h1></body></html>", "Love, Mary XXX", "See you soon! XXX\nMary",
     "Arquitectura del siglo XX.", "The XY axis"],
)  # fmt: skip
def test_it_sees_no_slot_where_there_is_none(text: str) -> None:
    assert Note(text).slots == ()


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\u200b", "\u202e \ufeff"])
def test_a_text_that_shows_nothing_is_empty(text: str) -> None:
    assert Note(text).is_empty


@given(st.text(max_size=120), st.sampled_from(KINDS))
def test_any_text_can_be_looked_at(text: str, kind: str) -> None:
    note = Note(text, kind=kind)
    assert note.body.start <= note.body.end <= len(text)
    assert all(0 <= token.start < token.end <= len(text) for token in note.tokens)
    assert all(0 <= span.start < span.end <= len(text) for span in note.sentences)
    assert isinstance(note.skeleton, str)
    assert note.language


@pytest.mark.parametrize(
    ("text", "language"),
    [("Moin, magst du kommen?", "de"), ("Fuimos compañeros en Cádiz", "es")],
)
def test_of_two_languages_alike_in_a_short_note_the_one_of_more_notes_is_taken(
    text: str, language: str
) -> None:
    assert Note(text).language == language
