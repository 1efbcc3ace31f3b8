"""How Spanish facts are read: articles, contractions, verbs, days, salutations."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.writing.asks import read_ask
from redleaf.writing.languages.es.days import day_phrases, number_word, of_day
from redleaf.writing.languages.es.headlines import read_headline
from redleaf.writing.languages.es.nouns import gender_of, is_many
from redleaf.writing.languages.es.readings import (
    read_event,
    read_offer,
    read_place,
    read_promise,
    read_topic,
    read_work,
)
from redleaf.writing.languages.es.ties import read_tie
from redleaf.writing.languages.es.topics import is_private, read_kindness

TODAY = dt.date(2026, 11, 20)
READER = ("Mira Holt", "Mira")


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("mano", "f"),
        ("mapas", "m"),
        ("canciones", "f"),
        ("faroles", "m"),
        ("redes", "f"),
        ("luces", "f"),
        ("agua", "f"),
        ("viajes", "m"),
        ("enjambre", ""),
    ],
)
def test_a_nouns_gender_comes_from_the_list_or_its_ending(noun: str, gender: str) -> None:
    assert gender_of(noun) == gender


def test_some_nouns_in_s_are_one() -> None:
    assert not any(map(is_many, ("crisis", "lunes", "autobús", "país")))
    assert all(map(is_many, ("botes", "mareas", "redes")))


@pytest.mark.parametrize(
    ("topic", "slot", "said"),
    [
        ("el faro de Ons", "topic:de", "del faro de Ons"),
        ("faro de Ons", "topic:a", "al faro de Ons"),
        ("agua de lluvia", "topic", "el agua de lluvia"),
        ("redes rotas", "topic:de", "de redes rotas"),
        ("redes rotas", "thing", "las redes rotas"),
        ("Redes rotas", "theme", "redes rotas"),
        ("un gato llamado Tuno", "thing:de", "del gato llamado Tuno"),
        ("¿por qué flotan los corchos?", "question", "por qué flotan los corchos"),
        ("Cómo se seca el lino", "question", "cómo se seca el lino"),
        ("que el corcho no se hunde", "point", "que el corcho no se hunde"),
        ("podar rosales en enero", "topic:de", "de podar rosales en enero"),
        ("sound walks", "topic:de", "de «sound walks»"),
        ("que me prestó la carretilla", "favour:deed", "prestarme la carretilla"),
        ("la sal se ha puesto cara", "topic", "«la sal se ha puesto cara»"),
        ("la barca, el gato", "topic", "la barca"),
        ("que me regalaste tu masa madre", "favour:deed", "regalarme la masa madre"),
        ("que recogiste a mi gata", "favour:deed", "recoger a mi gata"),
        ("gracias por la carretilla", "favour", "la carretilla"),
        ("que me trajera limones", "favour:deed", "traerme limones"),
        ("prestarme la carretilla", "favour:deed", "prestarme la carretilla"),
        ("que diera de comer a mi gata", "favour:deed", "dar de comer a mi gata"),
    ],
)
def test_a_topic_is_said_by_its_shape(topic: str, slot: str, said: str) -> None:
    read = read_topic(topic, (), "Inés")
    assert read is not None
    assert read.slots[slot][0].text == said


@pytest.mark.parametrize(
    "topic",
    [
        "the tide clocks of the harbour",
        "su divorcio",
        "la quimio",
        "él odia las dietas",
        "su perro",
    ],
)
def test_what_is_foreign_private_or_about_a_third_is_left_out(topic: str) -> None:
    assert read_topic(topic, (), "Inés") is None


def test_a_slash_inside_one_thing_does_not_part_it() -> None:
    read = read_topic("hornos 24/7, la miel, el vidrio", (), "Ines")
    assert read
    assert [wording.text for wording in read.slots["theme"]] == ["hornos 24/7"]


def test_health_money_and_trouble_are_private() -> None:
    assert all(map(is_private, ["el despido", "su sueldo", "la hipoteca", "divorce"]))
    assert not any(map(is_private, ["operarios de 1890", "cangrejos", "adeudados al mar"]))


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("Jornadas de la Sal", "en las Jornadas de la Sal"),
        ("el mercado del lino", "en el mercado del lino"),
        ("mercado del lino", "en el mercado del lino"),
        ("XIV Congreso de Campaneros", "en el XIV Congreso de Campaneros"),
        ("Wool & Weather", "en Wool & Weather"),
        ("¿Y ahora qué?", "en «¿Y ahora qué?»"),
        ("durante la cena del gremio", "durante la cena del gremio"),
        ("diez minutos en el muelle", "diez minutos en el muelle"),
    ],
)
def test_an_event_gets_its_article_where_it_is_known(event: str, said: str) -> None:
    read = read_event(event, None, READER, "conference")
    assert read is not None
    assert read.slots["at_event"][0].text == said


@pytest.mark.parametrize("event", ["su charla sobre sal", "la charla de Mira sobre sal"])
def test_what_they_gave_is_theirs(event: str) -> None:
    read = read_event(event, None, READER, "talk")
    assert read is not None
    assert "theirs" in read.marks
    assert read.slots["at_event:tu"][0].text == "en tu charla sobre sal"
    assert read.slots["event:su"][0].text == "su charla sobre sal"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Zoom", "por Zoom"),
        ("Cádiz", "en Cádiz"),
        ("Puerto Real", "en Puerto Real"),
        ("andén 3", "en el andén 3"),
        ("Biblioteca de Leith", "en la Biblioteca de Leith"),
        ("junto a la esclusa", "junto a la esclusa"),
    ],
)
def test_a_place_gets_its_preposition_and_article(place: str, said: str) -> None:
    read = read_place(place, READER)
    assert read is not None
    assert read.slots["in_place"][0].text == said


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("repara relojes", "reparo relojes"),
        ("hace quesos y da clases", "hago quesos y doy clases"),
        ("dirige un coro", "dirijo un coro"),
        ("traduce del checo", ""),
        ("traduce poesía checa", "traduzco poesía checa"),
        ("Bióloga en Vigo | madre", "soy bióloga en Vigo"),
        ("aprendiz de luthier, Casa Roble", "soy aprendiz de luthier en Casa Roble"),
        ("Pasión por el cambio", ""),
        ("makes audio guides for the museum", ""),
    ],
)
def test_a_headline_is_turned_into_first_person(headline: str, said: str) -> None:
    shape = read_headline(headline)
    assert (shape.i_am if shape else "") == said


@pytest.mark.parametrize(
    ("promise", "friend", "formal"),
    [
        ("enviarle la lista", "enviarte la lista", "enviarle la lista"),
        ("mandar fotos del azud a Mira", "mandarte las fotos del azud", None),
        ("presentarla a Bram", "presentarte a Bram", "presentarle a Bram"),
        ("preguntar a Ngozi por el telar", "preguntar a Ngozi por el telar", None),
    ],
)
def test_a_promise_is_spoken_to_the_reader(promise: str, friend: str, formal: str | None) -> None:
    read = read_promise(promise, READER, "Inés")
    assert read is not None
    assert read.slots["promise:tu"][0].text == friend
    assert formal is None or read.slots["promise:su"][0].text == formal


def test_a_promise_has_its_day() -> None:
    read = read_promise("enviarle la lista antes del viernes", READER, "Inés")
    assert read is not None
    assert read.slots["due"][0].text == "antes del viernes"
    assert read.slots["owed"][0].text == "la lista"


@pytest.mark.parametrize(
    ("offer", "slot", "said"),
    [
        ("lista de canteros", "sendable", "una lista de canteros"),
        ("sus notas sobre cal", "sendable", "mis notas sobre cal"),
        ("miel de tilo", "offer", "miel de tilo"),
        ("sitio en el curso", "offer", "un sitio en el curso"),
        ("contacto con Bram Oyelaran", "acquaintance", "Bram Oyelaran"),
        ("llevarte las cajas", "deed:su", "llevarle las cajas"),
    ],
)
def test_an_offer_is_said_by_its_shape(offer: str, slot: str, said: str) -> None:
    read = read_offer(offer)
    assert read is not None
    assert read.slots[slot][0].text == said


@pytest.mark.parametrize(
    ("tie", "clause"),
    [
        ("reman los dos en la ría", "los dos remamos en la ría"),
        ("las dos de Skerries", "las dos somos de Skerries"),
        ("viven en Gijón", "vivimos en Gijón"),
        ("vecinas de Lavapiés", "somos vecinas de Lavapiés"),
        ("el mismo huerto", "compartimos el mismo huerto"),
        ("afición a los faros", "compartimos una afición a los faros"),
        ("la línea 9", "nos une la línea 9"),
        ("both keep bees at the river", ""),
    ],
)
def test_what_is_shared_is_said_as_we(tie: str, clause: str) -> None:
    assert read_tie(tie) == clause


def test_a_work_is_called_by_its_kind_and_title() -> None:
    read = read_work("article", "Brasas lentas", "El Faro", ())
    assert read is not None
    assert read.slots["work"][0].text == "artículo «Brasas lentas»"
    assert read.slots["in_where"][0].text == "en El Faro"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-11-20", ("hoy",)),
        ("2026-11-18", ("anteayer",)),
        ("2026-11-15", ("el domingo", "el domingo pasado")),
        ("2026-11-12", ("la semana pasada", "el 12 de noviembre")),
        ("2026-10-30", ("hace tres semanas", "el 30 de octubre")),
        ("2026-03-02", ("en marzo",)),
        ("2025-06-01", ("en junio del año pasado", "en junio de 2025")),
        ("1977-06-30", ("en 1977",)),
    ],
)
def test_a_day_is_said_as_people_say_it(on: str, said: tuple[str, ...]) -> None:
    assert day_phrases(dt.date.fromisoformat(on), TODAY) == said


def test_a_day_melts_behind_a_noun() -> None:
    said = [of_day(day) for day in ("ayer", "el jueves", "en marzo", "hace tres semanas")]
    assert said == ["de ayer", "del jueves", "de marzo", "de hace tres semanas"]


def test_numbers_are_words_as_they_stand_before_years() -> None:
    assert [number_word(number) for number in (2, 21, 49, 100)] == [
        "dos",
        "veintiún",
        "cuarenta y nueve",
        "100",
    ]


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("que me prestaste la barca", "prestarme la barca"),
        ("que me trajiste las redes", "traerme las redes"),
        ("que me has prestado la barca", "haberme prestado la barca"),
    ],
)
def test_a_kindness_told_to_the_reader_is_thanked_for(noted: str, said: str) -> None:
    assert read_kindness(noted) == said


def test_an_indirect_question_stays_one() -> None:
    read = read_ask("si basta con corcho en el techo", "es")
    assert read
    assert read.slots["asked_how"][0].text == "si basta con corcho en el techo"
    assert read_ask("el techo", "es") is None
