"""French facts of every shape, all of invented people."""

from __future__ import annotations

from tests.writing.languages.scenes import Facts

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

FACTS = Facts(
    code="fr",
    sender="Ines Duarte",
    company="Ardoise & Fils",
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
    minutes=["dix minutes sur la jetée", "deux heures dans le train"],
    theirs=["sa conférence sur les cloches", "atelier de Mira Holt", "sa visite guidée"],
    invitation="son invitation",
    kindnesses=["tu m'as prêté l'échelle", "elle a nourri mon chat trois semaines"],
    kindness_gap="favour:de",
    question="Comment la terre crue passe-t-elle l'hiver\u00a0?",
    indirect_question="si le liège suffit au plafond",
)
