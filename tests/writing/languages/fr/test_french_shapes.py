"""The shapes of French facts: jotted words in, articles and prepositions that agree out."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.writing.asks import read_ask
from redleaf.writing.languages.fr.days import day_phrases, number_word, of_day
from redleaf.writing.languages.fr.readings import (
    read_event,
    read_headline,
    read_offer,
    read_place,
    read_promise,
    read_tie,
    read_topic,
    read_work,
)
from redleaf.writing.languages.fr.topics import is_private
from redleaf.writing.languages.fr.words import looks_foreign
from redleaf.writing.languages.fr.works import read_sight

TODAY = dt.date(2026, 11, 20)
OWNERS = ("Mira Holt", "Mira")


@pytest.mark.parametrize(
    ("topic", "slot", "said"),
    [
        ("le bac du soir", "topic:de", "du bac du soir"),
        ("les halles", "thing:a", "aux halles"),
        ("vieux marégraphe", "topic:de", "du vieux marégraphe"),
        ("ardoises fendues", "topic:de", "d'ardoises fendues"),
        ("miel de tilleul", "thing", "le miel de tilleul"),
        ("haricots rares", "topic:de", "de haricots rares"),
        ("essaims et gelées", "thing:de", "des essaims et des gelées"),
        ("souris dans le soufflet", "topic:de", "de souris dans le soufflet"),
        ("Comment hiverner des ruches", "topic:de", "de la façon d'hiverner des ruches"),
        ("pourquoi les cloches se fendent", "question", "pourquoi les cloches se fendent"),
        ("que la mousse garde l'heure", "point", "la mousse garde l'heure"),
        ("cultiver du safran sous verre", "topic:de", "de l'art de cultiver du safran sous verre"),
        ("sound walks", "topic:de", "de «\u00a0sound walks\u00a0»"),
        ("le sel est devenu rare", "topic:de", "de «\u00a0le sel est devenu rare\u00a0»"),
        ("la barque, le chat", "topic:de", "de la barque"),
        ("vieux marégraphe", "theme", "le vieux marégraphe"),
        ("tu m'as donné ton levain", "favour:de", "de m'avoir donné le levain"),
        ("merci pour l'échelle", "favour", "l'échelle"),
        ("tu m'as prêté l'échelle", "favour:de", "de m'avoir prêté l'échelle"),
        ("qu'elle a nourri mon chat", "favour:de", "d'avoir nourri mon chat"),
    ],
)  # fmt: skip
def test_a_topic_is_said_by_its_shape(topic: str, slot: str, said: str) -> None:
    read = read_topic(topic, (), "Ines")
    assert read is not None
    assert read.slots[slot][0].text == said


@pytest.mark.parametrize(
    "topic",
    [
        "the tide clocks of the old harbour",
        "son divorce",
        "l'opération du genou",
        "elle déteste ça",
    ],
)
def test_what_is_foreign_private_or_about_a_third_is_left_out(topic: str) -> None:
    assert read_topic(topic, (), "Ines") is None


def test_a_slash_inside_one_thing_does_not_part_it() -> None:
    read = read_topic("les fours 24/7, le miel, le verre", (), "Ines")
    assert read
    assert [wording.text for wording in read.slots["theme"]] == ["les fours 24/7"]


def test_health_money_and_trouble_are_private() -> None:
    assert all(map(is_private, ["la chimio", "son salaire", "le divorce", "bereavement"]))
    harmless = ["opéra de poche", "salade", "dépôts de sel", "un héritier du jazz"]
    assert not any(map(is_private, harmless))


@pytest.mark.parametrize(
    ("event", "within"),
    [
        ("Journées du sel", "aux Journées du sel"),
        ("la rencontre des fondeurs", "à la rencontre des fondeurs"),
        ("14e congrès des fondeurs", "au 14e congrès des fondeurs"),
        ("repas du chou", "au repas du chou"),
        ("Archives de Leith", "aux Archives de Leith"),
        ("Lundi des ardoises", "au Lundi des ardoises"),
        ("atelier de reliure", "à l'atelier de reliure"),
        ("Salon du bois 2026", "au Salon du bois"),
        ("fil sur les marées", "dans le fil sur les marées"),
        ("mariage de Ngozi et Bram", "au mariage de Ngozi et Bram"),
        ("à la visite du port", "à la visite du port"),
        ("Museums & Web", "à Museums & Web"),
        ("Et maintenant ?", "à «\u00a0Et maintenant\u00a0?\u00a0»"),
        ("dix minutes sur le quai", "dix minutes sur le quai"),
    ],
)
def test_an_event_gets_its_preposition_and_article(event: str, within: str) -> None:
    read = read_event(event, TODAY, (), "conference")
    assert read is not None
    assert read.slots["at_event"][0].text == within


@pytest.mark.parametrize(
    "event", ["sa conférence sur les algues", "conférence de Mira sur les algues"]
)
def test_the_readers_own_talk_is_said_to_the_reader(event: str) -> None:
    read = read_event(event, TODAY, OWNERS, "talk")
    assert read is not None
    assert read.slots["event:vous"][0].text == "votre conférence sur les algues"
    assert read.slots["at_event:tu"][0].text == "à ta conférence sur les algues"


@pytest.mark.parametrize(
    ("place", "within"),
    [
        ("Quimper", "à Quimper"),
        ("Bretagne", "en Bretagne"),
        ("Portugal", "au Portugal"),
        ("café du port", "au café du port"),
        ("quai 3", "sur le quai 3"),
        ("cuisine de Selma", "dans la cuisine de Selma"),
        ("troisième étage", "au troisième étage"),
        ("rue des Tanneurs", "rue des Tanneurs"),
        ("près de l'écluse", "près de l'écluse"),
        ("Zoom", "sur Zoom"),
    ],
)
def test_a_place_gets_its_preposition_and_article(place: str, within: str) -> None:
    read = read_place(place, ())
    assert read is not None
    assert read.slots["in_place"][0].text == within


def test_the_readers_own_kitchen_is_theirs() -> None:
    read = read_place("cuisine de Mira", OWNERS)
    assert read is not None
    assert read.slots["in_place:vous"][0].text == "dans votre cuisine"
    assert read.slots["in_place:tu"][0].text == "dans ta cuisine"


@pytest.mark.parametrize(
    ("headline", "clause"),
    [
        ("répare de vieilles balances", "je répare de vieilles balances"),
        ("bâtit des orgues et écrit sur le sujet", "je bâtis des orgues et écris sur le sujet"),
        ("étudie les mousses", "j'étudie les mousses"),
        ("tisserande à Quimper | mère", "je suis tisserande à Quimper"),
        ("Conseillère en arbres urbains", "je suis conseillère en arbres urbains"),
        ("couvreur, Ardoise & Fils", "je suis couvreur chez Ardoise & Fils"),
    ],
)  # fmt: skip
def test_a_headline_is_turned_into_first_person(headline: str, clause: str) -> None:
    read = read_headline(headline, False)
    assert read is not None
    assert read.slots["about_me"][0].text == clause


@pytest.mark.parametrize("headline", ["Passion", "makes audio guides for the museum"])
def test_a_headline_that_is_neither_deed_nor_person_is_left_out(headline: str) -> None:
    assert read_headline(headline, False) is None


@pytest.mark.parametrize(
    ("promise", "equal", "friend"),
    [
        ("lui envoyer la liste", "vous envoyer la liste", "t'envoyer la liste"),
        ("envoyer la liste à Mira", "vous envoyer la liste", "t'envoyer la liste"),
        ("la présenter à Bram", "vous présenter à Bram", "te présenter à Bram"),
        ("interroger Ngozi", "interroger Ngozi", "interroger Ngozi"),
    ],
)
def test_a_promise_is_spoken_to_the_reader(promise: str, equal: str, friend: str) -> None:
    read = read_promise(promise, OWNERS, "Ines")
    assert read is not None
    assert read.slots["promise:vous"][0].text == equal
    assert read.slots["promise:tu"][0].text == friend


def test_a_promise_knows_when_it_is_due() -> None:
    read = read_promise("envoyer la table des marées d'ici vendredi", OWNERS, "Ines")
    assert read is not None
    assert read.slots["due"][0].text == "d'ici vendredi"
    assert read.slots["owed"][0].text == "la table des marées"


@pytest.mark.parametrize(
    ("offer", "slot", "said"),
    [
        ("liste des ardoisiers", "sendable", "une liste des ardoisiers"),
        ("ses notes sur le mortier", "sendable", "mes notes sur le mortier"),
        ("une heure de relecture", "offer", "une heure de relecture"),
        ("mise en relation avec Bram Oyelaran", "acquaintance", "Bram Oyelaran"),
        ("monter tes cartons", "deed:vous", "monter vos cartons"),
    ],
)
def test_an_offer_is_said_by_its_shape(offer: str, slot: str, said: str) -> None:
    read = read_offer(offer)
    assert read is not None
    assert read.slots[slot][0].text == said


@pytest.mark.parametrize(
    ("tie", "slot", "said"),
    [
        ("rament tous deux à Ennis", "we_both:vous", "vous et moi ramons à Ennis"),
        ("nous tenons tous les deux des ruches", "we_both:tu", "toi et moi tenons des ruches"),
        ("tous deux de Skerries", "we_both:vous", "vous et moi venons de Skerries"),
        ("membres de la guilde", "we_both:vous", "vous et moi sommes membres de la guilde"),
        ("même jardin ouvrier", "we_both:common", "le même jardin ouvrier"),
        ("tous deux à la chorale du port", "we_both:common", "la chorale du port"),
    ],
)
def test_what_is_shared_is_said_of_both(tie: str, slot: str, said: str) -> None:
    read = read_tie(tie)
    assert read is not None
    assert read.slots[slot][0].text == said


def test_a_tie_in_another_language_is_left_out() -> None:
    assert read_tie("both keep bees at the river") is None


def test_a_work_has_its_owner_and_its_place() -> None:
    read = read_work("article", "La braise lente", "Le Fil du Nord", ())
    assert read is not None
    assert read.slots["work:tu"][0].text == "ton article «\u00a0La braise lente\u00a0»"
    assert read.slots["in_where"][0].text == "dans Le Fil du Nord"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-11-20", ("aujourd'hui",)),
        ("2026-11-18", ("avant-hier",)),
        ("2026-11-15", ("dimanche dernier",)),
        ("2026-11-12", ("la semaine dernière", "le 12 novembre")),
        ("2026-10-30", ("il y a trois semaines", "le 30 octobre")),
        ("2026-03-02", ("en mars",)),
        ("2025-06-01", ("en juin 2025",)),
        ("1977-06-30", ("en 1977",)),
    ],
)
def test_a_day_is_said_as_people_say_it(on: str, said: tuple[str, ...]) -> None:
    assert day_phrases(dt.date.fromisoformat(on), TODAY) == said


def test_a_day_stands_behind_a_noun() -> None:
    days = ("hier", "le 12 novembre", "en avril", "en 1977", "jeudi dernier")
    said = ["d'hier", "du 12 novembre", "d'avril", "de 1977", "de jeudi dernier"]
    assert [of_day(day) for day in days] == said


def test_numbers_are_words_as_they_are_written() -> None:
    said = [number_word(number) for number in (2, 21, 49, 71, 80, 95, 100)]
    tens = ["vingt et un", "quarante-neuf", "soixante et onze", "quatre-vingts"]
    assert said == ["deux", *tens, "quatre-vingt-quinze", "100"]


def test_an_indirect_question_stays_one() -> None:
    read = read_ask("si le liège suffit au plafond", "fr")
    assert read
    assert read.slots["asked_how"][0].text == "si le liège suffit au plafond"
    assert read_ask("comment le liège tient-il", "fr") is None


def test_a_title_with_an_article_is_no_description() -> None:
    assert read_sight("map", "La Meuse à midi") is None
    assert read_sight("film", "La nuit des vanneaux") is None
    assert read_sight("building", "Le nouvel orgue du port")


@pytest.mark.parametrize(
    ("topic", "is_strange"),
    [("hand-forged ribs", True), ("oak bridge", True), ("kayak de mer", False), ("plomb", False)],
)
def test_english_shows_by_its_endings(topic: str, is_strange: bool) -> None:
    assert looks_foreign(topic) is is_strange
