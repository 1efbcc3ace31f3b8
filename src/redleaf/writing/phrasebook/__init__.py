"""The phrasebook: frames as data, one folder per language, read once.

docs/phrasebook.md says how to add a frame. A frame is a line of text with slots in braces, under
a heading that says which move it makes and when it fits; the line after it, with "=", is an
example that a test reads.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from redleaf.notes.brief import AIMS, ENCOUNTER_KINDS, RECOGNITIONS, REGISTERS
from redleaf.notes.data_files import path_beside, read_beside
from redleaf.notes.once import once
from redleaf.notes.regexes import regex
from redleaf.writing.languages import language

TONES = ("plain", "warm", "witty")
MOVES = (
    "greeting", "farewell", "anchor", "hook", "self", "give", "introduction", "promise",
    "question", "way out", "wish", "who", "thanks", "answer", "repair",
    "subject", "beside", "ahead", "joint", "because", "handing over",
)  # fmt: skip
_KNOWN = {
    "kinds": ENCOUNTER_KINDS,
    "register": REGISTERS,
    "known": RECOGNITIONS,
    "aim": AIMS,
    "tone": TONES,
    "place": ("first", "later"),
    "medium": ("note", "letter", "card"),
    "needs": ("minutes", "theirs", "named", "old", "trade", "readable", "titled", "fitting"),
    "not": ("minutes", "theirs", "named", "old", "trade", "readable", "titled", "fitting"),
    "after": (
        "talk",
        "work",
        "topic",
        "said",
        "event",
        "offer",
        "promise",
        "self",
        "tie",
        "person",
    ),
    "strangers": ("certain",),
    "absent": ("invitation", "event", "topic", "said"),
    "merit": ("best", "high", "low"),
    "network": ("linkedin", "xing", "x", "mastodon", "bluesky", "meetup", "instagram", "email"),
}
_HEADING = regex(r"\[(?P<moves>[a-z ]+)\]$")
_SETTING = regex(r"(?P<key>[a-z]+):\s+(?P<values>[a-z -]+)$")
_SLOT = regex(r"\{([a-z_]+(?::[a-z]+)?)\}")
_PIECE = regex(r"\{(?P<slot>[a-z_]+(?::[a-z]+)?)\}|\[(?P<choices>[^|\[\]]*(?:\|[^|\[\]]*)+)\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a frame: a slot, choices of which one agrees, or plain words."""

    text: str = ""
    slot: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say one move. An empty condition means "any"; `name` is file and line."""

    name: str
    text: str
    example: str
    move: str
    tone: str = "plain"
    when: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def moves(self) -> tuple[str, ...]:
        """The moves that the frame makes, in the order they are said."""
        return moves_of(self.move)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return _pieces(self.text)

    @property
    def slots(self) -> tuple[str, ...]:
        return _slots(self.text)

    def allows(self, key: str, value: str) -> bool:
        return key not in self.when or value in self.when[key]


class Block:
    """The frames under one heading, which are read when they are first asked for."""

    def __init__(
        self,
        name: str,
        move: str,
        when: dict[str, frozenset[str]],
        lines: list[tuple[int, str]],
        spoken: re.Pattern[str],
    ) -> None:
        self.move = move
        self.when = when
        self._read_from = (lines, name, move, when, spoken)

    @once
    def frames(self) -> tuple[Frame, ...]:
        return tuple(_read_lines(*self._read_from))


@lru_cache(maxsize=8)
def phrasebook(code: str = "en") -> tuple[Frame, ...]:
    """Every frame of a language. Raises UnknownName for one that cannot be written yet."""
    return tuple(frame for block in _blocks(code) for frame in block.frames)


@lru_cache(maxsize=8)
def blocks_by_move(code: str) -> Mapping[str, tuple[Block, ...]]:
    """The same by their move, for who needs the frames of a few blocks only."""
    found: dict[str, list[Block]] = {}
    for block in _blocks(code):
        found.setdefault(block.move, []).append(block)
    return {move: tuple(blocks) for move, blocks in found.items()}


@lru_cache(maxsize=8)
def _blocks(code: str) -> tuple[Block, ...]:
    spoken = language(code).spoken
    listed = os.listdir(path_beside(__file__, code))  # noqa: PTH208 (see data_files)
    names = sorted(name for name in listed if name.endswith(".txt"))
    return tuple(
        block
        for name in names
        for block in _read_blocks(read_beside(__file__, code, name), name, spoken)
    )


@lru_cache(maxsize=128)
def moves_of(heading: str) -> tuple[str, ...]:
    """("anchor", "hook") of "anchor hook". Raises ValueError for an unknown move."""
    found = re.findall("|".join(MOVES), heading)
    if " ".join(found) != heading:
        raise ValueError(f"[{heading}] is not made of known moves: {', '.join(MOVES)}.")
    return tuple(found)


def read_frames(text: str, name: str, spoken: re.Pattern[str]) -> Iterator[Frame]:
    """The frames of one file; one with `spoken` words is for no formal letter.

    Raises ValueError that names the line when one is not well formed.
    """
    for block in _read_blocks(text, name, spoken):
        yield from block.frames


def _read_blocks(text: str, name: str, spoken: re.Pattern[str]) -> Iterator[Block]:
    move, when = "", dict[str, frozenset[str]]()
    for block in _parts(text):
        heading = _HEADING.match(block[0][1])
        if heading:
            move, when = heading["moves"], {}
            moves_of(move)
            block = block[1:]
            while block and (setting := _setting(block[0][1])):
                when[setting[0]] = setting[1]
                block = block[1:]
        yield Block(name, move, when, block, spoken)


def _parts(text: str) -> Iterator[list[tuple[int, str]]]:
    """Lines with their numbers, as far as no blank one and no comment parts them."""
    part: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare and bare[0] != "#":
            part.append((number, bare))
        elif part:
            yield part
            part = []
    if part:
        yield part


def _setting(line: str) -> tuple[str, frozenset[str]] | None:
    found = _SETTING.match(line)
    if not found or found["key"] not in _KNOWN:
        return None
    values = frozenset(found["values"].split())
    return (found["key"], values) if values <= set(_KNOWN[found["key"]]) else None


def _read_lines(
    block: list[tuple[int, str]],
    name: str,
    move: str,
    when: dict[str, frozenset[str]],
    spoken: re.Pattern[str],
) -> Iterator[Frame]:
    for at, (number, line) in enumerate(block):
        if line.startswith("="):
            continue
        if not move or _SETTING.match(line):
            raise ValueError(f"{name}, line {number}: {line!r} is no frame and no known setting.")
        follows = block[at + 1][1] if at + 1 < len(block) else ""
        example = follows.removeprefix("=").strip() if follows.startswith("=") else ""
        tone = min(when.get("tone", {"plain"}))
        yield Frame(
            f"{name}:{number}",
            line.replace("\\n", "\n"),
            example,
            move,
            tone,
            _formal_apart(line, when, spoken),
        )


def _formal_apart(
    line: str, when: dict[str, frozenset[str]], spoken: re.Pattern[str]
) -> dict[str, frozenset[str]]:
    """Spoken words have no place in a formal letter, nor have jokes."""
    is_light = spoken.search(line) or "witty" in when.get("tone", ())
    if is_light and "register" not in when:
        return {**when, "register": frozenset({"close", "peer"})}
    return when


@lru_cache(maxsize=4096)
def _slots(text: str) -> tuple[str, ...]:
    return tuple(_SLOT.findall(text))


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for found in _PIECE.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text=text[at : found.start()]))
        if found["slot"]:
            pieces.append(Piece(slot=found["slot"]))
        else:
            pieces.append(Piece(choices=tuple(found["choices"].split("|"))))
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text=text[at:]))
    return tuple(pieces)
