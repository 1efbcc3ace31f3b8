"""Pictures and PDFs of business cards: a picture, a PDF, a folder or a zip of them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import IO, Any

from redleaf.contacts.harvest import Harvest, Problem
from redleaf.contacts.pictures import MOST_OF_ONE, Picture
from redleaf.contacts.plain import to_plain
from redleaf.errors import FileError
from redleaf.formats.card.copies import copy_of
from redleaf.formats.card.guesses import Box, ReadCard, Side
from redleaf.formats.card.pictures import SUFFIXES, pages_of
from redleaf.formats.card.reading import read_card
from redleaf.formats.card.recognising import ABSENT, is_installed, read_lines
from redleaf.formats.card.straightening import Geometry
from redleaf.formats.card.words import Line
from redleaf.formats.limits import Limits
from redleaf.formats.members import Members, open_members

Tell = Callable[[float], None]
_CONFIRM = (
    "Confirm what was read from pictures: every field is a guess until you have looked at it."
)
# After this share of the time the rest of a folder is listed as unread, and what was read is kept.
_ENOUGH = 0.85


def read_pictures(
    source: Path | IO[bytes], limits: Limits, tell: Tell, file: str = ""
) -> dict[str, Any]:
    """The contacts on pictures of cards, as `to_plain` of a Harvest; runs behind the guard."""
    members = open_members(source, limits)
    until = time.monotonic() + limits.seconds * _ENOUGH
    harvest = Harvest(format="card")
    cards = _cards(_readable(members, file), file)
    if not is_installed():
        raise FileError(ABSENT)
    for at, names in enumerate(cards):
        shown = file or names[0]
        if time.monotonic() > until:
            harvest.problems.append(Problem(shown, 0, f"there was no time left for {names[0]}."))
            continue
        _add(harvest, members, names, shown, is_single=len(cards) == 1)
        tell((at + 1) / len(cards))
    if harvest.contacts:
        harvest.remarks.append(_CONFIRM)
    return to_plain(harvest)


def read_sides(members: Members, names: Sequence[str], shown: str = "") -> ReadCard:
    """One card from the pictures of its sides. FileError when nothing could be read."""
    lines: list[Line] = []
    sides: list[Side] = []
    pictures: list[Picture] = []
    geometries: dict[int, Geometry] = {}
    for name in names:
        with members.open(name) as file:
            for page in pages_of(file, name or shown):
                number = len(sides) + 1
                read, geometries[number] = read_lines(page.image, page.scale, number)
                geometry = geometries[number]
                text = "\n".join(line.text for line in read)
                sides.append(
                    Side(name, *page.size, turned=geometry.turned, tilt=geometry.tilt, text=text)
                )
                lines += read
                if len(pictures) < MOST_OF_ONE:
                    pictures.append(copy_of(page.image, turned=geometry.turned, person=""))

    def seen_box(line: Line) -> Box:
        return geometries[line.page].seen_box(line.box)

    card = read_card(lines, sides, seen_box)
    return replace(card, pictures=tuple(pictures))


def _add(
    harvest: Harvest, members: Members, names: Sequence[str], shown: str, *, is_single: bool
) -> None:
    try:
        card = read_sides(members, names, shown)
    except FileError as error:
        if is_single:
            raise
        harvest.problems.append(Problem(names[0], 0, error.what))
        return
    if not card.guesses:
        what = "no writing was found in this picture. A sharper one, taken from above, may help."
        if is_single:
            raise FileError(what)
        harvest.problems.append(Problem(names[0], 0, what))
        return
    key = str(len(harvest.contacts) + 1)
    harvest.contacts.append(replace(card.with_guesses_kept(), key=key))
    harvest.pictures += [replace(each, person=key) for each in card.pictures]


def _readable(members: Members, file: str) -> list[str]:
    """The members that are pictures or PDFs; the one file that was handed in, whatever its name."""
    if members.is_single:
        return list(members.names)
    wanted = (*SUFFIXES, ".pdf")
    names = [name for name in members.names if name.casefold().endswith(wanted)]
    names = [name for name in names if not PurePath(name).name.startswith(".")]
    if not names:
        raise FileError("there are no pictures in here.", place=file)
    return names


_SIDE = re.compile(
    r"(?i)[\s_.()-]*(?P<side>front|recto|vorne|vorderseite|anverso|delante|back|verso|rear|hinten|"
    r"rückseite|rueckseite|reverso|dos|detras)[\s_.()-]*$"
)
_BACKS = frozenset("back verso rear hinten rückseite rueckseite reverso dos detras".split())


def _cards(names: Sequence[str], file: str) -> list[list[str]]:
    """One card a picture, unless names say that one is the back of another."""
    cards: dict[str, list[str]] = {}
    for name in sorted(names):
        path = PurePath(name or file)
        side = _SIDE.search(path.stem)
        bare = str(path.parent / path.stem[: side.start()]) if side else name
        sides = cards.setdefault(bare, [])
        is_back = side is not None and side["side"].casefold() in _BACKS
        sides.insert(len(sides) if is_back else 0, name)
    return list(cards.values())
