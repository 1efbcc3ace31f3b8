"""What the German drafts of the tests are made of, all of invented people."""

from __future__ import annotations

from tests.writing.languages.stories import Story

STORY = Story(
    code="de",
    boats={
        "kind": "conference",
        "on": "2026-11-12",
        "event": "Bootsbautage",
        "place": "Kappeln",
        "topics": ["Leinöl, das nach zwei Wintern noch klebt"],
        "said": "wer schleift, denkt",
    },
    sender={
        "name": "Jule Petersen",
        "headline": "restauriert Ruderboote",
        "offers": ["Aufmaß eines Klinkerboots von 1931"],
    },
    formal_name="Robin Maier",
    school="Abschlussklasse am Gymnasium Plön",
    school_topics=["das selbst gebaute Floß"],
    call_topics=["der Steg am Nordufer"],
    kindness="dass du meine Katze gefüttert hast",
    ask="Braucht grüne Eiche vorgebohrte Löcher?",
    senior="Professorin Solveig Aasgaard",
    talk="ihr Vortrag bei den Holzabenden",
    talk_topic="dass grünes Holz mehr verzeiht als trockenes",
    invitation="ihre Einladung",
    promise="ihr die Preisliste bis Montag schicken",
    article=("Die letzte Telefonzelle", "Nordsignal"),
    introduced_name="Herr Dr. August Mbeki",
    introduced_topic="Nachtdienste, nach denen man schläft",
    tie="beide beim Shantychor Wedel",
    familiar=r"(?i)\b(?:du|dich|dir|dein\w{0,2})\b",
    polite=r"(?<![.?!:“] )\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b",
    asks_who="kennen",
    salutation="Sehr geehrte Frau Professorin Aasgaard,\n\n",
    closing=r"Mit (?:freundlichen|besten) Grüßen\nJule Petersen$",
    default_text="Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
    slip="Anfrage|Knopf|Daumen|Standardtext",
    introduction="Kontakt zu Dana Ruiz bei Skutt",
    private_topics=["die Scheidung", "seine Chemo"],
    private_words="Scheidung|Chemo",
    things=("alte Kompasse", "der Steg", "die Regatta", "ein Ruderboot", "Lack und Leinöl"),
    wheres=("am Nordufer", "bei Frost", "ohne Motor", "nach dem Krieg", "in Kappeln", "im Winter"),
)
