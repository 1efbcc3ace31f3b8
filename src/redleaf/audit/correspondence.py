"""What was written between the owner and each other person, in conversations of two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redleaf.formats.linkedin import Conversation, Export, Person
from redleaf.formats.linkedin.owner import is_same, owner_of
from redleaf.formats.linkedin.people import name_key


@dataclass(slots=True)
class Exchange:
    """Messages with one person: days written to them and days received from them, in order."""

    who: Person
    written: list[dt.date] = field(default_factory=list)
    received: list[dt.date] = field(default_factory=list)
    since: int = 0  # messages received after the last one written
    last_text: str = ""  # the beginning of the newest message, whoever wrote it
    is_spam: bool = False

    @property
    def last(self) -> dt.date | None:
        return max((*self.written[-1:], *self.received[-1:]), default=None)


class Correspondence:
    """All exchanges, found by person."""

    def __init__(self, export: Export) -> None:
        self.is_known = "messages" in export.files
        self._by_slug: dict[str, Exchange] = {}
        self._by_name: dict[str, Exchange] = {}
        owner = owner_of(export)
        for other, talks in _by_other(export.conversations, owner).items():
            exchange = _exchange(other, talks, owner)
            if other.slug:
                self._by_slug[other.slug] = exchange
            self._by_name.setdefault(name_key(other.name), exchange)

    def __iter__(self) -> Iterator[Exchange]:
        yield from {
            id(each): each for each in (*self._by_slug.values(), *self._by_name.values())
        }.values()

    def with_person(self, who: Person) -> Exchange | None:
        """The exchange with `who`, by profile link, else by name where either link is unknown."""
        if who.slug and who.slug in self._by_slug:
            return self._by_slug[who.slug]
        named = self._by_name.get(name_key(who.name)) if who.name else None
        return None if named and named.who.slug and who.slug else named


def _by_other(
    conversations: Iterable[Conversation], owner: Person
) -> dict[Person, list[Conversation]]:
    """Conversations of the owner with exactly one other person, by that person."""
    found: dict[Person, list[Conversation]] = {}
    for each in conversations:
        others = [person for person in each.people if not is_same(person, owner)]
        if len(others) == 1 and others[0].name and len(each.people) == 2:
            found.setdefault(others[0], []).append(each)
    return found


def _exchange(other: Person, talks: list[Conversation], owner: Person) -> Exchange:
    turns = []
    for talk in talks:
        ours = next(at for at, person in enumerate(talk.people) if is_same(person, owner))
        turns += [(turn.at, turn.who == ours) for turn in talk.turns]
    exchange = Exchange(other, is_spam=all(talk.is_spam for talk in talks))
    for at, is_ours in sorted(turns):
        day = dt.datetime.fromtimestamp(at, dt.UTC).date()
        (exchange.written if is_ours else exchange.received).append(day)
        exchange.since = 0 if is_ours else exchange.since + 1
    newest = max(talks, key=lambda talk: talk.turns[-1].at if talk.turns else 0)
    exchange.last_text = newest.last_text
    return exchange
