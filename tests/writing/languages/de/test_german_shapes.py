"""The shapes of German facts: jotted words in, cases that agree out."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.writing.asks import read_ask
from redleaf.writing.languages.de.days import day_phrases, number_word
from redleaf.writing.languages.de.headlines import read_headline
from redleaf.writing.languages.de.occasions import event_texts, read_event, read_place
from redleaf.writing.languages.de.phrases import ACC, DAT, parse
from redleaf.writing.languages.de.readings import read_offer, read_promise, read_topic
from redleaf.writing.languages.de.ties import read_tie
from redleaf.writing.languages.de.topics import is_private
from redleaf.writing.languages.de.verbs import with_zu

TODAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("jotted", "accusative", "dative"),
    [
        ("der alte Kran am Hafen", "den alten Kran am Hafen", "dem alten Kran am Hafen"),
        ("den alten Kran", "den alten Kran", "dem alten Kran"),
        ("ein Esel namens Verdi", "einen Esel namens Verdi", "einem Esel namens Verdi"),
        ("unsere Messreihe", "unsere Messreihe", "unserer Messreihe"),
        ("kalter Leim", "kalten Leim", "kaltem Leim"),
        ("alte Kräne", "alte Kräne", "alten Kränen"),
        ("Schwärme und später Frost", "Schwärme und späten Frost", "Schwärmen und spätem Frost"),
        ("mein Kollege", "meinen Kollegen", "meinem Kollegen"),
        ("Geruch, der keiner ist", "Geruch, der keiner ist", "Geruch, der keiner ist"),
        ("der alte Gezeitenmesser", "den alten Gezeitenmesser", "dem alten Gezeitenmesser"),
        ("zwei Gläser Honig", "zwei Gläser Honig", "zwei Gläsern Honig"),
        ("Selmas kleine Küche", "Selmas kleine Küche", "Selmas kleiner Küche"),
    ],
)
def test_a_noun_phrase_is_put_into_its_case(jotted: str, accusative: str, dative: str) -> None:
    phrase = parse(jotted)
    assert phrase is not None
    assert (phrase.said(ACC), phrase.said(DAT)) == (accusative, dative)


def test_a_case_that_cannot_be_told_is_not_said() -> None:
    phrase = parse("der schöne Quux")
    assert phrase is not None
    assert phrase.said(ACC) == "den schönen Quux"
    unknown = parse("mein Quux-Brabbel")
    assert unknown is not None
    assert unknown.said(DAT) == ""


@pytest.mark.parametrize(
    ("event", "within"),
    [
        ("Salztage", "auf den Salztagen"),
        ("das Treffen der Glockengießer", "beim Treffen der Glockengießer"),
        ("Frankfurter Buchmesse", "auf der Frankfurter Buchmesse"),
        ("Lange Nacht der Museen", "bei der Langen Nacht der Museen"),
        ("Tag der Stadtbäume 2026", "beim Tag der Stadtbäume"),
        ("Thread über Gezeitenuhren", "im Thread über Gezeitenuhren"),
        ("beim Hoffest", "beim Hoffest"),
        ("Wolle & Wetter", "bei „Wolle & Wetter“"),
        ("#moorschutz", "unter #moorschutz"),
        ("Wohin jetzt?", "bei „Wohin jetzt?“"),
        ("re:ufer", "bei „re:ufer“"),
        ("Seilerei Bruns", "in der Seilerei Bruns"),
        ("Stadtarchiv Leith", "im Stadtarchiv Leith"),
        ("zehn Minuten auf Gleis 7", "zehn Minuten auf Gleis 7"),
    ],
)
def test_an_event_gets_its_preposition_and_article(event: str, within: str) -> None:
    text = event_texts(event, TODAY, ())[0]
    read = read_event(text)
    assert read is not None
    assert read.within == within


@pytest.mark.parametrize(
    "event", ["ihr Vortrag über Moos", "Miras Vortrag über Moos", "Vortrag über Moos von Mira Holt"]
)
def test_the_readers_own_talk_is_said_to_the_reader(event: str) -> None:
    texts = event_texts(event, TODAY, ("Mira Holt", "Mira"))
    assert texts == ("dein Vortrag über Moos", "Ihr Vortrag über Moos")


@pytest.mark.parametrize(
    ("place", "within"),
    [
        ("Husum", "in Husum"),
        ("Hamburg", "in Hamburg"),
        ("Schweiz", "in der Schweiz"),
        ("Amrum", "auf Amrum"),
        ("Bahnsteig 3", "auf Bahnsteig 3"),
        ("dritter Stock", "im dritten Stock"),
        ("Café am Hafen", "im Café am Hafen"),
        ("Universität Kassel", "an der Universität Kassel"),
        ("Selmas Küche", "in Selmas Küche"),
        ("Zoom", "über Zoom"),
        ("Bad Homburg", "in Bad Homburg"),
        ("an der Schleuse", "an der Schleuse"),
    ],
)
def test_a_place_gets_its_preposition_and_article(place: str, within: str) -> None:
    read = read_place(place)
    assert read is not None
    assert read.within == within


@pytest.mark.parametrize(
    ("topic", "slot", "said"),
    [
        ("warum Glocken springen", "topic", "die Frage, warum Glocken springen"),
        ("Wie man Bienen überwintert", "question", "wie man Bienen überwintert"),
        ("dass Moos die Zeit hält", "topic:dat", "dem Gedanken, dass Moos die Zeit hält"),
        ("Safran unter Glas ziehen", "theme", "Safran unter Glas ziehen"),
        ("sound walks", "topic", "„sound walks“"),
        ("bienen im winter", "topic", "Bienen im Winter"),
        ("Leinöl, klebt immer", "theme", "Leinöl"),
        ("Umstieg von der Bank zur Imkerei", "topic", "den Umstieg von der Bank zur Imkerei"),
        ("Lindenhonig", "topic", "Lindenhonig"),
        ("der Steg am Nordufer", "topic:zu", "zum Steg am Nordufer"),
        ("dass sie mir Salz geliehen hat", "favour:dass", "dass du mir Salz geliehen hast"),
        ("dass sie mir Salz geliehen hat", "favour:dasssie", "dass Sie mir Salz geliehen haben"),
        ("dass du dein Ruder geliehen hast", "favour:dasssie", "dass Sie Ihr Ruder geliehen haben"),
        ("danke für das Ruder", "favour:acc", "das Ruder"),
        ("das Ruder, der Kater", "thing:acc", "das Ruder"),
    ],
)  # fmt: skip
def test_a_topic_is_said_by_its_shape(topic: str, slot: str, said: str) -> None:
    read = read_topic(topic, (), "Ines")
    assert read is not None
    assert read.slots[slot][0].text == said


@pytest.mark.parametrize(
    "topic",
    ["the tide clocks of the old harbour", "seine Scheidung", "ihre Knie-OP", "er hasst Folien"],
)
def test_what_is_foreign_private_or_about_a_third_is_left_out(topic: str) -> None:
    assert read_topic(topic, (), "Ines") is None


def test_a_slash_inside_one_thing_does_not_part_it() -> None:
    read = read_topic("A/B-Tests im Museum, Lindenhonig, Glas", (), "Ines")
    assert read
    assert [wording.text for wording in read.slots["theme"]] == ["A/B-Tests im Museum"]


def test_health_money_and_trouble_are_private() -> None:
    private = ["die Chemotherapie", "ihr Gehalt", "die Scheidung", "divorce"]
    harmless = ["Operette", "Gehaltvolle Suppen", "Krebse im Bach", "Kreditgenossen von 1890"]
    assert all(map(is_private, private))
    assert not any(map(is_private, harmless))


@pytest.mark.parametrize(
    ("headline", "clause"),
    [
        ("repariert alte Waagen", "ich repariere alte Waagen"),
        ("baut Orgeln und unterrichtet", "ich baue Orgeln und unterrichte"),
        ("bildet Lehrlinge aus", "ich bilde Lehrlinge aus"),
        ("liest Korrektur", "ich lese Korrektur"),
        ("sammelt Töne", "ich sammle Töne"),
        ("Weberin in Husum | Mutter", "ich bin Weberin in Husum"),
        ("Dachdecker, Schiefer & Söhne", "ich bin Dachdecker bei Schiefer & Söhne"),
        ("Freie Lektorin", "ich bin freie Lektorin"),
    ],
)
def test_a_headline_is_turned_into_first_person(headline: str, clause: str) -> None:
    shape = read_headline(headline)
    assert shape is not None
    assert shape.i_am == clause


@pytest.mark.parametrize("headline", ["Leidenschaft", "makes audio guides for the museum"])
def test_a_headline_that_is_neither_deed_nor_person_is_left_out(headline: str) -> None:
    assert read_headline(headline) is None


@pytest.mark.parametrize(
    ("promise", "friend", "formal"),
    [
        ("ihr die Liste schicken", "dir die Liste schicken", "Ihnen die Liste schicken"),
        ("Liste schicken bis Freitag", "", ""),
        ("bis Freitag das Seil schicken", "dir das Seil schicken", "Ihnen das Seil schicken"),
        ("Muster schicken", "dir die Muster schicken", "Ihnen die Muster schicken"),
        ("Mira das Rezept schicken", "dir das Rezept schicken", "Ihnen das Rezept schicken"),
        (
            "sie mit Bram bekannt machen",
            "dich mit Bram bekannt machen",
            "Sie mit Bram bekannt machen",
        ),
    ],
)
def test_a_promise_is_spoken_to_the_reader(promise: str, friend: str, formal: str) -> None:
    read = read_promise(promise, ("Mira",), "Ines")
    assert read is not None
    if friend:
        assert read.slots["promise:du"][0].text == friend
        assert read.slots["promise:sie"][0].text == formal
    else:
        assert read.slots["due"][0].text == "bis Freitag"


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("dir die Liste schicken", "dir die Liste zu schicken"),
        ("dir das Buch mitbringen", "dir das Buch mitzubringen"),
        ("Fotos weiterleiten", "Fotos weiterzuleiten"),
        ("dich besuchen", "dich zu besuchen"),
        ("dir antworten", "dir zu antworten"),
    ],
)
def test_an_infinitive_takes_its_zu_in_the_right_place(deed: str, said: str) -> None:
    assert with_zu(deed) == said


@pytest.mark.parametrize(
    ("offer", "slot", "said"),
    [
        ("Liste der Schieferhändler", "sendable:acc", "eine Liste der Schieferhändler"),
        ("ihre Notizen zu Mörtel", "sendable", "meine Notizen zu Mörtel"),
        ("Platz im Maikurs", "offer:acc", "einen Platz im Maikurs"),
        ("Kontakt zu Bram Oyelaran", "acquaintance", "Bram Oyelaran"),
        ("deine Kisten tragen", "deed:sie", "Ihre Kisten tragen"),
        ("Kohlen hochtragen bis Ostern", "deed:du", "Kohlen bis Ostern hochtragen"),
    ],
)
def test_an_offer_is_said_by_its_shape(offer: str, slot: str, said: str) -> None:
    read = read_offer(offer)
    assert read is not None
    assert read.slots[slot][0].text == said


@pytest.mark.parametrize(
    ("tie", "clause"),
    [
        ("beide Imker", "wir sind beide Imker"),
        ("halten beide Bienen", "wir halten beide Bienen"),
        ("beide in Ennis zur Schule gegangen", "wir sind beide in Ennis zur Schule gegangen"),
        ("beide in Gent Geige gelernt", "wir haben beide in Gent Geige gelernt"),
        ("dieselbe Kolonie", "uns verbindet dieselbe Kolonie"),
        ("eine Schwäche für Schiefer", "wir teilen eine Schwäche für Schiefer"),
        ("both keep bees at the river", ""),
    ],
)
def test_what_is_shared_is_said_as_we(tie: str, clause: str) -> None:
    assert read_tie(tie) == clause


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-11-20", ("heute",)),
        ("2026-11-18", ("vorgestern",)),
        ("2026-11-15", ("am Sonntag", "letzten Sonntag")),
        ("2026-11-12", ("letzte Woche", "am 12. November")),
        ("2026-10-30", ("vor drei Wochen", "am 30. Oktober")),
        ("2026-03-02", ("im März",)),
        ("2025-06-01", ("im Juni letzten Jahres", "im Juni 2025")),
        ("1977-06-30", ("1977",)),
    ],
)
def test_a_day_is_said_as_people_say_it(on: str, said: tuple[str, ...]) -> None:
    assert day_phrases(dt.date.fromisoformat(on), TODAY) == said


def test_numbers_are_words_as_they_are_written() -> None:
    assert [number_word(number) for number in (2, 21, 49, 100)] == [
        "zwei",
        "einundzwanzig",
        "neunundvierzig",
        "100",
    ]


def test_an_indirect_question_stays_one_where_its_verb_comes_last() -> None:
    read = read_ask("ob Kork an der Decke genügt", "de")
    assert read
    assert read.slots["asked_how"][0].text == "ob Kork an der Decke genügt"
    assert read_ask("wie hält Lehm im Winter", "de") is None
    assert read_ask("ob du Kork empfiehlst", "de") is None
