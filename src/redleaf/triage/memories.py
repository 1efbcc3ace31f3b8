"""Memories: which recorded facts a text names, told by its words and not by its claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.brief import Encounter
from redleaf.notes.folding import fold, fold_text
from redleaf.notes.language import common_words
from redleaf.notes.tokens import tokens_of
from redleaf.triage.known import Appointment, Person
from redleaf.writing.verifier.stems import lexicon

# Only two people know what was spoken about; where and when many were is no secret.
PRIVATE = ("topic", "said", "promise", "deed")
# What many take part in; all else that has a name was done by few.
PUBLIC_KINDS = ("conference", "talk", "class", "online", "other", "introduction")
_SHORTEST = 4
_STEM = 5
_ENDINGS = 4
_FEWEST_IN_TITLE = 2
_CJK = "\u3040"
# How people name a kind of meeting; it tells little, but agrees with a place or a year.
_OCCASIONS = {
    "coffee": frozenset("coffee cafe kaffee koffie caffe espresso cappuccino".split()),
    "meal": frozenset(
        "lunch dinner supper breakfast essen mittagessen abendessen dejeuner diner comida cena "
        "almuerzo eten pranzo".split()
    ),
    "call": frozenset("call phone telefon telefonat appel telephone llamada telefono".split()),
    "class": frozenset("class course school kurs schule cours ecole curso escuela clase".split()),
    "neighbour": frozenset("neighbour neighbor nachbar nachbarin voisin voisine".split()),
}
# Words that stand in the names of many events and places, and tell none of them.
_EVERYWHERE = frozenset(
    "conference congress forum meeting meetup workshop seminar course class school fair summit "
    "symposium festival talk lecture event evening annual week days works work team call lunch "
    "dinner coffee breakfast opening round planning konferenz tagung kongress treffen messe kurs "
    "schule vortrag abend congres salon colloque atelier cours ecole reunion soiree conferencia "
    "congreso feria taller curso escuela charla jornada jornadas reunion encuentro congres".split()
)


class Memory(NamedTuple):
    """A recorded fact that a text names, as recorded, and its day.

    `kind` is event, deed (an event of few), place, topic, said, promise, occasion or year; and as
    written in the text, day, or promised for any promise of the receiver.
    """

    kind: str
    text: str
    on: dt.date | None = None


class Words:
    """The words of a text that carry meaning, to be looked for in any form."""

    def __init__(self, text: str) -> None:
        self.text = fold_text(text)
        self._words = set(_tokens(text))
        self._stems = {word[:_STEM] for word in self._words if len(word) >= _STEM}
        self.years = {word for word in self._words if len(word) == 4 and word.isdigit()}

    @property
    def count(self) -> int:
        """How many different words there are."""
        return len(self._words)

    def names(self, fact: str, *, share: float) -> bool:
        """Whether at least this share of what `fact` says is in the text."""
        if fact and fact[0] >= _CJK:
            return fold_text(fact) in self.text
        wanted = telling_words(fact)
        if not wanted:
            return False
        found = sum(self._has(word) for word in wanted)
        return found >= max(1, share * len(wanted))

    def has(self, some: frozenset[str]) -> bool:
        """Whether one of these words is in the text as it stands."""
        return not self._words.isdisjoint(some)

    def _has(self, word: str) -> bool:
        if word in self._words:
            return True
        if len(word) < _STEM or word[:_STEM] not in self._stems:
            return False
        return any(
            other.startswith(word[:_STEM]) and abs(len(other) - len(word)) <= _ENDINGS
            for other in self._words
        )


def memories_in(words: Words, person: Person) -> list[Memory]:
    """What `words` name of all that is recorded with `person`, each fact once."""
    told = [memory for met in person.encounters for memory in _of_meeting(words, met)]
    told += [Memory("promise", each) for each in person.promises if words.names(each, share=0.6)]
    return list(dict.fromkeys(told))


def occasion_in(words: Words, occasions: Iterable[Appointment]) -> Appointment | None:
    """The entry of the calendar, or a recorded event, that `words` name; the latest."""
    named = [each for each in occasions if words.names(each.title, share=0.66)]
    return max(named, key=lambda each: each.on or dt.date.min, default=None)


def likely_occasion_in(words: Words, occasions: Iterable[Appointment]) -> Appointment | None:
    """The latest of which `words` name part: two of its words, or the name of its place."""
    named = [each for each in occasions if _names_part(words, each.title)]
    return max(named, key=lambda each: each.on or dt.date.min, default=None)


@lru_cache(maxsize=65536)
def telling_words(text: str) -> frozenset[str]:
    """The words of a fact by which it is known again; all that are no small ones."""
    words = [word for word in _tokens(text) if len(word) >= _SHORTEST]
    small = common_words()
    telling = frozenset(word for word in words if word not in small and not word.isdigit())
    return telling - _EVERYWHERE or telling


def _names_part(words: Words, title: str) -> bool:
    telling = telling_words(title)
    if len(telling) < _FEWEST_IN_TITLE:
        return False
    found = {word for word in telling if words.names(word, share=1.0)}
    return len(found) > 1 or not found.isdisjoint(_names_in(title))


def _names_in(title: str) -> set[str]:
    """Its words with a capital that everyday English does not have: places, mostly."""
    raised = (word.strip("'\"()“”") for word in title.replace(",", " ").split())
    return {fold_text(word) for word in raised if word[:1].isupper()} - lexicon()


def _of_meeting(words: Words, met: Encounter) -> Iterator[Memory]:
    if met.event and words.names(met.event, share=0.6):
        yield Memory("event" if met.kind in PUBLIC_KINDS else "deed", met.event, met.on)
    if met.kind in _OCCASIONS and words.has(_OCCASIONS[met.kind]):
        yield Memory("occasion", met.kind, met.on)
    if met.place and words.names(met.place, share=1.0):
        yield Memory("place", met.place, met.on)
    for topic in met.topics:
        if words.names(topic, share=0.5):
            yield Memory("topic", topic, met.on)
    if met.said and words.names(met.said, share=0.6):
        yield Memory("said", met.said, met.on)
    if met.on and str(met.on.year) in words.years:
        yield Memory("year", str(met.on.year), met.on)


@lru_cache(maxsize=8192)
def _tokens(text: str) -> Sequence[str]:
    return tuple(token.word.removesuffix("'s") for token in tokens_of(fold(text)))
