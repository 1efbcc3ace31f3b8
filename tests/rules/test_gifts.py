"""What is given is not sold: warm offers in seven languages, and sales in much the same words."""

from __future__ import annotations

import pytest

import redleaf
from redleaf.rules import Severity


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jo, we help the school with the rain gauges you gave us in May.",
        "Hi Jo, I'd love to have you on the quiz team again; you knew every capital in Ely.",
        "Hi Jo, I'm selling my bike and thought of your daughter, who admired it on Saturday.",
        "Hi Jo, we need a new treasurer, and you kept the choir's books so well. Interested?",
        "Hallo Miriam, ich bringe dir am Sonntag die Karte von Kassel mit.",
        "Hallo Miriam, ich helfe dir gern beim Umzug am Samstag, den Wagen habe ich noch.",
        "Hallo Frau Brandt, darf ich Ihnen das Foto schicken, das ich am Freitag gemacht habe?",
        "Hallo Uwe, der Chor hat noch Termine im Mai frei, du hattest in Kassel gefragt.",
        "Bonjour Claire, je vous propose un café jeudi, vous m'aviez parlé de vos ruches à Brest.",
        "Salut Paul, je t'écris de ma formation de luthier, tu m'avais conseillé l'atelier.",
        "Hola Lucía, te ofrezco un café el jueves: en Vigo me prestaste el paraguas.",
        "Hola Pedro, ¿puedo ayudarte con la mudanza? Tengo la furgoneta de mi tío.",
        "Ciao Giulia, ti offro un caffè giovedì: a Faenza mi hai prestato la tazza.",
        "Olá Rui, posso mandar uma foto do farol que vimos em Coimbra?",
        "Hoi Sanne, ik help mijn zus met de bijenkasten waar je in de trein over vertelde.",
        "Hoi Sanne, kan ik je helpen met de verhuizing? Je hielp mij vorig jaar ook.",
    ],
)
def test_a_gift_is_no_pitch(text: str) -> None:
    report = redleaf.check(text)
    assert report.verdict != "pitch"
    assert not report.has(Severity.WARNING)
    assert not report.has(Severity.ERROR)


@pytest.mark.parametrize(
    "text",
    [
        "We help companies with their rain gauges.",
        "Wir helfen Ihnen, Kosten zu sparen.",
        "Wir bringen Unternehmen neue Kunden.",
        "Je peux vous montrer comment payer moins d'impôts.",
        "Ayudamos a locales como el tuyo a llenar mesas.",
        "Aiutiamo le aziende a trovare clienti.",
        "Ajudamos empresas a vender mais.",
        "Wij helpen bedrijven met meer leads.",
    ],
)
def test_a_sale_is_one(text: str) -> None:
    report = redleaf.check(text)
    assert report.verdict == "pitch"
    assert "taking/offer-to-sell" in [finding.rule for finding in report.findings]


def test_what_may_be_a_gift_is_asked_about_when_nothing_says_whom_it_is_for() -> None:
    [finding] = redleaf.check("Darf ich Ihnen mehr Informationen schicken?").findings
    assert (finding.rule, finding.severity) == ("taking/offer-to-sell", Severity.ADVICE)
    assert "gift" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Ravi, your answer on the PostGIS mailing list saved my weekend.",
        "Your question about failing tests kept me awake; I have a better answer now.",
        "I'm sending you the presentation on dikes that we talked about at lunch in Delft.",
    ],
)
def test_plain_words_of_work_are_left_alone(text: str) -> None:
    assert redleaf.check(text).findings == ()
