"""Spans: which words of a finished composition make which move and come from which fact."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.compositions import Composition
from redleaf.writing.drafts import FactSpan, Move

# The moves of the JSON contract, by the moves of the phrasebook.
_CONTRACT = {
    "anchor": "anchor", "self": "anchor", "answer": "anchor", "repair": "anchor",
    "hook": "hook", "thanks": "hook", "give": "give", "introduction": "give", "promise": "give",
    "wish": "ask", "who": "ask", "question": "ask", "way out": "ask",
    "beside": "ask", "ahead": "ask",
}  # fmt: skip
# Of a sentence that makes several moves, which a slot belongs to; any other is the hook's.
_OF_ANCHOR = (
    "day days ago span year event at_event place in_place introducer introducer_name invitation "
    "mutual about_me as_a about_then me my_name"
)
_OF_GIVE = (
    "sendable offer deed acquaintance acquaintance_named acquaintance_name "
    "acquaintance_who promise promised owed "
    "owed_by_hand due"
)
_MOVE_OF = dict.fromkeys(_OF_ANCHOR.split(), "anchor") | dict.fromkeys(_OF_GIVE.split(), "give")


def moves_of(made: Composition) -> Iterator[Move]:
    """The moves of the contract, in the order they are made."""
    for sentence, start in zip(made.sentences, made.starts, strict=True):
        end = start + len(sentence.text)
        names = tuple(dict.fromkeys(_CONTRACT[move] for move in sentence.frame.moves))
        for name in names:
            paths = [
                path
                for part in sentence.parts
                if _belongs(part.slot, name, names)
                for path in part.paths
            ]
            yield Move(name, start, end, tuple(dict.fromkeys(paths)))


def facts_of(made: Composition) -> Iterator[FactSpan]:
    """Every stretch of the note that says a fact."""
    greeted = [(made.greeting, 0), *zip(made.sentences, made.starts, strict=True)]
    if made.farewell:
        greeted.append((made.farewell, len(made.text) - len(made.farewell.text)))
    for sentence, start in greeted:
        for part in sentence.parts:
            for path in part.paths:
                yield FactSpan(path, start + part.start, start + part.end)


def _belongs(slot: str, name: str, names: tuple[str, ...]) -> bool:
    if len(names) == 1 or slot == "we_both":
        return True
    theirs = _MOVE_OF.get(slot, "hook")
    return name == (theirs if theirs in names else names[-1])
