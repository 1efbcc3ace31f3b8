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
from redleaf.writing.material import Material
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.sentences import Sentence, capitalised, fill

_DRAWS = 700
_KEEPS_CAPITAL = re.compile(r"(?:I\b|LinkedIn|[A-Z]{2})")
_COMMON = frozenset(
    "about would there their which where while since because could should glad good from with "
    "have been "
    "that this your what when then than them they were will want wanted some time like just only "
    "also into over more "
    "most very much many after before other first last both yours mine here come know sent send "
    "keep kept each".split()
)
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
        for frame in phrasebook("en"):
            if frame.move == "self" and setting.brief.recipient.register == "close":
                continue  # Who is close needs no telling what you do.
            if all(frame.allows(key, value) for key, value in wanted.items()):
                yield from fill(frame, setting.material)

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
        if not _has_before(sentence.frame, before):
            return False
        if sentence.frame.move in ("hook", "hook promise") and not self._is_placed(
            sentence, before
        ):
            return False
        own = _own_words(sentence.frame.text)
        return not any(own & _own_words(other.frame.text) for other in before)

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
            made = _assemble(sentences, begin, end, self.setting.medium, tone)
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


def plans_for(name: str) -> tuple[tuple[str, ...], ...]:
    """The plans under one heading of plans.txt."""
    return _plan_book()[name]


def _assemble(
    sentences: tuple[Sentence, ...],
    greeting: Sentence,
    farewell: Sentence | None,
    medium: str,
    tone: str,
) -> Composition:
    inline = medium == "note"
    text = greeting.text + (" " if inline else "\n\n")
    starts = []
    for at, sentence in enumerate(sentences):
        if at:
            text += "\n\n" if medium == "letter" and at >= 2 and at == len(sentences) - 1 else " "
        starts.append(len(text))
        # Behind "Marek," the sentence goes on; on a line of its own it begins.
        text += _running(sentence) if inline and not at else capitalised(sentence.text)
    if farewell:
        text += (" " if inline else "\n\n") + farewell.text
    return Composition(text, sentences, tuple(starts), greeting, farewell, tone)


def _running(sentence: Sentence) -> str:
    """The sentence as it goes on behind a comma: small, unless its first word is a name."""
    text = sentence.text
    if sentence.opens_plainly:
        return text if _KEEPS_CAPITAL.match(text) else text[:1].lower() + text[1:]
    return text


def _words(text: str) -> frozenset[str]:
    """The words of weight, cut to their stem, by which a repetition is heard."""
    return frozenset(word[:5] for word in _WORD.findall(text.lower()) if word not in _COMMON)


@lru_cache(maxsize=4096)
def _own_words(frame_text: str) -> frozenset[str]:
    """By what a repetition is heard: the frame's words of weight, and its turns of three words.

    What two facts have in common is theirs: an offer may well be about the subject.
    """
    own = re.sub(r"\{\w+\}|\[[^\]]*\]", "|", frame_text.lower())
    words = own.split()
    turns = (" ".join(words[at : at + 3]) for at in range(len(words) - 2))
    return _words(own) | {turn for turn in turns if "|" not in turn}


def _says_again(sentence: Sentence, other: Sentence) -> bool:
    """Whether both name the same third person, or both say that we have not met."""
    if sentence.words_of(_THIRD) & other.words_of(_THIRD):
        return True
    return "strangers" in sentence.frame.when and "strangers" in other.frame.when


def _has_before(frame: Frame, before: Sequence[Sentence]) -> bool:
    """Whether what the frame refers back to was said: a talk at all, or a work just now."""
    if "work" in frame.when.get("after", ()):
        return bool(before) and not before[-1].slots.isdisjoint({"work", "title"})
    return "after" not in frame.when or any(_tells_of_talk(other) for other in before)


def _tells_of_talk(sentence: Sentence) -> bool:
    return bool(sentence.slots & _SPOKEN or _TALK.search(sentence.frame.text))


_TALK = re.compile(r"\b(?:talk(?:ed)?|spoke|conversation|call|exchange|coffee)\b", re.IGNORECASE)
_SPOKEN = frozenset("topic theme matter thing thing_one question point".split())
_THIRD = frozenset("introducer mutual acquaintance acquaintance_named".split())
_PLACING = frozenset("event at_event place in_place day days ago year span".split())
_PEOPLE = frozenset({"recipient.name", "recipient.given_name", "sender.name"})
