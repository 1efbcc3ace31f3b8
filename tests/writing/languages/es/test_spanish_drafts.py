"""Drafts in Spanish: of every aim and register, true, without a finding, and unlike each other."""

from __future__ import annotations

import re
from typing import Any

import pytest

from redleaf.notes.brief import Brief
from redleaf.notes.skeleton import skeleton
from redleaf.writing import Draft, draft
from redleaf.writing.verifier import verify
from redleaf.writing.written import Written

BOATS: dict[str, Any] = {
    "kind": "conference",
    "on": "2026-11-12",
    "event": "Jornadas de Carpintería de Ribera",
    "place": "Laredo",
    "topics": ["el aceite de linaza que nunca se seca"],
    "said": "quien lija piensa",
}
PILAR = {
    "name": "Pilar Sanz",
    "headline": "restaura botes de remos",
    "offers": ["planos de una trainera de 1931"],
}


def brief(**fields: Any) -> Brief:
    reader = {"name": "Mira Holt", "register": "peer", "language": "es"}
    return Brief.from_json(
        {
            "today": "2026-11-20",
            "network": "linkedin",
            "limit": 300,
            "recognition": "recent",
            "sender": PILAR,
            "encounters": [BOATS],
            **fields,
            "recipient": {**reader, **fields.get("recipient", {})},
        }
    )


BRIEFS = {
    "connect": brief(),
    "within two hundred": brief(limit=200),
    "formal": brief(recipient={"name": "Robin Maier", "register": "formal"}),
    "reconnect": brief(
        aim="reconnect",
        recognition="faded",
        encounters=[
            {
                "kind": "class",
                "on": "1977-06-30",
                "event": "promoción del 77 del instituto de Ronda",
                "topics": ["la balsa de bidones"],
            }
        ],
    ),
    "follow-up": brief(
        aim="follow-up",
        recipient={"register": "close"},
        encounters=[{"kind": "call", "on": "2026-11-19", "topics": ["el embarcadero del norte"]}],
    ),
    "thank": brief(
        aim="thank",
        recognition="close",
        recipient={"register": "close"},
        encounters=[
            {
                "kind": "neighbour",
                "on": "2026-11-08",
                "topics": ["que diera de comer a mi gata"],
            }
        ],
    ),
    "ask-advice": brief(
        aim="ask-advice",
        network="email",
        limit=None,
        ask="¿el roble verde necesita agujeros guía?",
        recipient={"name": "Profesora Solveig Aasgaard", "register": "formal"},
        encounters=[
            {
                "kind": "talk",
                "on": "2026-10-28",
                "event": "su charla en las Tardes de Madera",
                "topics": ["que la madera verde perdona más que la seca"],
            }
        ],
    ),
    "answer": brief(
        aim="answer",
        encounters=[{"kind": "online", "on": "2026-11-18", "event": "su invitación"}, BOATS],
    ),
    "stranger": brief(aim="answer", recognition="unknown", encounters=[]),
    "promise": brief(promises=["enviarle la lista de precios antes del lunes"]),
    "article": brief(
        recognition="unknown",
        encounters=[],
        noticed=[{"kind": "article", "title": "La última cabina", "where": "El Faro del Norte"}],
    ),
    "introduced": brief(
        recognition="unknown",
        recipient={"name": "Sr. Dr. Augusto Mbeki", "register": "formal"},
        encounters=[
            {
                "kind": "introduction",
                "on": "2026-11-18",
                "introduced_by": "Dana Whitlock",
                "topics": ["turnos de noche que dejan dormir"],
            }
        ],
    ),
    "shared": brief(
        recognition="unknown", encounters=[], shared=["los dos cantamos en el coro de Laredo"]
    ),
}
FAMILIAR = re.compile(r"\b(?:tú|tus?|te|ti|contigo|dijiste|puedes|quieres)\b", re.IGNORECASE)
POLITE = re.compile(r"\b(?:usted|su|sus|suyas)\b", re.IGNORECASE)


