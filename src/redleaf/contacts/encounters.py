"""Encounters, letters and promises: what was between the user and a contact, and when.

People are named by the `key` of their contact; in the store by its id.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from redleaf.notes import brief
from redleaf.notes.rough_days import rough_day


@dataclass(frozen=True, slots=True)
class When:
    """A day, a span of days, or what somebody remembers of one ("spring 1977").

    `first` and `last` bound what is known, both inclusive and both None when nothing is; `words`
    are as written where they say more than the days do.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return self.first is not None or bool(self.words)

    @property
    def day(self) -> dt.date | None:
        """The one day, where exactly one is known."""
        return self.first if self.first == self.last else None

    @property
    def rough_day(self) -> dt.date | None:
        """The month or the year that all of it lies in, where it is no longer than that."""
        return rough_day(self.first, self.last) if self.first and self.last else None


@dataclass(frozen=True, slots=True)
class Encounter:
    """One time the user met somebody or exchanged: what `design.md` calls an encounter.

    `kind` is one of `redleaf.notes.brief.ENCOUNTER_KINDS`. `people` are the keys of all who were
    there beside the user. `key` is the name its origin gave it (a calendar's UID), which tells an
    encounter that was read before; "" where there is none. `times` counts the meetings of a
    series, which is one encounter from the first to the last.
    """

    people: tuple[str, ...]
    kind: str = "other"
    when: When = When()
    place: str = ""
    event: str = ""
    topics: tuple[str, ...] = ()
    said: str = ""
    introduced_by: str = ""
    notes: str = ""
    times: int = 1
    key: str = ""

    @property
    def on(self) -> dt.date | None:
        """The last day on which it may have been: what memory counts from."""
        return self.when.last

    def for_brief(self) -> brief.Encounter:
        """The same as a fact of a brief, which knows a day, a month or a year."""
        return brief.Encounter(
            kind=self.kind,
            on=self.when.day or self.when.rough_day,
            event=self.event,
            place=self.place,
            topics=self.topics,
            said=self.said,
            introduced_by=self.introduced_by,
        )


@dataclass(frozen=True, slots=True)
class Letter:
    """One message between the user and a contact; of its words only the subject is kept.

    `network` is "email" or that of the message; `key` is its Message-ID or another lasting name.
    """

    people: tuple[str, ...]
    network: str
    is_sent: bool
    at: dt.datetime | None = None
    subject: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the user said they would do for a contact."""

    person: str
    text: str
    due: When = When()
    made_on: dt.date | None = None
    state: str = "open"
    key: str = ""


PROMISE_STATES = ("open", "kept", "released")
