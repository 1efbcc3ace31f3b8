"""Turns of phrase: the frames of a register, with what can be told of each before it is filled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from redleaf.notes.regexes import regex
from redleaf.writing.languages import Language
from redleaf.writing.material import FAMILY_OF, base_of
from redleaf.writing.phrasebook import Frame, blocks_by_move

# What a sentence tells, so that the next one may say "it", "that" or "there".
_TELLS = {
    "topic": "topic theme matter thing thing_one question point plan doing counsel favour "
    "favour_thing",
    "said": "said remark retold urged",
    "work": "work title",
    "event": "event at_event place in_place day days ago span year",
    "offer": "offer sendable deed acquaintance acquaintance_named acquaintance_name "
    "acquaintance_who",
    "promise": "promise promised owed owed_by_hand",
    "self": "about_me as_a a_me about_then",
    "tie": "we_both",
    "person": "introducer introducer_name mutual",
    "due": "due",
}
_TOLD_BY = {base: told for told, bases in _TELLS.items() for base in bases.split()}
_OF_A_TALK = frozenset({"topic", "said"})
_OF_A_MEETING = frozenset({"minutes", "theirs", "named", "old", "trade"})
_OF_A_WORK = frozenset({"readable", "titled"})
_WORD = regex(r"[^\W\d_]{4,}")
_NO_WORDS = regex(r"\{[\w:]+\}|\[[^\]]*\]")
_FIRST = regex(r"[^\w{]*(\{[\w:]+\}|[\w'’]+)")


@dataclass(frozen=True, slots=True)
class Turn:
    """A frame made ready to be drawn.

    `families` are the kinds of facts it draws on, `needs` the slots it wants of each ("" for what
    is known of the two people). `words` are the bits of its words of weight; two turns that share
    one would be heard as a repetition. `tells` is what a later sentence may refer back to, `after`
    what it refers back to itself. `length` is that of its own words, in characters.
    """

    frame: Frame
    slots: tuple[str, ...]
    bases: frozenset[str]
    families: tuple[str, ...]
    needs: Mapping[str, frozenset[str]]
    words: int
    tells: frozenset[str]
    after: frozenset[str]
    opening: str
    questions: int
    length: int


# How a situation is told: pairs of a condition of the phrasebook and what is the case.
Situation = tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def fitting_frames(code: str, move: str, situation: Situation) -> tuple[Frame, ...]:
    """The frames of a language for a heading that fit a situation."""
    wanted = dict(situation)
    # Who is close needs no telling what you do.
    if move == "self" and wanted["register"] == "close":
        return ()
    blocks = (each for each in blocks_by_move(code).get(move, ()) if _fits(each.when, wanted))
    # A frame of spoken words is for fewer registers than its block.
    return tuple(frame for block in blocks for frame in block.frames if _fits(frame.when, wanted))


def _fits(when: Mapping[str, frozenset[str]], wanted: Mapping[str, str]) -> bool:
    return all(key not in wanted or wanted[key] in values for key, values in when.items())


def turn_in(frame: Frame, tongue: Language, *, is_relaxed: bool) -> Turn:
    """The turn of a frame, with short forms or without; made when a plan first asks for it."""
    key = (tongue.code, frame.name, frame.text, is_relaxed)
    if key not in _TURNS:
        said = replace(frame, text=tongue.relaxed(frame.text)) if is_relaxed else frame
        _TURNS[key] = turn_of(said, tongue)
    return _TURNS[key]


_TURNS: dict[tuple[str, str, str, bool], Turn] = {}


def turn_of(frame: Frame, tongue: Language) -> Turn:
    """The turn that a frame makes in its language."""
    slots = tuple(dict.fromkeys(frame.slots))
    bases = frozenset(map(base_of, slots))
    own = _NO_WORDS.sub("|", frame.text)
    first = _FIRST.match(frame.text)
    return Turn(
        frame=frame,
        slots=slots,
        bases=bases,
        families=_families(frame, bases),
        needs=needs_of(slots),
        words=_bits(own.lower(), tongue.common),
        tells=_told(bases, own, tongue),
        after=frame.when.get("after", frozenset()),
        opening=first[1].lower() if first else "",
        questions=own.count("?") + own.count("？"),
        length=len(own) - own.count("|"),
    )


def _families(frame: Frame, bases: frozenset[str]) -> tuple[str, ...]:
    asked = {family for base in bases if (family := FAMILY_OF.get(base))}
    needs = frame.when.get("needs", frozenset())
    if "kinds" in frame.when or needs & _OF_A_MEETING:
        asked.add("encounter")
    if needs & _OF_A_WORK:
        asked.add("work")
    return tuple(sorted(asked))


@lru_cache(maxsize=4096)
def needs_of(slots: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """By family of facts, those slots that are its own; "" for those of the two people."""
    needs = defaultdict(set)
    for slot in slots:
        needs[FAMILY_OF.get(base_of(slot), "")].add(slot)
    return {family: frozenset(each) for family, each in needs.items()}


def _told(bases: frozenset[str], own: str, tongue: Language) -> frozenset[str]:
    told = {_TOLD_BY[base] for base in bases if base in _TOLD_BY}
    if told & _OF_A_TALK or tongue.conversation.search(own):
        told.add("talk")
    return frozenset(told)


_KNOWN_WORDS: dict[str, int] = {}


def _bits(own: str, common: frozenset[str]) -> int:
    """A bit for each word of weight, cut to its stem, and for each three words in a row."""
    heard = {word[:5] for word in _WORD.findall(own) if word not in common}
    words = own.split()
    rows = (" ".join(words[at : at + 3]) for at in range(len(words) - 2))
    heard |= {row for row in rows if "|" not in row}
    bits = 0
    for each in sorted(heard):
        bits |= 1 << _KNOWN_WORDS.setdefault(each, len(_KNOWN_WORDS))
    return bits
