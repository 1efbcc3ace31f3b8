"""French scenes: briefs of invented people with facts of every shape, to fill every frame with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.phrasebook import Frame

TOPICS = [
    "le bac qui ne fait jamais demi-tour",  # a noun phrase with its own clause
    "fours chauffés aux noyaux d'olive",  # plural, bare
    "vieux marégraphe du quai",  # one of it, bare, with an adjective
    "pourquoi les cloches se fendent au printemps",  # question
    "que la mousse tient mieux l'heure que l'ardoise",  # que-clause
    "miel de tilleul",  # uncounted
    "un âne nommé Verdi",  # with a name
    "cultiver du safran sous verre",  # infinitive
    "essaims et gelées tardives",  # two things
    "notre série de mesures",  # ours
]
EVENTS = [
    "Journées du sel",
    "le marché du verre",
    "Soirée four ouvert",
    "fil sur les horloges à marée",
    "Laine & Météo 2026",
    "soirée jeux",
    "le mariage de Ngozi et Bram",
    "14e congrès des fondeurs de cloches",
    "à la visite du port",
    "Et maintenant ?",
]
PLACES = [
    "Zoom",
    "le café du port",
    "quai 3",
    "Douarnenez",
    "cuisine de Selma",
    "Bibliothèque municipale de Leith",
    "New Ross",
    "troisième étage",
    "Bretagne",
    "près de l'écluse",
]
SAID = [
    "un four lent pardonne",
    "ne te fie pas au puits sec",
    "j'ai perdu trois parapluies sur ce pont",
    "qui compte les cygnes ?",
    "à la fin tout est corde",
    "the best maps are wrong",
    "personne ne remercie le plombier",
    "mesurer une fois, s'excuser deux fois",
    "les abeilles ne lisent pas le calendrier",
    "la rouille est une patience",
]
OFFERS = [
    "un scan du plan de four de 1911",
    "deux pots de miel de tilleul",
    "mise en relation avec Bram Oyelaran chez Kiln House",
    "monter tes cartons",
    "une place au stage de mai",
    "enregistrements de trois cloches",
    "liste des ardoisiers",
    "ses notes sur le mortier de chaux",
    "une heure de relecture",
    "avirons de rechange",
]
PROMISES = [
    "envoyer la liste des ardoisiers",
    "envoyer la table des marées d'ici vendredi",
    "la présenter à Bram Oyelaran",
    "lui prêter le livre sur les cloches",
    "lui montrer le vieux four",
    "l'adresse de la cordière",
    "transmettre trois photos du barrage",
    "interroger Ngozi sur le métier à tisser",
    "envoyer les dessins d'avirons",
    "retrouver la recette de confiture",
]
SHARED = [
    "nous ramons tous les deux sur l'estuaire",
    "anciens de l'école d'art de Quimper",
    "tous deux de Skerries",
    "même jardin ouvrier",
    "membres de la guilde des cloches",
    "le même train de 6 h 12",
    "un faible pour les toits d'ardoise",
    "tiennent tous deux des ruches",
    "bénévoles à la bibliothèque de bord",
    "la ligne 9",
]
HEADLINES = [
    "répare des pianos",
    "tisserande à Skerries",
    "enseigne la couverture en ardoise et écrit sur le sujet",
    "archiviste",
    "ingénieure des ponts | mère de famille",
    "apicultrice",
    "étudie les mousses",
    "J'accorde des cloches",
    "apprenti couvreur, Ardoise & Fils",
    "dirige une petite revue sur les cordages",
]
WORKS = [
    ("article", "La braise lente", "Cahiers d'ardoise"),
    ("talk", "Les cloches ont besoin de repos", "Hôtel de ville de Quimper"),
    ("project", "le nouveau barrage d'Ennis", "La Feuille du fleuve"),
    ("post", "Comment huiler un aviron", "Mastodon"),
    ("book", "Cordages", ""),
    ("podcast", "L'heure des mousses", "Radio Skerries"),
    ("photo", "Cygnes, comptés", "Instagram"),
    ("paper", "Lime mortar in frost", "Journal of Mortar"),
    ("repository", "tideclock", "GitHub"),
    ("exhibition", "Neuf avirons", "musée des Cordages"),
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
KINDNESSES = ["tu m'as prêté l'échelle", "elle a nourri mon chat trois semaines"]
NAMES = [
    "Mira Holt",
    "Mme Selma Ünal",
    "李小龙",
    "Bo",
    "M. Kieran O'Brien",
    "Ana-Lucía Paz",
    "Dr. Ida van der Berg",
    "Noor",
    "Professeur Tadeusz Mroczek",
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
            thanks="favour:de" in frame.text,
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
        event = ["dix minutes sur la jetée", "deux heures dans le train"][number % 2]
    if "theirs" in needs:
        event = ["sa conférence sur les cloches", "atelier de Mira Holt", "sa visite guidée"][
            number % 3
        ]
    if aim == "answer" and invited:
        event = "son invitation"
    topic = KINDNESSES[number % 2] if thanks else TOPICS[number]
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
                "language": "fr",
                "company": "Ardoise & Fils",
            },
            "encounters": [encounter],
            "noticed": [{"kind": kind_of_work, "title": title, "where": where}],
            "shared": [SHARED[number]],
            "mutual": ["Ngozi Bell"],
            "promises": [PROMISES[number]],
            "ask": "si le liège suffit au plafond"
            if "asked_how" in needs
            else "Comment la terre crue passe-t-elle l'hiver\u00a0?",
        }
    )
