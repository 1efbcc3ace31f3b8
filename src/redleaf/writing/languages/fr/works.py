"""Works noticed: an article, a talk, a project of the reader, with its gender and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.fr.persons import is_about_a_third, is_theirs
from redleaf.writing.languages.fr.phrases import Phrase, parse
from redleaf.writing.languages.fr.places import is_called_a_place, read_place
from redleaf.writing.languages.fr.words import elides, small, tidy

_KINDS = {
    "article": "article m", "post": "billet m", "paper": "article m", "essay": "essai m",
    "book": "livre m", "blog": "blog m", "column": "chronique f", "review": "critique f",
    "interview": "entretien m", "thread": "fil m", "story": "récit m", "report": "rapport m",
    "letter": "lettre f", "poem": "poème m", "newsletter": "lettre f", "thesis": "thèse f",
    "chapter": "chapitre m", "question": "question f", "answer": "réponse f",
    "comment": "commentaire m", "profile": "portrait m", "guide": "guide m",
    "recipe": "recette f", "novel": "roman m", "feature": "reportage m", "piece": "texte m",
    "talk": "conférence f", "lecture": "cours m", "video": "vidéo f", "film": "film m",
    "exhibition": "exposition f", "photo": "photo f", "photograph": "photo f",
    "picture": "image f", "project": "projet m", "performance": "spectacle m",
    "show": "spectacle m", "poster": "affiche f", "drawing": "dessin m", "map": "carte f",
    "design": "projet m", "building": "bâtiment m", "app": "application f", "website": "site m",
    "repository": "dépôt m", "release": "version f", "tool": "outil m", "workshop": "atelier m",
    "podcast": "podcast m", "episode": "épisode m", "course": "cours m", "song": "chanson f",
    "album": "album m", "library": "bibliothèque f", "package": "paquet m",
    "translation": "traduction f", "radio play": "fiction radiophonique f", "play": "pièce f",
}  # fmt: skip
_FRENCH = {kind.rpartition(" ")[0]: kind for kind in _KINDS.values()}
_READ = frozenset(
    "article billet essai livre blog chronique critique entretien fil récit rapport lettre poème "
    "thèse chapitre question réponse commentaire portrait guide recette roman reportage "
    "texte".split()
)
_PLAIN = frozenset("bâtiment atelier projet outil site application bibliothèque".split())
_SMALL_ARTICLE = r"(?:l'|(?:le|la|les|un|une)\s)"
# What a journal is called by its kind has an article: "dans la Revue du bois", "dans Le Fil".
_JOURNAL = re.compile(
    r"(?:(?P<la>Revue|Gazette|Lettre|Feuille|Chronique|Tribune)|(?P<le>Journal|Bulletin|Courrier|"
    r"Magazine|Messager|Quotidien|Mensuel)|(?P<les>Cahiers|Annales|Carnets|Chroniques|Nouvelles|"
    r"Actes|Archives))\s(?:d[eu]s?\s|d['’]|[a-zà-ÿ])"
)
_ON_AIR = re.compile(
    r"\b(?:radio|tv|télé|channel|fm|rtl|arte)\b|^france (?:culture|inter|musique|info|bleu)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Work:
    """`name` is a noun with its title, without an owner: "article « La braise lente »"."""

    name: str
    gender: str
    title: str
    where: str
    is_read: bool

    @property
    def yours(self) -> str:
        """The owner as a friend hears it: "ton" also before a vowel."""
        return "ta" if self.gender == "f" and not elides(self.name) else "ton"


def read_work(kind: str, title: str, where: str) -> Work | None:
    """How to speak of what was noticed, or None when it has no title."""
    title = title.strip(' .;,"«»“”„\u00a0\u202f')
    if not title or is_theirs(title) or is_about_a_third(title.replace("vous", "")):
        return None
    noun, _, gender = _noun_of(kind).rpartition(" ")
    return Work(f"{noun} «\u00a0{title}\u00a0»", gender, title, within(where), noun in _READ)


def read_sight(kind: str, title: str) -> Phrase | None:
    """What was noticed where it has no title but is described: "le nouvel orgue de Tréguier"."""
    title = tidy(title)
    noun = _noun_of(kind).rpartition(" ")[0]
    # A film or a map is called "La nuit des vanneaux"; nobody calls a building so.
    article = r"(?:[Ll]'|(?:[Ll]e|[Ll]a|[Ll]es|[Uu]ne?)\s)" if noun in _PLAIN else _SMALL_ARTICLE
    described = re.match(rf"{article}(?=[a-zà-ÿ])", title)
    phrase = parse(small(title)) if described and noun not in _READ else None
    return None if not phrase or is_about_a_third(title) else phrase


def _noun_of(kind: str) -> str:
    word = kind.strip().lower().replace("_", " ")
    return _KINDS.get(word) or _FRENCH.get(word) or _KINDS["piece"]


def within(where: str) -> str:
    """ "dans Le Fil de l'eau", "sur Mastodon", "au musée des Cordages"."""
    if not where:
        return ""
    if _ON_AIR.search(where):
        return f"sur {where}"
    journal = _JOURNAL.match(where)
    if journal:
        article = next(said for said in ("la", "le", "les") if journal[said])
        return f"dans {article} {where}"
    place = read_place(tidy(where))
    # A magazine is a name: "dans Le Fil de l'eau"; only what is called a place is one.
    return place if place and is_called_a_place(where) else f"dans {where}"
