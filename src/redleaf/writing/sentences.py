"""Sentences: frames filled with the facts of one brief."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from redleaf.notes.regexes import regex
from redleaf.writing.languages import Language
from redleaf.writing.material import Form, Material, base_of
from redleaf.writing.options import Option, Options
from redleaf.writing.phrasebook import Frame
from redleaf.writing.turns import turn_in

# What "is" and "are" agree with; a place or a day in between changes nothing.
_COUNTED = frozenset(
    "topic theme matter thing thing_one favour favour_thing offer sendable promised owed "
    "owed_by_hand work span".split()
)
_ONE = Form("", ())
# A frame of several sentences: what stands here begins the next one. Behind a colon German writes
# the words of somebody else large.
_BEGINS = regex(r"[.?!][”’»“]?\s[„“«¿¡]?\s?$|(?:^|:\s)„$")
# Behind "Malcolm X." or "Jr." a comma may follow; behind a sentence none.
_DANGLING = regex(r"[?!][,.;:?!]|[.][.;:?!]|\w{4}[.],")
_STOP = regex(r"\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence that says a fact; `start` and `end` are offsets in the sentence."""

    start: int
    end: int
    slot: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A filled frame, as in running text. `opens_plainly`: its first word is the frame's own."""

    text: str
    frame: Frame
    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    opens_plainly: bool

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(path for part in self.parts for path in part.paths)

    @property
    def slots(self) -> frozenset[str]:
        return frozenset(part.slot for part in self.parts)

    def words_of(self, slots: frozenset[str]) -> frozenset[str]:
        """What stands in any of `slots`, as it is worded."""
        return frozenset(
            self.text[part.start : part.end] for part in self.parts if part.slot in slots
        )


def fill(frame: Frame, material: Material, language: Language) -> Iterator[Sentence]:
    """Every sentence that `frame` makes of the facts, with one wording of each."""
    turn = turn_in(frame, language, is_relaxed=False)
    for option in Options(material, random.Random(0)).of(turn):  # noqa: S311 - no secret
        sentence = word(option, language)
        if sentence:
            yield sentence


def word(option: Option, language: Language) -> Sentence | None:
    """The sentence that an option makes; None when its facts do not run on well in it."""
    forms = dict(zip(option.turn.slots, option.forms, strict=True))
    return _render(option.turn.frame, forms, option.sources, language)


def capitalised(text: str) -> str:
    """With a capital first letter, also behind an opening quotation mark."""
    at = 1 if text[:1] in "“\"‘'„«¿¡" else 0
    at += text[at : at + 1].isspace()
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _render(
    frame: Frame, forms: dict[str, Form], sources: tuple[str, ...], language: Language
) -> Sentence | None:
    text, parts, last = "", [], _ONE
    counted = next((forms[slot] for slot in frame.slots if base_of(slot) in _COUNTED), _ONE)
    for at, piece in enumerate(frame.pieces):
        if piece.slot:
            form = forms[piece.slot]
            base, last = base_of(piece.slot), form
            if at and _BEGINS.search(frame.pieces[at - 1].text):
                form = replace(form, text=capitalised(form.text))
            counted = form if base in _COUNTED else counted
            parts.append(Part(len(text), len(text) + len(form.text), base, form.paths))
            text += form.text
        elif piece.choices:
            text += language.choose(piece.choices, many=counted.many, gender=counted.gender)
        else:
            if parts and _breaks(text, parts[-1], piece.text, last):
                return None
            text += _after_question(text, piece.text)
    if _DANGLING.search(text):
        return None
    if language.looks_back.search(frame.text) and any(
        form.text.startswith(language.today) for form in forms.values()
    ):
        return None
    return Sentence(text, frame, tuple(parts), sources, opens_plainly=not frame.pieces[0].slot)


def _breaks(text: str, part: Part, follows: str, form: Form) -> bool:
    """Whether a fact with its own comma or end mark, or cut from a list, runs on into the frame."""
    fact = text[part.start : part.end]
    if part.end != len(text) or part.slot in ("said", "name", "formal_name"):
        return False
    if form.jotted and follows.startswith(","):
        return True
    runs_on = bool(re.match(r"\s(?:\w|$)", follows))
    if (
        "," in fact
        and runs_on
        and part.slot not in ("at_event", "event", "in_place", "place", "we_both")
    ):
        return True
    return fact[-1:] in ".?!" and not runs_on and not _is_abbreviated(fact)


def _after_question(text: str, follows: str) -> str:
    """What follows, without a full stop behind a quoted question: its own mark ends both."""
    if text.endswith("?”") and _STOP.match(follows):
        return follows[1:]
    return follows.replace(".", "", 1) if text.endswith("?") and follows[:2] == "”." else follows


def _is_abbreviated(fact: str) -> bool:
    return False if not fact.endswith(".") else len(fact.split()[-1]) <= 3
