"""Cards in a file: where each begins and ends, its properties, and what is wrong with it.

Whatever is broken, the cards around it are read. A card within another is only taken as one (an
AGENT of vCard 2.1) where the property says so; everywhere else the first card lacks its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from redleaf.formats.vcard.lines import Line
from redleaf.formats.vcard.properties import Property, is_data, property_of
from redleaf.formats.vcard.values import escape

# The longest card that anybody keeps has some hundred lines; a group has one for each member.
_MOST_LINES = 20_000
VERSIONS = ("2.1", "3.0", "4.0")
_FENCE = re.compile(rb"\s*(BEGIN|END)\s*:\s*([\w-]+)\s*", re.IGNORECASE)
_BEGINS_A_CARD = re.compile(rb"(?:VERSION|FN|N|EMAIL|TEL)[;:]", re.IGNORECASE)
_VERSION = re.compile(rb"VERSION\s*(?:;[^:]*)?:\s*([^\s]*)\s*", re.IGNORECASE)


class Tell(Protocol):
    """Hears of the line that is not in order, what it is, and whether it cost anything."""

    def __call__(self, line: int, what: str, /, *, is_loss: bool = True) -> None: ...


@dataclass(slots=True)
class Card:
    """`line` is where it begins; `version` is "" where the card does not say one."""

    line: int
    version: str = ""
    properties: list[Property] = field(default_factory=list)


def cards_of(lines: Iterable[Line], tell: Tell) -> Iterator[Card]:
    """The cards, each as soon as it is whole. `tell` hears of everything that is not in order."""
    held: _Held | None = None
    is_astray = False
    for line in lines:
        fence = _fence(line)
        if held and held.takes(line, fence):
            continue
        if held:
            if fence == "BEGIN":
                tell(
                    held.line,
                    "this card has no end; what stands before the next one was read.",
                    is_loss=False,
                )
            if held.lines or fence == "END":
                yield held.card(tell)
        elif fence == "END":
            tell(line.number, "here a card ends that never began.", is_loss=False)
        held = _begun(line, fence, tell)
        if not (held or is_astray or fence):
            tell(line.number, "this does not belong to any card, and was left out.")
        is_astray = held is None and not fence
    if held:
        tell(held.line, "this card has no end; what was there was read.", is_loss=False)
        yield held.card(tell)


def _fence(line: Line) -> str:
    """BEGIN or END where the line is one of a card; "" for everything else."""
    found = _FENCE.fullmatch(line.text) if len(line.text) < 99 else None
    return found[1].decode().upper() if found and found[2].upper() == b"VCARD" else ""


def _begun(line: Line, fence: str, tell: Tell) -> _Held | None:
    """The card that begins with the line."""
    if fence == "BEGIN":
        return _Held(line.number)
    if _BEGINS_A_CARD.match(line.text):
        tell(line.number, "this card has no beginning; it was read from here.", is_loss=False)
        return _Held(line.number, [line])
    return None


class _Held:
    """A card that is being read."""

    def __init__(self, line: int, lines: list[Line] | None = None) -> None:
        self.line = line
        self.lines = lines or []
        self._nested: list[Line] = []
        self._depth = 0

    def takes(self, line: Line, fence: str) -> bool:
        """Whether the line belongs to this card, or to one that stands within it as an AGENT."""
        if self._depth or (fence == "BEGIN" and self._waits_for_an_agent()):
            self._depth += {"BEGIN": 1, "END": -1}.get(fence, 0)
            self._nested.append(line)
            if not self._depth:
                self._keep_nested()
            return True
        if not fence:
            self.lines.append(line)
        return not fence

    def card(self, tell: Tell) -> Card:
        if self._depth:
            tell(self._nested[0].number, "this card within a card has no end.", is_loss=False)
            self._keep_nested()
        version = self._version(tell)
        if len(self.lines) > _MOST_LINES:
            tell(self.lines[_MOST_LINES].number, "this card is too long; its end was left out.")
        card = Card(self.line, version)
        card.properties.extend(_properties(self.lines[:_MOST_LINES], version, tell))
        return card

    def _waits_for_an_agent(self) -> bool:
        return bool(self.lines) and self.lines[-1].text.strip().upper() == b"AGENT:"

    def _keep_nested(self) -> None:
        agent = self.lines[-1]
        texts = [each.text.decode("utf-8", "replace") for each in self._nested]
        value = escape("\n".join(texts)).encode()
        self.lines[-1] = Line(agent.number, b"AGENT:" + value)
        self._nested, self._depth = [], 0

    def _version(self, tell: Tell) -> str:
        for line in self.lines:
            found = _VERSION.fullmatch(line.text) if len(line.text) < 99 else None
            if found:
                version = found[1].decode("utf-8", "replace")
                if version not in VERSIONS:
                    tell(
                        line.number,
                        f"version {version[:20]!r} is not one of vCard; read as 3.0.",
                        is_loss=False,
                    )
                return version if version in VERSIONS else "3.0"
        tell(
            self.line,
            "this card does not say its version; it was read as far as possible.",
            is_loss=False,
        )
        return ""


def _properties(lines: Iterable[Line], version: str, tell: Tell) -> Iterator[Property]:
    """The properties; a line that is none goes on with the value before it."""
    last: Property | None = None
    more: list[str] = []
    for line in lines:
        read = property_of(line, version, partial(_tell_at, tell, line.number))
        is_fence = read is not None and read.key in ("BEGIN", "END")
        if is_fence or (read is None and last is None):
            tell(line.number, "this line is not part of a vCard, and was left out.")
        elif read is None:
            if not more:
                tell(
                    line.number,
                    "this line is none of a vCard; it was put to the one before.",
                    is_loss=False,
                )
            more.append(escape(line.text.decode("utf-8", "replace")))
        else:
            yield from _whole(last, more)
            last, more = read, []
    yield from _whole(last, more)


def _tell_at(tell: Tell, line: int, what: str, *, is_loss: bool = True) -> None:
    tell(line, f"{what}.", is_loss=is_loss)


def _whole(last: Property | None, more: list[str]) -> Iterator[Property]:
    if last is None or last.key == "VERSION":
        return
    if more:
        value = "\\n".join([last.value, *more])
        if last.first("ENCODING") or is_data(last.value):
            value = "".join("".join([last.value, *more]).split())
        last = Property(last.name, value, last.params, last.group, last.line)
    yield last
