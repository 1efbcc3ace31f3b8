"""Works noticed: an article, a talk, a project of the reader, with its gender and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.occasions import melted, read_event, read_place
from redleaf.writing.languages.de.persons import is_about_a_third, is_theirs, owned
from redleaf.writing.languages.de.phrases import DAT, NOM, Phrase, parse

_KINDS = {
    "article": "Artikel m", "post": "Beitrag m", "paper": "Aufsatz m", "essay": "Essay m",
    "book": "Buch n", "blog": "Blog m", "column": "Kolumne f", "review": "Besprechung f",
    "interview": "Interview n", "thread": "Thread m", "story": "Geschichte f",
    "report": "Bericht m", "letter": "Brief m", "poem": "Gedicht n", "newsletter": "Newsletter m",
    "thesis": "Arbeit f", "chapter": "Kapitel n", "question": "Frage f", "answer": "Antwort f",
    "comment": "Kommentar m", "profile": "Porträt n", "guide": "Leitfaden m",
    "recipe": "Rezept n", "novel": "Roman m", "feature": "Feature n", "piece": "Text m",
    "talk": "Vortrag m", "lecture": "Vorlesung f", "video": "Video n", "film": "Film m",
    "exhibition": "Ausstellung f", "photo": "Foto n", "photograph": "Foto n",
    "picture": "Bild n", "project": "Projekt n", "performance": "Aufführung f",
    "show": "Schau f", "poster": "Plakat n", "drawing": "Zeichnung f", "map": "Karte f",
    "design": "Entwurf m", "building": "Bau m", "app": "App f", "website": "Website f",
    "repository": "Repository n", "release": "Veröffentlichung f", "tool": "Werkzeug n",
    "workshop": "Workshop m", "podcast": "Podcast m", "episode": "Folge f", "course": "Kurs m",
    "song": "Lied n", "album": "Album n", "library": "Bibliothek f", "package": "Paket n",
    "translation": "Übersetzung f", "radio play": "Hörspiel n", "play": "Stück n",
}  # fmt: skip
_GERMAN = {kind.split()[0].lower(): kind for kind in _KINDS.values()}
_READ = frozenset(
    "Artikel Beitrag Aufsatz Essay Buch Blog Kolumne Besprechung Interview Thread Geschichte "
    "Bericht Brief Gedicht Newsletter Arbeit Kapitel Frage Antwort Kommentar Porträt Leitfaden "
    "Rezept Roman Feature Text".split()
)
_GATHERING = regex(
    r"(?:tage?|messe|kongress|tagung|konferenz|festival|fest|camp|treffen|symposium|forum|abend)\b",
    re.IGNORECASE,
)
_ON_AIR = regex(r"\b(?:radio|tv|channel|fm|\w*funk|sender)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """`name` is a noun with its title, without an owner: "Artikel „Die stille Glut“"."""

    name: str
    gender: str
    title: str
    where: str
    is_read: bool


def read_work(kind: str, title: str, where: str, owners: tuple[str, ...]) -> Work | None:
    """How to speak of what was noticed, or None when it has no title."""
    title = owned(title.strip(" .;,\"„“”'"), owners)
    if not title or is_theirs(title) or is_about_a_third(title):
        return None
    noun, _, gender = _noun_of(kind).partition(" ")

    if title[:1].islower() and " " in title and noun not in _READ:
        return None
    return Work(f"{noun} „{title}“", gender, title, within(where), noun in _READ)


def read_sight(kind: str, title: str, owners: tuple[str, ...]) -> Phrase | None:
    """What was noticed where it has no title but is described: "die neue Orgel in St. Wiebke"."""
    title = owned(title.strip(" .;,\"„“”'"), owners)
    described = re.match(r"(?:der|die|das|ein|eine)\s", title, re.IGNORECASE)
    noun = _noun_of(kind).split()[0]
    phrase = parse(title[:1].lower() + title[1:]) if described and noun not in _READ else None
    if not phrase or not phrase.noun or is_about_a_third(title):
        return None
    return phrase if phrase.said(NOM) and phrase.said(DAT) and phrase.many is not None else None


def _noun_of(kind: str) -> str:
    word = kind.strip().lower().replace("_", " ")
    return _KINDS.get(word) or _GERMAN.get(word) or _KINDS["piece"]


def within(where: str) -> str:
    """ "in Slate Quarterly", "auf Mastodon", "im Museum für Seile"."""
    if not where:
        return ""
    if _ON_AIR.search(where):
        return f"bei {where}" if " " in where or where[:1].isupper() else ""
    if _GATHERING.search(where) and (event := read_event(where)):
        return event.within
    place = read_place(where)
    if place:
        return place.within
    return melted(f"in „{where}“")
