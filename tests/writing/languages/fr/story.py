"""What the French drafts of the tests are made of, all of invented people."""

from __future__ import annotations

from tests.writing.languages.stories import Story

STORY = Story(
    code="fr",
    boats={
        "kind": "conference",
        "on": "2026-11-12",
        "event": "Fête des vieux gréements",
        "place": "Paimpol",
        "topics": ["huile de lin qui colle encore après deux hivers"],
        "said": "poncer, c'est réfléchir",
    },
    sender={
        "name": "Jeanne Kerbrat",
        "headline": "restaure des barques",
        "offers": ["relevé d'un canot à clins de 1931"],
    },
    formal_name="Robin Maillard",
    school="classe de terminale du lycée de Paimpol",
    school_topics=["le radeau construit en douce"],
    call_topics=["le ponton nord"],
    kindness="que tu as nourri mon chat",
    ask="Le chêne vert demande-t-il des avant-trous ?",
    senior="Professeure Solveig Aasgaard",
    talk="sa conférence aux Soirées du bois",
    talk_topic="que le bois vert pardonne plus que le sec",
    invitation="son invitation",
    promise="lui envoyer la liste de prix d'ici lundi",
    article=("La dernière cabine", "Le Fil du Nord"),
    introduced_name="M. August Mbeki",
    introduced_topic="gardes de nuit après lesquelles on dort",
    tie="chantent tous deux à la chorale du port",
    familiar=r"(?i)\b(?:tu|te|toi|ton|ta|tes)\b|\bt'",
    polite=r"(?i)\b(?:vous|votre|vos)\b",
    asks_who="connais",
    salutation="Madame la Professeure,\n\n",
    closing=r"(?:Bien cordialement|respectueuses),\nJeanne Kerbrat$",
    default_text="Je souhaiterais vous ajouter à mon réseau professionnel sur LinkedIn.",
    slip="invitation|pouce",
    introduction="mise en relation avec Dana Ruiz chez Skutt",
    private_topics=["le divorce", "sa chimio"],
    private_words="divorce|chimio",
    things=("vieux compas", "le ponton", "la régate", "une barque", "vernis et huile de lin"),
    wheres=(
        "du port",
        "par temps de gel",
        "sans moteur",
        "d'après guerre",
        "de Paimpol",
        "en hiver",
    ),
)
