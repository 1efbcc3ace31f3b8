"""Compositions: the sentences of an outline set together as one note, from greeting to name."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redleaf.writing.languages import Language
from redleaf.writing.options import Option
from redleaf.writing.outlines import Outline, Outliner
from redleaf.writing.phrasebook import Frame
from redleaf.writing.sentences import Sentence, capitalised, word
from redleaf.writing.setting import Setting
from redleaf.writing.turns import turn_of


@dataclass(frozen=True, slots=True)
class Composition:
    """A note in the making: its sentences in order, the words around them, and where they stand."""

    text: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    greeting: Sentence
    farewell: Sentence | None
    outline: Outline


class Composer:
    """Sets notes together by seeded chance: the same brief and seed give the same notes."""

    def __init__(self, setting: Setting, seed: int) -> None:
        self.setting = setting
        # The name is part of it, so that a stack from one event is not worded alike.
        key = f"redleaf {seed} {setting.brief.recipient.name}"
        self.chance = random.Random(key)  # noqa: S311 - chance of words, not of secrets
        self.outliner = Outliner(setting, self.chance)
        self.worded: dict[int, Sentence | None] = {}

    def compositions(self) -> Iterator[Composition]:
        """Dozens of different notes, not judged yet."""
        seen = set()
        voice = self.setting.voice
        greetings = self._own("greeting", voice.greetings) or self._words("greeting")
        farewells: list[Sentence | None] = [*self._own("farewell", voice.farewells)]
        if "" in voice.farewells:
            farewells.append(None)
        farewells = farewells or [*self._words("farewell")]
        # A name that no greeting can hold makes no note.
        for outline in self.outliner.outlines() if greetings else ():
            sentences = [self._word(option) for option in outline.options]
            made = self._set(outline, sentences, greetings, farewells) if all(sentences) else None
            if made and made.text not in seen:
                seen.add(made.text)
                yield made

    def _own(self, move: str, forms: Sequence[str]) -> list[Sentence]:
        """The greetings or farewells that the user has, laid out for the medium."""
        language, in_lines = self.setting.language, self.setting.medium == "letter"
        turns = [
            turn_of(Frame("the user's own", _laid_out(form, in_lines=in_lines), "", move), language)
            for form in forms
            if form
        ]
        options = [each for turn in turns for each in self.outliner.options.of(turn)]
        return [said for each in options if (said := word(each, language))]

    def _words(self, move: str) -> list[Sentence]:
        sentences = [self._word(option) for option in self.outliner.of_move(move)]
        return [sentence for sentence in sentences if sentence]

    def _word(self, option: Option) -> Sentence | None:
        if id(option) not in self.worded:
            self.worded[id(option)] = word(option, self.setting.language)
        return self.worded[id(option)]

    def _set(
        self,
        outline: Outline,
        sentences: Sequence[Sentence | None],
        greetings: Sequence[Sentence],
        farewells: Sequence[Sentence | None],
    ) -> Composition | None:
        said = tuple(sentence for sentence in sentences if sentence)
        # A name alone sounds curt where there is room for a word of greeting.
        greeting = self.chance.choice([*filter(_says_hello, greetings)] or greetings)
        signed = any("me" in sentence.slots for sentence in said)
        farewell = self.chance.choice(farewells) if farewells and not signed else None
        shortest = min(greetings, key=lambda each: len(each.text))
        for begin, end in ((greeting, farewell), (shortest, farewell), (shortest, None)):
            made = _assemble(outline, said, begin, end, self.setting)
            if self.setting.limit is None or len(made.text) <= self.setting.limit:
                return made
        return None


def _says_hello(greeting: Sentence) -> bool:
    return "low" not in greeting.frame.when.get("merit", ())


def _laid_out(form: str, *, in_lines: bool) -> str:
    """A greeting or farewell in one line, or the name on a line of its own."""
    return re.sub(r",[ \n]*(?=\{)", ",\n", form) if in_lines else form.replace("\n", " ")


def _assemble(
    outline: Outline,
    sentences: tuple[Sentence, ...],
    greeting: Sentence,
    farewell: Sentence | None,
    setting: Setting,
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
        goes_on = medium in language.small_in and not at and greeting.text.endswith(",")
        text += _running(sentence, language) if goes_on else capitalised(sentence.text)
    if setting.voice.picture and inline and outline.tone != "plain":
        text += f" {setting.voice.picture}"
    if farewell:
        text += (" " if inline else "\n\n") + farewell.text
    return Composition(text, sentences, tuple(starts), greeting, farewell, outline)


def _running(sentence: Sentence, language: Language) -> str:
    """The sentence as it goes on behind a comma: small, unless its first word is a name."""
    text = sentence.text
    if sentence.opens_plainly:
        return text if language.keeps_capital.match(text) else text[:1].lower() + text[1:]
    return text
