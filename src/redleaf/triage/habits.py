"""Habits: what a user's own decisions show, said in words, and counted anew each time.

Nothing is kept: without the decisions there are no habits. Each is about headlines, networks or
languages of people who were no strangers to be let in by rule, and says on how many it rests. What
the user wants forgotten stays so: decisions before that moment show it no more.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from redleaf.notes.folding import fold_text
from redleaf.triage.cases import CLOSED, Case
from redleaf.triage.invitation import Invitation
from redleaf.triage.memories import telling_words

_FEWEST = 3
_SHARE = 0.8
_STEM = 6
_WELCOMING = ("answer", "accept")
# A habit speaks of people; an offer stays one, whoever makes it.
_NOT_OF_HABIT = CLOSED | {Case.PITCH, Case.CAMPAIGN, Case.DECIDED, Case.KNOWN, Case.INTRODUCED}
# The name under which all habits are forgotten at once.
EVERY_HABIT = ""
Forgotten = Mapping[str, dt.datetime]
_NOTHING: Forgotten = MappingProxyType({})


class Choice(NamedTuple):
    """What the user decided about an invitation, when, and what it was."""

    invitation: Invitation
    case: Case
    decision: str
    at: dt.datetime | None = None


class Habit(NamedTuple):
    """People with `word` in their headline are let in: `times` of `of` such decisions, `seen`."""

    word: str
    times: int
    of: int
    seen: tuple[Choice, ...] = ()

    @property
    def stem(self) -> str:
        """What its words have in common, in whatever form: the name it is forgotten by."""
        return _stem(self.word)

    @property
    def in_words(self) -> str:
        return f"You answer people whose headline says “{self.word}”: {self.times} of {self.of}."


def habits_of(choices: Iterable[Choice], forgotten: Forgotten = _NOTHING) -> list[Habit]:
    """What the decisions show, the firmest first; of three decisions at least, and four in five.

    `forgotten` says, by the stem of a habit or EVERY_HABIT, up to when decisions no longer show it.
    """
    shown: dict[str, list[Choice]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for choice in choices:
        if choice.case in _NOT_OF_HABIT:
            continue
        words = set(_words(choice.invitation))
        for word in words:
            names[_stem(word)][word] += 1
        for stem in {_stem(word) for word in words}:
            if not _is_forgotten(stem, choice, forgotten):
                shown[stem].append(choice)
    habits = [_habit(_usual(names[stem]), seen) for stem, seen in shown.items()]
    firm = [each for each in habits if each.times >= _FEWEST and each.times >= _SHARE * each.of]
    return sorted(firm, key=lambda each: (-each.times, each.word))


def habit_for(invitation: Invitation, case: Case, habits: Sequence[Habit]) -> Habit | None:
    """The firmest habit that speaks for an invitation; None where none does."""
    if case in _NOT_OF_HABIT or not habits:
        return None
    stems = {_stem(word) for word in _words(invitation)}
    return next((each for each in habits if each.stem in stems), None)


def _is_forgotten(stem: str, choice: Choice, forgotten: Forgotten) -> bool:
    until = [forgotten[each] for each in (stem, EVERY_HABIT) if each in forgotten]
    return bool(until) and (choice.at is None or choice.at <= max(until))


def _habit(word: str, seen: Sequence[Choice]) -> Habit:
    times = sum(each.decision in _WELCOMING for each in seen)
    return Habit(word, times, len(seen), tuple(seen))


def _stem(word: str) -> str:
    return word[:_STEM]


def _words(invitation: Invitation) -> Iterator[str]:
    yield from telling_words(fold_text(invitation.sender.headline))


def _usual(words: Counter[str]) -> str:
    """The commonest form; of two the shorter."""
    return min(words, key=lambda word: (-words[word], len(word), word))
