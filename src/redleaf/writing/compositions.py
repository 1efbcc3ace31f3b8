"""Compositions: sentences set together as one note, with greeting and farewell."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from redleaf.notes.brief import Brief
from redleaf.writing.languages import Language
from redleaf.writing.material import Material
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.sentences import Sentence, capitalised, fill

_DRAWS = 700
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Composition:
    """A note in the making: its sentences in order, the words around them, and where they stand."""

    text: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    greeting: Sentence
    farewell: Sentence | None
    tone: str

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(path for sentence in self.sentences for path in sentence.paths)


@dataclass(frozen=True, slots=True)
class Setting:
    """What every note of one drafting has in common."""

    brief: Brief
    language: Language
    material: Material
    recognition: str
    aim: str
    medium: str
    network: str
    limit: int | None
    plans: tuple[str, ...]

    @property
    def are_strangers(self) -> bool:
        """Whether "we have not met" is sure: who shares a choir may well know the writer."""
        met = self.material.encounters
        if self.brief.recognition == "unknown":
            return not any("introducer" in each.scope for each in met)
        return self.recognition == "unknown" and not (met or self.material.ties)

    @property
    def comfortable(self) -> int:
        """The length to stay under, in characters."""
        usual = {"note": 300, "card": 260, "letter": 620}[self.medium]
        return min(self.limit, usual) if self.limit is not None else usual


class Composer:
    """Sets notes together by seeded chance: the same brief and seed give the same notes."""

    def __init__(self, setting: Setting, seed: int) -> None:
        self.setting = setting
        # The name is part of it, so that a stack from one event is not worded alike.
        key = f"redleaf {seed} {setting.brief.recipient.name}"
        self.chance = random.Random(key)  # noqa: S311 - chance of words, not of secrets
        self.by_move: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self._sentences():
            self.by_move[sentence.frame.move].append(sentence)

    def compositions(self) -> Iterator[Composition]:
        """Hundreds of different notes, not judged yet."""
        seen = set()
        plans = [plan for name in self.setting.plans for plan in plans_for(name) if self._can(plan)]
        for draw in range(_DRAWS if plans else 0):
            tone = ("plain", "warm", "witty")[draw % 3]
            chosen = self._draw(self.chance.choice(plans), tone)
            made = self._set(chosen, tone) if chosen else None
            if made and made.text not in seen:
                seen.add(made.text)
                yield made

    def _sentences(self) -> Iterator[Sentence]:
        setting = self.setting
        wanted = {"register": setting.brief.recipient.register, "known": setting.recognition}
        wanted |= {"aim": setting.aim, "medium": setting.medium, "network": setting.network}
        wanted["strangers"] = "certain" if setting.are_strangers else "possible"
        for frame in phrasebook(setting.language.code):
            if frame.move == "self" and setting.brief.recipient.register == "close":
                continue  # Who is close needs no telling what you do.
            if all(frame.allows(key, value) for key, value in wanted.items()):
                yield from fill(frame, setting.material, setting.language)

    def _can(self, plan: tuple[str, ...]) -> bool:
        """Whether the plan can be filled; a name that no greeting can hold makes no note."""
        return all(self.by_move.get(move) for move in ("greeting", *plan))

    def _draw(self, plan: tuple[str, ...], tone: str) -> tuple[Sentence, ...]:
        """One sentence a move, none repeating another; () when this draw does not work out."""
        chosen: list[Sentence] = []
        witty_at = self.chance.randrange(len(plan)) if tone == "witty" else -1
        for at, move in enumerate(plan):
            tones = (
                {"witty"} if at == witty_at else {"plain", "warm"} if tone == "warm" else {"plain"}
            )
            pool = [each for each in self.by_move[move] if each.frame.tone in tones]
            for _ in range(6 if pool else 0):
                sentence = self.chance.choice(pool)
                if self._follows(sentence, chosen):
                    chosen.append(sentence)
                    break
            else:
                return ()
        return (
            tuple(chosen) if tone != "warm" or any(s.frame.tone == "warm" for s in chosen) else ()
        )

    def _follows(self, sentence: Sentence, before: Sequence[Sentence]) -> bool:
        if not sentence.frame.allows("place", "later" if before else "first"):
            return False
        if any(sentence.paths & other.paths - _PEOPLE for other in before):
            return False
        if any(_places(sentence) & _places(other) for other in before):
            return False
        if any(_says_again(sentence, other) for other in before):
            return False
        if not self._has_before(sentence.frame, before):
            return False
        if sentence.frame.moves[0] == "hook" and not self._is_placed(sentence, before):
            return False
        common = self.setting.language.common
        own = _own_words(sentence.frame.text, common)
        return not any(own & _own_words(other.frame.text, common) for other in before)

    def _has_before(self, frame: Frame, before: Sequence[Sentence]) -> bool:
        """Whether what the frame refers back to was said: a talk at all, or a work just now."""
        if "work" in frame.when.get("after", ()):
            return bool(before) and not before[-1].slots.isdisjoint({"work", "title"})
        return "after" not in frame.when or any(self._tells_of_talk(other) for other in before)

    def _tells_of_talk(self, sentence: Sentence) -> bool:
        told = self.setting.language.conversation.search(sentence.frame.text)
        return bool(sentence.slots & _SPOKEN or told)

    def _is_placed(self, sentence: Sentence, before: Sequence[Sentence]) -> bool:
        """Whether the reader knows by now which meeting a hook belongs to."""
        meetings = {source for source in sentence.sources if source.startswith("encounters.")}
        if not meetings or self.setting.recognition == "close":
            return True
        return meetings <= {source for other in before for source in other.sources}

    def _set(self, sentences: tuple[Sentence, ...], tone: str) -> Composition | None:
        greeting = self.chance.choice(self.by_move["greeting"])
        signed = any("me" in sentence.slots for sentence in sentences)
        farewells = [] if signed else self.by_move.get("farewell", [])
        farewell = self.chance.choice(farewells) if farewells else None
        shortest = min(self.by_move["greeting"], key=lambda each: len(each.text))
        for begin, end in ((greeting, farewell), (shortest, farewell), (shortest, None)):
            made = _assemble(sentences, begin, end, self.setting, tone)
            if self.setting.limit is None or len(made.text) <= self.setting.limit:
                return made
        return None


def _places(sentence: Sentence) -> frozenset[str]:
    """The meetings that a sentence places; to place one twice sounds like a witness statement."""
    return frozenset(sentence.sources) if sentence.slots & _PLACING else frozenset()


@lru_cache(maxsize=1)
def _plan_book() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    book: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    name = ""
    for line in (
        files("redleaf.writing.phrasebook").joinpath("plans.txt").read_text("utf-8").splitlines()
    ):
        if line.startswith("["):
            name = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            book[name].append(tuple(move.strip() for move in line.split(",")))
    return {name: tuple(plans) for name, plans in book.items()}


def plan_names() -> tuple[str, ...]:
    """The headings of plans.txt: aims, and the situations that have plans of their own."""
    return tuple(_plan_book())


def plans_for(name: str) -> tuple[tuple[str, ...], ...]:
    """The plans under one heading of plans.txt."""
    return _plan_book()[name]


def _assemble(
    sentences: tuple[Sentence, ...],
    greeting: Sentence,
    farewell: Sentence | None,
    setting: Setting,
    tone: str,
) -> Composition:
    medium, language = setting.medium, setting.language
    inline = medium == "note"
    text = greeting.text + (" " if inline else "\n\n")
    starts = []
    for at, sentence in enumerate(sentences):
        if at:
            text += "\n\n" if medium == "letter" and at >= 2 and at == len(sentences) - 1 else " "
        starts.append(len(text))
        # Behind "Marek," the sentence goes on; on a line of its own most languages begin one.
        goes_on = medium in language.small_in and not at
        text += _running(sentence, language) if goes_on else capitalised(sentence.text)
    if farewell:
        text += (" " if inline else "\n\n") + farewell.text
    return Composition(text, sentences, tuple(starts), greeting, farewell, tone)


def _running(sentence: Sentence, language: Language) -> str:
    """The sentence as it goes on behind a comma: small, unless its first word is a name."""
    text = sentence.text
    if sentence.opens_plainly:
        return text if language.keeps_capital.match(text) else text[:1].lower() + text[1:]
    return text


@lru_cache(maxsize=4096)
def _own_words(frame_text: str, common: frozenset[str]) -> frozenset[str]:
    """By what a repetition is heard: the frame's words of weight, and its turns of three words.

    What two facts have in common is theirs: an offer may well be about the subject.
    """
    own = re.sub(r"\{[\w:]+\}|\[[^\]]*\]", "|", frame_text.lower())
    weighty = (word[:5] for word in _WORD.findall(own) if word not in common)
    words = own.split()
    turns = (" ".join(words[at : at + 3]) for at in range(len(words) - 2))
    return frozenset(weighty) | {turn for turn in turns if "|" not in turn}


def _says_again(sentence: Sentence, other: Sentence) -> bool:
    """Whether both name the same third person, or both say that we have not met."""
    if sentence.words_of(_THIRD) & other.words_of(_THIRD):
        return True
    return "strangers" in sentence.frame.when and "strangers" in other.frame.when


_SPOKEN = frozenset("topic theme matter thing thing_one question point".split())
_THIRD = frozenset("introducer mutual acquaintance acquaintance_named".split())
_PLACING = frozenset("event at_event place in_place day days ago year span".split())
_PEOPLE = frozenset({"recipient.name", "recipient.given_name", "sender.name"})
