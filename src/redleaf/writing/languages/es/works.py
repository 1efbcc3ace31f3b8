"""Works noticed: an article, a talk, a project of the reader, with its gender and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.es.occasions import read_place
from redleaf.writing.languages.es.persons import is_about_a_third, is_theirs, owned
from redleaf.writing.languages.es.phrases import Phrase, parse

_KINDS = {
    "article": "artículo m", "post": "publicación f", "paper": "artículo m", "essay": "ensayo m",
    "book": "libro m", "blog": "blog m", "column": "columna f", "review": "reseña f",
    "interview": "entrevista f", "thread": "hilo m", "story": "relato m", "report": "informe m",
    "letter": "carta f", "poem": "poema m", "newsletter": "boletín m", "thesis": "tesis f",
    "chapter": "capítulo m", "question": "pregunta f", "answer": "respuesta f",
    "comment": "comentario m", "profile": "retrato m", "guide": "guía f", "recipe": "receta f",
    "novel": "novela f", "feature": "reportaje m", "piece": "texto m", "talk": "charla f",
    "lecture": "conferencia f", "video": "vídeo m", "film": "película f",
    "exhibition": "exposición f", "photo": "foto f", "photograph": "foto f",
    "picture": "imagen f", "project": "proyecto m", "performance": "actuación f",
    "show": "espectáculo m", "poster": "cartel m", "drawing": "dibujo m", "map": "mapa m",
    "design": "diseño m", "building": "edificio m", "app": "aplicación f", "website": "web f",
    "repository": "repositorio m", "release": "versión f", "tool": "herramienta f",
    "workshop": "taller m", "podcast": "pódcast m", "episode": "episodio m", "course": "curso m",
    "song": "canción f", "album": "disco m", "library": "biblioteca f", "package": "paquete m",
    "translation": "traducción f", "play": "obra f", "radio play": "radioteatro m",
}  # fmt: skip
_SPANISH = {kind.split()[0]: kind for kind in _KINDS.values()} | {"podcast": "pódcast m"}
_READ = frozenset(
    "artículo publicación ensayo libro blog columna reseña entrevista hilo relato informe carta "
    "poema boletín tesis capítulo pregunta respuesta comentario retrato guía receta novela "
    "reportaje texto".split()
)


@dataclass(frozen=True, slots=True)
class Work:
    """`name` is a noun with its title, without an owner: "artículo «Brasas»"."""

    name: str
    gender: str
    title: str
    where: str
    is_read: bool


def read_work(kind: str, title: str, where: str, owners: tuple[str, ...]) -> Work | None:
    """How to speak of what was noticed, or None when it has no title."""
    title = owned(title.strip(" .;,\"«»“”'"), owners)
    if not title or is_theirs(title) or re.search("[«»]", title):
        return None
    noun, _, gender = _noun_of(kind).partition(" ")
    if title[:1].islower() and " " in title and noun not in _READ:
        return None
    place = read_place(where)
    return Work(f"{noun} «{title}»", gender, title, place.within if place else "", noun in _READ)


def read_sight(kind: str, title: str) -> Phrase | None:
    """What was noticed where it has no title but is described: "el nuevo órgano de Ronda"."""
    title = title.strip(" .;,\"«»“”'")
    described = re.match(r"(?:el|la|los|las|un|una)\s[a-záéíóúñ]", title)
    if not described or _noun_of(kind).split()[0] in _READ or is_about_a_third(title):
        return None
    phrase = parse(title)
    return phrase.with_the() if phrase else None


def _noun_of(kind: str) -> str:
    word = kind.strip().lower().replace("_", " ")
    return _KINDS.get(word) or _SPANISH.get(word) or _KINDS["piece"]
