"""Habits: what a user's own decisions show, said in words, and counted anew each time.

Nothing is kept: without the decisions there are no habits. Each is about a word in the headlines of
people whom the user did not know, and says on how many it rests. What the user wants forgotten
stays so: decisions before that moment show it no more.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.triage.cases import CLOSED, Case
from redleaf.triage.invitation import Invitation
from redleaf.triage.memories import telling_words
from redleaf.triage.trades import ANY_FIELD

_FEWEST = 3
_SHARE = 0.8
# Endings of number and gender; of the others one word has, another is made: "instructor".
_INFLECTION = regex(r"(?<=\w{3})(?:innen|in|en|[aeo]?s|[aeo])$")
_OF_Y = regex(r"(?<=\w{3})(?:ies|y)$")
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
    """Of `of` people with `word` in their headline `times` were let in, as `seen` shows.

    `done` says how: answer, accept, or let in where it was now the one, now the other.
    """

    word: str
    times: int
    of: int
    seen: tuple[Choice, ...] = ()
    done: str = "answer"

    @property
    def stem(self) -> str:
        """What its words have in common, in whatever form: the name it is forgotten by."""
        return _stem(self.word)

    @property
    def in_words(self) -> str:
        people = f"people whose headline says “{self.word}”"
        return f"You {self.done} {people}: {self.times} of {self.of}."


def habits_of(choices: Iterable[Choice], forgotten: Forgotten = _NOTHING) -> list[Habit]:
    """What the decisions show, the firmest first; of three people at least, and four in five.

    Of several decisions about one person the latest counts.
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
    """The firmest habit that speaks for an invitation, with the word in its headline; None where
    none does.
    """
    if case in _NOT_OF_HABIT or not habits:
        return None
    theirs = {_stem(word): word for word in sorted(_words(invitation))}
    found = next((each for each in habits if each.stem in theirs), None)
    return found._replace(word=theirs[found.stem]) if found else None


def _is_forgotten(stem: str, choice: Choice, forgotten: Forgotten) -> bool:
    until = [forgotten[each] for each in (stem, EVERY_HABIT) if each in forgotten]
    return bool(until) and (choice.at is None or choice.at <= max(until))


def _habit(word: str, choices: Sequence[Choice]) -> Habit:
    seen = tuple(_latest_by_person(choices))
    welcoming = [each.decision for each in seen if each.decision in _WELCOMING]
    done = welcoming[0] if len(set(welcoming)) == 1 else "let in"
    return Habit(word, len(welcoming), len(seen), seen, done)


def _latest_by_person(choices: Sequence[Choice]) -> Iterable[Choice]:
    latest: dict[str, Choice] = {}
    for choice in choices:
        who = choice.invitation.sender
        person = next(iter(who.identities), "") or who.name or choice.invitation.id
        before = latest.get(person)
        if before is None or not (choice.at and before.at and choice.at < before.at):
            latest[person] = choice
    return latest.values()


def _stem(word: str) -> str:
    """What the forms of one word have in common: museum and museums, community and communities."""
    of_y = _OF_Y.sub("i", word)
    return of_y if of_y != word else _INFLECTION.sub("", word)


def _words(invitation: Invitation) -> Iterator[str]:
    """What tells a trade or a place; "senior" and "manager" stand in every headline."""
    yield from telling_words(fold_text(invitation.sender.headline)) - ANY_FIELD


def _usual(words: Counter[str]) -> str:
    """The commonest form; of two the shorter."""
    return min(words, key=lambda word: (-words[word], len(word), word))
