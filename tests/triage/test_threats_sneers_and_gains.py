"""Threats, sneers and money by the month in seven languages, and the honest notes beside them."""

from __future__ import annotations

import pytest

from redleaf.triage.cases import Case
from tests.triage.scene import LINKEDIN, decide


@pytest.mark.parametrize(
    "text",
    [
        "I know someone at your bank. One email and your little workshop is history. Up to you.",
        "You accepted my rival. A single review from me and you are out of business.",
        "I have friends in your guild. Answer me by noon. Your call.",
        "Lovely shed. It would be a pity if something happened to it.",
        "You will never exhibit in this town again, I see to that.",
        "Ein Anruf bei der Kammer und Ihre Werkstatt ist Geschichte.",
        "Hübsche Webstühle. Wäre doch schade, wenn denen etwas passiert.",
        "Un coup de fil au maire et votre atelier est fermé.",
        "Ce serait dommage qu'il arrive quelque chose à votre atelier.",
        "Una sola llamada mía y su taller se acabó.",
        "Sería una lástima que le pasara algo a su taller.",
        "Eén telefoontje en je staat op straat. Denk erover na.",
        "Ik weet waar je woont.",
        "Eén mailtje naar je gilde en je werkplaats is weg.",
        "Accept me, or your workshop is finished.",
        "Una telefonata al sindaco e la sua bottega è chiusa.",
    ],
)
def test_a_threat_is_declined_without_a_word(text: str) -> None:
    decision = decide(text)
    assert (decision.case, decision.decision, decision.reply) == (Case.RUDE, "decline", "")


@pytest.mark.parametrize(
    "text",
    [
        "Get a real job. Strings are for kittens.",
        "another one living off our taxes to play with wool",
        "Noch so eine, die Fördergelder kassiert, um Fäden zu zählen.",
        "Fäden zählen. Und so was nennt sich Meisterin. Gehen Sie arbeiten.",
        "Für wen halten Sie sich eigentlich?",
        "encore une de ces artistes qui se croit importante",
        "Trouvez-vous un vrai métier, madame.",
        "votre musée, payé avec nos impôts, quelle blague",
        "otra que vive del cuento y de las subvenciones",
        "Váyase a trabajar, señora.",
        "alweer een die subsidie krijgt om te niksen",
        "Zoek eens een echte baan, mevrouw.",
        "Pathetic. You count threads and call it work.",
        "Steuergeld für Garn. Arbeiten Sie mal was.",
        "Vada a lavorare, signora. Chi si crede di essere?",
        "Vá trabalhar, senhora.",
    ],
)
def test_a_sneer_is_declined_without_a_word(text: str) -> None:
    decision = decide(text)
    assert (decision.case, decision.decision, decision.reply) == (Case.RUDE, "decline", "")


@pytest.mark.parametrize(
    "text",
    [
        "Hello Ana, your looms show patience. My circle earns 4% a month, secured. Shall we talk?",
        "Ana, we admit few people to our closed circle of investors. Your Falun loom says you fit.",
        "Liebe Ana, wer webt, denkt langfristig. 5 Prozent pro Monat, garantiert. Wann passt es?",
        "Ich lade Sie in einen diskreten Kreis von Anlegern ein, Ihrer Webstühle wegen.",
        "Chère Ana, vos métiers m'ont ému. Rendement de 7 % par mois, sans risque. On s'appelle ?",
        "Je vous invite dans un cercle privé d'investisseurs, à cause de vos métiers.",
        "Ana, sus telares son únicos. Le ofrezco un 8 % mensual garantizado.",
        "La invito a un grupo cerrado de inversores, por sus telares.",
        "Beste Ana, wie weeft heeft geduld. 5% per maand, gegarandeerd. Wanneer mag ik bellen?",
        "Graag nodig ik u uit voor een besloten kring van beleggers, vanwege uw getouwen.",
        "Cara Ana, i suoi telai sono bellissimi. Guadagno del 6% al mese, senza rischio.",
        "Liebe Ana, unser Kreis verdoppelt sein Geld in neun Monaten. Sie passen zu uns.",
        "Cara Ana, os seus teares são lindos. Lucro de 6% ao mês, sem risco.",
    ],
)
def test_money_by_the_month_is_an_offer_in_any_dress(text: str) -> None:
    decision = decide(text)
    assert (decision.case, decision.decision) == (Case.PITCH, "decline")
    assert "“" in decision.reasons[0]


@pytest.mark.parametrize("name", ["Greta Bauer", "Greta Holmqvist-Bauer"])
def test_a_memory_opens_no_door_to_money_by_the_month(name: str) -> None:
    text = (
        "Falun, 2015, and that pedal of elm! Today my circle earns 5% a month, guaranteed. Join us?"
    )
    decision = decide(text, name=name)
    assert decision.decision in ("ask", "decline")
    assert decision.attention < 0.5


def test_somebody_known_may_speak_of_money() -> None:
    text = "Somebody promises me 5% a month, guaranteed. What do you make of it?"
    assert decide(text, identity=f"{LINKEDIN}ben-oyelaran").attention > 0.86


@pytest.mark.parametrize(
    "text",
    [
        "One phone call and you had my grandmother's loom running again. She still hums with it.",
        "I know people at your guild, and they all praise how you splice a warp. I kept one.",
        "Tea or a walk along the canal at Visby, your choice. I bring the heddles you lost.",
        "Ein Anruf bei Ihnen, und der Webstuhl meiner Oma lief wieder. Sie singt seither dazu.",
        "Un coup de fil et votre conseil a sauvé le métier de ma tante. Merci pour la lisse.",
        "Una llamada y usted arregló el telar de mi abuela. Le guardo el lizo roto.",
        "Eén telefoontje en het getouw van mijn oma liep weer. Ze zingt er nog bij.",
        "My mother told me to get a proper job. I wove instead, after your talk on elm pedals.",
        "Encore une lisse qui casse ! Votre article sur le bouleau m'a sauvé la trame.",
        "Ich sollte arbeiten gehen, und las Ihren Aufsatz über Birke bis Mitternacht.",
        "Otra que se enamoró de los telares en su charla de Visby: mi hija de nueve años.",
        "Weer een die na uw lezing in Visby zijn schacht heeft omgedraaid. Dank voor de berk.",
        "My bank asks 6 % a month on the loan for a loom of 1790. Did yours, for the Falun one?",
        "Die Bank will 6 % Zinsen im Monat für den Webstuhl von 1790. War das in Falun auch so?",
        "Mi banco pide un 6 % al mes por el telar de 1790. ¿Fue así con el de Falun?",
        "Our looms lose 6 % of their tension a month in dry air. Did your Falun one do so too?",
        "Sind 6 % Zinsen für einen Webstuhl üblich? Sie schrieben über den Kauf in Falun.",
        "Geh arbeiten, sagt mein Webstuhl jeden Morgen, seit ich Ihren Aufsatz über Birke las.",
        "One word from you at the fair and I changed my whole warp. Thank you for the elm.",
        "I am a beekeeper: one sting and you are wide awake. Your talk in Visby did the same.",
        "A closed circle of weavers in Borås still meets on your elm pedals. I took the minutes.",
    ],
)
def test_an_honest_note_with_such_words_is_left_alone(text: str) -> None:
    decision = decide(text)
    assert decision.case not in (Case.RUDE, Case.PITCH, Case.FRAUD)
    assert decision.decision != "decline"
