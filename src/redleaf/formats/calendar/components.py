"""The components of a calendar, from BEGIN to END, each with what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from redleaf.formats.calendar.lines import Line, numbered_lines, parsed

_DEEPEST = 20
# Zones are read from their lines by another hand; a longer one is no zone.
_MOST_LINES = 5_000
# Around the events there may be anything; only this much of it is complained of.
_SHOWN_CHARS = 40


@dataclass(slots=True)
class Component:
    """One component, without those inside it. `faults` are line and reason of what is wrong.

    `zone` is the VTIMEZONE around it; only a zone has a `source`, its lines and those inside it.
    """

    name: str
    line: int
    inside: Component | None = None
    lines: list[Line] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    depth: int = 1
    zone: Component | None = None

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str:
        """The text of the first line called `name`, or ""."""
        line = self.first(name)
        return line.text.strip() if line else ""


def components(raw: IO[bytes]) -> Iterator[Component]:
    """Each component when it ends: those inside another come before it.

    A component without its END ends where the file does or the one around it, and says so.
    """
    reading = _Reading()
    for number, text in numbered_lines(raw):
        yield from reading.take(number, text)
    yield from reading.end()


class _Reading:
    def __init__(self) -> None:
        self._open: list[Component] = []
        self._outside: Component | None = None

    def take(self, number: int, text: str) -> Iterator[Component]:
        word = text[:6].upper()
        if word.startswith("BEGIN:"):
            self._begin(number, text)
        elif word.startswith("END:"):
            yield from self._close(number, text[4:].strip().upper())
        elif self._open:
            self._add(self._open[-1], number, text)
        else:
            self._complain(number, "this line stands outside of every calendar.")

    def end(self) -> Iterator[Component]:
        while self._open:
            component = self._open.pop()
            component.faults.append((component.line, f"there is no END:{component.name}."))
            if component.depth <= _DEEPEST:
                yield component
        if self._outside:
            yield self._outside

    def _begin(self, number: int, text: str) -> None:
        name = text[6:].strip().upper()[:_SHOWN_CHARS]
        inside = self._open[-1] if self._open else None
        component = Component(name, number, inside, depth=len(self._open) + 1)
        if component.depth == _DEEPEST + 1 and inside:
            inside.faults.append((number, "this is nested too deeply to be read."))
        if name == "VTIMEZONE":
            component.zone = component
        elif inside:
            component.zone = inside.zone
        self._open.append(component)
        self._keep_source(component, text)

    def _close(self, number: int, name: str) -> Iterator[Component]:
        if name not in [each.name for each in self._open[-_DEEPEST:]]:
            self._complain(number, f"there is an END:{name[:_SHOWN_CHARS]} without its BEGIN.")
            return
        while True:
            component = self._open.pop()
            self._keep_source(component, f"END:{component.name}")
            if component.name != name:
                component.faults.append((component.line, f"there is no END:{component.name}."))
            if component.depth <= _DEEPEST:
                yield component
            if component.name == name:
                return

    def _add(self, component: Component, number: int, text: str) -> None:
        line = parsed(number, text)
        if line is None:
            component.faults.append((number, "a line of it is not a line of a calendar."))
        elif component.depth <= _DEEPEST:
            component.lines.append(line)
            self._keep_source(component, text)

    def _complain(self, number: int, what: str) -> None:
        """One complaint for all that stands outside; the place is that of the first."""
        if self._outside is None:
            self._outside = Component("", number)
            self._outside.faults.append((number, what))

    def _keep_source(self, component: Component, text: str) -> None:
        """The lines of a zone, those of its parts too."""
        zone = component.zone
        if zone and len(zone.source) < _MOST_LINES:
            zone.source.append(text)