def drafts_of(given: Brief) -> tuple[Draft, ...]:
    answer = draft(given)
    return answer.drafts or answer.afterwards


@pytest.mark.parametrize("given", BRIEFS.values(), ids=BRIEFS)
def test_it_writes_true_notes_without_a_finding(given: Brief) -> None:
    drafts = drafts_of(given)
    assert drafts
    for each in drafts:
        assert not each.report.findings, each.text
        assert verify(given, each.text).supported, each.text
        assert each.limit is None or each.length <= each.limit


@pytest.mark.parametrize("given", BRIEFS.values(), ids=BRIEFS)
def test_it_says_tu_or_usted_and_never_both(given: Brief) -> None:
    for each in drafts_of(given):
        own = re.sub(r"«[^»]*»", "", each.text)
        wrong = FAMILIAR if given.recipient.register == "formal" else POLITE
        assert not wrong.search(own), each.text


def test_it_asks_a_stranger_how_they_know_each_other() -> None:
    assert all("conocemos" in each.text for each in drafts_of(BRIEFS["stranger"]))


def test_a_letter_has_its_salutation_and_closing() -> None:
    for each in drafts_of(BRIEFS["ask-advice"]):
        assert each.text.startswith("Estimada profesora Aasgaard:\n\n")
        assert re.search(r"(?:Atentamente|Un cordial saludo),\nPilar Sanz$", each.text)


def test_a_repair_follows_the_networks_own_text() -> None:
    default = "Me gustaría añadirte a mi red profesional en LinkedIn."
    drafts = drafts_of(brief(history=[default]))
    assert drafts
    assert all(re.search("olicitud|botón|pulgar", each.text) for each in drafts)


def test_it_introduces_somebody_after_asking_both() -> None:
    offers = ["contacto con Dana Ruiz de Skutt"]
    drafts = drafts_of(brief(aim="introduce", sender={**PILAR, "offers": offers}))
    assert drafts
    assert all("Dana Ruiz" in each.text for each in drafts)


def test_private_facts_stay_out_of_the_note() -> None:
    private = {**BOATS, "topics": ["el divorcio", "la quimio"], "said": None}
    answer = draft(brief(encounters=[private]))
    assert {"encounters.0.topics.0", "encounters.0.topics.1"} <= set(answer.set_aside)
    assert not any(re.search("divorcio|quimio", each.text) for each in answer.drafts)


def test_a_fact_in_english_is_quoted_or_set_aside() -> None:
    english = {**BOATS, "event": "Museums & Web", "topics": ["sound walks"], "said": "test it wet"}
    drafts = drafts_of(brief(encounters=[english]))
    assert drafts
    for each in drafts:
        own = re.sub(r"«[^»]*»", "", each.text)
        assert not re.search(r"sound|wet", own), each.text


def test_thirty_people_of_one_event_get_thirty_notes() -> None:
    names = [f"{given} {family}" for given in GIVEN for family in ("Holt", "Noor", "Paz")]
    skeletons, written = set(), Written()
    for number, name in enumerate(names):
        topics = [f"{THINGS[number // 6]} {WHERE[number % 6]}"]
        given = brief(recipient={"name": name}, encounters=[{**BOATS, "topics": topics}])
        made = draft(given, n=1, written=written).drafts[0]
        written.add(made)
        skeletons.add(skeleton(made.text, [name, name.split()[0]]))
    assert len(skeletons) == len(names) == 30


GIVEN = ("Mira", "Bo", "Selma", "Noor", "Wei", "Ida", "Tadeusz", "Ana", "Kieran", "Pavel")
THINGS = ("brújulas viejas", "el muelle", "la regata", "un bote", "barniz y aceite")
WHERE = ("del norte", "con heladas", "sin motor", "de la posguerra", "de Laredo", "en invierno")
