"""Language: everything the writer must be told about one language, in one object."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from redleaf.writing.names import as_named

Owners = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a fact in running text.

    `many` is its number and `gender` one of the language's letters ("m", "f", "n") or "": what
    "[is|are]" in a frame agrees with. A `jotted` one was cut from a list and must not run on with
    a comma.
    """

    text: str
    many: bool = False
    gender: str = ""
    jotted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact as read: slot name to the ways of saying it, and marks that frames may need."""

    slots: Mapping[str, tuple[Wording, ...]]
    marks: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Language:
    """The readers and habits of one language; docs/writing-languages.md says what each must do.

    A reader gets a sound fact and gives its Reading, or None when no good grammar can be made of
    it. `owners` are the ways a fact may name the reader ("Mira" in "Mira's workshop"), `own` is
    the writer's given name, for the same.
    """

    code: str
    title: str
    read_day: Callable[[dt.date, dt.date | None], Reading]
    read_event: Callable[[str, dt.date | None, Owners, str], Reading | None]
    read_place: Callable[[str, Owners], Reading | None]
    read_topic: Callable[[str, Owners, str], Reading | None]
    read_headline: Callable[[str, bool], Reading | None]
    read_work: Callable[[str, str, str, Owners], Reading | None]
    read_offer: Callable[[str], Reading | None]
    read_promise: Callable[[str, Owners, str], Reading | None]
    read_tie: Callable[[str], Reading | None]
    formal_name: Callable[[str, str, str], str]
    is_private: Callable[[str], bool]
    nameless: str
    """What stands for a name that cannot be used, where one is needed all the same."""
    today: str
    """How the words for a meeting of today begin."""
    spoken: re.Pattern[str]
    """Words of a frame that never reach a formal letter: contractions."""
    relaxed: Callable[[str], str]
    """A frame as said among equals: "I am" as "I'm"; the text itself where there is no such."""
    looks_back: re.Pattern[str]
    """Words of a frame that what happened today is too near for: "since", "still"."""
    conversation: re.Pattern[str]
    """Words of a frame that speak of a conversation, so that a later sentence may go on with it."""
    keeps_capital: re.Pattern[str]
    """First words of a frame that stay large behind the comma of a greeting: "I", German nouns."""
    small_in: frozenset[str] = frozenset({"note"})
    """The media in which the text behind the greeting goes on small."""
    common: frozenset[str] = frozenset()
    """Words of four letters or more that nobody hears twice."""
    and_word: str = ""
    """What joins two deeds that were both promised; "" where they cannot simply be joined."""
    named: Callable[[str], str] = as_named
    """Somebody else's name within a sentence; without a title where one would need an article."""
    read_role: Callable[[str, bool], Reading | None] | None = None
    """What the reader does or is; None where a language does not speak of it."""
    read_said: Callable[[str], Reading | None] | None = None
    """The reader's own words told back to them; None where a language only quotes them."""
    genders: str = ""
    """The letters of its genders, in the order of the choices in a frame: "" for none, "mfn"."""

    def choose(self, choices: tuple[str, ...], *, many: bool, gender: str) -> str:
        """Which of the words in square brackets agrees.

        Two are one and many; one more than there are genders: each gender, then many; twice as
        many: each gender for one, then each for many.
        """
        at = max(self.genders.find(gender), 0) if gender else 0
        if len(choices) == 2:
            return choices[many]
        if len(choices) == len(self.genders) + 1:
            return choices[-1] if many else choices[at]
        return choices[at + many * len(self.genders)]


def reading(
    slots: Mapping[str, str | tuple[str, ...]],
    marks: frozenset[str] = frozenset(),
    *,
    many: bool = False,
    gender: str = "",
) -> Reading:
    """A reading from plain strings, all of one number and gender; empty ones are left out."""
    wordings = {
        slot: tuple(Wording(text, many, gender) for text in _each(texts) if text)
        for slot, texts in slots.items()
    }
    return Reading({slot: each for slot, each in wordings.items() if each}, marks)


def _each(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else texts
