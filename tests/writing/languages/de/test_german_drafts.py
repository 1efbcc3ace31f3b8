"""Drafts in German: of every aim and register, true, without a finding, and unlike each other."""

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
    "event": "Bootsbautage",
    "place": "Kappeln",
    "topics": ["Leinöl, das nach zwei Wintern noch klebt"],
    "said": "wer schleift, denkt",
}
JULE = {
    "name": "Jule Petersen",
    "headline": "restauriert Ruderboote",
    "offers": ["Aufmaß eines Klinkerboots von 1931"],
}


def brief(**fields: Any) -> Brief:
    reader = {"name": "Mira Holt", "register": "peer", "language": "de"}
    return Brief.from_json(
        {
            "today": "2026-11-20",
            "network": "linkedin",
            "limit": 300,
            "recognition": "recent",
            "sender": JULE,
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
                "event": "Abschlussklasse am Gymnasium Plön",
                "topics": ["das selbst gebaute Floß"],
            }
        ],
    ),
    "follow-up": brief(
        aim="follow-up",
        recipient={"register": "close"},
        encounters=[{"kind": "call", "on": "2026-11-19", "topics": ["der Steg am Nordufer"]}],
    ),
    "thank": brief(
        aim="thank",
        recognition="close",
        recipient={"register": "close"},
        encounters=[
            {
                "kind": "neighbour",
                "on": "2026-11-08",
                "topics": ["dass du meine Katze gefüttert hast"],
            }
        ],
    ),
    "ask-advice": brief(
        aim="ask-advice",
        network="email",
        limit=None,
        ask="Braucht grüne Eiche vorgebohrte Löcher?",
        recipient={"name": "Professorin Solveig Aasgaard", "register": "formal"},
        encounters=[
            {
                "kind": "talk",
                "on": "2026-10-28",
                "event": "ihr Vortrag bei den Holzabenden",
                "topics": ["dass grünes Holz mehr verzeiht als trockenes"],
            }
        ],
    ),
    "answer": brief(
        aim="answer",
        encounters=[{"kind": "online", "on": "2026-11-18", "event": "ihre Einladung"}, BOATS],
    ),
    "stranger": brief(aim="answer", recognition="unknown", encounters=[]),
    "promise": brief(promises=["ihr die Preisliste bis Montag schicken"]),
    "article": brief(
        recognition="unknown",
        encounters=[],
        noticed=[{"kind": "article", "title": "Die letzte Telefonzelle", "where": "Nordsignal"}],
    ),
    "introduced": brief(
        recognition="unknown",
        recipient={"name": "Herr Dr. August Mbeki", "register": "formal"},
        encounters=[
            {
                "kind": "introduction",
                "on": "2026-11-18",
                "introduced_by": "Dana Whitlock",
                "topics": ["Nachtdienste, nach denen man schläft"],
            }
        ],
    ),
    "shared": brief(recognition="unknown", encounters=[], shared=["beide beim Shantychor Wedel"]),
}
FAMILIAR = re.compile(r"\b(?:du|dich|dir|dein\w{0,2})\b", re.IGNORECASE)
POLITE = re.compile(r"(?<![.?!:“] )\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b")


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
def test_it_says_du_or_sie_and_never_both(given: Brief) -> None:
    for each in drafts_of(given):
        own = re.sub(r"„[^“]*“", "", each.text)
        wrong = FAMILIAR if given.recipient.register == "formal" else POLITE
        assert not wrong.search(own), each.text


def test_it_asks_a_stranger_how_they_know_each_other() -> None:
    assert all("kennen" in each.text for each in drafts_of(BRIEFS["stranger"]))


def test_a_letter_has_its_salutation_and_closing() -> None:
    for each in drafts_of(BRIEFS["ask-advice"]):
        assert each.text.startswith("Sehr geehrte Frau Professorin Aasgaard,\n\n")
        assert re.search(r"Mit (?:freundlichen|besten) Grüßen\nJule Petersen$", each.text)


def test_frau_and_herr_are_no_given_names() -> None:
    drafts = drafts_of(brief(recipient={"name": "Frau Dr. Selma Ünal"}))
    assert drafts
    assert all(re.match(r"(?:Hallo )?Selma,", each.text) for each in drafts)


def test_a_repair_follows_the_networks_own_text() -> None:
    default = "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen."
    drafts = drafts_of(brief(history=[default]))
    assert drafts
    assert all(re.search("Anfrage|Knopf|Daumen|Standardtext", each.text) for each in drafts)


def test_it_introduces_somebody_after_asking_both() -> None:
    offers = ["Kontakt zu Dana Ruiz bei Skutt"]
    drafts = drafts_of(brief(aim="introduce", sender={**JULE, "offers": offers}))
    assert drafts
    assert all("Dana Ruiz" in each.text for each in drafts)


def test_private_facts_stay_out_of_the_note() -> None:
    private = {**BOATS, "topics": ["die Scheidung", "seine Chemo"], "said": None}
    answer = draft(brief(encounters=[private]))
    assert {"encounters.0.topics.0", "encounters.0.topics.1"} <= set(answer.set_aside)
    assert not any(re.search("Scheidung|Chemo", each.text) for each in answer.drafts)


def test_a_fact_in_english_is_quoted_or_set_aside() -> None:
    english = {**BOATS, "event": "Museums & Web", "topics": ["sound walks"], "said": "test it wet"}
    drafts = drafts_of(brief(encounters=[english]))
    assert drafts
    for each in drafts:
        own = re.sub(r"„[^“]*“", "", each.text)
        assert not re.search(r"sound|Museums|wet", own), each.text


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
THINGS = ("alte Kompasse", "der Steg", "die Regatta", "ein Ruderboot", "Lack und Leinöl")
WHERE = ("am Nordufer", "bei Frost", "ohne Motor", "nach dem Krieg", "in Kappeln", "im Winter")
