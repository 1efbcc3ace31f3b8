"""Drafts in French: of every aim and register, true, without a finding, and unlike each other."""

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
    "event": "Fête des vieux gréements",
    "place": "Paimpol",
    "topics": ["huile de lin qui colle encore après deux hivers"],
    "said": "poncer, c'est réfléchir",
}
JEANNE = {
    "name": "Jeanne Kerbrat",
    "headline": "restaure des barques",
    "offers": ["relevé d'un canot à clins de 1931"],
}


def brief(**fields: Any) -> Brief:
    reader = {"name": "Mira Holt", "register": "peer", "language": "fr"}
    return Brief.from_json(
        {
            "today": "2026-11-20",
            "network": "linkedin",
            "limit": 300,
            "recognition": "recent",
            "sender": JEANNE,
            "encounters": [BOATS],
            **fields,
            "recipient": {**reader, **fields.get("recipient", {})},
        }
    )


BRIEFS = {
    "connect": brief(),
    "within two hundred": brief(limit=200),
    "formal": brief(recipient={"name": "Robin Maillard", "register": "formal"}),
    "reconnect": brief(
        aim="reconnect",
        recognition="faded",
        encounters=[
            {
                "kind": "class",
                "on": "1977-06-30",
                "event": "classe de terminale du lycée de Paimpol",
                "topics": ["le radeau construit en douce"],
            }
        ],
    ),
    "follow-up": brief(
        aim="follow-up",
        recipient={"register": "close"},
        encounters=[{"kind": "call", "on": "2026-11-19", "topics": ["le ponton nord"]}],
    ),
    "thank": brief(
        aim="thank",
        recognition="close",
        recipient={"register": "close"},
        encounters=[
            {
                "kind": "neighbour",
                "on": "2026-11-08",
                "topics": ["que tu as nourri mon chat"],
            }
        ],
    ),
    "ask-advice": brief(
        aim="ask-advice",
        network="email",
        limit=None,
        ask="Le chêne vert demande-t-il des avant-trous ?",
        recipient={"name": "Professeure Solveig Aasgaard", "register": "formal"},
        encounters=[
            {
                "kind": "talk",
                "on": "2026-10-28",
                "event": "sa conférence aux Soirées du bois",
                "topics": ["que le bois vert pardonne plus que le sec"],
            }
        ],
    ),
    "answer": brief(
        aim="answer",
        encounters=[{"kind": "online", "on": "2026-11-18", "event": "son invitation"}, BOATS],
    ),
    "stranger": brief(aim="answer", recognition="unknown", encounters=[]),
    "promise": brief(promises=["lui envoyer la liste de prix d'ici lundi"]),
    "article": brief(
        recognition="unknown",
        encounters=[],
        noticed=[{"kind": "article", "title": "La dernière cabine", "where": "Le Fil du Nord"}],
    ),
    "introduced": brief(
        recognition="unknown",
        recipient={"name": "M. August Mbeki", "register": "formal"},
        encounters=[
            {
                "kind": "introduction",
                "on": "2026-11-18",
                "introduced_by": "Dana Whitlock",
                "topics": ["gardes de nuit après lesquelles on dort"],
            }
        ],
    ),
    "shared": brief(
        recognition="unknown", encounters=[], shared=["chantent tous deux à la chorale du port"]
    ),
}
FAMILIAR = re.compile(r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt'", re.IGNORECASE)
POLITE = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)


def drafts_of(given: Brief) -> tuple[Draft, ...]:
    answer = draft(given)
    return answer.drafts or answer.afterwards


@pytest.mark.parametrize("given", BRIEFS.values(), ids=BRIEFS)
def test_it_writes_true_notes_without_a_finding(given: Brief) -> None:
    drafts = drafts_of(given)
    assert drafts
    for each in drafts:
        # Who asks a stranger for nothing but a name cannot be personal: advice may say so.
        is_weighed = given != BRIEFS["stranger"]
        findings = [f for f in each.report.findings if is_weighed or f.severity != "advice"]
        assert not findings, each.text
        assert verify(given, each.text).supported, each.text
        assert each.limit is None or each.length <= each.limit


@pytest.mark.parametrize("given", BRIEFS.values(), ids=BRIEFS)
def test_it_says_tu_or_vous_and_never_both(given: Brief) -> None:
    for each in drafts_of(given):
        own = re.sub(r"«[^»]*»", "", each.text)
        wrong = POLITE if given.recipient.register == "close" else FAMILIAR
        assert not wrong.search(own), each.text


def test_it_asks_a_stranger_how_they_know_each_other() -> None:
    assert all("connais" in each.text for each in drafts_of(BRIEFS["stranger"]))


def test_a_letter_has_its_salutation_and_closing() -> None:
    for each in drafts_of(BRIEFS["ask-advice"]):
        assert each.text.startswith("Madame la Professeure,\n\n")
        assert re.search(r"(?:Bien cordialement|respectueuses),\nJeanne Kerbrat$", each.text)


def test_a_repair_follows_the_networks_own_text() -> None:
    default = "Je souhaiterais vous ajouter à mon réseau professionnel sur LinkedIn."
    drafts = drafts_of(brief(history=[default]))
    assert drafts
    assert all(re.search("invitation|pouce", each.text) for each in drafts)


def test_it_introduces_somebody_after_asking_both() -> None:
    offers = ["mise en relation avec Dana Ruiz chez Skutt"]
    drafts = drafts_of(brief(aim="introduce", sender={**JEANNE, "offers": offers}))
    assert drafts
    assert all("Dana Ruiz" in each.text for each in drafts)


def test_private_facts_stay_out_of_the_note() -> None:
    private = {**BOATS, "topics": ["le divorce", "sa chimio"], "said": None}
    answer = draft(brief(encounters=[private]))
    assert {"encounters.0.topics.0", "encounters.0.topics.1"} <= set(answer.set_aside)
    assert not any(re.search("divorce|chimio", each.text) for each in answer.drafts)


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
THINGS = ("vieux compas", "le ponton", "la régate", "une barque", "vernis et huile de lin")
WHERE = ("du port", "par temps de gel", "sans moteur", "d'après guerre", "de Paimpol", "en hiver")
