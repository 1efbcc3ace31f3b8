"""Known texts: default texts found in every dress, and own words left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redleaf.networks import default_texts
from redleaf.rules.known_texts import KnownText, find_known_text
from tests.patience import patience

LINKEDIN = "I'd like to add you to my professional network on LinkedIn."


def found(text: str) -> KnownText:
    known = find_known_text(text)
    assert known is not None, text
    return known


@pytest.mark.parametrize(
    "text",
    [
        LINKEDIN,
        "id like to add you to my professional network on linkedin",
        "I would like to add you to my professional network on LinkedIn",
        "I'D LIKE TO ADD YOU TO MY PROFESSIONAL NETWORK ON LINKEDIN!!!",
        "I’d like to add you to my profesional netwrok on Linkedin",
        "I'd liek to ad you too my proffessional network on linked in",
        "I'd like to \u200badd y\u043eu to my pr\u043efessional network \u043en LinkedIn.",
        "I'd like you to add to my professional network on LinkedIn.",
        "Hi Oona, I'd like to add you to my professional network on LinkedIn.",
        "Dear Mr. Lund,\nI'd like to add you to my professional network\non LinkedIn.\nBest,\nTom",
        LINKEDIN + "\n\nTilda Moss\nHead of Sales\nMoss & Daughters",
        LINKEDIN + " Have a great day!",
        LINKEDIN + " Looking forward to hearing from you. Thanks, Tilda",
        "Hope you are well. " + LINKEDIN + " Best, Tilda",
        "👋 " + LINKEDIN + " 🙂",
        f"{LINKEDIN} {LINKEDIN}",
        "hi oona id like to add you to my professional network on linkedin thanks tilda",
        "Hi Oona, I'd like to join your LinkedIn network.",
        "Since you are a person I trust, I wanted to invite you to join my network on LinkedIn.",
    ],
)
def test_it_knows_linkedins_text_in_every_dress(text: str) -> None:
    known = found(text)
    assert known.product == "linkedin"
    assert known.language == "en"
    assert known.whole
    assert known.rest == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", ("Hallo Frau Brandt,\nich möchte Sie gerne zu meinem beruflichem "
            "Netzwerk auf Linkedin hinzufügen\nViele Grüße, Jonas Ahrens")),
        ("fr", ("bonjour madame, j'aimerais vous ajouter a mon reseau "
            "professionnel sur linkedin. Bien cordialement, Luc Morin")),
        ("es", ("Hola Marta, me gustaria añadirte a mi "
            "red profecional en Linkedin. ¡Saludos!")),
        ("it", ("Gentile dottor Ferri, vorrei aggiungerla alla mia rete "
            "profesionale su LinkedIn. Cordiali saluti")),
        ("pt", "Gostaria de te adicionar a minha rede profissional no linkedin"),
        ("nl", ("Beste Anouk, ik wil je graag toe voegen aan mijn "
            "professionele netwerk op LinkedIn. Groet, Rik")),
        ("ru", ("Здравствуйте, Иван! Я хочу добавить вас в свою "
            "профессиональную сеть в LinkedIn. С уважением, Пётр")),
        ("ja", ("田中様、LinkedInであなたを私のプロフェッショナルネットワークに"
            "追加したいと思います。よろしくお願いいたします。")),
        ("ko", "안녕하세요, LinkedIn에서 회원님과 1촌을 맺고 싶습니다. 감사합니다."),
        ("zh", "您好，我想加您为LinkedIn好友。谢谢！"),
        ("th", "สวัสดีครับ ฉันต้องการเพิ่มคุณในเครือข่ายมืออาชีพของฉันบน LinkedIn ขอบคุณครับ"),
        ("ar", "مرحبا، أود أن أضيفك إلى شبكتي المهنية على LinkedIn. شكرا"),
        ("hi", ("नमस्ते, मैं आपको LinkedIn पर अपने "
            "पेशेवर नेटवर्क में जोड़ना चाहता हूँ। धन्यवाद")),
    ],
)  # fmt: skip
def test_it_knows_the_text_in_other_languages(language: str, text: str) -> None:
    known = found(text)
    assert (known.language, known.whole) == (language, True)


@pytest.mark.parametrize(
    ("product", "text"),
    [
        ("facebook", "Oona Lind wants to be friends with you on Facebook."),
        ("facebook", "Jochen Prahm möchte auf Facebook mit dir befreundet sein."),
        ("gajim", "I would like to add you to my roster."),
        ("miranda", "Bitte autorisieren Sie mich und fügen Sie mich Ihrer Kontaktliste hinzu."),
        ("qtox", "Oona here! Tox me maybe?"),
        ("diaspora", "Oona Lind hat dich zu diaspora* eingeladen"),
    ],
)
def test_it_names_who_writes_the_text(product: str, text: str) -> None:
    known = found(text)
    assert (known.product, known.whole) == (product, True)


def test_it_finds_every_listed_text() -> None:
    missed = [text.text for text in default_texts() if not found(text.text).whole]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to add you to my reading list on river ice.",
        "I would like to add you to my list of speakers for Turku.",
        "I'd like to add your lock-gate drawings to my lecture, with your name under them.",
        "Please add me to your list for the Tuesday boat.",
        "You have been invited to join the jury by Oona? Then we shall meet in June.",
        "Ich möchte Sie gerne zu unserem Treffen der Brückenbauer hinzufügen und einladen.",
        "Je voudrais ajouter votre chapitre à mon cours sur les écluses.",
        "Me gustaría añadir tu mapa de ríos helados a mi libro.",
        "我想把您的照片加到我的展览里。",
        "The network in Kiel was down all Tuesday, so your add-on saved us.",
        "",
        "   \n",
        "🙂🙂🙂",
    ],
)
def test_it_leaves_what_only_sounds_alike(text: str) -> None:
    assert find_known_text(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (LINKEDIN + " We shared the night ferry to Turku.", "We shared the night ferry to Turku"),
        ("We shared the night ferry to Turku. " + LINKEDIN, "We shared the night ferry to Turku"),
        ("Hi Oona, " + LINKEDIN + " Thanks for the torch!", "Thanks for the torch"),
        (LINKEDIN + "\nMet in Turku.", "Met in Turku"),
        (
            "您好，我想加您为LinkedIn好友。上周在图尔库的渡轮上见过面。",
            "上周在图尔库的渡轮上见过面",
        ),
    ],
)
def test_one_true_sentence_makes_it_a_part(text: str, rest: str) -> None:
    known = found(text)
    assert not known.whole
    assert known.rest == rest


def test_the_span_is_the_sentence_in_the_original() -> None:
    own = "I’d like to a\u0301dd you to my professional network on LinkedIn."
    text = f"Hej 👋 O\u200bona! {own} Tack!"
    assert found(text).span.of(text) == own


def test_it_leaves_a_quotation_amid_own_words() -> None:
    assert find_known_text(f"You wrote: “{LINKEDIN}” Gladly, after the ferry to Turku!") is None
    assert find_known_text(f"You wrote: “{LINKEDIN}” Gladly!") is None
    assert found(f"“{LINKEDIN}”").whole


def test_it_reads_a_long_text_to_its_end() -> None:
    own = "The kiln drawings you asked about are in the post, and the potter fires at night. "
    for text in (own * 1250, LINKEDIN * 1700, "add you to my network on " * 4000, "a." * 50000):
        with patience():
            find_known_text(text)


# The bars below are measured on the labelled notes; benchmarks/default_texts.py shows each miss.


@pytest.fixture(scope="module")
def counts(shared_data: Path) -> dict[tuple[str, bool], list[bool]]:
    from benchmarks.default_texts import labelled

    judged: dict[tuple[str, bool], list[bool]] = {}
    for row in labelled(shared_data):
        known = find_known_text(row["text"])
        is_english = row["language"] == "en"
        is_found = row["set"].startswith("invitations")
        if row["label"] == "default" and not is_found:
            continue
        judged.setdefault((row["label"], is_english), []).append(bool(known and known.whole))
    return judged


def test_it_finds_the_labelled_defaults(counts: dict[tuple[str, bool], list[bool]]) -> None:
    english, other = counts["default", True], counts["default", False]
    assert sum(english) >= 0.995 * len(english)
    assert sum(other) >= 0.97 * len(other)


def test_it_calls_no_other_note_a_default(counts: dict[tuple[str, bool], list[bool]]) -> None:
    for (label, _), judged in counts.items():
        if label != "default":
            assert sum(judged) <= 0.002 * len(judged), label


def test_it_finds_next_to_nothing_in_other_texts(shared_data: Path) -> None:
    wrong = count = 0
    for line in (shared_data / "dialog-acts" / "dev.jsonl").read_text("utf-8").split("\n")[:1000]:
        if line:
            known = find_known_text(json.loads(line)["text"])
            wrong += bool(known and known.whole)
            count += 1
    assert wrong <= 0.002 * count
