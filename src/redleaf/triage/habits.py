"""Habits: what a user's own decisions show, said in words, and counted anew each time.

Nothing is kept: without the decisions there are no habits. Each is about headlines, networks or
languages of people who were no strangers to be let in by rule, and says on how many it rests.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


class Choice(NamedTuple):
    """What the user decided about an invitation, and what it was."""

    invitation: Invitation
    case: Case
    decision: str


class Habit(NamedTuple):
    """People with `word` in their headline are let in: `times` of `of` such decisions."""

    word: str
    times: int
    of: int

    @property
    def in_words(self) -> str:
        return f"You answer people whose headline says “{self.word}”: {self.times} of {self.of}."


def habits_of(choices: Iterable[Choice]) -> list[Habit]:
    """What the decisions show, the firmest first; of three decisions at least, and four in five."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for choice in choices:
        if choice.case in _NOT_OF_HABIT:
            continue
        for word in set(_words(choice.invitation)):
            counts[word[:_STEM]][choice.decision in _WELCOMING] += 1
            names[word[:_STEM]][word] += 1
    habits = [
        Habit(_usual(names[stem]), count[True], count.total()) for stem, count in counts.items()
    ]
    firm = [each for each in habits if each.times >= _FEWEST and each.times >= _SHARE * each.of]
    return sorted(firm, key=lambda each: (-each.times, each.word))


def habit_for(invitation: Invitation, case: Case, habits: Sequence[Habit]) -> Habit | None:
    """The firmest habit that speaks for an invitation; None where none does."""
    if case in _NOT_OF_HABIT or not habits:
        return None
    stems = {word[:_STEM] for word in _words(invitation)}
    return next((each for each in habits if each.word[:_STEM] in stems), None)


def _words(invitation: Invitation) -> Iterator[str]:
    yield from telling_words(fold_text(invitation.sender.headline))


def _usual(words: Counter[str]) -> str:
    """The commonest form; of two the shorter."""
    return min(words, key=lambda word: (-words[word], len(word), word))
