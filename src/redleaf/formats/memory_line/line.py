"""A memory line, read: the records in one line that somebody typed about a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from redleaf.contacts.contact import Contact
from redleaf.contacts.encounters import Encounter, Promise
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import to_plain
from redleaf.notes.spans import Span


@dataclass(frozen=True, slots=True)
class Part:
    """What Redleaf made of a stretch of the line. `kind` is one of `PART_KINDS`."""

    kind: str
    span: Span
    text: str


PART_KINDS = (
    "name", "relation", "title", "organisation", "city", "identity", "tag",
    "meeting", "when", "place", "event", "with", "introduced-by", "topic", "said",
    "promise", "due", "note", "joining",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MemoryLine:
    """What one typed line gave.

    `contacts` holds whom the line is about first, then others who were there; it is empty when the
    line names nobody. `notes` is what was not understood, in the user's words; the first contact
    has it as its notes too. `parts` cover every word of the line, in order; the kind "joining" is
    for words that only hold the others together. `remarks` are sentences for the user.
    """

    text: str
    contacts: tuple[Contact, ...] = ()
    encounter: Encounter | None = None
    promises: tuple[Promise, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def contact(self) -> Contact | None:
        """Whom the line is about, or None when it names nobody."""
        return self.contacts[0] if self.contacts else None

    @property
    def kept_as(self) -> str:
        """A sentence that says what the line became: "Kept as a meeting and a promise, due …"."""
        return f"Kept as {told}." if (told := self.becomes) else "There is nothing to keep yet."

    @property
    def becomes(self) -> str:
        """What the line becomes, in words: "a topic and a promise, due …"; "" for nothing."""
        return _becomes(self)

    def harvest(self) -> Harvest:
        """The same as what is imported from a file."""
        return Harvest(
            format="memory-line",
            contacts=list(self.contacts),
            encounters=[self.encounter] if self.encounter else [],
            promises=list(self.promises),
            remarks=list(self.remarks),
        )

    def to_json(self) -> dict[str, Any]:
        """The shape of docs/remembering.md: records as in a harvest, parts with start and end."""
        return {
            "schema": 1,
            "contacts": [to_plain(each) for each in self.contacts],
            "encounter": to_plain(self.encounter) if self.encounter else None,
            "promises": [to_plain(each) for each in self.promises],
            "notes": list(self.notes),
            "parts": [
                {"kind": each.kind, "start": each.span.start, "end": each.span.end}
                for each in self.parts
            ],
            "remarks": list(self.remarks),
            "kept_as": self.kept_as,
        }


def _becomes(line: MemoryLine) -> str:
    things = []
    meeting = line.encounter
    if meeting and (meeting.when or meeting.event or meeting.place or meeting.kind != "other"):
        things.append("an encounter")
    if meeting and meeting.topics:
        things.append("a topic" if len(meeting.topics) == 1 else f"{len(meeting.topics)} topics")
    if meeting and meeting.said:
        things.append("a saying")
    things += [_promised(each) for each in line.promises]
    if line.notes:
        things.append("a note" if len(line.notes) == 1 else f"{len(line.notes)} notes")
    if not things and line.contact:
        things.append("a contact")
    if not things:
        return ""
    last = things.pop()
    return f"{', '.join(things)} and {last}" if things else last


def _promised(promise: Promise) -> str:
    due = promise.due
    if due.last is None:
        return f"a promise, due {due.words}" if due.words else "a promise"
    return f"a promise, due {due.last:%A} {due.last.day} {due.last:%B}"
