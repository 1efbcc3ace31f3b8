"""What was guessed from the picture of a card: each value, how sure, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from redleaf.contacts.contact import Contact, Extra
from redleaf.contacts.pictures import Picture
from redleaf.contacts.plain import to_plain

# The origin of extras that carry guesses through an import.
ORIGIN = "card"
FIELDS = (
    "name", "title", "organisation", "email", "phone", "website", "profile", "address",
)  # fmt: skip


class Box(NamedTuple):
    """A place in a picture as it is seen (turned as its own data say), in pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Guess:
    """One value of one of `FIELDS`. `confidence` runs from 0 to 1; `page` counts sides from 1."""

    field: str
    value: str
    confidence: float
    box: Box
    page: int = 1


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a card: its file or the page in it, and the size in which boxes are counted."""

    file: str
    width: int
    height: int
    turned: int = 0
    tilt: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card as it was read. Nothing in `contact` is certain until somebody has looked at it."""

    contact: Contact
    guesses: tuple[Guess, ...]
    sides: tuple[Side, ...]
    pictures: tuple[Picture, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The shape of docs/import-cards.md."""
        return {
            "contact": to_plain(self.contact),
            "guesses": [_guess_json(guess) for guess in self.guesses],
            "sides": [to_plain(side) for side in self.sides],
        }

    def with_guesses_kept(self) -> Contact:
        """The contact, its guesses as extras, so that they go through an import with it."""
        return replace(self.contact, extras=tuple(map(_extra, self.guesses)))


def guesses_of(contact: Contact) -> tuple[Guess, ...]:
    """The guesses that a contact from a card carries; none for other contacts."""
    return tuple(_guess(extra) for extra in contact.extras if extra.origin == ORIGIN)


def has_guesses(contact: Contact) -> bool:
    """Whether somebody has to confirm this contact: it was read from a picture."""
    return any(extra.origin == ORIGIN for extra in contact.extras)


def confirmed(contact: Contact) -> Contact:
    """The contact without its guesses, once somebody has looked at them."""
    return replace(contact, extras=tuple(each for each in contact.extras if each.origin != ORIGIN))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them."""
    these = list(boxes)
    left, top = min(box.left for box in these), min(box.top for box in these)
    right = max(box.left + box.width for box in these)
    bottom = max(box.top + box.height for box in these)
    return Box(left, top, right - left, bottom - top)


def _guess_json(guess: Guess) -> dict[str, Any]:
    return {
        "field": guess.field,
        "value": guess.value,
        "confidence": guess.confidence,
        "box": guess.box._asdict(),
        "page": guess.page,
    }


def _extra(guess: Guess) -> Extra:
    box = " ".join(map(str, guess.box))
    params = (("confidence", f"{guess.confidence:.2f}"), ("box", box), ("page", str(guess.page)))
    return Extra(ORIGIN, guess.field, guess.value, params)


def _guess(extra: Extra) -> Guess:
    params = dict(extra.params)
    numbers = [int(each) for each in re.findall(r"-?\d+", params.get("box", ""))]
    box = Box(*numbers) if len(numbers) == 4 else Box(0, 0, 0, 0)
    return Guess(
        extra.name,
        extra.value,
        float(params.get("confidence", 0)),
        box,
        int(params.get("page", 1)),
    )
