"""German facts of every shape, all of invented people."""

from __future__ import annotations

from tests.writing.languages.scenes import Facts

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

FACTS = Facts(
    code="de",
    sender="Ines Duarte",
    company="Schiefer & Söhne",
    names=NAMES,
    topics=TOPICS,
    events=EVENTS,
    places=PLACES,
    said=SAID,
    offers=OFFERS,
    promises=PROMISES,
    shared=SHARED,
    headlines=HEADLINES,
    works=WORKS,
    minutes=["zehn Minuten am Pier", "zwei Stunden im Zug"],
    theirs=["ihr Vortrag über Glocken", "Workshop von Mira Holt", "seine Führung"],
    invitation="ihre Einladung",
    kindnesses=["dass sie mir die Leiter geliehen hat"],
    kindness_gap=":dass",
    question="Wie hält Lehm im Winter?",
    indirect_question="ob Kork an der Decke genügt",
)
