"""German scenes: briefs of invented people with facts of every shape, to fill every frame with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.phrasebook import Frame

TOPICS = [
    "die Fähre, die nie wendet",  # a noun phrase with its own clause
    "Brennöfen mit Olivenkernen",  # plural, bare
    "der alte Gezeitenmesser am Kai",  # masculine with an adjective
    "warum Glocken im Frühling springen",  # question
    "dass Moos die Zeit besser hält als Schiefer",  # dass-clause
    "Lindenhonig",  # uncounted
    "ein Esel namens Verdi",  # with a name
    "Safran unter Glas ziehen",  # infinitive
    "Schwärme und später Frost",  # two things
    "unsere Messreihe",  # ours
]
EVENTS = [
    "Salztage",
    "der Glasmarkt",
    "Offener Ofenabend",
    "Thread über Gezeitenuhren",
    "Wolle & Wetter 2026",
    "Spieleabend",
    "die Hochzeit von Ngozi und Bram",
    "14. Kongress der Glockengießer",
    "beim Hafenrundgang",
    "Wohin jetzt?",
]
PLACES = [
    "Zoom",
    "das Hafencafé",
    "Bahnsteig 3",
    "Husum",
    "Selmas Küche",
    "Stadtbibliothek Leith",
    "New Ross",
    "dritter Stock",
    "Amrum",
    "an der Schleuse",
]
SAID = [
    "ein langsamer Ofen verzeiht",
    "trau keinem trockenen Brunnen",
    "An diese Brücke habe ich drei Schirme verloren",
    "wer zählt die Schwäne?",
    "am Ende ist alles Seil",
    "the best maps are wrong",
    "niemand dankt dem Klempner",
    "einmal messen, zweimal entschuldigen",
    "Bienen lesen keinen Kalender",
    "Rost ist nur Geduld",
]
OFFERS = [
    "ein Scan des Ofenplans von 1911",
    "zwei Gläser Lindenhonig",
    "Kontakt zu Bram Oyelaran bei Kiln House",
    "deine Kisten die Treppe hochtragen",
    "Platz im Maikurs",
    "Aufnahmen von drei Glocken",
    "Liste der Schieferhändler",
    "ihre Notizen zu Kalkmörtel",
    "eine Stunde Korrekturlesen",
    "Ersatzruder",
]
PROMISES = [
    "die Liste der Schieferhändler schicken",
    "Gezeitentafel bis Freitag schicken",
    "sie mit Bram Oyelaran bekannt machen",
    "ihr das Buch über Glocken leihen",
    "ihm den alten Ofen zeigen",
    "die Adresse der Seilerin",
    "drei Fotos vom Wehr weiterleiten",
    "Ngozi nach dem Webstuhl fragen",
    "Ruderzeichnungen schicken",
    "das Marmeladenrezept heraussuchen",
]
SHARED = [
    "rudern beide auf der Förde",
    "Ehemalige der Kunstschule Husum",
    "beide aus Skerries",
    "dieselbe Kleingartenkolonie",
    "Mitglieder der Glockengilde",
    "beide in Ennis zur Schule gegangen",
    "eine Schwäche für Schieferdächer",
    "wir halten beide Bienen",
    "beide in Gent Niederländisch gelernt",
    "die Linie 9",
]
HEADLINES = [
    "repariert Klaviere",
    "Weberin in Skerries",
    "unterrichtet Schieferdecken und schreibt darüber",
    "Archivar",
    "Brückenbauingenieurin | Mutter",
    "Imker",
    "erforscht Moose",
    "Ich stimme Glocken",
    "Dachdeckerlehrling, Schiefer & Söhne",
    "gibt eine kleine Zeitschrift über Seile heraus",
]
WORKS = [
    ("article", "Die stille Glut", "Schieferhefte"),
    ("talk", "Glocken brauchen Ruhe", "Rathaus Husum"),
    ("project", "das neue Wehr bei Ennis", "Flussblatt"),
    ("post", "Wie man ein Ruder ölt", "Mastodon"),
    ("book", "Seile", ""),
    ("podcast", "Moosstunde", "Radio Skerries"),
    ("photo", "Schwäne, gezählt", "Instagram"),
    ("paper", "Lime mortar in frost", "Journal of Mortar"),
    ("repository", "tideclock", "GitHub"),
    ("exhibition", "Neun Ruder", "Seilmuseum"),
]
DAYS = [
    "2026-11-20",
    "2026-11-19",
    "2026-11-15",
    "2026-11-12",
    "2026-10-30",
    "2026-05-04",
    "2025-06-01",
    "2019-07-07",
    "2004-03-03",
    "1977-06-30",
]
NAMES = [
    "Mira Holt",
    "Frau Dr. Selma Ünal",
    "李小龙",
    "Bo",
    "Herr Kieran O'Brien",
    "Ana-Lucía Paz",
    "Dr. Ida van der Berg",
    "Noor",
    "Prof. Dr. Tadeusz Mroczek",
    "Robin Maier",
]


def scenes_for(frame: Frame) -> Iterator[Brief]:
    """Ten briefs that could use `frame`, each with a fact of another shape in every field."""
    kinds = sorted(frame.when.get("kinds", {"conference"}))
    aims = frame.when.get("aim")
    for number in range(10):
        yield scene(
            number,
            kinds[number % len(kinds)],
            **{key: min(frame.when[key]) for key in ("register", "known") if key in frame.when},
            aim=min(aims) if aims else "connect",
            needs=frame.when.get("needs", frozenset()) & {"minutes", "theirs"}
            | ({"asked_how"} if "{asked_how}" in frame.text else frozenset()),
            absent=frame.when.get("absent", frozenset()),
            thanks=":dass" in frame.text,
            invited="at_event" not in frame.text,
        )


@cache
def scene(
    number: int,
    kind: str = "conference",
    *,
    register: str = "peer",
    aim: str = "connect",
    known: str = "recent",
    needs: frozenset[str] = frozenset(),
    absent: frozenset[str] = frozenset(),
    thanks: bool = False,
    invited: bool = True,
    limit: int | None = None,
    network: str = "linkedin",
) -> Brief:
    """One brief; `number` from 0 to 9 picks the shapes."""
    event = EVENTS[number]
    if "minutes" in needs:
        event = ["zehn Minuten am Pier", "zwei Stunden im Zug"][number % 2]
    if "theirs" in needs:
        event = ["ihr Vortrag über Glocken", "Workshop von Mira Holt", "seine Führung"][number % 3]
    if aim == "answer" and invited:
        event = "ihre Einladung"
    topic = "dass sie mir die Leiter geliehen hat" if thanks else TOPICS[number]
    encounter: dict[str, Any] = {
        "kind": kind,
        "on": DAYS[7 + number % 3] if known == "faded" else DAYS[number % 7],
        "event": ""
        if absent & {"event", "invitation"} or kind in ("call", "introduction")
        else event,
        "place": PLACES[number],
        "topics": [topic],
        "said": SAID[number],
        "introduced_by": "Ngozi Bell",
    }
    kind_of_work, title, where = WORKS[number]
    return Brief.from_json(
        {
            "today": "2026-11-20",
            "network": network,
            "limit": limit,
            "aim": aim,
            "recognition": known,
            "sender": {
                "name": "Ines Duarte",
                "headline": HEADLINES[number],
                "offers": [OFFERS[number]],
            },
            "recipient": {
                "name": "Mira Holt" if "theirs" in needs else NAMES[number],
                "register": register,
                "language": "de",
                "company": "Schiefer & Söhne",
            },
            "encounters": [encounter],
            "noticed": [{"kind": kind_of_work, "title": title, "where": where}],
            "shared": [SHARED[number]],
            "mutual": ["Ngozi Bell"],
            "promises": [PROMISES[number]],
            "ask": "ob Kork an der Decke genügt"
            if "asked_how" in needs
            else "Wie hält Lehm im Winter?",
        }
    )
